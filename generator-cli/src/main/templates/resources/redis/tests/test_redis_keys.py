"""Example tests: two classes that start from different keys."""

from .resources.redis_database import Redis
from .suites import (
<#list resources as resource>
<#if resource.kind == "redis">
    ${resource.suite},
</#if>
</#list>
)
<#list resources as resource>
<#if resource.kind == "redis">


class Test${resource.stem}Counts(${resource.suite}):
    """Tests that find a counter."""

    async def arrange(self) -> None:
        """Set the counter that every test of the class finds."""
        await self.${resource.name}.set("visits", "41")

    async def test_counter_goes_on(self, ${resource.name}: Redis) -> None:
        """Counting goes on from what was arranged, whatever other tests have counted."""
        await ${resource.name}.incr("visits")
        assert await ${resource.name}.get("visits") == "42"

    async def test_counter_can_expire(self, ${resource.name}: Redis) -> None:
        """A time to live can be given to it."""
        await ${resource.name}.expire("visits", 60)
        assert await ${resource.name}.ttl("visits") > 0


class Test${resource.stem}IsEmpty(${resource.suite}):
    """Tests that find no key: those of other tests are gone."""

    async def test_unknown_key_has_no_value(self, ${resource.name}: Redis) -> None:
        """The client says so with None, not with an error."""
        assert await ${resource.name}.get("visits") is None
</#if>
</#list>
