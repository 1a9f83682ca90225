"""Property-based async tests of the line service."""

import pytest
<#if loopScope == "function">
from hypothesis import HealthCheck, given, settings
<#else>
from hypothesis import given, settings
</#if>
from hypothesis import strategies as st

from .suites import LineServiceSuite
from .support.line_service import LineClient
from .support.loop_contract import Openings, current_run, running_backend

KEYS = st.from_regex("[a-z]{1,8}", fullmatch=True)
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\n"))

# All examples of one test share its fixtures, so each example overwrites what it reads.
SHARED = settings(
    deadline=None,
<#if loopScope == "function">
    suppress_health_check=[HealthCheck.function_scoped_fixture],
</#if>
)
<#list resources as resource>
<#if resource.kind == "echo">


class TestProperties(LineServiceSuite):
    """Property-based tests: all examples of a test run on the backend that its id names."""

    @SHARED
    @given(key=KEYS, value=VALUES)
    async def test_stored_value_is_returned(
        self,
        ${resource.name}: LineClient,
        key: str,
        value: str,
    ) -> None:
        """Any text without a line break survives the way to the service and back."""
        await ${resource.name}.set(key, value)
        assert await ${resource.name}.get(key) == value

    @SHARED
    @given(example=st.integers())
    async def test_every_example_runs_in_the_run_of_the_resource(
        self,
        ${resource.name}: LineClient,
        openings: Openings,
        example: int,
    ) -> None:
        """Fails when the examples of a test get loops of their own."""
        opened_in = openings.of(${resource.name}).run
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
</#if>
</#list>
