"""A WebSocket connection as it is on each backend, seen from either end."""

from collections.abc import AsyncIterator
from typing import Protocol


class Connection(Protocol):
    """What the libraries for asyncio and for trio have in common."""

    @property
    def local_address(self) -> object:
        """Where this end is."""

    @property
    def remote_address(self) -> object:
        """Where the other end is."""

    async def send(self, message: str | bytes) -> None:
        """Send a message: text, or bytes."""

    async def recv(self) -> str | bytes:
        """Wait for a message."""

    def __aiter__(self) -> AsyncIterator[str | bytes]:
        """Wait for one message after the other, until the other end has closed."""
