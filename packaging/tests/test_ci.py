"""What CI services and pre-commit install."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

from forms import project
from tests.installed import InstalledCase, VERSION, form, python_tool, run, tool


class CiTest(InstalledCase):
    def test_everything_names_the_version_that_is_built(self) -> None:
        pinned = f"loopscope-scaffold=={VERSION}"
        files = ("action.yml", "pyproject.toml", "packaging/ci/scaffold.gitlab-ci.yml", "docs/ci.md")
        for name in files:
            with self.subTest(name):
                text = (project.ROOT / name).read_text()
                self.assertEqual([pinned], re.findall(r"loopscope-scaffold==[\w.]+", text))
        page = (project.ROOT / "docs" / "ci.md").read_text()
        self.assertEqual([VERSION] * 2, re.findall(r"(?:scaffold@|rev: )v([\w.]+)", page))
        described = (project.ROOT / "pyproject.toml").read_text()
        self.assertIn(f'version = "{VERSION}"\n', described)

    def steps(self) -> list[str]:
        """The scripts of the action's steps, in their order."""
        text = (project.ROOT / "action.yml").read_text()
        found = re.findall(r"^      run: (?:\|\n((?:        .*\n|\n)+)|(.*)\n?)", text, re.MULTILINE)
        return [re.sub(r"^        ", "", block, flags=re.MULTILINE) or line for block, line in found]

    def test_action_installs_the_wheel_and_reports(self) -> None:
        place = self.place()
        (place / "test_it.py").write_text(
            "import pytest\n\n\n@pytest.mark.asyncio(scope='session')\nasync def test_it():\n    pass\n"
        )
        temp = self.place("temp")
        env = {**os.environ, "RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(temp / "output")}
        env |= {"PACKAGE": str(form("*manylinux*.whl")), "PATHS": ".", "ARGUMENTS": ""}
        env |= {"SARIF": "scaffold.sarif", "CODE": "1", "PIP_NO_INDEX": "1"}
        install, check, fail = self.steps()
        self.assertEqual(0, run(["sh", "-ec", install], place, env).code)
        self.assertEqual(0, run(["sh", "-ec", check], place, env).code)
        self.assertEqual("code=1\n", (temp / "output").read_text())
        self.assertIn('"ruleId"', (place / "scaffold.sarif").read_text())
        self.assertEqual(1, run(["sh", "-ec", fail], place, env).code)

    def test_gitlab_template_installs_the_wheel_and_checks(self) -> None:
        text = (project.ROOT / "packaging" / "ci" / "scaffold.gitlab-ci.yml").read_text()
        block = re.search(r"^  script:\n((?:    .*\n)+)", text, re.MULTILINE)
        assert block is not None
        lines = re.findall(r"^    - (.*)$", block[1], re.MULTILINE)
        script = "\n".join(re.sub(r"^'(.*)'$", r"\1", line) for line in lines)
        place = self.place()
        (place / "test_it.py").write_text("def test_it():\n    pass\n")
        env = {**os.environ, "TMPDIR": str(self.place("temp")), "PIP_NO_INDEX": "1"}
        env |= {"SCAFFOLD_PACKAGE": str(form("*manylinux*.whl"))}
        env |= {"SCAFFOLD_PATHS": ".", "SCAFFOLD_ARGUMENTS": "--severity error"}
        ended = run(["sh", "-ec", script], place, env)
        self.assertEqual(0, ended.code, ended.err)
        self.assertIn("nothing found", ended.out)
        (place / "test_it.py").write_text(
            "import pytest\n\n\n@pytest.mark.asyncio(scope='session')\nasync def test_it():\n    pass\n"
        )
        env["SCAFFOLD_ARGUMENTS"] = ""
        self.assertEqual(1, run(["sh", "-ec", script], place, env).code)

    def test_pre_commit_runs_the_hook(self) -> None:
        """From a repository with what a clone has for it, and a release that is a local file."""
        pre_commit, git = python_tool("pre-commit"), tool("git")
        hooks, host = self.place("hooks"), self.place("host")
        for name in (".pre-commit-hooks.yaml", "pyproject.toml"):
            shutil.copyfile(project.ROOT / name, hooks / name)
        (host / "test_it.py").write_text(
            "import pytest\n\n\n@pytest.mark.asyncio(scope='session')\nasync def test_it():\n    pass\n"
        )
        env = {**os.environ, "HOME": self.env["HOME"], "PRE_COMMIT_HOME": str(self.root / "cache")}
        env["PIP_FIND_LINKS"] = str(form("*manylinux*.whl").parent)
        for place in (hooks, host):
            subprocess.run([git, "init", "-q"], cwd=place, env=env, check=True)
            subprocess.run([git, "add", "."], cwd=place, env=env, check=True)
        name = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
        subprocess.run([git, *name, "commit", "-qm", "a"], cwd=hooks, env=env, check=True)
        ended = run([pre_commit, "try-repo", hooks, "scaffold-check", "-a"], host, env)
        self.assertEqual(1, ended.code, ended.out + ended.err)
        self.assertIn("LS0", ended.out)
