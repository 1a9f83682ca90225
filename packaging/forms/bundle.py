"""Archives whose bytes depend on nothing but what is put into them."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# The earliest that a zip file can say. No clock, no user and no umask stands in an archive.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
TAR_EPOCH = 315532800


@dataclass(frozen=True)
class Content:
    """A file's bytes, and whether it is a program."""

    bytes: bytes
    program: bool = False

    @property
    def mode(self) -> int:
        return 0o755 if self.program else 0o644


Files = Mapping[str, Content]


def of_tree(tree: Path, under: str = "") -> dict[str, Content]:
    """Every file of a folder by its path below `under`; links are the files that they lead to."""
    found = {}
    for path in sorted(tree.rglob("*")):
        if path.is_file():
            program = bool(path.stat().st_mode & 0o100)
            name = under + path.relative_to(tree).as_posix()
            found[name] = Content(path.read_bytes(), program)
    return found


def write_tree(files: Files, folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.bytes)
        path.chmod(content.mode)


def zipped(files: Files, level: int = 9) -> bytes:
    """A zip file with the files in the order that they are given in."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.create_system = 3
            entry.external_attr = (0o100000 | content.mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
            archive.writestr(entry, content.bytes, compresslevel=level or None)
    return out.getvalue()


def tarred(files: Files, folders: bool = False) -> bytes:
    """A tar file packed by gzip, with an entry for each folder too if asked for."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as archive:
        made: set[str] = set()
        for name, content in sorted(files.items()):
            parents = [str(it) for it in Path(name).parents][-2::-1] if folders else []
            for parent in parents:
                if parent not in made:
                    made.add(parent)
                    archive.addfile(_entry(f"{parent}/", 0o755, tarfile.DIRTYPE))
            entry = _entry(name, content.mode, tarfile.REGTYPE)
            entry.size = len(content.bytes)
            archive.addfile(entry, io.BytesIO(content.bytes))
    return gzip.compress(out.getvalue(), zlib.Z_BEST_COMPRESSION, mtime=0)


def _entry(name: str, mode: int, kind: bytes) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.mode, entry.type, entry.mtime = mode, kind, TAR_EPOCH
    entry.uname = entry.gname = "root"
    return entry


def ar(members: Sequence[tuple[str, bytes]]) -> bytes:
    """The archive that a Debian package is."""
    parts = [b"!<arch>\n"]
    for name, content in members:
        head = f"{name:<16}{TAR_EPOCH:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
        parts += [head.encode(), content, b"\n" * (len(content) % 2)]
    return b"".join(parts)
