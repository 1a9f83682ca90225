"""The Redis of the tests: the one that REDIS_URL names, or a temporary one."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from .keeper import Recipe
from .servers import account, kept, refuse


@contextmanager
def serve_redis(config: pytest.Config) -> Iterator[str]:
    """Yield the URL of the Redis that REDIS_URL names, or of one that lives as long as this."""
    given = os.environ.get("REDIS_URL")
    if given:
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
