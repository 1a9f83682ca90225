"""What the tests of all forms share: files of forms, commands, and users that own nothing."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from forms import project

DIST = Path(os.environ.get("SCAFFOLD_DIST", project.TARGET / "dist"))
VERSION = project.project().version
# No Java is on this path, unless the machine has one there: then links to what a launcher needs are.
TOOLS = ("sh", "cksum", "locale", "mkdir", "readlink", "sed", "head", "stty")
NOBODY = 65534


@dataclass(frozen=True)
class Ended:
    """A process that ended."""

    code: int
    out: str
    err: str


def form(pattern: str) -> Path:
    """The file of a form; the test is skipped if it was not built."""
    found = sorted(DIST.glob(pattern))
    if not found:
        raise unittest.SkipTest(f"no {pattern} in {DIST}: run packaging/build")
    return found[-1]


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise unittest.SkipTest(f"{name} is not on the PATH")
    return found


@functools.cache
def python_tool(name: str) -> str:
    """A tool that PyPI has: the one on the PATH, or else installed for these tests."""
    found = shutil.which(name)
    if found is not None:
        return found
    place = project.TARGET / "tools"
    if not (place / "bin" / name).is_file():
        needs_the_network()
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        subprocess.run([place / "bin" / "pip", "install", "--quiet", name], check=True)
    return str(place / "bin" / name)


def needs_the_network() -> None:
    """Skips the test where it was said that there is none. Where nothing was said, it has to be."""
    if os.environ.get("SCAFFOLD_OFFLINE"):
        raise unittest.SkipTest("SCAFFOLD_OFFLINE is set")


def run(
    command: Sequence[object],
    where: Path,
    env: Mapping[str, str],
    user: int | None = None,
) -> Ended:
    """Runs a command with this environment and no other."""
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=where,
        env=dict(env),
        user=user,
        group=user,
        extra_groups=None if user is None else [],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class InstalledCase(unittest.TestCase):
    """A directory for each test, an environment without Java, and what a run has to come to."""

    def setUp(self) -> None:
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        self.root = Path(folder).resolve()
        self.root.chmod(0o755)
        tools = self.root / "tools"
        tools.mkdir()
        for name in TOOLS:
            (tools / name).symlink_to(tool(name))
        home = self.root / "home"
        home.mkdir()
        self.env = {"PATH": str(tools), "HOME": str(home), "LANG": "C.UTF-8"}

    def place(self, name: str = "work") -> Path:
        """A new directory that everybody may write to."""
        made = self.root / name
        made.mkdir()
        made.chmod(0o777)
        return made

    def ran(self, command: Sequence[object], where: Path | None = None, **more: object) -> Ended:
        """Runs a command that has to end well and to say nothing of trouble."""
        ended = run(command, where or self.root, **{"env": self.env, **more})  # type: ignore[arg-type]
        self.assertEqual((0, ""), (ended.code, ended.err), ended.out)
        return ended

    def assert_prints_the_version(self, command: object, **more: object) -> None:
        self.assertEqual(f"scaffold {VERSION}\n", self.ran([command, "--version"], **more).out)

    def assert_works(self, command: object, **more: object) -> None:
        """Writes a suite, finds nothing in it, and finds what is wrong in another."""
        self.assert_prints_the_version(command, **more)
        work = Path(tempfile.mkdtemp(dir=self.root))
        work.chmod(0o777)
        self.ran([command, "new", "demo", "--backends", "asyncio,trio"], work, **more)
        self.assertIn("demo/tests/conftest.py", tree(work))
        self.assertIn("nothing found", self.ran([command, "check", "demo"], work, **more).out)
        (work / "test_wrong.py").write_text(
            "import pytest\n\n\n@pytest.mark.asyncio(scope='session')\nasync def test_it():\n    pass\n"
        )
        found = run([command, "check", "test_wrong.py"], work, **{"env": self.env, **more})
        self.assertEqual((1, ""), (found.code, found.err))
        self.assertIn("LS", found.out)
