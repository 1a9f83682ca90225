"""Reads and renames what a Java class file names (JVM specification, section 4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Bytes of a constant after its tag, by tag; 1 is text, whose length stands in it.
_SIZES = {3: 4, 4: 4, 5: 8, 6: 8, 7: 2, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4}
_SIZES |= {15: 3, 16: 2, 17: 4, 18: 4, 19: 2, 20: 2}
_TEXT = 1
_TWO_SLOTS = (5, 6)
_NAME = re.compile(rb"[\w$-]+(?:[/.][\w$-]+)+")


def _constants(content: bytes) -> Iterator[tuple[int, int, int]]:
    """The tag, start and end of each constant."""
    if content[:4] != b"\xca\xfe\xba\xbe":
        raise ValueError("no class file")
    count = int.from_bytes(content[8:10], "big")
    slot, start = 1, 10
    while slot < count:
        tag = content[start]
        size = _SIZES.get(tag)
        if tag == _TEXT:
            size = 2 + int.from_bytes(content[start + 1 : start + 3], "big")
        if size is None:
            raise ValueError(f"constant {slot} has the unknown tag {tag}")
        yield tag, start, start + 1 + size
        start += 1 + size
        slot += 2 if tag in _TWO_SLOTS else 1


def names(content: bytes) -> set[str]:
    """Whatever in a class file could name a class, as `a/b/C`: types, descriptors and texts, so that
    classes which are only looked up by name are among them."""
    found = set()
    for tag, start, end in _constants(content):
        if tag == _TEXT:
            for name in _NAME.findall(content[start + 3 : end]):
                plain = name.decode().replace(".", "/")
                # A descriptor's types follow each other: (ILa/B;)La/C;
                found.add(plain)
                if plain[0] in "LIJZBCDFSVT" and "L" in plain:
                    found.add(plain[plain.index("L") + 1 :])
    return found


def renamed(content: bytes, old: str, new: str) -> bytes:
    """A class file that names packages below `new` where it named those below `old`."""
    made, copied = [], 0
    for tag, start, end in _constants(content):
        text = content[start + 3 : end]
        if tag == _TEXT and old.encode() in text:
            text = text.replace(old.encode(), new.encode())
            made += [content[copied : start + 1], len(text).to_bytes(2, "big"), text]
            copied = end
    return b"".join([*made, content[copied:]])
