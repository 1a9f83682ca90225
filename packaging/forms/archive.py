"""Archives of loaded classes: Java takes from them what it would have to read, check and link."""

from __future__ import annotations

import re
import shutil
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from forms import project

# What every command is run with, and the archive that Java takes without being told.
EVERYTHING = "lib/server/classes.jsa"
# For the commands that are over in a blink, with the commands that it is made from. Java has all of its
# classes loaded and linked before the first line of scaffold runs, lambdas too, so there are only those
# in it that these commands need.
NEW = "lib/server/new.jsa"
TELL = "lib/server/tell.jsa"
_LINKED_ARCHIVES = {NEW: ("new",), TELL: ("--version", "--help")}

# What a list tells beside classes: lambdas, and which constants of a class were looked up, by which a
# class is linked. In a few it depends on how threads come into each other's way.
_LAMBDAS, _CONSTANTS = "@lambda", "@cp "
_BY_CHANCE = re.compile(r"@cp java/(?:io/BufferedInputStream|util/Arrays|util/concurrent/\S+) ")
_LINKED = "-XX:+AOTClassLinking"
# What makes lambdas. Those of the rehearsal are in the archive, so nothing makes any.
_LAMBDA_MAKERS = ("java/lang/classfile/", "jdk/internal/classfile/")

# Where an archive of JDK 25 says what (cdsFileMapHeaderBase in cds.h): the header's checksum, size,
# and what the checksum is of; the regions, each with its checksum first, and where it is.
_HEADER_SUM, _HEADER_SIZE, _SUMMED = 4, 12, 16
_FIRST_REGION, _REGION, _REGIONS = 0x18, 0x60, 5
_REGION_FIELDS = (0x18, 0x28)

# One archive is made after the other. What else is in them, such as an address, is further apart.
_MILLIS_BETWEEN = 3_600_000


def make(image: Path, scratch: Path, flags: Sequence[str]) -> None:
    """Writes the archives into an image."""
    # With several processors, which classes and lambdas are met depends on who comes first.
    calm = ("-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC", *flags)
    java = [str(image / "bin" / "java"), *calm]
    listed = _in_order(_listed(java, scratch), _LAMBDAS)
    (image / EVERYTHING).write_bytes(_dumped(java, listed, scratch))
    for archive, commands in _LINKED_ARCHIVES.items():
        few = _in_order(_listed(java, scratch, *commands), _LAMBDAS, _CONSTANTS)
        few = "".join(it for it in few.splitlines(True) if not it.startswith(_LAMBDA_MAKERS))
        one, other = (_dumped([*java, _LINKED], few, scratch) for _ in range(2))
        (image / archive).write_bytes(without_clock(one, other))


def _listed(java: Sequence[str], scratch: Path, *commands: str) -> str:
    """The classes that a rehearsal loads, of all commands or of these."""
    listed = scratch / "classes.lst"
    rehearsal = scratch / "rehearsal"
    rehearsal.mkdir()
    # What compiled code looks up is not listed, and when a method is compiled depends on the clock.
    options = ["-Xint", "-Xshare:off", f"-XX:DumpLoadedClassList={listed}", "-m", project.REHEARSAL]
    project.run([*java, *options, str(rehearsal), *commands])
    shutil.rmtree(rehearsal)
    return listed.read_text()


def _dumped(java: Sequence[str], listed: str, scratch: Path) -> bytes:
    classes, archive = scratch / "classes.lst", scratch / "classes.jsa"
    classes.write_text(listed)
    options = [f"-XX:SharedClassListFile={classes}", f"-XX:SharedArchiveFile={archive}"]
    project.run([*java, "-Xshare:dump", *options, "-m", project.MAIN])
    return archive.read_bytes()


def _in_order(listed: str, *kept: str) -> str:
    """A list of classes without the numbers in which threads met them, classes before the rest."""
    lines = {re.sub(r" id: \d+$", "", line) for line in listed.splitlines()}
    named = {line for line in lines if not line.startswith(("#", "@"))}
    more = {line for line in lines if line.startswith(kept) and not _BY_CHANCE.match(line)}
    return "".join(f"{line}\n" for line in [*sorted(named), *sorted(more)])


def without_clock(one: bytes, other: bytes) -> bytes:
    """An archive without the one thing in which it differs from another one of the same classes:
    soft references among the archived objects hold how long the machine has been running."""
    made = bytearray(one)
    same = len(one) == len(other)
    for at in range(_number(one, _HEADER_SIZE, 4), len(one), 8):
        if one[at : at + 8] != other[at : at + 8]:
            same = same and abs(_number(one, at, 8) - _number(other, at, 8)) < _MILLIS_BETWEEN
            made[at : at + 8] = bytes(8)
    if not same:
        _differs("two archives of the same classes differ in more than the time")
    for region in range(_FIRST_REGION, _FIRST_REGION + _REGIONS * _REGION, _REGION):
        begin, size = (_number(one, region + field, 8) for field in _REGION_FIELDS)
        if zlib.crc32(one[begin : begin + size]) != _number(one, region, 4):
            _differs("this JDK's archives have another layout")
        made[region : region + 4] = _checksum(made[begin : begin + size])
    size = _number(one, _HEADER_SIZE, 4)
    if zlib.crc32(one[_SUMMED:size]) != _number(one, _HEADER_SUM, 4):
        _differs("this JDK's archives have another layout")
    made[_HEADER_SUM : _HEADER_SUM + 4] = _checksum(made[_SUMMED:size])
    return bytes(made)


def _number(archive: bytes, at: int, size: int) -> int:
    return int.from_bytes(archive[at : at + size], "little")


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(4, "little")


def _differs(what: str) -> NoReturn:
    project.refuse(what, "java -Xshare:dump", "take a JDK 25, or see to packaging/forms/archive.py")
