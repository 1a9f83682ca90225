"""Base classes for tests. A subclass inherits the mark, and so the backends of its fixtures."""

import pytest

from .resources.line_service import LineClient
from .support.loop_contract import Backend, refuse_wrong_backend


@pytest.mark.anyio
class BackendSuite:
    """Tests that run on the backend that their id names, and on no other."""

    @pytest.fixture(scope="function", autouse=True)
    async def runs_on_its_backend(
        self,
        anyio_backend: Backend,
        request: pytest.FixtureRequest,
    ) -> None:
        """Refuse to run a test on another backend than the one its id names."""
        refuse_wrong_backend(request.node)


class LineServiceSuite(BackendSuite):
    """Tests of what uses the line service.

    Each runs once on every backend. The line service is opened there once for each
    session; what a test stores in it is forgotten after the test.
    """

    client: LineClient

    @pytest.fixture(scope="function", autouse=True)
    async def arranged(
        self,
        anyio_backend: Backend,
        client: LineClient,
    ) -> None:
        """Keep what the test is lent, and arrange what it finds."""
        self.client = client
        await self.arrange()

    async def arrange(self) -> None:
        """Override to put in what each test of the class starts from."""
