"""Example tests: two classes that start from different entries of the line service."""

from .suites import LineServiceSuite
from .support.line_service import LineClient


class TestKnownEntries(LineServiceSuite):
    """Tests that find an entry in the service."""

    @classmethod
    async def arrange(cls, ${resource}: LineClient) -> None:
        """Store the entry that the tests ask for."""
        await ${resource}.set("greeting", "good morning")

    async def test_stored_value_is_returned(self, ${resource}: LineClient) -> None:
        """The whole value comes back, its space included."""
        assert await ${resource}.get("greeting") == "good morning"

    async def test_value_can_be_replaced(self, ${resource}: LineClient) -> None:
        """The last value wins."""
        await ${resource}.set("farewell", "goodbye")
        await ${resource}.set("farewell", "good night")
        assert await ${resource}.get("farewell") == "good night"


class TestNoEntries(LineServiceSuite):
    """Tests that find the service empty: what other classes arranged is gone."""

    async def test_unknown_key_has_no_value(self, ${resource}: LineClient) -> None:
        """The client says so with None, not with an error."""
        assert await ${resource}.get("greeting") is None
