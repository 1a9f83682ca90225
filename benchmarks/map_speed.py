#!/usr/bin/env python3
"""How soon a browser shows the map of a large suite. See README.md in this folder.

Writes a suite of 5,000 tests in 200 modules, which meet a session's fixture from loops of their own, draws it with
`scaffold map`, and opens the page in a headless Chromium, which says itself how long after its beginning all was drawn.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import tempfile
from pathlib import Path

LAUNCHER = Path(__file__).resolve().parent.parent / "scaffold"
MODULES = 200
INI = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = session\n"
CONFTEST = '''\
import asyncio

import pytest


@pytest.fixture(scope="session")
async def echo():
    process = await asyncio.create_subprocess_exec("cat", stdin=-1, stdout=-1)
    yield process
    process.terminate()
'''
PLAIN = "async def test_{number}():\n    pass\n"
MEETS = 'async def test_{number}(echo):\n    echo.stdin.write(b"x\\n")\n    await echo.stdout.readline()\n'


def write(suite: Path, tests: int) -> None:
    """A suite of so many tests, of which each seventh meets the fixture."""
    suite.joinpath("pytest.ini").write_text(INI, encoding="utf-8")
    suite.joinpath("conftest.py").write_text(CONFTEST, encoding="utf-8")
    for module in range(MODULES):
        numbers = range(module, tests, MODULES)
        text = "\n\n".join((PLAIN if it % 7 else MEETS).format(number=it) for it in numbers)
        suite.joinpath(f"test_part_{module}.py").write_text(text, encoding="utf-8")


def drawn(browser: str, page: Path) -> int:
    """The milliseconds from the beginning of the page to the end of its script."""
    run = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", page.as_uri()],
        check=True,
        capture_output=True,
        text=True,
    )
    found = re.search(r'data-drawn="(\d+)"', run.stdout)
    if not found:
        raise SystemExit("the page was not drawn")
    return int(found.group(1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--browser", default="chromium")
    parser.add_argument("--tests", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        suite = Path(name) / "suite"
        suite.mkdir()
        write(suite, asked.tests)
        page = Path(name) / "loops.html"
        subprocess.run([LAUNCHER, "map", str(suite), "--output", str(page)], check=True)
        times = [drawn(asked.browser, page) for _ in range(asked.rounds)]
        size = page.stat().st_size
    print(f"{asked.tests} tests: a page of {size // 1000} kB, drawn after {statistics.median(times):.0f} ms")
    print(f"(median of {len(times)}; {min(times)} to {max(times)} ms)")


if __name__ == "__main__":
    main()
