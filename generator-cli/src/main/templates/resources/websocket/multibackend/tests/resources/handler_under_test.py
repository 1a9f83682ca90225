"""The handler that the tests are for, and the data they start from: the place that is yours."""

from contextlib import suppress

from websockets.exceptions import ConnectionClosed

from .connection import Connection

# What the clients have told the handler. It is no part of a connection, so it outlives one.
notes: list[str] = []


async def handler_under_test(connection: Connection) -> None:
    """Serve one client until it goes: keep what it tells, and tell it all when it asks."""
    # No `async for`: trio complains of one that an error in its body has left unfinished.
    with suppress(ConnectionClosed):
        while True:
            message = await connection.recv()
            if message == "list":
                await connection.send("\n".join(notes))
            else:
                notes.append(str(message))
                await connection.send("kept")


async def reset_handler() -> None:
    """Bring the handler's own data back to what each test starts from; runs after each of them."""
    notes.clear()
