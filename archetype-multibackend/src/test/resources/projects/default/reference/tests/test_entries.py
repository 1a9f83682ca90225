"""Example tests: two classes that start from different entries of the line service."""

from .suites import LineServiceSuite
from .support.line_service import LineClient


class TestKnownEntries(LineServiceSuite):
    """Tests that find an entry in the service."""

    @classmethod
    async def arrange(cls, client: LineClient) -> None:
        """Store the entry that the tests ask for."""
        await client.set("greeting", "good morning")

    async def test_stored_value_is_returned(self, client: LineClient) -> None:
        """The whole value comes back, its space included."""
        assert await client.get("greeting") == "good morning"

    async def test_value_can_be_replaced(self, client: LineClient) -> None:
        """The last value wins."""
        await client.set("farewell", "goodbye")
        await client.set("farewell", "good night")
        assert await client.get("farewell") == "good night"


class TestNoEntries(LineServiceSuite):
    """Tests that find the service empty: what other classes arranged is gone."""

    async def test_unknown_key_has_no_value(self, client: LineClient) -> None:
        """The client says so with None, not with an error."""
        assert await client.get("greeting") is None
