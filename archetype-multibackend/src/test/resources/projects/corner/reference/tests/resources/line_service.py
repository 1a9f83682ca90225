"""The example: a line service on TCP and a client of it. Put your own resource in its place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import anyio
from anyio.abc import SocketAttribute, SocketStream
from anyio.streams.buffered import BufferedByteReceiveStream

HOST = "127.0.0.1"
LONGEST_LINE = 65_536


class LineClient:
    """One connection to the line service. Its stream belongs to the backend it was opened on."""

    def __init__(self, stream: SocketStream) -> None:
        """Wrap the stream of an open connection."""
        self._stream = stream
        self._lines = BufferedByteReceiveStream(stream)

    async def set(self, key: str, value: str) -> None:
        """Store a value. Neither text may hold a line break, nor the key a space."""
        await self._ask(f"SET {key} {value}")

    async def get(self, key: str) -> str | None:
        """Return the value stored for the key, or None."""
        answer = await self._ask(f"GET {key}")
        return answer.removeprefix("VALUE ") if answer.startswith("VALUE ") else None

    async def clear(self) -> None:
        """Forget all values."""
        await self._ask("CLEAR")

    async def _ask(self, request: str) -> str:
        await self._stream.send(f"{request}\n".encode())
        answer = await self._lines.receive_until(b"\n", LONGEST_LINE)
        return checked(request, answer.decode())


@dataclass
class LineService:
    """What the tests share: a connection to a running line service."""

    client: LineClient


@asynccontextmanager
async def open_client() -> AsyncIterator[LineService]:
    """Start a line service on a free port and connect to it; stop both on the way out."""
    async with serve() as port, await anyio.connect_tcp(HOST, port) as stream:
        yield LineService(LineClient(stream))


async def try_client(service: LineService) -> bool:
    """Ask the service something; return whether that worked, as it does while it is open."""
    with suppress(anyio.ClosedResourceError):
        await service.client.get("anything")
        return True
    return False


@asynccontextmanager
async def isolate_client(service: LineService) -> AsyncIterator[LineClient]:
    """Lend the client to one test; forget afterwards what the test stored."""
    try:
        yield service.client
    finally:
        await service.client.clear()


async def leave_in_client(client: LineClient) -> None:
    """Leave a trace, as a test may: the contract tests look whether the next test finds it."""
    await client.set("trace", "left")


async def find_in_client(client: LineClient) -> bool:
    """Return whether there is a trace that a test has left."""
    return await client.get("trace") is not None


@asynccontextmanager
async def serve() -> AsyncIterator[int]:
    """Run a line service with an empty store and yield its port."""
    values: dict[str, str] = {}

    async def converse(stream: SocketStream) -> None:
        lines = BufferedByteReceiveStream(stream)
        async with stream:
            with suppress(anyio.IncompleteRead, anyio.BrokenResourceError):
                while True:
                    request = await lines.receive_until(b"\n", LONGEST_LINE)
                    await stream.send(f"{respond(values, request.decode())}\n".encode())

    # The listener is opened outside its task group, and the group is cancelled before the
    # listener closes: the other way round, closing fails with ClosedResourceError.
    async with (
        await anyio.create_tcp_listener(local_host=HOST) as listener,
        anyio.create_task_group() as tasks,
    ):
        tasks.start_soon(listener.serve, converse)
        yield listener.extra(SocketAttribute.local_port)  # noqa: S610
        tasks.cancel_scope.cancel()


def checked(request: str, answer: str) -> str:
    """Return the answer, unless it says that the request was not understood."""
    if answer == "ERROR":
        message = f"the line service does not understand {request!r}"
        raise ValueError(message)
    return answer


def respond(values: dict[str, str], request: str) -> str:
    """Answer one request line from the stored values."""
    match request.split(" ", 2):
        case ["SET", key, value]:
            values[key] = value
            return "OK"
        case ["GET", key] if key in values:
            return f"VALUE {values[key]}"
        case ["GET", _]:
            return "NONE"
        case ["CLEAR"]:
            values.clear()
            return "OK"
        case _:
            return "ERROR"
