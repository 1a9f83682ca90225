"""The pytest plugin of `pytest --loops`, which shows on which event loop everything lived.

Without the option it does nothing but take it. With it, the plugin that `scaffold trace` brings along records
the run, and the installed `scaffold` tells of it at the end; no result is another one for it.
"""

import os
import sys

import pytest

NAME = "loopscope-scaffold"
# Also tells the workers of pytest-xdist, which are processes of their own, where to.
PLACE = "LOOPSCOPE_LOOPS"
RECORDER = "loopscope_trace"


def pytest_addoption(parser):
    parser.getgroup("loops", "event loops").addoption(
        "--loops",
        action="store_true",
        default=False,
        help="tell at the end which event loops there were, what crossed from one to another, and what passes for"
        " what it is not (scaffold trace)",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config):
    if not early_config.known_args_namespace.loops:
        return
    import tempfile

    is_worker = "PYTEST_XDIST_WORKER" in os.environ and os.path.isdir(os.environ.get(PLACE, ""))
    if not is_worker:
        os.environ[PLACE] = tempfile.mkdtemp(prefix="scaffold-loops-")
    try:
        # Before a conftest or a test module is imported, which may make a loop.
        import loopscope_trace
    except Exception as error:
        if not is_worker:
            early_config.pluginmanager.register(Untold(error), "loopscope-untold")
        return
    early_config.pluginmanager.register(loopscope_trace, RECORDER)
    if not is_worker:
        early_config.pluginmanager.register(Told(loopscope_trace, os.environ[PLACE]), "loopscope-told")


class Untold:
    """The run is not recorded, and says why."""

    def __init__(self, error):
        self.error = error

    def pytest_terminal_summary(self, terminalreporter):
        terminalreporter.write_line(f"--loops: nothing was recorded: {self.error!r}")


class Told:
    """Tells what was recorded, in the words of `scaffold trace`."""

    def __init__(self, recorder, place):
        self.recorder = recorder
        self.place = place

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter):
        # All loops and fixtures of the session are closed by now.
        self.recorder.finish()
        self.recorder.recorder.over = True
        terminalreporter.section("loops")
        for line in self.words(terminalreporter).splitlines():
            terminalreporter.write_line(line)

    def words(self, terminalreporter):
        import subprocess

        file = "record.jsonl"
        with open(os.path.join(self.place, file), "w", encoding="utf-8") as to:
            for name in sorted(os.listdir(self.place)):
                if name.startswith("trace-"):
                    with open(os.path.join(self.place, name), encoding="utf-8", errors="replace") as of:
                        to.write(of.read())
        colour = "always" if terminalreporter.hasmarkup else "never"
        width = str(terminalreporter._tw.fullwidth)
        environment = {**os.environ, "COLUMNS": width}
        environment.pop(PLACE, None)
        try:
            ended = subprocess.run(
                [program(), "--color=" + colour, "trace", "--from", file],
                cwd=self.place, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
                errors="replace", check=False,
            )
        except OSError as error:
            return f"scaffold cannot be run: {error}"
        return ended.stdout or ended.stderr

    def pytest_unconfigure(self):
        import shutil

        shutil.rmtree(self.place, ignore_errors=True)
        os.environ.pop(PLACE, None)


def program():
    """The command that was installed together with this file, wherever that is."""
    from importlib import metadata

    for file in metadata.files(NAME) or ():
        if file.name in (NAME, NAME + ".cmd") and (os.name == "nt") == (file.suffix == ".cmd"):
            return str(file.locate().resolve())
    return os.path.join(os.path.dirname(sys.executable), NAME)
