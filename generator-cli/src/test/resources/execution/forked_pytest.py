"""Runs `python -m pytest` again and again, each time in a process of its own.

Importing pytest takes longer than most of the runs. So it is imported once, and each run is a fork
of that process, as it was before it had seen any test, configuration or plugin but pytest's own.

A request is a line of JSON, [directory, file for the output, settings of the environment joined by
line feeds, arguments...]; the answer is a line with the exit code, negative for a signal.
"""

import gc
import importlib
import json
import os
import runpy
import sys

import pytest
from _pytest.config import default_plugins

# What runs import anyway: pytest's own plugins, what the others are built on, and trio, which anyio's
# plugin looks for. No other plugin is among it: pytest rewrites those as it imports them, and warns if
# it comes too late.
MODULES = [
    *("_pytest." + plugin for plugin in default_plugins),
    "_pytest._argcomplete",
    "asyncio",
    "concurrent.futures.thread",
    "socket",
    "ssl",
    "trio",
]

for module in MODULES:
    try:
        importlib.import_module(module)
    except ImportError:
        if module != "trio":
            raise

# What is here already is no run's garbage: looking through it at the end of each takes half its time.
gc.collect()
gc.freeze()


def next_run():
    """Serves requests; returns in the process that is to run pytest, with its arguments."""
    for line in sys.stdin:
        directory, output, settings, *arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            if "no:hypothesispytest" not in arguments:
                # Hypothesis asks who refers to trio's source of chance, and would not be told.
                gc.unfreeze()
            os.chdir(directory)
            for setting in settings.splitlines():
                name, _, value = setting.partition("=")
                os.environ[name] = value
                if name == "PYTHONPATH":
                    sys.path[1:1] = value.split(os.pathsep)
            taken = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
            nothing = os.open(os.devnull, os.O_RDONLY)
            os.dup2(nothing, 0)
            os.dup2(taken, 1)
            os.dup2(taken, 2)
            os.close(taken)
            os.close(nothing)
            sys.stdin = open(0, encoding="utf-8", closefd=False)
            return arguments
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
    sys.exit()


arguments = next_run()
sys.argv = [pytest.__file__.replace("__init__", "__main__"), *arguments]
sys.path[0] = os.getcwd()
runpy.run_module("pytest", run_name="__main__", alter_sys=True)
