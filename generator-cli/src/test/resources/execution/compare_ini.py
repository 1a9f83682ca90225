"""Compares INI files before and after an edit, as configparser reads them: N.before and N.after."""

import configparser
import pathlib
import sys


def read(path):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(path.read_text(encoding="utf-8"))
    return {(name, key): value.split("\n") for name in parser for key, value in parser[name].items()}


def lost_nothing(before, after):
    left = [line for line in before if line]
    more = []
    for line in after:
        if left and line == left[0]:
            left.pop(0)
        elif line:
            more.append(line)
    return not left, more


count = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.before")):
    before, after = read(path), read(path.with_suffix(".after"))
    added = []
    if before.keys() != after.keys():
        sys.exit(f"{path.name}: {before.keys() ^ after.keys()}")
    for key, value in before.items():
        kept, more = lost_nothing(value, after[key])
        added += more
        if not kept or any(not line.startswith("pytest") for line in more):
            sys.exit(f"{path.name}: {key} was {value} and is {after[key]}")
    if "pytest-asyncio>=1.3,<2" not in added:
        sys.exit(f"{path.name}: added {added}\n{path.with_suffix('.after').read_text()}")
    count += 1
print(count, "compared")
