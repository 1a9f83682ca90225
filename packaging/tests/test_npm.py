"""The npm packages, installed without a registry."""

from __future__ import annotations

import os

from tests.installed import InstalledCase, VERSION, form, run, tool


class NpmTest(InstalledCase):
    def setUp(self) -> None:
        super().setUp()
        node = os.path.dirname(tool("node"))
        self.with_node = {**self.env, "PATH": f"{self.env['PATH']}:{node}:{os.environ['PATH']}"}
        self.with_node["npm_config_cache"] = str(self.root / "cache")
        self.with_node |= {"npm_config_audit": "false", "npm_config_update_notifier": "false"}
        self.files = [form("loopscope-scaffold-[0-9]*.tgz"), form("*-linux-x64-*.tgz")]

    def test_is_installed_into_a_fresh_prefix_and_run_by_npx(self) -> None:
        place = self.place()
        (place / "package.json").write_text('{"name": "demo", "private": true}\n')
        npm = [tool("npm"), "install", "--offline", "--no-fund", "--silent", *self.files]
        ended = run(npm, place, self.with_node)
        self.assertEqual(0, ended.code, ended.out + ended.err)
        ended = run([tool("npx"), "--offline", "loopscope-scaffold", "--version"], place, self.with_node)
        self.assertEqual((0, f"scaffold {VERSION}\n"), (ended.code, ended.out), ended.err)
        for name in ("scaffold", "loopscope-scaffold"):
            self.assert_prints_the_version(place / "node_modules" / ".bin" / name)
        self.assert_works(place / "node_modules" / ".bin" / "scaffold")

    def test_says_what_to_do_without_the_package_of_the_platform(self) -> None:
        place = self.place()
        (place / "package.json").write_text('{"name": "demo", "private": true}\n')
        npm = [tool("npm"), "install", "--offline", "--no-fund", "--silent", "--omit=optional"]
        ended = run([*npm, self.files[0]], place, self.with_node)
        self.assertEqual(0, ended.code, ended.out + ended.err)
        ended = run([place / "node_modules" / ".bin" / "scaffold"], place, self.env)
        self.assertEqual((3, ""), (ended.code, ended.out))
        self.assertIn("the Java of scaffold is not there", ended.err)
