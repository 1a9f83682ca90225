"""Example tests: two classes that start from different entries of the line service."""

from .suites import LineServiceSuite
from .support.line_service import LineClient
<#list resources as resource>
<#if resource.kind == "echo">


class TestKnownEntries(LineServiceSuite):
    """Tests that find an entry in the service."""

    @classmethod
    async def arrange(cls, ${resource.name}: LineClient) -> None:
        """Store the entry that the tests ask for."""
        await ${resource.name}.set("greeting", "good morning")

    async def test_stored_value_is_returned(self, ${resource.name}: LineClient) -> None:
        """The whole value comes back, its space included."""
        assert await ${resource.name}.get("greeting") == "good morning"

    async def test_value_can_be_replaced(self, ${resource.name}: LineClient) -> None:
        """The last value wins."""
        await ${resource.name}.set("farewell", "goodbye")
        await ${resource.name}.set("farewell", "good night")
        assert await ${resource.name}.get("farewell") == "good night"


class TestNoEntries(LineServiceSuite):
    """Tests that find the service empty: what other classes arranged is gone."""

    async def test_unknown_key_has_no_value(self, ${resource.name}: LineClient) -> None:
        """The client says so with None, not with an error."""
        assert await ${resource.name}.get("greeting") is None
</#if>
</#list>
