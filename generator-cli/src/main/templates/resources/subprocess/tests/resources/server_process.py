"""A server in a process of its own, and clients of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from ..support import processes
from .server_under_test import COMMAND, is_ready, reset_server

ServerClient = processes.ServerClient
ServerProcess = processes.ServerProcess


@asynccontextmanager
async def open_server() -> AsyncIterator[ServerProcess]:
    """Start the server and wait until it is ready; stop it on the way out."""
    async with processes.run(COMMAND, is_ready) as server:
        yield server


async def try_server(server: ServerProcess) -> bool:
    """Connect to the server; return whether that worked, as it does while it runs."""
    return server.is_running() and await server.can_be_reached()


@asynccontextmanager
async def isolate_server(server: ServerProcess) -> AsyncIterator[ServerClient]:
    """Lend a client to one test. Its connections end with it; the server is reset.

    What the server prints meanwhile is printed here: pytest shows it if the test fails.
    """
    with server.printing():
        try:
            async with server.client() as client:
                yield client
        finally:
            async with server.client() as cleaner:
                await reset_server(cleaner)


async def leave_in_server(client: ServerClient) -> None:
    """Leave traces, as a test may: the contract tests look whether the next test finds them."""
    await client.connect()
<#if exampleCommand>
    await client.exchange(b"SET trace left\n")
</#if>


async def find_in_server(client: ServerClient) -> bool:
    """Return whether there is a trace that a test has left."""
<#if exampleCommand>
    return client.is_connected() or await client.exchange(b"GET trace\n") != b"NONE\n"
<#else>
    return client.is_connected()
</#if>
