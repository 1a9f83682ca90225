"""The `sh` files that start the installed forms: no Python and no Node starts before Java does."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping

from forms import archive, bundle, image, project

_PART = r"^# begin: {0}\n(.*?)^# end: {0}\n"
_INSERT = re.compile(r"^# insert: (\w+)\n", re.MULTILINE)
_VALUE = re.compile(r"@(\w+)@")


def launcher(name: str, values: Mapping[str, str]) -> bundle.Content:
    """A launcher's text, with the lines that it shares with the clone's and with its values."""
    clone = (project.ROOT / "scaffold").read_text()

    def shared(match: re.Match[str]) -> str:
        part = re.search(_PART.format(match[1]), clone, re.MULTILINE | re.DOTALL)
        if part is None:
            project.refuse(f"no part {match[1]}", project.ROOT / "scaffold", "mark it again")
        return part[1]

    text = (project.PACKAGING / "launchers" / f"{name}.sh").read_text()
    text = _INSERT.sub(shared, _VALUE.sub(lambda match: values[match[1]], text))
    return bundle.Content(text.encode(), program=True)


def of_image(files: bundle.Files, *places: str) -> bundle.Content:
    """The launcher of an image that stands at one of `places`, seen from the launcher."""
    values = {
        "places": " ".join(places),
        "name": project.NAME,
        "main": project.MAIN,
        "flags": " ".join(image.FLAGS),
        "everything": archive.EVERYTHING,
        "everything_sum": posix_checksum(files[archive.EVERYTHING].bytes),
        "new": archive.NEW,
        "new_sum": posix_checksum(files[archive.NEW].bytes),
        "tell": archive.TELL,
        "tell_sum": posix_checksum(files[archive.TELL].bytes),
    }
    return launcher("image", values)


def posix_checksum(content: bytes) -> str:
    """What the command `cksum` says of a file."""
    ended = subprocess.run(["cksum"], input=content, stdout=subprocess.PIPE, check=True)
    return ended.stdout.decode().strip()
