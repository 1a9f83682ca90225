"""`pytest --loops`, which a wheel brings to the environment that it is installed in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.installed import Ended, InstalledCase, form, needs_the_network, run
from tests.test_wheel import WHEEL, pip

NEEDS = ("pytest==9.2.0", "pytest-asyncio==1.5.0", "pytest-xdist==3.8.0")
CONFIG = """\
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = session
"""
CONFTEST = """\
import asyncio

import pytest


@pytest.fixture(scope="session")
async def answer():
    return asyncio.get_running_loop().create_future()
"""
TESTS = """\
import asyncio

import pytest


async def test_sleeps():
    await asyncio.sleep(0)


async def test_waits_for_it(answer):
    await asyncio.wait_for(answer, 1)
"""


class LoopsTest(InstalledCase):
    """One environment for all of it, for each takes its time."""

    def setUp(self) -> None:
        super().setUp()
        needs_the_network()
        place = self.root / "venv"
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        self.python = place / "bin" / "python"
        self.ran([self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *NEEDS])
        self.ran(pip(form(WHEEL), python=self.python))
        self.suite = self.root / "suite"
        self.suite.mkdir()
        (self.suite / "pytest.ini").write_text(CONFIG)
        (self.suite / "conftest.py").write_text(CONFTEST)
        (self.suite / "test_it.py").write_text(TESTS)

    def pytest(self, *options: str) -> Ended:
        return run([self.python, "-m", "pytest", "-q", *options], self.suite, self.env)

    def files(self) -> list[str]:
        return sorted(it.name for it in self.suite.iterdir() if not it.name.startswith((".", "_")))

    def test_tells_what_crossed_where_it_is_asked_for_and_changes_nothing(self) -> None:
        alone, traced, spread = self.pytest(), self.pytest("--loops"), self.pytest("--loops", "-n2")
        for ended in (alone, traced, spread):
            self.assertEqual(1, ended.code, ended.out + ended.err)
            self.assertIn("1 failed, 1 passed", ended.out)
        self.assertNotIn("crossing", alone.out)
        for ended in (traced, spread):
            words = " ".join(ended.out.split())
            self.assertIn("crossing: `answer` (session fixture, conftest.py:6) lives on loop", words)
            self.assertIn("1 crossing and 0 lies.", words)
        self.assertIn("in the worker gw", spread.out)
        self.assertEqual(["conftest.py", "pytest.ini", "test_it.py"], self.files())
        self.assert_is_not_loaded_without_the_option()
        self.assert_is_the_recorder_of_the_command()

    def assert_is_not_loaded_without_the_option(self) -> None:
        (self.suite / "test_it.py").write_text(
            "import sys\n\n\ndef test_it():\n    assert 'loopscope_trace' not in sys.modules\n"
        )
        self.assertEqual(0, self.pytest().code)

    def assert_is_the_recorder_of_the_command(self) -> None:
        root = Path(__file__).resolve().parents[2]
        found = list(root.glob("generator-cli/src/main/resources/**/loopscope_trace.py"))
        installed = list((self.root / "venv").glob("lib/*/site-packages/loopscope_trace.py"))
        self.assertEqual([1, 1], [len(found), len(installed)])
        self.assertEqual(found[0].read_bytes(), installed[0].read_bytes())
