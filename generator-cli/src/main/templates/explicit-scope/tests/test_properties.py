"""Property-based async tests: all examples of a test run on the loop of its fixtures."""

import asyncio

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

<#list kinds as kind>
<#if kind.kind == "echo">
from .resources.${kind.module} import ${kind.view}, ${kind.type}
<#else>
from .resources.${kind.module} import ${kind.type}
</#if>
</#list>
from .suites import (
<#list resources as resource>
    ${resource.suite},
</#list>
)
from .support.loop_contract import Openings

<#if echo>
KEYS = st.from_regex("[a-z]{1,8}", fullmatch=True)
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\n"))

</#if>
# All examples of one test share its fixtures: nothing is undone between them.
<#if asyncio && uvloop>
# Each kind of loop runs a test on an instance of its own, which Hypothesis takes for a mistake.
</#if>
SHARED = settings(
    deadline=None,
<#if asyncio && uvloop>
    suppress_health_check=[
        HealthCheck.differing_executors,
        HealthCheck.function_scoped_fixture,
    ],
<#else>
    suppress_health_check=[HealthCheck.function_scoped_fixture],
</#if>
)
<#list resources as resource>


class Test${resource.stem}Properties(${resource.suite}):
    """Keep `@given` in concrete classes: in a base of two subclasses Hypothesis refuses it."""

<#if resource.kind == "echo">
    @SHARED
    @given(key=KEYS, value=VALUES)
    async def test_stored_value_is_returned(
        self,
        ${resource.name}: ${resource.view},
        key: str,
        value: str,
    ) -> None:
        """Any text without a line break survives the way to the service and back."""
        await ${resource.name}.set(key, value)
        assert await ${resource.name}.get(key) == value

</#if>
    @SHARED
    @given(example=st.integers())
    async def test_every_example_runs_on_the_loop_of_the_resource(
        self,
        ${resource.shared}: ${resource.type},
        openings: Openings,
        example: int,
    ) -> None:
        """Fails when the examples of a test get loops of their own."""
        opened_on = openings.of(${resource.shared}).loop
        assert opened_on is asyncio.get_running_loop(), f"example {example} has another loop"
</#list>
