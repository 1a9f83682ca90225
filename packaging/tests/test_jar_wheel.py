"""The wheel of the jar, which needs a Java of its user's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.installed import InstalledCase, form, needs_the_network, run, tool
from tests.test_wheel import pip

WHEEL = "*-any.whl"


def java_home() -> Path:
    """The Java that the tests find: JAVA_HOME, or what is on the PATH."""
    home = os.environ.get("JAVA_HOME")
    return Path(home) if home else Path(tool("java")).resolve().parents[1]


class InstalledJarWheelTest(InstalledCase):
    def setUp(self) -> None:
        super().setUp()
        self.target = self.root / "an installed one"
        self.ran(pip("--target", self.target, form(WHEEL)))
        self.start = self.target / "bin" / "scaffold"

    def refused(self, env: dict[str, str]) -> str:
        ended = run([self.start, "--version"], self.root, {**self.env, **env})
        self.assertEqual((3, ""), (ended.code, ended.out))
        return ended.err

    def pretended(self, version: str, release: bool = True) -> Path:
        """A JDK that says that it is of this version, and does nothing else."""
        home = self.root / f"jdk {version} {release}"
        (home / "bin").mkdir(parents=True)
        if release:
            (home / "release").write_text(f'IMPLEMENTOR="x"\nJAVA_VERSION="{version}"\nOS="Linux"\n')
        java = home / "bin" / "java"
        java.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2018-01-01' >&2\n")
        java.chmod(0o755)
        return home

    def test_runs_by_java_home(self) -> None:
        self.assert_works(self.start, env={**self.env, "JAVA_HOME": str(java_home())})

    def test_runs_by_the_java_on_the_path(self) -> None:
        path = f"{self.env['PATH']}:{java_home() / 'bin'}"
        self.assert_works(self.start, env={**self.env, "PATH": path})

    def test_runs_by_a_java_that_is_a_link(self) -> None:
        (self.root / "tools" / "java").symlink_to(java_home() / "bin" / "java")
        self.assert_prints_the_version(self.start)

    def test_says_what_to_do_without_a_java(self) -> None:
        said = self.refused({})
        self.assertIn("java is not on the PATH", said)
        self.assertIn("next: install Java 17 or newer, set JAVA_HOME to one, or install", said)
        self.assertIn("loopscope-scaffold[jre]", said)

    def test_says_what_to_do_where_java_home_leads_nowhere(self) -> None:
        said = self.refused({"JAVA_HOME": "/nowhere"})
        self.assertIn("no java is there\n      at: JAVA_HOME=/nowhere\n", said)

    def test_says_what_to_do_with_an_old_java(self) -> None:
        for version in ("11.0.2", "1.8.0_292", "16"):
            for release in (True, False):
                with self.subTest(version, release=release):
                    home = self.pretended(version, release)
                    said = self.refused({"JAVA_HOME": str(home)})
                    self.assertIn(f"this java is {version}, and older than 17", said)
                    self.assertIn(f"at: {home}/bin/java", said)

    def test_takes_a_new_java_that_has_no_file_of_its_version(self) -> None:
        home = self.pretended("17.0.1", release=False)
        ended = run([self.start, "--version"], self.root, {**self.env, "JAVA_HOME": str(home)})
        self.assertEqual(0, ended.code, ended.err)

    def test_extra_brings_a_java(self) -> None:
        needs_the_network()
        place = self.root / "environment"
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        wanted = f"loopscope-scaffold[jre] @ {form(WHEEL).as_uri()}"
        install = [place / "bin" / "pip", "install", "--quiet", wanted]
        subprocess.run(install, check=True)
        self.assert_works(place / "bin" / "scaffold")
        shutil.rmtree(place)
