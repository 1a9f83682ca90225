"""Tests that fail when the loop contract is broken. Keep them: they guard every other test."""

import asyncio

import pytest

from .suites import LineServiceSuite
from .support.line_service import LineClient, open_client, try_client
from .support.loop_contract import AnotherLoopError, Openings, owner_of, running_backend


class TestLineServiceContract(LineServiceSuite):
    """What every test of this suite may rely on."""

    async def test_resource_lives_on_the_loop_of_the_test(
        self,
        client: LineClient,
        openings: Openings,
    ) -> None:
        """Fails when the fixture's loop scope and the test's loop scope differ."""
        opened_on = openings.of(client).loop
        runs_on = asyncio.get_running_loop()
        assert opened_on is runs_on, f"opened on {opened_on}, but the test runs on {runs_on}"

    async def test_resource_is_opened_once_for_each_session(
        self,
        client: LineClient,
        openings: Openings,
        request: pytest.FixtureRequest,
    ) -> None:
        """Fails when the fixture's scope is not the scope of its loop."""
        opening = openings.of(client)
        owner = owner_of(request.node)
        assert opening.owner == owner, f"cached for '{opening.owner}', not for '{owner}'"
        opened = openings.count(opening)
        assert opened == 1, f"opened {opened} times on one loop"

    async def test_resource_closes_on_the_open_loop(self) -> None:
        """Fails when closing needs a loop that is gone: `Event loop is closed`."""
        async with open_client() as own:
            assert await try_client(own), "it does not answer while it is open"
        assert not await try_client(own), "it answers after it was closed"

    async def test_backend_is_asyncio(self) -> None:
        """Fails when another kind of loop runs the tests."""
        assert running_backend() == "asyncio"


@pytest.mark.asyncio(loop_scope="function")  # scaffold: ignore[LS016] shows which mark counts
class TestLineServiceWithAMarkOfItsOwn(LineServiceSuite):
    """The base's mark is the one that counts."""

    async def test_class_stays_on_the_loop_of_the_base(
        self,
        client: LineClient,
        openings: Openings,
    ) -> None:
        """Fails when pytest lets the mark of a subclass win over the mark of its base."""
        assert openings.of(client).loop is asyncio.get_running_loop()

    @pytest.mark.xfail(raises=AnotherLoopError, strict=True)
    @pytest.mark.asyncio(loop_scope="function")
    async def test_method_with_a_mark_of_its_own_is_refused(
        self,
        client: LineClient,
    ) -> None:
        """Expected to fail in setup, with a message that names the two loop scopes."""
        await try_client(client)
