#!/usr/bin/env python3
"""How long `scaffold new` takes as a whole process, beside other ways to write the same files.

Every case runs once in each round, so that noise of the machine hits all of them alike. What a case
wrote is compared with what `scaffold new` wrote, byte for byte, so that no case is fast because it
does less. See README.md in this folder.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HOME = Path(__file__).resolve().parent
ROOT = HOME.parent
# Git ignores every folder of this name.
CACHE = HOME / "target"
LAUNCHER = ROOT / "scaffold"

NAME = "demo"
BACKENDS = "asyncio,trio"
ARCHETYPE = "archetype-multibackend"
# Another archetype, which writes other files: what the plugin itself takes.
QUICKSTART = ("org.apache.maven.archetypes", "maven-archetype-quickstart", "1.5")
ARCHETYPE_PLUGIN = "org.apache.maven.plugins:maven-archetype-plugin:3.4.1"
BASELINE = "cookiecutter"
EMPTY_IMAGE = "wheel: empty JVM"
RENDERERS = ("cookiecutter", "copier")

# What is a variable in the templates of the other tools, with its value in the tree scaffold wrote.
VARIABLES = {"name": NAME, "resource": "client", "python": "3.10"}

Tree = Mapping[str, bytes]


@dataclass
class Case:
    """One command, run in an empty folder, and the tree that it has to leave in `demo` there; none
    if that is its own matter."""

    name: str
    command: Sequence[str]
    writes: Tree | None
    every: int = 1
    env: Mapping[str, str] = field(default_factory=dict)
    wall: dict[int, float] = field(default_factory=dict)
    cpu: dict[int, float] = field(default_factory=dict)


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def run(command: Sequence[str], where: Path, env: Mapping[str, str] | None = None) -> str:
    """Runs a command and gives its output; ends the benchmark if it fails."""
    ended = subprocess.run(
        command,
        cwd=where,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if ended.returncode != 0:
        sys.exit(f"start_up.py: exit {ended.returncode} of {' '.join(command)}\n{ended.stdout}")
    return ended.stdout


def tree(folder: Path) -> Tree:
    """Every file below a folder, by its path there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differences(expected: Tree, found: Tree) -> Iterator[str]:
    for path in sorted({*expected, *found}):
        if path not in found:
            yield f"{path} is missing"
        elif path not in expected:
            yield f"{path} is too much"
        elif expected[path] != found[path]:
            yield f"{path} has other bytes"


def written_by_scaffold(scratch: Path, *options: str) -> Tree:
    """The tree that `scaffold new` writes."""
    where = Path(tempfile.mkdtemp(dir=scratch))
    run([str(LAUNCHER), "new", NAME, "--backends", BACKENDS, *options], where)
    return tree(where / NAME)


def java_tool(tool: str) -> str:
    """The tool of the JDK that the launcher takes."""
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", tool)) if home else tool


def empty_jvms(scratch: Path) -> list[Case]:
    """A main method without a statement: what no program on a JVM can be faster than."""
    source = scratch / "Empty.java"
    source.write_text("class Empty {\n  public static void main(String[] arguments) {}\n}\n")
    run([java_tool("javac"), source.name], scratch)
    # Read from the launcher, so that both cannot drift apart; its classes are not for this one.
    ours = r"bootclasspath|log|X:ArchiveClasses|X:SharedArchive|X:\+UseParallelGC|X:MaxNewSize|X:CompileThreshold"
    flags = list(dict.fromkeys(re.findall(rf"(?<=\s)-X(?!{ours})\S+", LAUNCHER.read_text())))
    if not flags:
        sys.exit("start_up.py: no -X flag stands in the launcher")
    command = ["-cp", str(scratch), "Empty"]
    return [
        Case("empty JVM", [java_tool("java"), *command], {}),
        Case("empty JVM, launcher's flags", [java_tool("java"), *flags, *command], {}),
    ]


