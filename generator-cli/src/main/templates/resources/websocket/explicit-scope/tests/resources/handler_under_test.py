"""The handler that the tests are for, and the data they start from: the place that is yours."""

from contextlib import suppress

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

# What the clients have told the handler. It is no part of a connection, so it outlives one.
notes: list[str] = []


async def handler_under_test(connection: ServerConnection) -> None:
    """Serve one client until it goes: keep what it tells, and tell it all when it asks."""
    with suppress(ConnectionClosed):
        async for message in connection:
            if message == "list":
                await connection.send("\n".join(notes))
            else:
                notes.append(str(message))
                await connection.send("kept")


async def reset_handler() -> None:
    """Bring the handler's own data back to what each test starts from; runs after each of them."""
    notes.clear()
