"""Tests that fail when the loop contract is broken. Keep them: they guard every other test."""

import asyncio

import pytest

<#list resources as resource>
from .suites import ${resource.suite}
</#list>
<#list resources as resource>
from .support.${resource.module} import ${resource.type}, open_${resource.handle}, try_${resource.handle}
</#list>
from .support.loop_contract import AnotherLoopError, Openings, owner_of, running_backend
<#list resources as resource>


class Test${resource.stem}Contract(${resource.suite}):
    """What every test of this suite may rely on."""

    async def test_resource_lives_on_the_loop_of_the_test(
        self,
        ${resource.name}: ${resource.type},
        openings: Openings,
    ) -> None:
        """Fails when the fixture's loop scope and the test's loop scope differ."""
        opened_on = openings.of(${resource.name}).loop
        runs_on = asyncio.get_running_loop()
        assert opened_on is runs_on, f"opened on {opened_on}, but the test runs on {runs_on}"

    async def test_resource_is_opened_once_for_each_${loopScope}(
        self,
        ${resource.name}: ${resource.type},
        openings: Openings,
        request: pytest.FixtureRequest,
    ) -> None:
        """Fails when the fixture's scope is not the scope of its loop."""
        opening = openings.of(${resource.name})
        owner = owner_of(request.node)
        assert opening.owner == owner, f"cached for '{opening.owner}', not for '{owner}'"
        opened = openings.count(opening)
        assert opened == 1, f"opened {opened} times on one loop"

    async def test_resource_closes_on_the_open_loop(self) -> None:
        """Fails when closing needs a loop that is gone: `Event loop is closed`."""
        async with open_${resource.handle}() as own:
            assert await try_${resource.handle}(own), "it does not answer while it is open"
        assert not await try_${resource.handle}(own), "it answers after it was closed"

<#if asyncio && uvloop>
    async def test_backend_in_the_id_is_the_one_that_runs(
        self,
        request: pytest.FixtureRequest,
    ) -> None:
        """Fails when a test named `[uvloop]` runs on asyncio's own loop, or the other way round."""
        named = request.node.callspec.id
        running = running_backend()
        assert named == running, f"the test is named [{named}], but {running} runs it"
<#elseif uvloop>
    async def test_backend_is_uvloop(self) -> None:
        """Fails when another kind of loop runs the tests."""
        assert running_backend() == "uvloop"
<#else>
    async def test_backend_is_asyncio(self) -> None:
        """Fails when another kind of loop runs the tests."""
        assert running_backend() == "asyncio"
</#if>


<#if loopScope == "function">
@pytest.mark.asyncio(loop_scope="session")  # scaffold: ignore[LS016] shows which mark counts
<#else>
@pytest.mark.asyncio(loop_scope="function")  # scaffold: ignore[LS016] shows which mark counts
</#if>
class Test${resource.stem}WithAMarkOfItsOwn(${resource.suite}):
    """The base's mark is the one that counts."""

    async def test_class_stays_on_the_loop_of_the_base(
        self,
        ${resource.name}: ${resource.type},
        openings: Openings,
    ) -> None:
        """Fails when pytest lets the mark of a subclass win over the mark of its base."""
        assert openings.of(${resource.name}).loop is asyncio.get_running_loop()

    @pytest.mark.xfail(raises=AnotherLoopError, strict=True)
<#if loopScope == "function">
    @pytest.mark.asyncio(loop_scope="session")
<#else>
    @pytest.mark.asyncio(loop_scope="function")
</#if>
    async def test_method_with_a_mark_of_its_own_is_refused(
        self,
        ${resource.name}: ${resource.type},
    ) -> None:
        """Expected to fail in setup, with a message that names the two loop scopes."""
        await try_${resource.handle}(${resource.name})
</#list>
