"""Runs `python -m pytest` again and again, each time in a process of its own.

Importing pytest and its plugins takes longer than most of the runs. So they are imported once, and each
run is a fork of that process, as it was before it had seen any test or configuration.

A request is a line of JSON, [directory, file for the output, settings of the environment joined by
line feeds, arguments...]; the answer is a line with the exit code, negative for a signal.
"""

import contextlib
import gc
import importlib
import json
import os
import pathlib
import runpy
import sys

import pytest
from _pytest.assertion import install_importhook
from _pytest.config import default_plugins, get_config

# What runs import anyway: pytest's own plugins, what the others are built on, and trio, which anyio's
# plugin looks for.
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

# Plugins, and what runs import of their packages. pytest rewrites these as it imports them, and warns
# if they came before it could: so they are imported here as it does. One that an environment lacks, or
# cannot import beside the others, is the run's own affair.
PLUGINS = [
    "anyio.pytest_plugin",
    "anyio._backends._asyncio",
    "anyio._backends._trio",
    "pytest_asyncio.plugin",
    "_hypothesis_pytestplugin",
    "hypothesis",
]
config = get_config()
# Before 9.1 there is none until a configuration is read.
vars(config).setdefault("inicfg", {})
hook = install_importhook(config)
hook.mark_rewrite(
    *{module.partition(".")[0] for module in PLUGINS}, "_hypothesis_ftz_detector", "_hypothesis_globals"
)
for module in PLUGINS:
    with contextlib.suppress(Exception):
        importlib.import_module(module)
sys.meta_path.remove(hook)

# What is here already is no run's garbage: looking through it at the end of each takes half its time.
gc.collect()
gc.freeze()


def next_run():
    """Serves requests; returns in the process that is to run pytest, with its arguments."""
    for line in sys.stdin:
        directory, output, settings, *arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            os.chdir(directory)
            if "hypothesis.configuration" in sys.modules:
                # It keeps what it has found below the directory that it was imported in.
                sys.modules["hypothesis.configuration"].__hypothesis_home_directory_default = (
                    pathlib.Path.cwd() / ".hypothesis"
                )
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
