"""Runs pytest, as its own program does, with the plugin that lies beside this file."""

import os
import sys
from importlib import metadata


def program():
    """What an installed `pytest` calls."""
    for entry in metadata.distribution("pytest").entry_points:
        if entry.group == "console_scripts" and entry.name == "pytest":
            return entry.load()
    from pytest import console_main

    return console_main


if __name__ == "__main__":
    if sys.argv[1] == "all-to-stderr":
        os.dup2(2, 1)
    del sys.argv[1]
    sys.argv[0] = "pytest"
    place = os.path.dirname(os.path.abspath(__file__))
    if place not in sys.path:
        # PYTHONSAFEPATH leaves it out.
        sys.path.insert(0, place)
    sys.exit(program()())
