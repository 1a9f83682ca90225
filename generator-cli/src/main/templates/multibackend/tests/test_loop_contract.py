"""Tests that fail when the loop contract is broken. Keep them: they guard every other test."""

import pytest

<#list resources as resource>
from .suites import ${resource.suite}
</#list>
<#list resources as resource>
from .support.${resource.module} import ${resource.type}, open_${resource.handle}, try_${resource.handle}
</#list>
from .support.loop_contract import (
    AnotherBackendError,
    Backend,
    Openings,
    current_run,
    owner_of,
    running_backend,
)
<#list resources as resource>


class Test${resource.stem}Contract(${resource.suite}):
    """What every test of this suite may rely on."""

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
        ${resource.name}: ${resource.type},
        openings: Openings,
    ) -> None:
        """Fails when the fixture was opened on another loop, or another backend."""
        opened_in = openings.of(${resource.name}).run
        runs_in = current_run()
        assert opened_in is runs_in, f"opened in {opened_in}, but the test runs in {runs_in}"

    async def test_resource_is_opened_once_for_each_${loopScope}_and_backend(
        self,
        ${resource.name}: ${resource.type},
        openings: Openings,
        request: pytest.FixtureRequest,
    ) -> None:
        """Fails when the fixture's scope is not the scope of its backend."""
        opening = openings.of(${resource.name})
        owner = owner_of(request.node)
        assert opening.owner == owner, f"cached for '{opening.owner}', not for '{owner}'"
        opened = openings.count(opening)
        assert opened == 1, f"opened {opened} times in one run of a backend"

    async def test_resource_closes_on_the_open_loop(self) -> None:
        """Fails when closing needs a loop that is gone: `Event loop is closed`."""
        async with open_${resource.handle}() as own:
            assert await try_${resource.handle}(own), "it does not answer while it is open"
        assert not await try_${resource.handle}(own), "it answers after it was closed"


class Test${resource.stem}WithABackendOfItsOwn(${resource.suite}):
    """A subclass cannot leave the backends of its base: its fixtures would stay behind."""

    @pytest.fixture(scope="${loopScope}")
    @classmethod
    def anyio_backend(cls) -> Backend:
        """Override the fixture of the conftest."""
        return Backend("asyncio", {"debug": True})

    @pytest.mark.xfail(raises=AnotherBackendError, strict=True)
    async def test_override_is_refused(self, ${resource.name}: ${resource.type}) -> None:
        """Expected to fail in setup, with a message that names the override."""
        await try_${resource.handle}(${resource.name})
</#list>
