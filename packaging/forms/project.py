"""What the forms have to know of the project, read from where it stands once: the root pom."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
# Git ignores every folder of this name.
TARGET = PACKAGING / "target"

NAME = "loopscope-scaffold"
COMMANDS = ("loopscope-scaffold", "scaffold")
MODULE = "dev.loopscope.scaffold"
MAIN = f"{MODULE}/{MODULE}.cli.Main"
REHEARSAL = f"{MODULE}/{MODULE}.cli.Rehearsal"
SHARED_FILES = f"{MODULE}.cli.SharedFiles"
PLATFORM = "linux_x86_64"


def refuse(what: str, where: object, action: str) -> NoReturn:
    """Ends the build: what is wrong, where, and what to do."""
    sys.exit(f"packaging: {what}\n       at: {where}\n     next: {action}")


@dataclass(frozen=True)
class Project:
    """The root pom's version, texts and addresses."""

    version: str
    summary: str
    repository: str


def run(command: Sequence[str], where: Path = ROOT) -> str:
    """Runs a step of the build, which ends if the step fails."""
    ended = subprocess.run(
        command, cwd=where, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if ended.returncode != 0:
        told = (ended.stdout + ended.stderr).strip()
        refuse(f"exit {ended.returncode} of {' '.join(command)}", where, told)
    return ended.stdout


def property_of_pom(name: str) -> str:
    """A property of the root pom."""
    return _text(f"properties/{name}")


def project() -> Project:
    return Project(_text("version"), _text("description"), property_of_pom("scaffold.repository"))


def _text(path: str) -> str:
    root = ElementTree.parse(ROOT / "pom.xml").getroot()
    found = root.findtext("/".join(f"{{*}}{step}" for step in path.split("/")))
    if not found:
        refuse(f"there is no {path}", ROOT / "pom.xml", "add it")
    return found.strip()