def installed(scratch: Path, files: Tree) -> list[Case]:
    """The wheel as pip installs it, and an empty JVM of its image; none if no wheel was built."""
    built = sorted((ROOT / "packaging" / "target" / "dist").glob("*manylinux*.whl"))
    if not built:
        say("left out: the wheel, because packaging/build wheel was not run")
        return []
    place = scratch / "installed"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--target", str(place)]
    run([*pip, str(built[-1])], HOME)
    start = str(place / "bin" / "scaffold")
    java = place / "share" / "loopscope-scaffold" / "bin" / "java"
    # The flags of its launcher, but for those that are for scaffold.
    line = r'^exec "\$java" "\$whole" -XX:SharedArchiveFile="\$archive" (.*) "\$@"$'
    flags = re.search(line, Path(start).read_text(), re.MULTILINE)
    if flags is None:
        sys.exit("start_up.py: the wheel's launcher does not end as expected")
    empty = [str(java), "-XX:+UseSerialGC", *flags[1].split(), "-cp", str(scratch), "Empty"]
    return [
        Case(EMPTY_IMAGE, empty, {}),
        Case("wheel: scaffold new", [start, "new", NAME, "--backends", BACKENDS], files),
        Case("wheel: scaffold --version", [start, "--version"], {}),
        Case("wheel: scaffold --help", [start, "--help"], {}),
    ]


def as_jinja(text: str, variable: Callable[[str], str]) -> str:
    """A text that Jinja turns into the given one, with our variables in place of their values."""
    pieces = "|".join([r"\{\{", r"\{%", r"\{#", *map(re.escape, VARIABLES.values())])

    def replaced(match: re.Match[str]) -> str:
        for name, value in VARIABLES.items():
            if match.group() == value:
                return f"{{{{ {variable(name)} }}}}"
        return f'{{{{ "{match.group()}" }}}}'

    return re.sub(pieces, replaced, text)


def write_template(folder: Path, files: Tree, variable: Callable[[str], str]) -> None:
    """The template of a tool that renders names and texts with Jinja."""
    for path, content in files.items():
        target = folder / as_jinja(path, variable)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(as_jinja(content.decode(), variable), newline="")


def cookiecutter(venv: Path, scratch: Path, files: Tree) -> Case:
    template = scratch / "cookiecutter"
    write_template(template / "{{ cookiecutter.name }}", files, lambda name: f"cookiecutter.{name}")
    (template / "cookiecutter.json").write_text(json.dumps(VARIABLES))
    # Away from the user's own configuration and replays.
    config = scratch / "cookiecutter.yaml"
    config.write_text(f"cookiecutters_dir: {scratch}/cloned\nreplay_dir: {scratch}/replayed\n")
    return Case(
        "cookiecutter",
        [str(venv / "cookiecutter"), "--no-input", str(template)],
        files,
        env={"COOKIECUTTER_CONFIG": str(config)},
    )


def copier(venv: Path, scratch: Path, files: Tree) -> Case:
    template = scratch / "copier"
    write_template(template, files, lambda name: name)
    # JSON is YAML. Without a suffix every file is rendered, as the other tools do.
    settings = {"_templates_suffix": "", **VARIABLES}
    (template / "copier.yml").write_text(json.dumps(settings))
    command = [str(venv / "copier"), "copy", "--defaults", "--quiet", str(template), NAME]
    return Case("copier", command, files)


def renderers(scratch: Path, files: Tree) -> tuple[list[Case], dict[str, str]]:
    """The cases of the tools from PyPI, and their versions."""
    venv = CACHE / "venv" / "bin"
    if not (venv / "python").exists():
        run([sys.executable, "-m", "venv", str(CACHE / "venv")], HOME)
    say("installing the newest cookiecutter and copier")
    run([str(venv / "python"), "-m", "pip", "install", "-q", "--upgrade", *RENDERERS], HOME)
    ask = "import importlib.metadata as m, sys; print(m.version(sys.argv[1]))"
    versions = {
        tool: run([str(venv / "python"), "-c", ask, tool], HOME).strip() for tool in RENDERERS
    }
    return [cookiecutter(venv, scratch, files), copier(venv, scratch, files)], versions


