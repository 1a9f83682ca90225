"""The application as one module: scaffold's classes, and of the libraries what those reach."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from forms import classfile, project

# FreeMarker names classes of java.desktop, which would be half of an image, to look for beans and to
# show templates in a window. Neither happens here: java/freemarker/desktop has stubs for those names.
_DESKTOP = ("java/beans/", "javax/swing/tree/")
_STUBS = "freemarker/desktop/"
# Its formats of numbers have Java read what it knows of locales, in each run. No template has a number:
# in the classes that prepare those formats, the names lead to java/freemarker/numbers.
_NUMBERS = "java/text/DecimalFormat"
_NUMBER_STUBS = "freemarker/numbers/DecimalFormat"
_WITH_NUMBERS = {
    f"freemarker/core/{it}.class"
    for it in ("AbstractJSONLikeFormat", "JavaCFormat", "LegacyCFormat", "XSCFormat")
}
_LICENCE = re.compile(r"(?:META-INF/)?(?:LICENSE|NOTICE|about)(?:\.\w+)?", re.IGNORECASE)
_RELEASED = re.compile(r"META-INF/versions/(\d+)/(.+)")

# What stands in no jar: the licence that the author names in the library's pom.
_APACHE = "Apache-2.0, whose text is in LICENSE"
_LICENCES = {
    "freemarker": _APACHE + "; changed: it names freemarker.desktop in place of java.beans and "
    "javax.swing.tree, and in four classes freemarker.numbers in place of java.text.DecimalFormat, and "
    "freemarker/ext/beans/DefaultMemberAccessPolicy-rules is empty",
    "java-diff-utils": _APACHE,
    "org.eclipse.jgit": "BSD-3-Clause (Eclipse Distribution License 1.0), whose text is in about.html",
    "picocli": _APACHE,
    "tomlj": _APACHE,
}


@dataclass(frozen=True)
class Application:
    """Entries of the module by path, and the licences of what is in it."""

    entries: Mapping[str, bytes]
    legal: Mapping[str, bytes]


def jars() -> list[Path]:
    """The jars that the build made: scaffold's own first."""
    target = project.ROOT / "generator-cli" / "target"
    own = target / "scaffold.jar"
    if not own.is_file():
        project.refuse(
            "scaffold is not built", own, "run `mvn -B -ntp -q -DskipTests package` in the clone"
        )
    return [own, *sorted((target / "lib").glob("*.jar"))]


def sources_of_picocli() -> Path:
    """The sources that picocli's author released beside the jar, fetched once, by Maven."""
    version = project.property_of_pom("picocli.version")
    folder = project.TARGET / "sources"
    jar = folder / f"picocli-{version}-sources.jar"
    if not jar.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        plugin = project.property_of_pom("maven.dependency.version")
        goal = f"org.apache.maven.plugins:maven-dependency-plugin:{plugin}:copy"
        artifact = f"-Dartifact=info.picocli:picocli:{version}:jar:sources"
        project.run(["mvn", "-B", "-ntp", "-q", goal, artifact, f"-DoutputDirectory={folder}"])
    return jar


def application(feature: int, sources: Iterable[Path] | None = None) -> Application:
    """What the jars hold for Java `feature`."""
    own, *libraries = list(sources) if sources is not None else jars()
    entries = _entries(own, feature)
    reached = dict(entries)
    legal = {"LICENSE": (project.ROOT / "LICENSE").read_bytes()}
    notes = [f"scaffold {project.project().version}: {_APACHE}\n"]
    offered: dict[str, bytes] = {}
    for jar in libraries:
        name = re.sub(r"-\d.*", "", jar.stem)
        if name not in _LICENCES:
            project.refuse("the licence of a library is not known", jar, f"add {name} to {__file__}")
        notes.append(f"{name}: {_LICENCES[name]}\n")
        for path, content in _entries(jar, feature).items():
            if _LICENCE.fullmatch(path):
                legal[f"{name}/{PurePosixPath(path).name}"] = content
            else:
                offered.setdefault(path, content)
    for path, content in offered.items():
        if path.startswith("freemarker/") and path.endswith(".class"):
            for package in _DESKTOP:
                content = classfile.renamed(content, package, _STUBS)
            if path in _WITH_NUMBERS:
                content = classfile.renamed(content, _NUMBERS, _NUMBER_STUBS)
            offered[path] = content
    _reach(reached, offered)
    legal["LIBRARIES"] = "".join(notes).encode()
    return Application(dict(sorted(reached.items())), dict(sorted(legal.items())))


def _entries(jar: Path, feature: int) -> dict[str, bytes]:
    """A jar's files as Java `feature` sees them, without what only jars have."""
    found: dict[str, bytes] = {}
    newest: dict[str, int] = {}
    with zipfile.ZipFile(jar) as archive:
        for entry in archive.infolist():
            path, release = entry.filename, 0
            if match := _RELEASED.fullmatch(path):
                release, path = int(match[1]), match[2]
            kept = not path.startswith(("META-INF/", "OSGI-INF/")) or _LICENCE.fullmatch(path)
            if entry.is_dir() or not kept or PurePosixPath(path).name == "module-info.class":
                continue
            if newest.get(path, -1) < release <= feature:
                newest[path] = release
                found[path] = archive.read(entry)
    return found


def _reach(reached: dict[str, bytes], offered: Mapping[str, bytes]) -> None:
    """Adds the libraries' classes that are named by those which are reached, and all other files in
    their folders and in those above. An entry of scaffold's own shadows a library's."""
    waiting = [path for path in reached if path.endswith(".class")]
    while waiting:
        for name in sorted(classfile.names(reached[waiting.pop()])):
            path = f"{name}.class"
            if path in offered and path not in reached:
                reached[path] = offered[path]
                waiting.append(path)
    classes = [PurePosixPath(path) for path in reached if path.endswith(".class")]
    folders = {folder for path in classes for folder in path.parents if folder.name}
    for path, content in offered.items():
        if not path.endswith(".class") and PurePosixPath(path).parent in folders:
            reached.setdefault(path, content)
