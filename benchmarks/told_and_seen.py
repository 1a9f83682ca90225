#!/usr/bin/env python3
"""Says of each rule how often it told, and what runs of the suites saw of it: how the rules are judged.

Every checkout below DIRECTORY is run with `scaffold trace --json`, and what `scaffold check` finds in it is held
against that run. A row for each rule: what it told, how much of it the runs confirmed, did not exercise and
contradicted, and what they saw of its kind and it did not tell. Ends with 1 if something was seen and not told, or
contradicted.
"""

import argparse
import collections
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

CLONE = pathlib.Path(__file__).resolve().parent.parent
STANDINGS = ("confirmed", "not exercised", "contradicted")
COLUMNS = ("told", *STANDINGS, "seen untold")
NO_RULE = "none of its kind"


class Failed(Exception):
    """A checkout of which there is nothing to say, and why."""


def run(command, place, seconds):
    try:
        return subprocess.run(
            command, cwd=place, capture_output=True, text=True, errors="replace", check=False, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        raise Failed(f"took more than {seconds} seconds") from None


def last_line(text):
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "nothing was said"


def judged(asked, place):
    """What check says of a checkout, held against its run."""
    command = shlex.split(asked.scaffold)
    python = ["--interpreter", asked.python] if asked.python else []
    traced = run([*command, "trace", "--json", *python, "--", *asked.pytest], place, asked.seconds)
    try:
        tests = len(json.loads(traced.stdout)["tests"])
    except ValueError:
        raise Failed(f"no trace: {last_line(traced.stderr)}") from None
    with tempfile.TemporaryDirectory() as directory:
        file = pathlib.Path(directory) / "trace.json"
        file.write_text(traced.stdout, encoding="utf-8")
        checked = run([*command, "check", "--json", "--trace", str(file), "."], place, asked.seconds)
    if checked.returncode not in (0, 1):
        raise Failed(f"no check: {last_line(checked.stderr)}")
    return tests, json.loads(checked.stdout)


def rows_of(report):
    """What to add to which column of which rule, with the line that tells of it."""
    for it in report["findings"]:
        place = f"{it['path']}:{it['line']}"
        yield it["rule"], "told", ""
        standing = it["trace"]["standing"]
        yield it["rule"], standing, f"{standing}: {place}: {it['rule']} {it['severity']}: {it['trace']['why']}"
    for it in report["trace"]["seen"]:
        place = f"{it['path']}:{it['line']}"
        rule = it["rule"] or NO_RULE
        yield rule, "seen untold", f"seen untold: {place}: {it['kind']} ({it['evidence']}), {rule}: {it['message']}"


def table(counts):
    width = max([len("rule"), *map(len, counts)])
    lines = ["  ".join(["rule".ljust(width), *COLUMNS])]
    for rule in sorted(counts):
        cells = [str(counts[rule][it] or "").rjust(len(it)) for it in COLUMNS]
        lines.append("  ".join([rule.ljust(width), *cells]).rstrip())
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=pathlib.Path, help="holds the checkouts")
    parser.add_argument("--under", default="*", metavar="GLOB", help="which directories are checkouts, * by default")
    parser.add_argument("--python", help="runs their tests; the one that `scaffold trace` finds by default")
    parser.add_argument("--scaffold", default=str(CLONE / "scaffold"), help="the command, ./scaffold by default")
    parser.add_argument("--seconds", type=int, default=600, help="how long a run may take, 600 by default")
    parser.add_argument("--json", action="store_true", help="JSON instead of the lines and the table")
    parser.add_argument("pytest", nargs="*", metavar="ARGUMENT", help="behind --, goes to pytest")
    asked = parser.parse_args()
    counts = collections.defaultdict(collections.Counter)
    checkouts = []
    for place in sorted(it for it in asked.directory.glob(asked.under) if it.is_dir()):
        name = place.relative_to(asked.directory).as_posix()
        entry = {"checkout": name, "tests": 0, "failed": "", "lines": []}
        try:
            entry["tests"], report = judged(asked, place)
            for rule, column, line in rows_of(report):
                counts[rule][column] += 1
                entry["lines"] += [line] if line else []
            decided = len(report["trace"]["decided"])
            entry["decided"] = decided
        except Failed as failure:
            entry["failed"] = str(failure)
        checkouts.append(entry)
        if not asked.json:
            print(f"{name}: {entry['failed'] or str(entry['tests']) + ' tests'}", flush=True)
            for line in entry["lines"]:
                print(f"  {line}", flush=True)
    if asked.json:
        rules = {rule: {it: counts[rule][it] for it in COLUMNS} for rule in sorted(counts)}
        print(json.dumps({"checkouts": checkouts, "rules": rules}, indent=2))
    else:
        failed = [it["checkout"] for it in checkouts if it["failed"]]
        print(f"\n{table(counts)}\n\n{len(checkouts)} checkouts, of which {len(failed)} could not be judged")
    wrong = any(it["contradicted"] or it["seen untold"] for it in counts.values())
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
