"""Tests that the suite has to refuse, or to bring back to its loop. No examples to copy from."""

import asyncio

import pytest

<#list kinds as kind>
from .resources.${kind.module} import ${kind.type}, try_${kind.handle}
</#list>
from .suites import (
<#list resources as resource>
    ${resource.suite},
</#list>
)
from .support.loop_contract import AnotherLoopError, Openings, UnmarkedTestError
<#list resources as resource>


<#if loopScope == "function">
@pytest.mark.asyncio(loop_scope="session")  # scaffold: ignore[LS016] shows which mark counts
<#else>
@pytest.mark.asyncio(loop_scope="function")  # scaffold: ignore[LS016] shows which mark counts
</#if>
class Test${resource.stem}WithAMarkOfItsOwn(${resource.suite}):
    """The base's mark is the one that counts."""

    async def test_class_stays_on_the_loop_of_the_base(
        self,
        ${resource.shared}: ${resource.type},
        openings: Openings,
    ) -> None:
        """Fails when pytest lets the mark of a subclass win over the mark of its base."""
        assert openings.of(${resource.shared}).loop is asyncio.get_running_loop()

    @pytest.mark.xfail(raises=AnotherLoopError, strict=True)
<#if loopScope == "function">
    @pytest.mark.asyncio(loop_scope="session")
<#else>
    @pytest.mark.asyncio(loop_scope="function")
</#if>
    async def test_method_with_a_mark_of_its_own_is_refused(
        self,
        ${resource.shared}: ${resource.type},
    ) -> None:
        """Expected to fail in setup, with a message that names the two loop scopes."""
        await try_${resource.handle}(${resource.shared})
</#list>


@pytest.mark.xfail(raises=(AnotherLoopError, UnmarkedTestError), strict=True)
async def test_async_test_without_a_mark_is_refused(request: pytest.FixtureRequest) -> None:
    """Expected to fail in setup, with a message that says what to write."""
    if request.node.get_closest_marker("asyncio"):
        pytest.xfail("auto mode has marked it")
