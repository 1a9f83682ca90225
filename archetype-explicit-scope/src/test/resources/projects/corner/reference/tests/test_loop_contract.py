"""Tests that fail when the loop contract is broken. Keep them: they guard every other test."""

import asyncio

import pytest

from .resources.line_service import (
    LineClient,
    LineService,
    find_in_client,
    isolate_client,
    leave_in_client,
    open_client,
    try_client,
)
from .suites import (
    LineServiceSuite,
)
from .support.loop_contract import Openings, owner_of, running_backend


class TestLineServiceContract(LineServiceSuite):
    """What every test of the line service may rely on."""

    async def test_resource_lives_on_the_loop_of_the_test(
        self,
        shared_broker: LineService,
        openings: Openings,
    ) -> None:
        """Fails when the fixture's loop scope and the test's loop scope differ."""
        opened_on = openings.of(shared_broker).loop
        runs_on = asyncio.get_running_loop()
        assert opened_on is runs_on, f"opened on {opened_on}, but the test runs on {runs_on}"

    async def test_resource_is_opened_once_for_each_function(
        self,
        shared_broker: LineService,
        openings: Openings,
        request: pytest.FixtureRequest,
    ) -> None:
        """Fails when the fixture's scope is not the one that was asked for."""
        opening = openings.of(shared_broker)
        owner = owner_of(request.node, "function")
        assert opening.owner == owner, f"cached for '{opening.owner}', not for '{owner}'"
        opened = openings.count(opening)
        assert opened == 1, f"opened {opened} times on one loop"

    async def test_resource_closes_on_the_open_loop(self) -> None:
        """Fails when closing needs a loop that is gone: `Event loop is closed`."""
        async with open_client() as own:
            assert await try_client(own), "it does not answer while it is open"
        assert not await try_client(own), "it answers after it was closed"

    async def test_what_a_test_leaves_is_gone_in_the_next(
        self,
        shared_broker: LineService,
    ) -> None:
        """Fails when one test sees what another one did."""
        async with isolate_client(shared_broker) as first:
            await leave_in_client(first)
            assert await find_in_client(first), "a test does not see what it did itself"
        async with isolate_client(shared_broker) as second:
            assert not await find_in_client(second), "the next test sees it too"

    async def test_what_is_lent_holds_no_trace(
        self,
        broker: LineClient,
    ) -> None:
        """Fails when the fixture lends without isolating: the twin below leaves a trace, too."""
        if await find_in_client(broker):
            pytest.fail("another test has left a trace in it")
        await leave_in_client(broker)

    async def test_what_is_lent_again_holds_no_trace(
        self,
        broker: LineClient,
    ) -> None:
        """Fails when its twin above was lent the same without isolation, before or after it."""
        if await find_in_client(broker):
            pytest.fail("another test has left a trace in it")
        await leave_in_client(broker)

    async def test_backend_in_the_id_is_the_one_that_runs(
        self,
        request: pytest.FixtureRequest,
    ) -> None:
        """Fails when a test named `[uvloop]` runs on asyncio's own loop, or the other way round."""
        named = request.node.callspec.id
        running = running_backend()
        assert named == running, f"the test is named [{named}], but {running} runs it"
