"""The run-time image: the part of a JDK that scaffold needs, scaffold in it, and archives of
loaded classes."""

from __future__ import annotations

import os
import re
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from forms import application, archive, bundle, elf, project

# java.base is all that scaffold needs; Python sources may be in a character set of the other.
_MODULES = (project.MODULE, "jdk.charsets")
# Nothing of these is needed to run, and the first is a clock.
_LEFT_OUT = ("lib/classlist", "lib/jrt-fs.jar", "lib/jexec", "bin/keytool", "bin/jrunscript")
# A run is too short for a second compiler, for counters on the disk and to look for logging libraries.
_SHORT = (
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    "-Dorg.freemarker.loggerLibrary=none",
)
# The archive of classes is mapped where it was made for, because to move it takes longer than to read
# it.
FLAGS = (
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:ArchiveRelocationMode=0",
    "-Xlog:disable",
    *_SHORT,
)
FLAGS_OF_ANY_JAVA = ("-XX:+IgnoreUnrecognizedVMOptions", "-Xshare:auto", *_SHORT)
# What the jar runs on, so that any JDK from there on makes it, and what an image is made of.
OLDEST_OF_THE_JAR = 17
OLDEST_OF_THE_IMAGE = 25


@dataclass(frozen=True)
class Jdk:
    """A JDK that images are made from."""

    home: Path
    feature: int

    def tool(self, name: str) -> str:
        return str(self.home / "bin" / name)


def jdk(home: str | None, oldest: int) -> Jdk:
    """The JDK at `home`; it decides the version of Java that is installed, so it is never guessed."""
    name_one = f"name a JDK, {oldest} or newer"
    if not home:
        project.refuse("no JDK is named", "--jdk, JAVA_HOME", f"{name_one}, with jlink")
    place = Path(home).resolve()
    release = place / "release"
    if not (place / "bin" / "jlink").is_file() or not release.is_file():
        project.refuse("no JDK with jlink is there", place, name_one)
    version = re.search(r'^JAVA_VERSION="(\d+)', release.read_text(), re.MULTILINE)
    if version is None or int(version[1]) < oldest:
        project.refuse(f"this JDK is older than {oldest}", place, name_one)
    return Jdk(place, int(version[1]))


def image(java: Jdk, sources: Iterable[Path] | None = None) -> dict[str, bundle.Content]:
    """Every file of an image made from `java` and the jars of the application."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        made = application.application(java.feature, sources)
        _link(java, made, scratch)
        for library in (scratch / "image" / "lib").rglob("*.so"):
            library.write_bytes(elf.without_symbols(library.read_bytes()))
        archive.make(scratch / "image", scratch, _SHORT)
        files = bundle.of_tree(scratch / "image")
    return {**files, **_legal(made)}


def jar(java: Jdk, sources: Iterable[Path] | None = None) -> dict[str, bundle.Content]:
    """The application as one jar for every Java from 17 on, with its licences."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        made = application.application(OLDEST_OF_THE_JAR, sources)
        classes = _classes(java, made, scratch, ("--release", str(OLDEST_OF_THE_JAR)))
        del classes["module-info.class"]
        manifest = f"Manifest-Version: 1.0\nMain-Class: {project.MODULE}.cli.Main\n\n"
        entries = {"META-INF/MANIFEST.MF": bundle.Content(manifest.encode()), **classes}
    return {"scaffold.jar": bundle.Content(bundle.zipped(entries)), **_legal(made)}


def shared(java: Jdk, sources: Iterable[Path] | None = None) -> dict[str, bundle.Content]:
    """What a system keeps below /usr/share: pages of the manual, and completions."""
    jars = list(sources) if sources is not None else application.jars()
    with tempfile.TemporaryDirectory() as folder:
        path = os.pathsep.join(str(it) for it in jars)
        project.run([java.tool("java"), *_SHORT, "-cp", path, project.SHARED_FILES, folder])
        return bundle.of_tree(Path(folder))


def _legal(made: application.Application) -> dict[str, bundle.Content]:
    return {f"legal/scaffold/{name}": bundle.Content(it) for name, it in made.legal.items()}


def _classes(
    java: Jdk, made: application.Application, scratch: Path, options: tuple[str, ...] = ()
) -> dict[str, bundle.Content]:
    """The module's files, with those that are compiled here."""
    classes = scratch / "module"
    bundle.write_tree({name: bundle.Content(it) for name, it in made.entries.items()}, classes)
    _compile(java, project.PACKAGING / "java", classes, options)
    picocli = _unpacked(application.sources_of_picocli(), scratch / "picocli")
    _compile(java, picocli, classes, options)
    return bundle.of_tree(classes)


def _link(java: Jdk, made: application.Application, scratch: Path) -> None:
    # jlink takes a module's classes in the order in which a jar has them.
    jar = scratch / "scaffold.jar"
    jar.write_bytes(bundle.zipped(_classes(java, made, scratch), level=0))
    options = ["--strip-java-debug-attributes", "--no-header-files", "--no-man-pages"]
    options += ["--vm", "server", "--exclude-files", ",".join(f"/**/{it}" for it in _LEFT_OUT)]
    options += ["--module-path", str(jar), "--add-modules", ",".join(_MODULES)]
    project.run([java.tool("jlink"), *options, "--output", str(scratch / "image")])


def _compile(java: Jdk, sources: Path, classes: Path, more: tuple[str, ...]) -> None:
    files = sorted(str(path) for path in sources.rglob("*.java"))
    options = [*more, "-proc:none", "-nowarn", "-XDstringConcat=inline", "-cp", str(classes)]
    project.run([java.tool("javac"), *options, "-d", str(classes), *files])


def _unpacked(jar: Path, folder: Path) -> Path:
    """The sources in a jar. The format of picocli's classes is so old that Java archives none."""
    with zipfile.ZipFile(jar) as archive:
        names = [it for it in archive.namelist() if re.fullmatch(r"picocli/\w+\.java", it)]
        archive.extractall(folder, names)
    return folder
