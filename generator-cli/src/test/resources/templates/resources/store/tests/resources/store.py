"""A store in memory, for the tests of ${name} on ${archetype}."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Store:
    """Values by key."""

    def __init__(self) -> None:
        """Start empty."""
        self.things: dict[str, str] = {}


class StoreRoom:
    """What the tests share."""

    def __init__(self) -> None:
        """Open it."""
        self.store = Store()
        self.is_open = True


@asynccontextmanager
async def open_store() -> AsyncIterator[StoreRoom]:
    """Open an empty store; close it on the way out."""
    room = StoreRoom()
    yield room
    room.is_open = False


@asynccontextmanager
async def isolate_store(room: StoreRoom) -> AsyncIterator[Store]:
    """Lend the store to one test, and empty it afterwards."""
    try:
        yield room.store
    finally:
        room.store.things.clear()


async def try_store(room: StoreRoom) -> bool:
    """Return whether the store is open."""
    return room.is_open


async def leave_in_store(store: Store) -> None:
    """Leave a trace."""
    store.things["trace"] = "left"


async def find_in_store(store: Store) -> bool:
    """Return whether there is a trace."""
    return "trace" in store.things
