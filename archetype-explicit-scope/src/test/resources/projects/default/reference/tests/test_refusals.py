"""Tests that the suite has to refuse, or to bring back to its loop. No examples to copy from."""

import asyncio

import pytest

from .resources.line_service import LineService, try_client
from .suites import (
    LineServiceSuite,
)
from .support.loop_contract import AnotherLoopError, Openings, UnmarkedTestError


@pytest.mark.asyncio(loop_scope="function")  # scaffold: ignore[LS016] shows which mark counts
class TestLineServiceWithAMarkOfItsOwn(LineServiceSuite):
    """The base's mark is the one that counts."""

    async def test_class_stays_on_the_loop_of_the_base(
        self,
        shared_client: LineService,
        openings: Openings,
    ) -> None:
        """Fails when pytest lets the mark of a subclass win over the mark of its base."""
        assert openings.of(shared_client).loop is asyncio.get_running_loop()

    @pytest.mark.xfail(raises=AnotherLoopError, strict=True)
    @pytest.mark.asyncio(loop_scope="function")
    async def test_method_with_a_mark_of_its_own_is_refused(
        self,
        shared_client: LineService,
    ) -> None:
        """Expected to fail in setup, with a message that names the two loop scopes."""
        await try_client(shared_client)


@pytest.mark.xfail(raises=(AnotherLoopError, UnmarkedTestError), strict=True)
async def test_async_test_without_a_mark_is_refused(request: pytest.FixtureRequest) -> None:
    """Expected to fail in setup, with a message that says what to write."""
    if request.node.get_closest_marker("asyncio"):
        pytest.xfail("auto mode has marked it")
