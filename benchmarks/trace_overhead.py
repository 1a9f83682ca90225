"""Measures what `scaffold trace` costs: processor time of pytest with and without its plugin.

    python3 benchmarks/trace_overhead.py PYTHON [TIMES]

PYTHON has pytest and pytest-asyncio. The suite is 1,000 fast tests, half of them async on loops of
their own with an async fixture. The runs take turns, and the least of each is compared, because what
else runs on the machine only ever adds. Ends with 1 if the plugin costs more than a tenth.
"""

import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLUGIN = ROOT / "generator-cli/src/main/resources/dev/loopscope/scaffold/cli/trace"
HEAD = '''import asyncio
import pytest


@pytest.fixture(scope="module")
def numbers():
    return {n: str(n) for n in range(50)}


@pytest.fixture
async def one():
    return 1

'''
ASYNC = '''
async def test_{0}(numbers, one):
    await asyncio.sleep(0)
    assert numbers[one] == "1"

'''
SYNC = '''
def test_{0}(numbers):
    assert numbers[2] == "2"

'''
CONFIG = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n"


def seconds(command, place):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=place, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(python, times):
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        suite, run = place / "suite", place / "run"
        suite.mkdir()
        run.mkdir()
        (suite / "pytest.ini").write_text(CONFIG)
        for module in range(10):
            tests = "".join((ASYNC if at % 2 else SYNC).format(at) for at in range(100))
            (suite / f"test_{module}.py").write_text(HEAD + tests)
        for file in ("loopscope_trace.py", "loopscope_trace_run.py"):
            (run / file).write_text((PLUGIN / file).read_text())
        words = ["-q", "-p", "no:cacheprovider"]
        alone, traced = [], []
        for _ in range(times):
            alone.append(seconds([python, "-m", "pytest", *words], suite))
            command = [python, str(run / "loopscope_trace_run.py"), "as-it-is", "-p", "loopscope_trace", *words]
            traced.append(seconds(command, suite))
    ratio = min(traced) / min(alone)
    print(f"alone {min(alone):.2f} s, traced {min(traced):.2f} s: {(ratio - 1) * 100:.0f} % more")
    return 1 if ratio > 1.1 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5))
