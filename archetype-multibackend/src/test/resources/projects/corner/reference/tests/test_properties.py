"""Property-based async tests: all examples of a test run on the backend that its id names."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .resources.line_service import LineClient, LineService
from .suites import (
    LineServiceSuite,
)
from .support.loop_contract import Openings, current_run, running_backend

KEYS = st.from_regex("[a-z]{1,8}", fullmatch=True)
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\n"))

# All examples of one test share its fixtures: nothing is undone between them.
SHARED = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class TestLineServiceProperties(LineServiceSuite):
    """All examples of a test run on the backend that its id names."""

    @SHARED
    @given(key=KEYS, value=VALUES)
    async def test_stored_value_is_returned(
        self,
        broker: LineClient,
        key: str,
        value: str,
    ) -> None:
        """Any text without a line break survives the way to the service and back."""
        await broker.set(key, value)
        assert await broker.get(key) == value

    @SHARED
    @given(example=st.integers())
    async def test_every_example_runs_in_the_run_of_the_resource(
        self,
        shared_broker: LineService,
        openings: Openings,
        example: int,
    ) -> None:
        """Fails when the examples of a test get loops of their own."""
        opened_in = openings.of(shared_broker).run
        assert opened_in is current_run(), f"example {example} has another loop"

    @SHARED
    @given(example=st.integers())
    async def test_every_example_runs_on_the_backend_in_the_id(
        self,
        request: pytest.FixtureRequest,
        example: int,
    ) -> None:
        """Fails when the examples of the second backend run on the first."""
        running = running_backend()
        assert request.node.callspec.id == running, f"{running} runs example {example}"
