"""Runs a server for as long as pytest lives: a process of its own, which `processes.py` starts.

It waits for the end of its standard input. That end comes when pytest ends in any way, killed or
not; then the server is stopped, with all that it has started, and its directory deleted.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress


class Keeper:
    """Keeps one server, which is the first process of a group of its own."""

    def __init__(self, server: "subprocess.Popen[bytes]", longest_stop: float) -> None:
        """Keep a server that runs."""
        self.server = server
        self.longest_stop = longest_stop
        self.has_to_stop = threading.Event()

    def keep(self) -> int:
        """Wait for the end of the server, and end what it has started; return its status."""
        threading.Thread(target=self.stop_when_pytest_ends, daemon=True).start()
        try:
            status = self.server.wait()
        finally:
            self.signal(signal.SIGKILL)
        return status if status >= 0 else 128 - status

    def stop_when_pytest_ends(self) -> None:
        """Wait for the end of the standard input; ask the server to stop, or end it."""
        os.read(sys.stdin.fileno(), 1)
        self.has_to_stop.set()
        self.signal(signal.SIGTERM)
        try:
            self.server.wait(self.longest_stop)
        except subprocess.TimeoutExpired:
            self.signal(signal.SIGKILL)

    def signal(self, number: int) -> None:
        """Send a signal to the server and to all that it has started."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.server.pid, number)


def main() -> None:
    """Run the command that stands behind a directory and the longest time for a stop."""
    directory, longest_stop, *command = sys.argv[1:]
    # Being terminated is an end like any other: what has begun is taken back.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        server = subprocess.Popen(  # noqa: S603  the command is the suite's own
            command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        sys.exit(f"{command[0]} cannot be started: {error.strerror}")
    keeper = Keeper(server, float(longest_stop))
    try:
        sys.exit(keeper.keep())
    finally:
        if keeper.has_to_stop.is_set():
            shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    main()
