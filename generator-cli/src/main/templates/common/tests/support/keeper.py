"""Runs a server for as long as pytest lives: a process of its own, which `servers.py` starts.

It waits for the end of its standard input. That end comes when pytest ends in any way, killed or
not; then the server is stopped, and its directory deleted.
"""

import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

SAID_WHEN_READY = "ready to accept connections"
LONGEST_START = 60.0
LONGEST_STOP = 10.0


class Recipe(NamedTuple):
    """How to run a server. `{directory}` in a command stands for the directory of the server."""

    account: str
    preparing: list[list[str]]
    serving: list[str]
    stopping: int


def keep(recipe: Recipe, directory: Path) -> None:
    """Start the server, print where it is, and run it until the standard input ends."""
    account = pwd.getpwnam(recipe.account) if recipe.account else None
    if account:
        os.chown(directory, account.pw_uid, account.pw_gid)
    output = directory / "output.txt"
    with output.open("wb") as log:
        for command in recipe.preparing:
            with started(command, directory, account, log.fileno()) as process:
                if process.wait() != 0:
                    raise_output(command, output)
        with started(recipe.serving, directory, account, log.fileno()) as server:
            try:
                wait_until_ready(server, recipe.serving, output)
                sys.stdout.write(f"ready {directory}\n")
                sys.stdout.flush()
                sys.stdin.read()
            finally:
                stop(server, recipe.stopping)


@contextmanager
def started(
    command: list[str],
    directory: Path,
    account: pwd.struct_passwd | None,
    log: int,
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command whose output goes to a file, under another user if there is one to be."""
    words = [word.replace("{directory}", str(directory)) for word in command]
    environment = {**os.environ, "LC_ALL": "C"}
    with subprocess.Popen(  # noqa: S603  the commands are the suite's own
        words,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        cwd="/",
        env=environment,
        user=account.pw_uid if account else None,
        group=account.pw_gid if account else None,
        extra_groups=[] if account else None,
    ) as process:
        yield process


def wait_until_ready(server: subprocess.Popen[bytes], command: list[str], output: Path) -> None:
    """Wait until the server says that it is ready."""
    latest = time.monotonic() + LONGEST_START
    while SAID_WHEN_READY not in output.read_text(errors="replace"):
        if server.poll() is not None or time.monotonic() > latest:
            raise_output(command, output)
        time.sleep(0.01)


def raise_output(command: list[str], output: Path) -> None:
    """Raise an error that shows what the command has printed."""
    message = f"{command[0]} did not start:\n{output.read_text(errors='replace')}"
    raise ChildProcessError(message)


def stop(server: subprocess.Popen[bytes], stopping: int) -> None:
    """Ask the server to stop, and end it if it does not."""
    server.send_signal(stopping)
    try:
        server.wait(LONGEST_STOP)
    except subprocess.TimeoutExpired:
        server.kill()


def main() -> None:
    """Keep the server that the one argument tells of."""
    # Being terminated is an end like any other: what has begun is taken back.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    # A socket's path may have some 100 bytes, and the server's user has to get there.
    directory = Path(tempfile.mkdtemp(prefix="pytest-server-", dir="/tmp"))
    try:
        keep(Recipe(*json.loads(sys.argv[1])), directory)
    except ChildProcessError as error:
        sys.stdout.write(f"{error}\n")
    finally:
        shutil.rmtree(directory)


if __name__ == "__main__":
    main()
