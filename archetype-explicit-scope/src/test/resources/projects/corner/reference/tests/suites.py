"""Base classes for tests. A subclass inherits the mark, and so the loop of its fixtures."""

import pytest
import pytest_asyncio

from .resources.line_service import LineClient


class LineServiceSuite:
    """Tests of what uses the line service.

    All run on the loop of their class. The line service is opened on it once for each
    function; what a test stores in it is forgotten after the test.
    """

    pytestmark = pytest.mark.asyncio(loop_scope="class")
    broker: LineClient

    @pytest_asyncio.fixture(scope="function", loop_scope="class", autouse=True)
    async def arranged(self, broker: LineClient) -> None:
        """Keep what the test is lent, and arrange what it finds."""
        self.broker = broker
        await self.arrange()

    async def arrange(self) -> None:
        """Override to put in what each test of the class starts from."""
