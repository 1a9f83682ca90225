"""Property-based async tests: all examples of a test run on the loop of its fixtures."""

import asyncio

<#if loopScope == "function">
from hypothesis import HealthCheck, given, settings
<#elseif asyncio && uvloop>
from hypothesis import HealthCheck, given, settings
<#else>
from hypothesis import given, settings
</#if>
from hypothesis import strategies as st

from .suites import LineServiceSuite
from .support.line_service import LineClient
from .support.loop_contract import Openings

KEYS = st.from_regex("[a-z]{1,8}", fullmatch=True)
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\n"))

# All examples of one test share its fixtures, so each example overwrites what it reads.
<#if asyncio && uvloop>
# Each kind of loop runs a test on an instance of its own, which Hypothesis takes for a mistake.
</#if>
SHARED = settings(
    deadline=None,
<#if loopScope == "function">
<#if asyncio && uvloop>
    suppress_health_check=[
        HealthCheck.differing_executors,
        HealthCheck.function_scoped_fixture,
    ],
<#else>
    suppress_health_check=[HealthCheck.function_scoped_fixture],
</#if>
<#elseif asyncio && uvloop>
    suppress_health_check=[HealthCheck.differing_executors],
</#if>
)
<#list resources as resource>
<#if resource.kind == "echo">


class TestProperties(LineServiceSuite):
    """Keep `@given` in concrete classes: in a base of two subclasses Hypothesis refuses it."""

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
    async def test_every_example_runs_on_the_loop_of_the_resource(
        self,
        ${resource.name}: LineClient,
        openings: Openings,
        example: int,
    ) -> None:
        """Fails when the examples of a test get loops of their own."""
        opened_on = openings.of(${resource.name}).loop
        assert opened_on is asyncio.get_running_loop(), f"example {example} has another loop"
</#if>
</#list>
