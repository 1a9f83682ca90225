"""Try an addition on a copy of a repository: what it says of it on standard output is for people.

Standard input is a JSON object: directory (the repository), suite (relative to it), alone (whether
it has a run of its own), tool, project (the directory to install from, relative), before and after (lists of pip's arguments), and
changes, as `scaffold apply` reads them. Ends with 0 if the repository's tests are what they were
and the suite passes, and with 1 if not.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LEFT_OUT = shutil.ignore_patterns(
    ".venv", "venv", ".tox", ".nox", "node_modules", "__pycache__", ".pytest_cache",
    ".scaffold-apply", ".mypy_cache", ".ruff_cache",
)
SAMPLE = 20
NAMED = 10

LONGEST = 15 * 60

# A run that finds its configuration further down counts its ids from there: told is where a test
# stands in the repository.
PLUGIN = '''
import os

_ids = {}


def _id(item):
    path = str(getattr(item, "path", None) or item.fspath)
    place = os.path.relpath(path, os.environ["SCAFFOLD_VERIFY_ROOT"]).replace(os.sep, "/")
    return place + item.nodeid[len(item.nodeid.split("::")[0]):]


def _write(*words):
    with open(os.environ["SCAFFOLD_VERIFY"], "a", encoding="utf-8") as to:
        to.write("\\t".join(words).replace("\\n", " ") + "\\n")


def pytest_collection_finish(session):
    for item in session.items:
        _ids[item.nodeid] = _id(item)
        _write("collected", _ids[item.nodeid])


def pytest_runtest_logreport(report):
    if report.when == "call" or report.outcome != "passed":
        _write(report.outcome, _ids.get(report.nodeid, report.nodeid))
'''


class Failed(Exception):
    """What failed, for people."""


class Trial:
    def __init__(self, asked, place):
        self.asked = asked
        self.place = place
        self.copy = place / "copy"
        self.venv = place / "venv"
        self.bin = self.venv / ("Scripts" if os.name == "nt" else "bin")
        self.tool = asked["tool"]
        if self.tool != "pip" and shutil.which(self.tool) is None:
            say(f"{self.tool} is not on the PATH: pip installs in its place")
            self.tool = "pip"

    def environment(self):
        environment = {
            key: value
            for key, value in os.environ.items()
            if key not in ("PYTHONPATH", "PYTHONHOME", "PYTEST_ADDOPTS", "VIRTUAL_ENV")
        }
        environment.update(
            VIRTUAL_ENV=str(self.venv),
            UV_PROJECT_ENVIRONMENT=str(self.venv),
            PDM_IGNORE_ACTIVE_VENV="0",
            PATH=str(self.bin) + os.pathsep + os.environ.get("PATH", ""),
            PYTHONDONTWRITEBYTECODE="1",
            PYTHONPATH=str(self.place / "plugin"),
            PIP_DISABLE_PIP_VERSION_CHECK="1",
            SCAFFOLD_VERIFY=str(self.place / "said"),
            SCAFFOLD_VERIFY_ROOT=str(self.copy),
        )
        return environment

    def command(self, words, where):
        try:
            ended = subprocess.run(
                words,
                cwd=where,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                timeout=LONGEST,
            )
        except subprocess.TimeoutExpired:
            name = Path(words[0]).name
            raise Failed(f"{name} did not end in {LONGEST // 60} minutes") from None
        return ended.returncode, ended.stdout

    def renew_pip(self):
        """Dependency groups need pip 25.1."""
        if "--group" not in self.asked["before"] + self.asked["after"]:
            return
        self.command([found(self.bin, "python"), "-m", "pip", "install", "-q", "-U", "pip"],
                     self.place)

    def install(self, when):
        project = self.copy / self.asked["project"]
        if self.tool == "pip":
            commands = [["python", "-m", "pip", "install", "--quiet", *self.asked[when]]]
            commands = commands if self.asked[when] else []
            project = self.copy
        elif self.tool == "uv":
            commands = [["uv", "sync", "--quiet", "--all-groups", "--all-extras"]]
        elif self.tool == "poetry":
            commands = [["poetry", "lock"], ["poetry", "install", "--all-extras"]]
        else:
            commands = [["pdm", "lock"], ["pdm", "install", "--dev", "-G", ":all"]]
        for words in commands:
            code, output = self.command([found(self.bin, words[0]), *words[1:]], project)
            if code != 0:
                say(output)
                if self.tool == "pip":
                    raise Failed(f"{' '.join(words[:4])} ended with {code}")
                say(f"{' '.join(words[:2])} ended with {code}: pip installs in its place")
                self.tool = "pip"
                self.renew_pip()
                self.install(when)
                return

    def pytest(self, *arguments):
        said = self.place / "said"
        said.write_text("", encoding="utf-8")
        words = [found(self.bin, "pytest"), "-p", "scaffold_verify_plugin",
                 "-p", "no:cacheprovider", *arguments]
        if not Path(words[0]).is_file():
            raise Failed("pytest is not installed by what the repository lists")
        code, output = self.command(words, self.copy)
        lines = [line.split("\t") for line in said.read_text(encoding="utf-8").splitlines()]
        return code, output, lines

    def collected(self):
        _, output, lines = self.pytest("--collect-only", "-q")
        ids = [words[1] for words in lines if words[0] == "collected"]
        if not ids:
            say(output)
        return ids

    def outcomes(self, ids):
        code, output, lines = self.pytest(*ids) if ids else (0, "", [])
        outcomes = {}
        for words in lines:
            if words[0] != "collected":
                worse = outcomes.get(words[1]) == "failed"
                outcomes[words[1]] = "failed" if worse else words[0]
        return code, output, outcomes

    def run(self):
        shutil.copytree(self.asked["directory"], self.copy, symlinks=True, ignore=LEFT_OUT)
        (self.place / "plugin").mkdir()
        plugin = self.place / "plugin" / "scaffold_verify_plugin.py"
        plugin.write_text(PLUGIN, encoding="utf-8")
        code, output = self.command([sys.executable, "-m", "venv", str(self.venv)], self.place)
        if code != 0:
            say(output)
            raise Failed("no virtual environment could be made")
        if self.tool == "pip":
            self.renew_pip()
        say(f"installing what the repository lists, with {self.tool}")
        self.install("before")
        before = self.collected()
        step = max(1, -(-len(before) // SAMPLE))
        sample = before[::step]
        _, _, passed_before = self.outcomes(sample)
        apply(self.asked["changes"], self.copy)
        say("installing what the suite adds")
        self.install("after")
        self.compare(before, sample, passed_before)

    def compare(self, before, sample, passed_before):
        suite = self.asked["suite"] + "/"
        after = [it for it in self.collected() if not it.startswith(suite)]
        same = len(set(before))
        lost = [it for it in dict.fromkeys(before) if it not in set(after)]
        new = [it for it in dict.fromkeys(after) if it not in set(before)]
        if lost or new:
            told = named("no longer collected", lost) + named("collected now", new)
            raise Failed("the repository's own tests are not what they were:\n" + told)
        say(f"the repository's {same} tests are collected as before")
        runs = [[self.asked["suite"]], sample] if self.asked["alone"] else [
            [self.asked["suite"], *sample]
        ]
        outcomes, ended = {}, 0
        for ids in runs:
            code, output, some = self.outcomes(ids)
            outcomes.update(some)
            lines = output.rstrip().splitlines()
            say(lines[-1].strip("= ") if lines else "")
            failed = [it for it, how in some.items()
                      if how == "failed" and passed_before.get(it) != "failed"]
            gone = [it for it in passed_before if it in ids and it not in some]
            if failed or gone or (code > 1 and ids):
                say(output)
                raise Failed(
                    f"pytest ended with {code}:\n" + named("failed", failed) + named("not run", gone)
                )
        if not any(it.startswith(suite) for it in outcomes):
            raise Failed("no test of the suite was run")
        say(f"the suite passes beside {len(sample)} of the repository's tests")


def found(directory, name):
    """Name the program in the environment, or the one on the PATH."""
    for suffix in ("", ".exe"):
        if (directory / (name + suffix)).is_file():
            return str(directory / (name + suffix))
    return shutil.which(name) or str(directory / name)


def named(what, ids):
    more = [f"  and {len(ids) - NAMED} more"] if len(ids) > NAMED else []
    return "".join(f"  {what}: {it}\n" for it in ids[:NAMED]) + "".join(it + "\n" for it in more)


def apply(changes, directory):
    for change in changes:
        path = directory / change["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        data = change.get("text")
        data = base64.b64decode(change["base64"]) if data is None else data.encode("utf-8")
        path.write_bytes(data)


def say(text):
    print(text.rstrip(), flush=True)


def main():
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    asked = json.loads(sys.stdin.buffer.read().decode("utf-8"))
    place = Path(tempfile.mkdtemp(prefix="scaffold-verify-")).resolve()
    try:
        Trial(asked, place).run()
    except Failed as failed:
        say(f"verify: {failed}")
        return 1
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return 0


sys.exit(main())
