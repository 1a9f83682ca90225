#!/usr/bin/env python3
"""Says what `scaffold check` makes of small suites: finds the broken ones, leaves the fixed ones alone, repairs.

A directory of cases holds a directory for each, with `broken/` (or several whose names begin so) and `fixed/` in it,
one of them at least. With --python, an interpreter that has pytest and what the suites need, each broken suite is
also run in a copy, before and after `scaffold check --unsafe-fixes`.
"""

import argparse
import json
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

CLONE = pathlib.Path(__file__).resolve().parent.parent
PYTEST_SECONDS = 120


def check(command, suite, *options):
    run = subprocess.run(
        [*command, "check", *options, "--json", "."], cwd=suite, capture_output=True, text=True, check=False
    )
    if run.returncode not in (0, 1):
        sys.exit(f"{suite}: scaffold check ended with {run.returncode}: {run.stderr.strip()}")
    return json.loads(run.stdout)["findings"]


def short(findings):
    words = sorted(f"{it['rule']} {it['severity']}" for it in findings)
    return ", ".join(dict.fromkeys(words)) or "nothing"


def pytest(python, suite):
    try:
        run = subprocess.run(
            [python, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
            cwd=suite,
            capture_output=True,
            text=True,
            check=False,
            timeout=PYTEST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return "hangs"
    return "green" if run.returncode == 0 else "red"


def repaired(command, python, suite):
    with tempfile.TemporaryDirectory() as directory:
        copy = pathlib.Path(directory) / "suite"
        shutil.copytree(suite, copy)
        before = pytest(python, copy)
        subprocess.run(
            [*command, "check", "--unsafe-fixes", "."], cwd=copy, capture_output=True, check=False
        )
        return f"{before}, repaired {pytest(python, copy)}, then {short(check(command, copy))}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=pathlib.Path, help="a directory of cases")
    parser.add_argument("--python", help="runs the broken suites in pytest, before and after their repair")
    parser.add_argument("--scaffold", default=str(CLONE / "scaffold"), help="the command, ./scaffold by default")
    asked = parser.parse_args()
    command = shlex.split(asked.scaffold)
    missed, alarms, found = [], [], 0
    for suite in sorted(it for it in asked.cases.glob("*/*") if it.is_dir()):
        if suite.name != "fixed" and not suite.name.startswith("broken"):
            continue
        name = f"{suite.parent.name}/{suite.name}"
        findings = check(command, suite)
        line = f"{name}: {short(findings)}"
        if suite.name == "fixed":
            alarms += [name] if findings else []
        else:
            found += bool(findings)
            missed += [] if findings else [name]
            if asked.python:
                line += f"; {repaired(command, asked.python, suite)}"
        print(line, flush=True)
    print(f"found {found}, missed {len(missed)} {missed}, alarms over fixed ones {len(alarms)} {alarms}")
    return 1 if missed or alarms else 0


if __name__ == "__main__":
    sys.exit(main())
