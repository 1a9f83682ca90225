"""Example tests: two classes that start from different entries of the line service."""

from .resources.line_service import LineClient
from .suites import (
    LineServiceSuite,
)


class TestLineServiceGreets(LineServiceSuite):
    """Tests that find an entry in the service."""

    async def arrange(self) -> None:
        """Store the entry that the tests ask for."""
        await self.client.set("greeting", "good morning")

    async def test_stored_value_is_returned(self, client: LineClient) -> None:
        """The whole value comes back, its space included."""
        assert await client.get("greeting") == "good morning"

    async def test_value_can_be_replaced(self, client: LineClient) -> None:
        """The last value wins."""
        await client.set("greeting", "good night")
        assert await client.get("greeting") == "good night"


class TestLineServiceIsEmpty(LineServiceSuite):
    """Tests that find the service empty: what other tests have stored is gone."""

    async def test_unknown_key_has_no_value(self, client: LineClient) -> None:
        """The client says so with None, not with an error."""
        assert await client.get("greeting") is None
