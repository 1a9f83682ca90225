#!/usr/bin/env python3
"""How long `scaffold check` takes as a whole process, beside `ruff check` on the same files.

Two trees are checked: the test modules of the standard library, copied until there are enough, which
are one large suite without a configuration; and suites that `scaffold new` writes, copied likewise,
each a suite with its own. Both tools run in turn in each round. See README.md in this folder.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import truediv
from pathlib import Path

HOME = Path(__file__).resolve().parent
# Git ignores every folder of this name.
VENV = HOME / "target" / "venv-ruff"
LAUNCHER = HOME.parent / "scaffold"
SUITES = (("--backends", "asyncio"), ("--backends", "asyncio,trio", "--hypothesis"))


# Linux counts the largest resident set in kilobytes, macOS in bytes.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass
class Tool:
    """A command, and what its runs took: seconds, and bytes at the peak."""

    name: str
    command: Sequence[str]
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak: list[int] = field(default_factory=list)

    def run(self, folder: Path) -> None:
        start = time.perf_counter()
        with subprocess.Popen(
            self.command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            output = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.wall.append(time.perf_counter() - start)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.peak.append(usage.ru_maxrss * RSS_UNIT)
        if process.returncode != 0:
            sys.exit(f"check_speed.py: exit {process.returncode} of {self.name}\n{output}")

    def forget(self) -> None:
        """Starts anew."""
        self.wall.clear()
        self.cpu.clear()
        self.peak.clear()


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def ruff() -> str:
    """The newest ruff, in a folder of its own."""
    python = VENV / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    subprocess.run([str(python), "-m", "pip", "install", "-q", "--upgrade", "ruff"], check=True)
    return str(VENV / "bin" / "ruff")


def python_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*.py") if path.is_file()]


def repeated(sources: Iterable[Path], target: Path, wanted: int) -> None:
    """Copies folders into numbered folders until there are so many Python files."""
    folders = list(sources)
    number = 0
    count = 0
    while count < wanted:
        source = folders[number % len(folders)]
        copy = target / f"part{number:04}"
        shutil.copytree(source, copy)
        for path in python_files(copy):
            count += 1
            if count > wanted:
                path.unlink()
        number += 1


def standard_library(scratch: Path, wanted: int) -> Path:
    """The test modules that CPython has, in folders as there."""
    tests = Path(sysconfig.get_path("stdlib")) / "test"
    source = scratch / "library"
    for path in sorted(tests.rglob("test_*.py")):
        copy = source / path.relative_to(tests)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    if not source.exists():
        sys.exit(f"check_speed.py: {tests} holds no tests; run it with another Python")
    target = scratch / "tests of the standard library"
    repeated([source], target, wanted)
    return target


def written_suites(scratch: Path, wanted: int) -> Path:
    """What `scaffold new` writes."""
    sources = []
    for number, options in enumerate(SUITES):
        source = scratch / f"suite{number}"
        command = [str(LAUNCHER), "new", str(source), "--name", "demo", *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        sources.append(source)
    target = scratch / "generated suites"
    repeated(sources, target, wanted)
    return target


def measure(folder: Path, tools: Sequence[Tool], rounds: int) -> list[dict[str, object]]:
    files = python_files(folder)
    size = sum(path.stat().st_size for path in files)
    for tool in tools:
        tool.forget()
    for number in range(rounds + 1):
        for tool in tools:
            tool.run(folder)
            # The first round only fills the caches of the system.
            if number == 0:
                tool.forget()
        say(f"{folder.name}, {len(files)} files: round {number} of {rounds}")
    # The last tool is the one that the others are compared with.
    beside = tools[-1].wall
    return [
        {
            "tree": folder.name,
            "files": len(files),
            "megabytes": round(size / 1e6, 1),
            "tool": tool.name,
            "seconds": round(statistics.median(tool.wall), 2),
            "to ruff": round(statistics.median(map(truediv, tool.wall, beside)), 1),
            "processor-seconds": round(statistics.median(tool.cpu), 2),
            "files-per-second": round(len(files) / statistics.median(tool.wall)),
            "peak megabytes": round(statistics.median(tool.peak) / 1e6),
        }
        for tool in tools
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--files",
        type=int,
        nargs="+",
        default=[100, 1_000, 10_000],
        help="Python files in each tree, for one or several sizes",
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    # Builds scaffold, if it is not built.
    subprocess.run([str(LAUNCHER), "--version"], check=True, stdout=subprocess.DEVNULL)
    tools = [
        Tool("scaffold check", [str(LAUNCHER), "check", "--statistics", "--exit-zero"]),
        Tool("ruff check", [ruff(), "check", "--isolated", "--no-cache", "--exit-zero", "--statistics"]),
    ]
    rows = []
    for wanted in asked.files:
        with tempfile.TemporaryDirectory() as folder:
            scratch = Path(folder)
            for make in (standard_library, written_suites):
                rows += measure(make(scratch, wanted), tools, asked.rounds)
    if asked.json:
        print(json.dumps({"processors": os.cpu_count(), "rows": rows}, indent=2))
        return
    print("| " + " | ".join(rows[0]) + " |")
    print("|" + "---|" * len(rows[0]))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row.values()) + " |")


if __name__ == "__main__":
    main()
