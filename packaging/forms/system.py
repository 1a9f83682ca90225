"""Forms for whole systems: a Debian package, and what a container image is built from."""

from __future__ import annotations

import gzip

from forms import bundle, launcher, project

_PLACE = f"lib/{project.NAME}"


def _installed(files: bundle.Files) -> dict[str, bundle.Content]:
    start = launcher.of_image(files, f"../{_PLACE}")
    found = {f"usr/{_PLACE}/{name}": it for name, it in files.items()}
    return found | {f"usr/bin/{name}": start for name in project.COMMANDS}


def _shared(files: bundle.Files) -> dict[str, bundle.Content]:
    found = {}
    for name, it in files.items():
        if name.startswith("man/"):
            name, it = f"{name}.gz", bundle.Content(gzip.compress(it.bytes, mtime=0))
        found[f"usr/share/{name}"] = it
    return found


def debian(files: bundle.Files, shared: bundle.Files) -> tuple[str, bytes]:
    """The name and bytes of a package for Debian and what is made of it; `shared` goes to /usr/share."""
    about = project.project()
    installed = _installed(files) | _shared(shared)
    copyright_ = f"Source: {about.repository}\n\nLicences: /usr/{_PLACE}/legal\n\n".encode()
    copyright_ += files["legal/scaffold/LIBRARIES"].bytes
    installed[f"usr/share/doc/{project.NAME}/copyright"] = bundle.Content(copyright_)
    size = sum(len(it.bytes) for it in installed.values()) // 1024
    control = [
        f"Package: {project.NAME}",
        f"Version: {about.version}",
        "Architecture: amd64",
        f"Maintainer: scaffold <{about.repository}>",
        f"Installed-Size: {size}",
        "Depends: libc6 (>= 2.17)",
        "Section: devel",
        "Priority: optional",
        f"Homepage: {about.repository}",
        f"Description: {about.summary}",
        " It also finds the loop-scope bugs of suites that are there already.",
    ]
    text = bundle.Content("".join(f"{line}\n" for line in control).encode())
    members = [
        ("debian-binary", b"2.0\n"),
        ("control.tar.gz", bundle.tarred({"./control": text})),
        ("data.tar.gz", bundle.tarred({f"./{it}": installed[it] for it in installed}, True)),
    ]
    return f"{project.NAME}_{about.version}_amd64.deb", bundle.ar(members)


def container(files: bundle.Files) -> tuple[str, bytes]:
    """The name and bytes of the context that a container image is built from."""
    dockerfile = (project.PACKAGING / "docker" / "Dockerfile").read_bytes()
    context = {"Dockerfile": bundle.Content(dockerfile), **_installed(files)}
    return f"{project.NAME}-{project.project().version}-docker.tar.gz", bundle.tarred(context)