def archetype_jar() -> Path | None:
    """The archetype's jar, built first if need be; none if this clone has no archetype."""
    module = ROOT / ARCHETYPE
    if not (module / "pom.xml").exists():
        say(f"left out: mvn archetype:generate, because there is no {ARCHETYPE}/pom.xml")
        return None
    if shutil.which("mvn") is None:
        say("left out: mvn archetype:generate, because mvn is not on the PATH")
        return None
    say(f"building {ARCHETYPE}")
    build = ["mvn", "-B", "-ntp", "-q", "-pl", ARCHETYPE, "-am", "-DskipTests", "package"]
    run(build, ROOT)
    return next(path for path in (module / "target").glob("*.jar") if "sources" not in path.name)


def archetype(scratch: Path, every: int) -> list[Case]:
    """`mvn archetype:generate`, from a local repository of its own, without the network."""
    jar = archetype_jar()
    if jar is None:
        return []
    version = jar.stem.removeprefix(f"{ARCHETYPE}-")
    place = CACHE / "repository" / "dev" / "loopscope" / ARCHETYPE / version
    place.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(jar, place / jar.name)
    ours = ("dev.loopscope", ARCHETYPE, version)
    elements = "".join(f"<{key}>{value}</{key}>" for key, value in coordinates(ours).items())
    pom = f"<project><modelVersion>4.0.0</modelVersion>{elements}</project>\n"
    (place / f"{jar.stem}.pom").write_text(pom)
    files = written_by_scaffold(scratch, "--maven")
    name = "mvn archetype:generate"
    return [
        generated(name, ours, [f"-Dbackends={BACKENDS}"], files, every, scratch),
        generated(f"{name}, quickstart", QUICKSTART, ["-DgroupId=x"], None, every, scratch),
    ]


def coordinates(archetype: tuple[str, str, str]) -> dict[str, str]:
    return dict(zip(("groupId", "artifactId", "version"), archetype))


def generated(
    name: str,
    archetype: tuple[str, str, str],
    more: list[str],
    files: Tree | None,
    every: int,
    scratch: Path,
) -> Case:
    """A case of the plugin, once what Maven needs for it is there."""
    command = ["mvn", "-B", "-ntp", "-q", f"-Dmaven.repo.local={CACHE / 'repository'}"]
    goal = [f"{ARCHETYPE_PLUGIN}:generate", "-DarchetypeCatalog=local"]
    for key, value in coordinates(archetype).items():
        goal.append(f"-Darchetype{key[0].upper()}{key[1:]}={value}")
    goal += [f"-DartifactId={NAME}", *more]
    say(f"fetching what Maven needs for {name}")
    run([*command, *goal], Path(tempfile.mkdtemp(dir=scratch)))
    return Case(name, [*command, "-o", *goal], files, every)


def measure(case: Case, number: int, scratch: Path) -> None:
    """Runs a case once, in a folder of its own, and looks at what it wrote."""
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        run(case.command, Path(folder), case.env)
        case.wall[number] = (time.perf_counter() - start) * 1000
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        case.cpu[number] = used * 1000
        found = tree(Path(folder, NAME))
        wrong = list(differences(found if case.writes is None else case.writes, found))
        if wrong:
            sys.exit("\n  ".join([f"start_up.py: {case.name} wrote another tree:", *wrong]))


def rounds(cases: Sequence[Case], count: int, scratch: Path) -> None:
    for number in range(-1, count):
        # Each round starts with another case, so that none always follows the same one.
        first = number % len(cases)
        for case in [*cases[first:], *cases[:first]]:
            if number % case.every == 0 or number < 0:
                measure(case, number, scratch)
        say(f"round {number + 1} of {count}" if number >= 0 else "warm")
    for case in cases:
        # The first round found files that no later one had to read from the disk.
        del case.wall[-1], case.cpu[-1]


