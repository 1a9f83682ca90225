"""Takes out of a shared library of Linux what nobody needs to run it."""

from __future__ import annotations

import struct

_MAGIC = b"\x7fELF\x02\x01"
# ELF-64: where the header says where the sections are, how many, and which holds their names.
_SECTIONS, _COUNTS = 0x28, 0x3A
_SECTION = struct.Struct("<IIQQQQIIQQ")
_SYMBOLS, _TEXTS = 2, 3


def without_symbols(library: bytes) -> bytes:
    """A library without the table of its inner symbols, which only a debugger reads; as it is if it
    has none, or if anything stands behind it that has an address."""
    if not library.startswith(_MAGIC):
        return library
    (at,) = struct.unpack_from("<Q", library, _SECTIONS)
    size, count, names = struct.unpack_from("<HHH", library, _COUNTS)
    sections = [list(_SECTION.unpack_from(library, at + size * it)) for it in range(count)]
    tables = [it for it in sections if it[1] == _SYMBOLS]
    if len(tables) != 1:
        return library
    table = tables[0]
    begin, gone = table[4], (table, sections[table[6]])
    behind = [it for it in sections if it[4] >= begin and it not in gone]
    if behind != [sections[names]] or sections[names][1] != _TEXTS or at < begin:
        return library
    texts = sections[names]
    content = library[texts[4] : texts[4] + texts[5]]
    texts[4] = begin
    made = bytearray(library[:begin] + content)
    made += bytes(-len(made) % 8)
    kept = [it for it in sections if it not in gone]
    struct.pack_into("<Q", made, _SECTIONS, len(made))
    struct.pack_into("<HH", made, _COUNTS + 2, len(kept), kept.index(texts))
    for section in kept:
        made += _SECTION.pack(*section)
    return bytes(made)
