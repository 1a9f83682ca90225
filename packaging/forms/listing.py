"""What is told about the forms: which software is in them, and their checksums."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from forms import application, bundle, project

_JAVA_LICENCE = "GPL-2.0-only WITH Classpath-exception-2.0"
_MAVEN = {
    "picocli": ("info.picocli", "picocli.version", "Apache-2.0"),
    "freemarker": ("org.freemarker", "freemarker.version", "Apache-2.0"),
    "tomlj": ("org.tomlj", "tomlj.version", "Apache-2.0"),
    "java-diff-utils": ("io.github.java-diff-utils", "java-diff-utils.version", "Apache-2.0"),
    "org.eclipse.jgit": ("org.eclipse.jgit", "jgit.version", "BSD-3-Clause"),
}


def bill_of_materials(files: bundle.Files) -> tuple[str, bytes]:
    """The name and bytes of a CycloneDX document of what is in an image. It says no time, so that
    it is the same each time it is made."""
    about = project.project()
    release = dict(
        re.findall(r'^(\w+)="(.*)"$', files["release"].bytes.decode(), re.MULTILINE)
    )
    components = [
        _component("platform", "OpenJDK", release["JAVA_VERSION"], _JAVA_LICENCE)
        | {"supplier": {"name": release.get("IMPLEMENTOR", "unknown")}}
    ]
    jars = {re.sub(r"-\d.*", "", jar.stem): jar for jar in application.jars()[1:]}
    for name, (group, version, licence) in sorted(_MAVEN.items()):
        number = project.property_of_pom(version)
        library = _component("library", name, number, licence)
        library |= {"group": group, "purl": f"pkg:maven/{group}/{name}@{number}"}
        digest = hashlib.sha256(jars[name].read_bytes()).hexdigest()
        components.append(library | {"hashes": [{"alg": "SHA-256", "content": digest}]})
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component("application", project.NAME, about.version, "Apache-2.0")},
        "components": components,
    }
    text = json.dumps(document, indent=2) + "\n"
    return f"{project.NAME}-{about.version}.cdx.json", text.encode()


def _component(kind: str, name: str, version: str, licence: str) -> dict[str, object]:
    named = {"expression": licence} if " " in licence else {"license": {"id": licence}}
    return {"type": kind, "name": name, "version": version, "licenses": [named]}


def checksums(folder: Path) -> tuple[str, bytes]:
    """The name and bytes of the list that `sha256sum -c` reads."""
    made = sorted(it for it in folder.iterdir() if it.is_file() and it.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(it.read_bytes()).hexdigest()}  {it.name}\n" for it in made]
    return "SHA256SUMS", "".join(lines).encode()
