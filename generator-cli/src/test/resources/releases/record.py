"""Records what a released scaffold writes, so that later versions can be held against it.

    python3 record_release.py CLONE/scaffold > VERSION/record.txt

CLONE is a clone of this repository at the tag of the release. The record has a line for each file
that any suite holds, and then a line for each suite: the options it was made with, and the numbers
of its files.
"""

import hashlib
import itertools
import random
import subprocess
import sys
import tempfile
from pathlib import Path

BACKENDS = {
    "explicit-scope": ("asyncio", "uvloop"),
    "multibackend": ("asyncio", "trio", "uvloop"),
}
SCOPES = ("session", "module", "class", "function")
CI = ("none", "github", "gitlab")
PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14", "3.15")
NAMES = ("demo", "My-Suite", "9lives", "a", "x.y_z--1", "IMPORTANT-I")
PACKAGES = ("", "chosen_name")
RESOURCES = ("client", "broker", "_x9")
COORDINATES = (("com.example", "1.0-SNAPSHOT"), ("org.example-1.x_y", "0.1+x_y-z"))


def option_lists():
    """Every order of every choice of backends with every other choice; names are drawn."""
    dice = random.Random(1)
    for archetype, backends in BACKENDS.items():
        orders = [
            order
            for count in range(1, len(backends) + 1)
            for order in itertools.permutations(backends, count)
        ]
        for order, scope, hypothesis, ci, maven in itertools.product(
            orders, SCOPES, (False, True), CI, (False, True)
        ):
            options = [
                f"--archetype={archetype}",
                f"--backends={','.join(order)}",
                f"--loop-scope={scope}",
                f"--ci={ci}",
                f"--python={dice.choice(PYTHONS)}",
                f"--name={dice.choice(NAMES)}",
                f"--resource={dice.choice(RESOURCES)}",
            ]
            if package := dice.choice(PACKAGES):
                options.append(f"--package={package}")
            if hypothesis:
                options.append("--hypothesis")
            if maven:
                group, version = dice.choice(COORDINATES)
                options += ["--maven", f"--group-id={group}", f"--version={version}"]
            yield options


def written(scaffold, options):
    """The files that one run writes: path and SHA-256."""
    with tempfile.TemporaryDirectory() as place:
        suite = Path(place, "suite")
        subprocess.run([scaffold, "new", suite, *options], check=True, stdout=subprocess.DEVNULL)
        return sorted(
            f"{path.relative_to(suite).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}"
            for path in suite.rglob("*")
            if path.is_file()
        )


def main():
    """Print the record."""
    numbers = {}
    suites = []
    for options in option_lists():
        files = written(sys.argv[1], options)
        counted = [str(numbers.setdefault(file, len(numbers))) for file in files]
        suites.append(" ".join(options) + " = " + " ".join(counted))
    print("\n".join([*numbers, "", *suites]))


main()
