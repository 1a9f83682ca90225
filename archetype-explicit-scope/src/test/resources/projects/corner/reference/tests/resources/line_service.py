"""The example: a line service on TCP and a client of it. Put your own resource in its place."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

HOST = "127.0.0.1"


class LineClient:
    """One connection to the line service. Its streams belong to the loop it was opened on."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Wrap the two streams of an open connection."""
        self._reader = reader
        self._writer = writer

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
        self._writer.write(f"{request}\n".encode())
        await self._writer.drain()
        answer = await self._reader.readline()
        if not answer:
            message = f"the line service closed the connection before it answered {request!r}"
            raise ConnectionError(message)
        return checked(request, answer.decode().removesuffix("\n"))


@dataclass
class LineService:
    """What the tests share: a connection to a running line service."""

    client: LineClient


@asynccontextmanager
async def open_client() -> AsyncIterator[LineService]:
    """Start a line service on a free port and connect to it; stop both on the way out."""
    async with serve() as port:
        reader, writer = await asyncio.open_connection(HOST, port)
        try:
            yield LineService(LineClient(reader, writer))
        finally:
            writer.close()
            await writer.wait_closed()


async def try_client(service: LineService) -> bool:
    """Ask the service something; return whether that worked, as it does while it is open."""
    with suppress(ConnectionError, RuntimeError):
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
    conversations: list[asyncio.Task[None]] = []

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while request := await reader.readline():
            answer = respond(values, request.decode().removesuffix("\n"))
            writer.write(f"{answer}\n".encode())
            await writer.drain()
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        conversations.append(asyncio.create_task(converse(reader, writer)))

    async with await asyncio.start_server(accept, HOST, 0) as listener:
        yield listener.sockets[0].getsockname()[1]
        # The clients have closed their connections, so each conversation ends by itself.
        await asyncio.gather(*conversations)


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
