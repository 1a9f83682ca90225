"""Property-based async tests: all examples of a test run on the loop of its fixtures."""

import asyncio

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .resources.line_service import LineClient, LineService
from .suites import (
    LineServiceSuite,
)
from .support.loop_contract import Openings

KEYS = st.from_regex("[a-z]{1,8}", fullmatch=True)
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\n"))

# All examples of one test share its fixtures: nothing is undone between them.
# Each kind of loop runs a test on an instance of its own, which Hypothesis takes for a mistake.
SHARED = settings(
    deadline=None,
    suppress_health_check=[
        HealthCheck.differing_executors,
        HealthCheck.function_scoped_fixture,
    ],
)


class TestLineServiceProperties(LineServiceSuite):
    """Keep `@given` in concrete classes: in a base of two subclasses Hypothesis refuses it."""

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
    async def test_every_example_runs_on_the_loop_of_the_resource(
        self,
        shared_broker: LineService,
        openings: Openings,
        example: int,
    ) -> None:
        """Fails when the examples of a test get loops of their own."""
        opened_on = openings.of(shared_broker).loop
        assert opened_on is asyncio.get_running_loop(), f"example {example} has another loop"
