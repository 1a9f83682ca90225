"""Example tests: two classes that start from different entries of the line service."""

from .suites import LineServiceSuite
from .support.line_service import LineClient


class TestKnownEntries(LineServiceSuite):
    """Tests that find an entry in the service."""

    @classmethod
    async def arrange(cls, broker: LineClient) -> None:
        """Store the entry that the tests ask for."""
        await broker.set("greeting", "good morning")

    async def test_stored_value_is_returned(self, broker: LineClient) -> None:
        """The whole value comes back, its space included."""
        assert await broker.get("greeting") == "good morning"

    async def test_value_can_be_replaced(self, broker: LineClient) -> None:
        """The last value wins."""
        await broker.set("farewell", "goodbye")
        await broker.set("farewell", "good night")
        assert await broker.get("farewell") == "good night"


class TestNoEntries(LineServiceSuite):
    """Tests that find the service empty: what other classes arranged is gone."""

    async def test_unknown_key_has_no_value(self, broker: LineClient) -> None:
        """The client says so with None, not with an error."""
        assert await broker.get("greeting") is None
