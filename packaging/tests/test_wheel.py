"""The wheel of the image."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest
import zipfile
from pathlib import Path

from forms import elf, project
from tests.installed import DIST, NOBODY, VERSION, Ended, InstalledCase, form, python_tool, run, tree

WHEEL = "*manylinux*.whl"
IMAGE = "share/loopscope-scaffold"
# With each archive, a command that takes it.
ARCHIVES = {
    f"{IMAGE}/lib/server/classes.jsa": (["explain", "LS001"], "LS001 "),
    f"{IMAGE}/lib/server/new.jsa": (["new", "--help"], "Writes "),
    f"{IMAGE}/lib/server/tell.jsa": (["--version"], f"scaffold {VERSION}\n"),
}


def damages(whole: bytes) -> dict[str, bytes | None]:
    """What can become of an archive."""
    middle = len(whole) // 2
    return {
        "missing": None,
        "empty": b"",
        "truncated": whole[:middle],
        "text": b"no archive\n" * 1000,
        "zeros in the middle": whole[:middle] + bytes(65536) + whole[middle + 65536 :],
        "another header": b"\x5a" * 4096 + whole[4096:],
        "noise at a third": whole[: middle // 2] + os.urandom(512) + whole[middle // 2 + 512 :],
    }


def pip(*arguments: object, python: object = sys.executable) -> list[object]:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-index", "--root-user-action=ignore"]
    return [sys.executable, "-m", "pip", "--python", python, "install", *quiet, *arguments]


class WheelTest(unittest.TestCase):
    """What is in the file."""

    def setUp(self) -> None:
        self.wheel = zipfile.ZipFile(form(WHEEL))
        self.addCleanup(self.wheel.close)

    def test_record_names_every_file_with_its_hash_and_size(self) -> None:
        record = f"loopscope_scaffold-{VERSION}.dist-info/RECORD"
        lines = list(csv.reader(io.StringIO(self.wheel.read(record).decode())))
        self.assertEqual(sorted(self.wheel.namelist()), sorted(name for name, _, _ in lines))
        for name, digest, size in lines:
            if name != record:
                content = self.wheel.read(name)
                hashed = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
                self.assertEqual(f"sha256={hashed.decode().rstrip('=')}", digest, name)
                self.assertEqual(len(content), int(size), name)

    def test_has_at_most_40_megabytes(self) -> None:
        self.assertLessEqual(form(WHEEL).stat().st_size, 40_000_000)

    def test_needs_no_newer_glibc_than_its_tag_says(self) -> None:
        programs = [it for it in self.wheel.namelist() if self.wheel.read(it)[:4] == b"\x7fELF"]
        self.assertGreater(len(programs), 5)
        for name in programs:
            needed = re.findall(rb"GLIBC_(\d+)\.(\d+)", self.wheel.read(name))
            self.assertLessEqual(max((int(a), int(b)) for a, b in needed), (2, 17), name)

    def test_has_no_symbols_that_only_a_debugger_reads(self) -> None:
        libraries = [it for it in self.wheel.namelist() if it.endswith(".so")]
        self.assertGreater(len(libraries), 5)
        for name in libraries:
            content = self.wheel.read(name)
            self.assertEqual(content, elf.without_symbols(content), name)

    def test_second_build_gives_the_same_bytes(self) -> None:
        jdk = os.environ.get("SCAFFOLD_JDK")
        if not jdk:
            self.skipTest("SCAFFOLD_JDK is not set to the JDK that was built with")
        with tempfile.TemporaryDirectory() as folder:
            build = [project.PACKAGING / "build", "--jdk", jdk, "--output", folder]
            subprocess.run([*build, "wheel", "jar-wheel"], check=True)
            for wheel in sorted(Path(folder).glob("*.whl")):
                self.assertEqual((DIST / wheel.name).read_bytes(), wheel.read_bytes(), wheel.name)

    def test_brings_the_licences_of_everything_in_it(self) -> None:
        names = "\n".join(self.wheel.namelist())
        for path in [
            "legal/java.base/LICENSE",
            "legal/java.base/ADDITIONAL_LICENSE_INFO",
            "legal/java.base/ASSEMBLY_EXCEPTION",
            "licenses/LICENSE",
            "licenses/LIBRARIES",
            "licenses/freemarker/LICENSE",
            "licenses/org.eclipse.jgit/about.html",
        ]:
            self.assertIn(path, names)

    def test_has_no_clock_and_no_user_in_it(self) -> None:
        for entry in self.wheel.infolist():
            self.assertEqual((1980, 1, 1, 0, 0, 0), entry.date_time)
            self.assertIn(entry.external_attr >> 16, (0o100644, 0o100755))


class InstalledWheelTest(InstalledCase):
    """What it does where it is installed."""

    def install(self, name: str = "installed") -> Path:
        target = self.root / name
        self.ran(pip("--target", target, form(WHEEL)))
        return target

    def test_runs_where_pip_put_it_without_a_java(self) -> None:
        target = self.install()
        for name in ("scaffold", "loopscope-scaffold"):
            self.assert_prints_the_version(target / "bin" / name)
        self.assert_works(target / "bin" / "scaffold")

    def test_starts_no_python(self) -> None:
        start = self.install() / "bin" / "scaffold"
        self.assertTrue(start.read_bytes().startswith(b"#!/bin/sh\n"))

    def test_runs_in_a_virtual_environment_that_was_moved(self) -> None:
        before = self.root / "an environment"
        self.ran([sys.executable, "-m", "venv", "--without-pip", before])
        self.ran(pip(form(WHEEL), python=before / "bin" / "python"))
        self.assert_works(before / "bin" / "scaffold")
        after = self.root / "moved – elsewhere"
        before.rename(after)
        self.assert_works(after / "bin" / "scaffold")

    def test_runs_through_a_link(self) -> None:
        target = self.install()
        links = self.place("links")
        (links / "once").symlink_to(target / "bin" / "scaffold")
        (links / "twice").symlink_to("once")
        self.assert_works(links / "twice")

    def test_is_run_by_uvx(self) -> None:
        env = {**self.env, "UV_CACHE_DIR": str(self.root / "cache"), "UV_PYTHON": sys.executable}
        env["PATH"] = f"{Path(python_tool('uv')).parent}:{self.env['PATH']}:{os.environ['PATH']}"
        command = [python_tool("uv"), "tool", "run", "--quiet", "--no-index", "--from", form(WHEEL)]
        self.assertEqual(
            f"scaffold {VERSION}\n", self.ran([*command, "scaffold", "--version"], env=env).out
        )

    def test_is_installed_by_uv(self) -> None:
        env = {**self.env, "UV_CACHE_DIR": str(self.root / "cache"), "UV_PYTHON": sys.executable}
        env |= {"UV_TOOL_DIR": str(self.root / "tool"), "UV_TOOL_BIN_DIR": str(self.root / "bin")}
        env["PATH"] = f"{self.root / 'bin'}:{os.environ['PATH']}"
        self.ran([python_tool("uv"), "tool", "install", "--quiet", "--no-index", form(WHEEL)], env=env)
        for name in ("scaffold", "loopscope-scaffold"):
            self.assert_prints_the_version(self.root / "bin" / name)

    def test_is_installed_by_pipx(self) -> None:
        pipx = python_tool("pipx")
        env = {**os.environ, "HOME": self.env["HOME"], "PIPX_HOME": str(self.root / "pipx")}
        env |= {"PIPX_BIN_DIR": str(self.root / "bin"), "PIPX_DEFAULT_PYTHON": sys.executable}
        ended = run([pipx, "install", form(WHEEL)], self.root, env)
        self.assertEqual(0, ended.code, ended.err)
        for name in ("scaffold", "loopscope-scaffold"):
            self.assert_prints_the_version(self.root / "bin" / name)

    @unittest.skipIf(os.getuid() != 0, "only root can become another user")
    def test_runs_as_another_user_who_may_write_nothing_of_it(self) -> None:
        target = self.install()
        for path in [target, *target.rglob("*")]:
            path.chmod(path.stat().st_mode & ~0o222 | 0o044)
        before = tree(target)
        for home in ("/nonexistent", "", str(self.place("their home"))):
            env = {**self.env, "HOME": home}
            self.assert_works(target / "bin" / "scaffold", env=env, user=NOBODY)
        self.assertEqual(before, tree(target))

    def test_runs_without_a_home(self) -> None:
        env = {name: value for name, value in self.env.items() if name != "HOME"}
        self.assert_works(self.install() / "bin" / "scaffold", env=env)

    def test_runs_with_an_archive_of_classes_that_is_missing_or_damaged(self) -> None:
        target = self.install()
        start = target / "bin" / "scaffold"
        for path, (words, said) in ARCHIVES.items():
            archive = target / path
            whole = archive.read_bytes()
            for before in ("run before", "never run"):
                for name, damaged in damages(whole).items():
                    with self.subTest(path, damage=name, before=before):
                        shutil.rmtree(Path(self.env["HOME"], ".cache"), ignore_errors=True)
                        archive.write_bytes(whole)
                        if before == "run before":
                            self.ran([start, *words])
                        archive.unlink()
                        if damaged is not None:
                            archive.write_bytes(damaged)
                        self.assertTrue(self.ran([start, *words]).out.startswith(said))
        # The last damage is still there, in both.
        self.assert_works(start)

    def test_takes_the_archives_that_were_made_for_it(self) -> None:
        start = self.install() / "bin" / "scaffold"
        log = self.root / "log"
        told = f"-Xlog:disable -Xlog:class+load:file={log}"
        start.write_text(start.read_text().replace("-Xlog:disable", told))
        for words in (["new", "demo"], ["check", "."], ["--version"]):
            log.unlink(missing_ok=True)
            self.ran([start, *words], self.place(words[0]))
            lines = [it for it in log.read_text().splitlines() if " source: " in it]
            read = [it for it in lines if "source: jrt:" in it]
            self.assertGreater(len(lines), 400, words)
            # Java archives none of the classes that record its own events.
            self.assertLess(len(read), 40, read)

    def test_two_first_runs_at_once_do_not_disturb_each_other(self) -> None:
        target = self.install()
        runs: list[Ended] = []

        def first() -> None:
            runs.append(run([target / "bin" / "scaffold", "--version"], self.root, self.env))

        threads = [threading.Thread(target=first) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([Ended(0, f"scaffold {VERSION}\n", "")] * 4, runs)

    def test_refuses_where_its_image_is_gone(self) -> None:
        target = self.install()
        shutil.rmtree(target / IMAGE)
        ended = run([target / "bin" / "scaffold", "--version"], self.root, self.env)
        self.assertEqual((3, ""), (ended.code, ended.out))
        self.assertIn("next: install scaffold again", ended.err)

    def test_writes_the_same_bytes_as_the_jar_that_maven_built(self) -> None:
        from forms import application

        target = self.install()
        jars = ":".join(str(path) for path in application.jars())
        java = ["java", "-cp", jars, "dev.loopscope.scaffold.cli.Main"]
        for options in (["--backends", "asyncio,trio"], ["--maven", "--hypothesis", "--lint"]):
            made = []
            for number, command in enumerate(([target / "bin" / "scaffold"], java)):
                work = self.place(f"{options[0]}{number}")
                subprocess.run([*command, "new", "demo", *options], cwd=work, check=True,
                               stdout=subprocess.DEVNULL)
                made.append(tree(work))
            self.assertEqual(made[0], made[1])
