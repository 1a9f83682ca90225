"""Tells a Python's version, what is installed for it, and what of that does not go together."""

import re
import sys
from importlib import metadata


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


print("python", ".".join(map(str, sys.version_info[:3])), sep="\t")
found = {}
for distribution in metadata.distributions():
    try:
        name = distribution.metadata["Name"]
        complete = name and distribution.version
    except Exception:
        # What cannot be read of one says nothing of the others.
        continue
    if complete:
        found.setdefault(normal(name), distribution)
for name, distribution in sorted(found.items()):
    print("has", name, distribution.version, sep="\t")

try:
    from packaging.requirements import Requirement
except ImportError:
    try:
        from pip._vendor.packaging.requirements import Requirement
    except ImportError:
        sys.exit()

for name, distribution in sorted(found.items()):
    for text in distribution.requires or ():
        try:
            needed = Requirement(text)
            if needed.marker is not None and not needed.marker.evaluate({"extra": ""}):
                continue
            there = found.get(normal(needed.name))
            if there is not None and needed.specifier.contains(there.version, prereleases=True):
                continue
        except Exception:
            continue
        has = f"{there.version} is installed" if there is not None else "it is not installed"
        print("conflict", f"{name} {distribution.version} needs {needed.name}{needed.specifier}, and {has}", sep="\t")
