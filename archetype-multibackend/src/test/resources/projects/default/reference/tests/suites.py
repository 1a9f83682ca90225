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

    # The fixture decorator goes above @classmethod: a fixture of class scope that is an instance
    # method sets attributes no test sees, and pytest 9.1 deprecates it.
    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    async def arranged(
        cls,
        anyio_backend: Backend,
        client: LineClient,
    ) -> AsyncIterator[None]:
        """Arrange the service once for each class and backend; clear it after the last test."""
        await cls.arrange(client)
        yield
        await client.clear()

    @classmethod
    async def arrange(cls, client: LineClient) -> None:
        """Override to put into the service what the tests of the class find there."""
