"""Writes the table of releases anew: python3 generator-cli/src/main/python/known_releases.py

It asks the package index that pip is set up with, by `pip index versions` for the releases and the
Pythons that each runs on, and by `pip install --dry-run --report` for what a release requires. What
the table knows of a release is not asked for again; --all asks for everything.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

TABLE = Path(__file__).parents[1] / "resources/dev/loopscope/scaffold/suite/config/version/releases.tsv"
PYTHONS = [f"3.{minor}" for minor in range(6, 16)]

# The oldest release to list, and the distributions whose versions a release restricts.
WANTED = {
    "aiohttp": ("3.0", []),
    "anyio": ("3.0", []),
    "hypothesis": ("6.0", []),
    "pytest": ("6.0", []),
    "pytest-aiohttp": ("0.3", ["aiohttp", "pytest", "pytest-asyncio"]),
    "pytest-asyncio": ("0.10", ["pytest"]),
    "pytest-trio": ("0.5", ["pytest", "trio"]),
    "trio": ("0.12", []),
}

HEADER = """\
# The releases that an installer chooses from, and what each requires; written by
# generator-cli/src/main/python/known_releases.py from the package index, and not by hand.
# distribution<TAB>Pythons<TAB>requirements<TAB>releases, oldest first
"""


def key(version):
    """Orders final and post releases; others are not listed."""
    numbers, _, post = version.partition(".post")
    parts = [int(part) for part in numbers.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return parts, int(post or -1)


def pip(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "pip", *arguments], capture_output=True, text=True, check=False
    ).stdout


def versions(name, *options):
    listed = re.search(r"Available versions: (.*)", pip("index", "versions", name, *options))
    found = listed.group(1).split(", ") if listed else []
    return {it for it in found if re.fullmatch(r"[\d.]+(\.post\d+)?", it)}


def pythons(name, release, by_python):
    """The Pythons that an installer takes a release for, among those that were asked about."""
    taken = [it for it in PYTHONS if release in by_python[it]]
    if not taken or len(taken) == len(PYTHONS):
        return "" if taken else "none"
    low = "" if taken[0] == PYTHONS[0] else f">={taken[0]}"
    after = PYTHONS.index(taken[-1]) + 1
    high = "" if after == len(PYTHONS) else f"<{PYTHONS[after]}"
    return ",".join(filter(None, [low, high]))


def required(name, release, wanted):
    """What a release requires of the wanted distributions; None if it was taken back."""
    report = pip(
        "install", "--dry-run", "--ignore-installed", "--no-deps", "--ignore-requires-python",
        "--quiet", "--report", "-", f"{name}=={release}",
    )
    if not report:
        sys.exit(f"{name} {release} could not be asked for")
    found = json.loads(report)["install"][0]
    lines = []
    for line in found["metadata"].get("requires_dist") or []:
        requirement, _, marker = line.partition(";")
        split = re.match(r"([\w.-]+)(?:\[[^]]*\])?\s*\(?([^)]*)\)?", requirement.strip())
        normal = re.sub(r"[-_.]+", "-", split.group(1)).lower()
        # What holds for an extra, or on some Pythons only, restricts not every install.
        if normal in wanted and not marker.strip() and split.group(2).strip():
            lines.append(normal + split.group(2).replace(" ", ""))
    return " ".join(sorted(lines))


def known():
    rows = {}
    if TABLE.exists():
        for line in TABLE.read_text().splitlines():
            if not line.startswith("#"):
                name, _, requirements, releases = line.split("\t")
                rows.update({(name, release): requirements for release in releases.split(" ")})
    return rows


def main():
    before = {} if "--all" in sys.argv else known()
    lines = []
    for name, (oldest, wanted) in WANTED.items():
        by_python = {it: versions(name, "--python-version", it) for it in PYTHONS}
        listed = set().union(*by_python.values())
        releases = sorted((it for it in listed if key(it) >= key(oldest)), key=key)
        rows = []
        for release in releases:
            requirements = before.get((name, release)) if wanted else ""
            if requirements is None:
                requirements = required(name, release, wanted)
            row = (pythons(name, release, by_python), requirements)
            if rows and rows[-1][0] == row:
                rows[-1][1].append(release)
            else:
                rows.append((row, [release]))
        lines += ["\t".join([name, *row, " ".join(those)]) for row, those in rows]
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(HEADER + "\n".join(lines) + "\n")


main()
