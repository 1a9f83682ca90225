"""The Redis of the tests: the one that REDIS_URL names, or a temporary one."""

import os
import shutil
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

import pytest

from .keeper import Recipe
from .servers import account, give_up, kept, refuse

USUAL_PORT = 6379
LONGEST_SECONDS = 10


@contextmanager
def serve_redis(config: pytest.Config) -> Iterator[str]:
    """Yield the URL of the Redis that REDIS_URL names, or of one that lives as long as this."""
    given = os.environ.get("REDIS_URL")
    if given:
        check(given)
        yield given
        return
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if program is None:
        refuse(config, "REDIS_URL", "redis-server", "redis-server")
    recipe = Recipe(
        account=account("redis"),
        preparing=[],
        serving=[
            program,
            *("--port", "0", "--unixsocket", "{directory}/redis.sock"),
            *("--dir", "{directory}", "--save", "", "--appendonly", "no"),
        ],
        stopping=signal.SIGTERM,
    )
    with kept(recipe) as directory:
        yield f"unix://{directory}/redis.sock"


def check(url: str) -> None:
    """Refuse what no client can read, and where nobody listens. It may have a password in it."""
    if not url.startswith(("redis://", "rediss://", "unix://")):
        message = "REDIS_URL names no Redis: it begins with none of redis://, rediss://, unix://"
        pytest.fail(message, pytrace=False)
    parts = urlsplit(url)
    try:
        port = parts.port or USUAL_PORT
    except ValueError:
        message = (
            "REDIS_URL has no number as its port; in its user and password, write what is neither a"
            " letter nor a digit as %XX"
        )
        # From None: the error that it is about says what it took for a port, a part of a password.
        raise pytest.fail.Exception(message, pytrace=False) from None
    try:
        if parts.scheme == "unix":
            with socket.socket(socket.AF_UNIX) as listening:
                listening.connect(unquote(parts.path))
        else:
            address = (parts.hostname or "localhost", port)
            socket.create_connection(address, LONGEST_SECONDS).close()
    except OSError as error:
        give_up("REDIS_URL", url, error)
