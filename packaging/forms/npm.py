"""npm packages: one with the commands, and an optional one for each platform, with its image."""

from __future__ import annotations

import json
from collections.abc import Mapping

from forms import bundle, launcher, project

_PLATFORM = f"{project.NAME}-linux-x64"
# npm puts the platform's package beside the other, or below it.
_PLACES = (f"../../{_PLATFORM}/image", f"../node_modules/{_PLATFORM}/image")


def of_commands(files: bundle.Files) -> tuple[str, bytes]:
    """The name and bytes of the package that people name."""
    start = launcher.of_image(files, *_PLACES)
    fields = {
        "bin": {name: "bin/scaffold" for name in project.COMMANDS},
        "optionalDependencies": {_PLATFORM: project.project().version},
    }
    readme = bundle.Content((project.PACKAGING / "description.md").read_bytes())
    licence = bundle.Content((project.ROOT / "LICENSE").read_bytes())
    contents = {"bin/scaffold": start, "README.md": readme, "LICENSE": licence}
    return _package(project.NAME, "Apache-2.0", fields, contents)


def of_platform(files: bundle.Files) -> tuple[str, bytes]:
    """The name and bytes of the package with the image."""
    fields = {"os": ["linux"], "cpu": ["x64"], "libc": ["glibc"]}
    licence = "SEE LICENSE IN image/legal"
    image = {f"image/{name}": it for name, it in files.items()}
    return _package(_PLATFORM, licence, fields, image)


def _package(
    name: str, licence: str, fields: Mapping[str, object], contents: bundle.Files
) -> tuple[str, bytes]:
    about = project.project()
    described = {
        "name": name,
        "version": about.version,
        "description": about.summary,
        "license": licence,
        "repository": {"type": "git", "url": f"git+{about.repository}.git"},
        **fields,
    }
    text = bundle.Content((json.dumps(described, indent=2) + "\n").encode())
    files = {f"package/{path}": it for path, it in {"package.json": text, **contents}.items()}
    return f"{name}-{about.version}.tgz", bundle.tarred(files)
