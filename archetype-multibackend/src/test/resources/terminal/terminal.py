"""Run a command at a pseudo-terminal: type one answer whenever it waits at a prompt.

Arguments: the answers, one a line; then the command and its arguments.
Prints what the terminal showed and exits as the command did, or with 99 if it waits for more.
"""

import os
import pty
import select
import sys
import time

WAITS_AFTER = 0.4
PATIENCE = 120


def main() -> int:
    answers = sys.argv[1].split("\n")
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(sys.argv[2], sys.argv[2:])
    shown = b""
    answered = 0
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], WAITS_AFTER)
        if ready:
            try:
                read = os.read(terminal, 65536)
            except OSError:
                read = b""
            if not read:
                break
            shown += read
        elif shown[answered:].endswith(b": "):
            if not answers:
                os.kill(child, 15)
                shown += b"\nno answer is left\n"
                os.write(1, shown)
                return 99
            os.write(terminal, answers.pop(0).encode() + b"\n")
            answered = len(shown)
    os.write(1, shown.replace(b"\r\n", b"\n"))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


sys.exit(main())
