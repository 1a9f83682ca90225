"""Tests that fail when the loop contract is broken. Keep them: they guard every other test."""

import pytest

<#list kinds as kind>
from .resources.${kind.module} import (
    ${kind.view},
    ${kind.type},
    find_in_${kind.handle},
    isolate_${kind.handle},
    leave_in_${kind.handle},
    open_${kind.handle},
    try_${kind.handle},
)
</#list>
from .suites import (
<#list resources as resource>
    ${resource.suite},
</#list>
)
from .support.loop_contract import Openings, current_run, owner_of, running_backend
<#list resources as resource>


class Test${resource.stem}Contract(${resource.suite}):
    """What every test of the ${resource.service} may rely on."""

    async def test_backend_in_the_id_is_the_one_that_runs(
        self,
        request: pytest.FixtureRequest,
    ) -> None:
        """Fails when a test named `[trio]` runs on asyncio, or the other way round."""
        named = request.node.callspec.id
        running = running_backend()
        assert named == running, f"the test is named [{named}], but {running} runs it"

    async def test_resource_lives_in_the_run_of_the_test(
        self,
        ${resource.shared}: ${resource.type},
        openings: Openings,
    ) -> None:
        """Fails when the fixture was opened on another loop, or another backend."""
        opened_in = openings.of(${resource.shared}).run
        runs_in = current_run()
        assert opened_in is runs_in, f"opened in {opened_in}, but the test runs in {runs_in}"

    async def test_resource_is_opened_once_for_each_${resource.scope}_and_backend(
        self,
        ${resource.shared}: ${resource.type},
        openings: Openings,
        request: pytest.FixtureRequest,
    ) -> None:
        """Fails when the fixture's scope is not the one that was asked for."""
        opening = openings.of(${resource.shared})
        owner = owner_of(request.node, "${resource.scope}")
        assert opening.owner == owner, f"cached for '{opening.owner}', not for '{owner}'"
        opened = openings.count(opening)
        assert opened == 1, f"opened {opened} times in one run of a backend"

<#if resource.served == "yes">
    async def test_resource_closes_on_the_open_loop(self, ${resource.server}: str) -> None:
        """Fails when closing needs a loop that is gone: `Event loop is closed`."""
        async with open_${resource.handle}(${resource.server}) as own:
<#else>
    async def test_resource_closes_on_the_open_loop(self) -> None:
        """Fails when closing needs a loop that is gone: `Event loop is closed`."""
        async with open_${resource.handle}() as own:
</#if>
            assert await try_${resource.handle}(own), "it does not answer while it is open"
        assert not await try_${resource.handle}(own), "it answers after it was closed"

    async def test_what_a_test_leaves_is_gone_in_the_next(
        self,
        ${resource.shared}: ${resource.type},
    ) -> None:
        """Fails when one test sees what another one did."""
        async with isolate_${resource.handle}(${resource.shared}) as first:
            await leave_in_${resource.handle}(first)
            assert await find_in_${resource.handle}(first), "a test does not see what it did itself"
        async with isolate_${resource.handle}(${resource.shared}) as second:
            assert not await find_in_${resource.handle}(second), "the next test sees it too"

    async def test_what_is_lent_holds_no_trace(
        self,
        ${resource.name}: ${resource.view},
    ) -> None:
        """Fails when the fixture lends without isolating: the twin below leaves a trace, too."""
        if await find_in_${resource.handle}(${resource.name}):
            pytest.fail("another test has left a trace in it")
        await leave_in_${resource.handle}(${resource.name})

    async def test_what_is_lent_again_holds_no_trace(
        self,
        ${resource.name}: ${resource.view},
    ) -> None:
        """Fails when its twin above was lent the same without isolation, before or after it."""
        if await find_in_${resource.handle}(${resource.name}):
            pytest.fail("another test has left a trace in it")
        await leave_in_${resource.handle}(${resource.name})
</#list>
