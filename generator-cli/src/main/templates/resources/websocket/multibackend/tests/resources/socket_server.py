"""A WebSocket server with the handler under test, and clients of it, on each backend."""

from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
<#if trio>
from functools import partial

import anyio
import trio
import websockets.asyncio.client
import websockets.asyncio.server
import websockets.trio.client
import websockets.trio.server

from ..support.loop_contract import running_backend
<#else>

import anyio
import websockets.asyncio.client
import websockets.asyncio.server

</#if>
from .connection import Connection
from .handler_under_test import handler_under_test, reset_handler

HOST = "127.0.0.1"
LONGEST_SECONDS = 10

SocketClient = Connection


class HandlerError(Exception):
    """The handler does not end when its client has gone."""


class SocketServer:
    """What the tests share: a server that runs the handler for each client."""

    def __init__(self) -> None:
        """Serve nobody yet."""
        self.uri = ""
        self._ended: defaultdict[object, anyio.Event] = defaultdict(anyio.Event)

    async def serve_one(self, connection: Connection) -> None:
        """Run the handler for one client."""
        address = connection.remote_address
        try:
            await handler_under_test(connection)
        finally:
            self._ended[address].set()

    async def wait_until_served(self, address: object) -> None:
        """Wait until the handler has done with a client that has gone: it may still read."""
        with anyio.move_on_after(LONGEST_SECONDS):
            await self._ended[address].wait()
        if not self._ended[address].is_set():
            message = f"the handler still runs {LONGEST_SECONDS} seconds after its client has gone"
            raise HandlerError(message)


@asynccontextmanager
async def open_socket() -> AsyncIterator[SocketServer]:
    """Start the server on a free port; on the way out, close its connections and stop it."""
    opened = SocketServer()
    async with serve(opened.serve_one) as port:
        opened.uri = f"ws://{HOST}:{port}"
        yield opened


async def try_socket(server: SocketServer) -> bool:
    """Connect to the server; return whether that worked, as it does while it runs."""
    with suppress(OSError):
        async with connect(server.uri):
            return True
    return False


@asynccontextmanager
async def isolate_socket(server: SocketServer) -> AsyncIterator[SocketClient]:
    """Lend a connection to one test. What it has not read ends with it; the handler is reset."""
    try:
        async with connect(server.uri) as client:
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


@asynccontextmanager
async def serve(handler: Callable[[Connection], Awaitable[None]]) -> AsyncIterator[int]:
    """Run the handler for each client of a free port, and yield the port."""
<#if trio>
    if running_backend() == "trio":
        async with trio.open_nursery() as nursery:
            start = partial(websockets.trio.server.serve, handler, 0, host=HOST)
            on_trio: websockets.trio.server.Server = await nursery.start(start)
            _, port = on_trio.listeners[0].socket.getsockname()
            yield port
            await on_trio.aclose()
        return
</#if>
    async with websockets.asyncio.server.serve(handler, HOST, 0) as on_asyncio:
        _, port = next(iter(on_asyncio.sockets)).getsockname()
        yield port


def connect(uri: str) -> AbstractAsyncContextManager[SocketClient]:
    """Open a connection, and close it on the way out."""
<#if trio>
    if running_backend() == "trio":
        return websockets.trio.client.connect(uri, proxy=None)
</#if>
    return websockets.asyncio.client.connect(uri, proxy=None)
