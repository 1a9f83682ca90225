"""The servers that the tests talk to, where the environment names none: temporary ones."""

import json
import os
import pwd
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import pytest

from .keeper import Recipe

OPTION = "--resource-missing"


class ServerError(Exception):
    """A server does not start. The message shows what it has printed."""


def add_option(parser: pytest.Parser) -> None:
    """Let the command line say what becomes of tests whose server is missing."""
    # Another suite in the same run may have added it.
    with suppress(ValueError):
        parser.addoption(
            OPTION,
            choices=("fail", "skip"),
            help="tests whose server is missing: fail (default where CI is set) or skip",
        )


def refuse(config: pytest.Config, variable: str, program: str, package: str) -> NoReturn:
    """Skip or fail the tests that need a server, and say how it can be had."""
    asked = config.getoption(OPTION, default=None)
    message = (
        f"{variable} names no server, and there is no program `{program}` to start one: install"
        f" it (Debian's package {package}), or set {variable};"
        f" {OPTION}=fail or {OPTION}=skip says what becomes of such tests"
    )
    if (asked or ("fail" if os.environ.get("CI") else "skip")) == "fail":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def give_up(variable: str, url: str, reason: object) -> NoReturn:
    """Fail the tests whose server does not let them in. No traceback: it would show a password."""
    scheme, _, rest = url.partition("://")
    place = rest.rpartition("@")[2].partition("?")[0]
    message = (
        f"{scheme}://{place} does not let the tests in: {reason}; start the server that {variable}"
        " names, mend the variable, or unset it: then a temporary server is started"
    )
    # From None: what it was raised for would be shown before it, and may hold the password, too.
    raise pytest.fail.Exception(message, pytrace=False) from None


def account(name: str) -> str:
    """Return the user that a server runs as: another one only where it would run as root."""
    if os.geteuid() != 0:
        return ""
    with suppress(KeyError):
        return pwd.getpwnam(name).pw_name
    return "nobody"


@contextmanager
def kept(recipe: Recipe) -> Iterator[Path]:
    """Run a server in a directory of its own for as long as this, or until pytest ends."""
    keeper = Path(__file__).with_name("keeper.py")
    with subprocess.Popen(  # noqa: S603  the commands are the suite's own
        [sys.executable, "-I", str(keeper), json.dumps(recipe)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        # An interrupt from the terminal is for pytest alone.
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line.startswith("ready "):
            raise ServerError(line + process.stdout.read())
        yield Path(line.removeprefix("ready ").rstrip("\n"))