def ratio(case: Case, baseline: Case) -> float:
    """The median of the rounds' ratios, not the ratio of medians."""
    ratios = [wall / baseline.wall[number] for number, wall in case.wall.items()]
    return round(statistics.median(ratios), 2)


def row(case: Case, baseline: Case, empty: Case | None) -> dict[str, object]:
    """The figures of a case."""
    low, middle, high = statistics.quantiles(case.wall.values(), n=4, method="inclusive")
    to_empty = {"ratio_to_empty": ratio(case, empty)} if empty else {}
    return {
        "name": case.name,
        "rounds": len(case.wall),
        "files": "its own" if case.writes is None else len(case.writes),
        "median_ms": round(middle, 1),
        "lower_quartile_ms": round(low, 1),
        "upper_quartile_ms": round(high, 1),
        "cpu_ms": round(statistics.median(case.cpu.values()), 1),
        "ratio": ratio(case, baseline),
        **to_empty,
    }


def table(rows: Sequence[Mapping[str, object]], markdown: bool) -> str:
    heads = ["case", "rounds", "files", "median ms", "quartiles", "cpu ms", f"to {BASELINE}"]
    heads += [f"to {EMPTY_IMAGE}"] if "ratio_to_empty" in rows[0] else []
    lines = [heads]
    for it in rows:
        quartiles = f"{it['lower_quartile_ms']:.0f} to {it['upper_quartile_ms']:.0f}"
        lines.append([str(it["name"]), str(it["rounds"]), str(it["files"])])
        lines[-1] += [f"{it['median_ms']:.0f}", quartiles, f"{it['cpu_ms']:.0f}"]
        lines[-1] += [f"{it[key]:.2f}" for key in ("ratio", "ratio_to_empty") if key in it]
    if markdown:
        lines.insert(1, ["---"] * len(heads))
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])])
        for line in lines
    )


def machine(versions: Mapping[str, str]) -> dict[str, object]:
    java = run([java_tool("java"), "-version"], HOME).splitlines()[0]
    return {
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "java": re.sub(r'.* version "([^"]*)".*', r"\1", java),
        "python": platform.python_version(),
        **versions,
    }


def at_least(least: int, text: str) -> int:
    if int(text) < least:
        raise argparse.ArgumentTypeError(f"{text} is less than {least}")
    return int(text)


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    # Quartiles need two values.
    count = functools.partial(at_least, 2)
    parser.add_argument("--rounds", type=count, default=20, help="default: 20")
    parser.add_argument("--maven-rounds", type=count, default=5, help="of these; default: 5")
    parser.add_argument("--without-maven", action="store_true", help="leaves Maven out")
    parser.add_argument("--markdown", action="store_true", help="prints the table for a page")
    parser.add_argument("--json", action="store_true", help="prints JSON instead of a table")
    return parser.parse_args()


def main() -> None:
    options = asked()
    CACHE.mkdir(exist_ok=True)
    # Builds, so that no measured run does.
    run([str(LAUNCHER), "--version"], HOME)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        files = written_by_scaffold(scratch)
        others, versions = renderers(scratch, files)
        every = max(1, options.rounds // options.maven_rounds)
        new = [str(LAUNCHER), "new", NAME, "--backends", BACKENDS]
        cases = [Case("scaffold new", new, files), *empty_jvms(scratch)]
        cases += [*installed(scratch, files), *others]
        cases += [] if options.without_maven else archetype(scratch, every)
        rounds(cases, options.rounds, scratch)
    baseline = next(case for case in cases if case.name == BASELINE)
    empty = next((case for case in cases if case.name == EMPTY_IMAGE), None)
    rows = [row(case, baseline, empty) for case in cases]
    about = machine(versions)
    if options.json:
        print(json.dumps({"machine": about, "cases": rows}, indent=2))
    else:
        print(", ".join(f"{key} {value}" for key, value in about.items()))
        print(table(rows, options.markdown))


if __name__ == "__main__":
    main()
