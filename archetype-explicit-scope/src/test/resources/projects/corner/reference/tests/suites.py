"""Base classes for tests. A subclass inherits the mark, and so the loop of its fixtures."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from .support.line_service import LineClient


class LineServiceSuite:
    """Tests that talk to the line service, on the loop that the client lives on."""

    pytestmark = pytest.mark.asyncio(loop_scope="class")

    # The fixture decorator goes above @classmethod: a fixture of class scope that is an instance
    # method sets attributes no test sees, and pytest 9.1 deprecates it.
    @pytest_asyncio.fixture(scope="class", loop_scope="class", autouse=True)
    @classmethod
    async def arranged(cls, broker: LineClient) -> AsyncIterator[None]:
        """Arrange the service once for each class; clear it after the class's last test."""
        await cls.arrange(broker)
        yield
        await broker.clear()

    @classmethod
    async def arrange(cls, broker: LineClient) -> None:
        """Override to put into the service what the tests of the class find there."""
