"""Tests that fail when a test's keys are not deleted, or anybody else's are. Keep them."""

import pytest

from .resources.redis_database import (
    RedisDatabase,
    find_in_redis,
    isolate_redis,
    leave_in_redis,
    open_redis,
)
from .suites import (
<#list resources as resource>
<#if resource.kind == "redis">
    ${resource.suite},
</#if>
</#list>
)
<#list resources as resource>
<#if resource.kind == "redis">


class Test${resource.stem}Isolation(${resource.suite}):
    """What every test of the ${resource.service} may rely on."""

    async def test_what_a_failing_test_leaves_is_gone_in_the_next(
        self,
        ${resource.shared}: RedisDatabase,
    ) -> None:
        """Fails when keys are only deleted after tests that pass."""
        with pytest.raises(ZeroDivisionError):
            await divide_by_zero(${resource.shared})
        async with isolate_redis(${resource.shared}) as lent:
            assert not await find_in_redis(lent), "the next test sees it too"

    async def test_keys_of_others_stay(
        self,
        ${resource.shared}: RedisDatabase,
        redis_server: str,
    ) -> None:
        """Fails when two openings, such as those of two workers of xdist, share a database."""
        async with open_redis(redis_server) as another:
            assert another.number != ${resource.shared}.number, "they share a database"
            await leave_in_redis(another.client)
            async with isolate_redis(${resource.shared}) as lent:
                assert not await find_in_redis(lent), "a test sees the keys of others"
            assert await find_in_redis(another.client), "the keys of others are gone"
</#if>
</#list>


async def divide_by_zero(shared: RedisDatabase) -> float:
    """Leave a trace, and fail."""
    async with isolate_redis(shared) as lent:
        await leave_in_redis(lent)
        return 1 / 0
