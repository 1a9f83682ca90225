"""Keeps a directory for one run: writes what comes in, tells what is there afterwards, and deletes it.

Standard input is a line of JSON, the texts of files by name; then a line for each time that the
record is asked for. When it ends, so does the directory.
"""

import sys

if sys.path[:1] == [""]:
    # What lies in the current directory is the project's.
    del sys.path[0]

import json
import os
import shutil
import signal
import tempfile
from importlib import metadata


def pytest_version():
    try:
        return metadata.version("pytest")
    except metadata.PackageNotFoundError:
        return ""


def tell(what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main():
    # Ctrl-C goes to all of a terminal's processes: what was recorded is asked for all the same.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    files = json.loads(sys.stdin.readline())
    version = ".".join(map(str, sys.version_info[:3]))
    there = {"python": version, "program": sys.executable or "", "pytest": pytest_version(), "place": ""}
    if not there["pytest"]:
        tell(there)
        return
    place = tempfile.mkdtemp(prefix="scaffold-trace-")
    try:
        for name, text in files.items():
            with open(os.path.join(place, name), "w", encoding="utf-8") as to:
                to.write(text)
        there["place"] = place
        tell(there)
        while sys.stdin.readline():
            lines = []
            for name in sorted(os.listdir(place)):
                if name.endswith(".jsonl"):
                    with open(os.path.join(place, name), encoding="utf-8", errors="replace") as of:
                        lines += [line.rstrip("\n") for line in of]
            tell(lines)
    except KeyboardInterrupt:
        pass
    finally:
        shutil.rmtree(place, ignore_errors=True)


main()
