"""Example tests: two classes that start from different entries of the line service."""

from .resources.line_service import LineClient
from .suites import (
<#list resources as resource>
<#if resource.kind == "echo">
    ${resource.suite},
</#if>
</#list>
)
<#list resources as resource>
<#if resource.kind == "echo">


class Test${resource.stem}Greets(${resource.suite}):
    """Tests that find an entry in the service."""

    async def arrange(self) -> None:
        """Store the entry that the tests ask for."""
        await self.${resource.name}.set("greeting", "good morning")

    async def test_stored_value_is_returned(self, ${resource.name}: LineClient) -> None:
        """The whole value comes back, its space included."""
        assert await ${resource.name}.get("greeting") == "good morning"

    async def test_value_can_be_replaced(self, ${resource.name}: LineClient) -> None:
        """The last value wins."""
        await ${resource.name}.set("greeting", "good night")
        assert await ${resource.name}.get("greeting") == "good night"


class Test${resource.stem}IsEmpty(${resource.suite}):
    """Tests that find the service empty: what other tests have stored is gone."""

    async def test_unknown_key_has_no_value(self, ${resource.name}: LineClient) -> None:
        """The client says so with None, not with an error."""
        assert await ${resource.name}.get("greeting") is None
</#if>
</#list>
