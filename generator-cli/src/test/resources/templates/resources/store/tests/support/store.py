"""A store in memory, for the tests of ${name} on ${archetype}."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Store:
    """Values by key."""

    def __init__(self) -> None:
        """Start empty and open."""
        self.values: dict[str, str] = {}
        self.is_open = True

    async def empty(self) -> None:
        """Forget all values."""
        self.values.clear()


@asynccontextmanager
async def open_store() -> AsyncIterator[Store]:
    """Open an empty store; close it on the way out."""
    store = Store()
    yield store
    store.is_open = False


async def try_store(store: Store) -> bool:
    """Return whether the store is open."""
    return store.is_open
