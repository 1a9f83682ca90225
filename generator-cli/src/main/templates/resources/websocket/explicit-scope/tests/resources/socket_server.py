"""A WebSocket server with the handler under test, and clients of it, on one loop."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve

from .handler_under_test import handler_under_test, reset_handler

HOST = "127.0.0.1"
LONGEST_SECONDS = 10

SocketClient = ClientConnection


class HandlerError(Exception):
    """The handler does not end when its client has gone."""


class SocketServer:
    """What the tests share: a server that runs the handler for each client."""

    def __init__(self) -> None:
        """Serve nobody yet."""
        self.uri = ""
        self._ended: defaultdict[object, asyncio.Event] = defaultdict(asyncio.Event)

    async def serve_one(self, connection: ServerConnection) -> None:
        """Run the handler for one client."""
        address = connection.remote_address
        try:
            await handler_under_test(connection)
        finally:
            self._ended[address].set()

    async def wait_until_served(self, address: object) -> None:
        """Wait until the handler has done with a client that has gone: it may still read."""
        waiting = asyncio.ensure_future(self._ended[address].wait())
        await asyncio.wait([waiting], timeout=LONGEST_SECONDS)
        waiting.cancel()
        if not self._ended[address].is_set():
            message = f"the handler still runs {LONGEST_SECONDS} seconds after its client has gone"
            raise HandlerError(message)


@asynccontextmanager
async def open_socket() -> AsyncIterator[SocketServer]:
    """Start the server on a free port; on the way out, close its connections and stop it."""
    opened = SocketServer()
    async with serve(opened.serve_one, HOST, 0) as server:
        _, port = next(iter(server.sockets)).getsockname()
        opened.uri = f"ws://{HOST}:{port}"
        yield opened


async def try_socket(server: SocketServer) -> bool:
    """Connect to the server; return whether that worked, as it does while it runs."""
    with suppress(OSError):
        async with connect(server.uri, proxy=None):
            return True
    return False


@asynccontextmanager
async def isolate_socket(server: SocketServer) -> AsyncIterator[SocketClient]:
    """Lend a connection to one test. What it has not read ends with it; the handler is reset."""
    try:
        async with connect(server.uri, proxy=None) as client:
            address = client.local_address
            yield client
        await server.wait_until_served(address)
    finally:
        await reset_handler()


async def leave_in_socket(client: SocketClient) -> None:
    """Leave traces, as a test may: the contract tests look whether the next test finds them."""
    await client.send("trace")
    await client.recv()
    await client.send("list")  # nobody reads the answer


async def find_in_socket(client: SocketClient) -> bool:
    """Return whether there is a trace that a test has left."""
    await client.send("list")
    return await client.recv() not in ("", b"")
