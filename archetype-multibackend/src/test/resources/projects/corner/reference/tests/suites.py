"""Base classes for tests. A subclass inherits the mark, and so the backends of its fixtures."""

from collections.abc import AsyncIterator

import pytest

from .support.line_service import LineClient
from .support.loop_contract import Backend, refuse_wrong_backend


@pytest.mark.anyio
class LineServiceSuite:
    """Tests that talk to the line service, on the backend that the client lives on."""

    @pytest.fixture(autouse=True)
    async def runs_on_its_backend(
        self,
        anyio_backend: Backend,
        request: pytest.FixtureRequest,
    ) -> None:
        """Refuse to run a test on another backend than the one its id names."""
        refuse_wrong_backend(request.node)

    @pytest.fixture(autouse=True)
    async def arranged(
        self,
        anyio_backend: Backend,
        broker: LineClient,
    ) -> AsyncIterator[None]:
        """Arrange the service for each test; clear it afterwards."""
        await self.arrange(broker)
        yield
        await broker.clear()

    @classmethod
    async def arrange(cls, broker: LineClient) -> None:
        """Override to put into the service what the tests of the class find there."""
