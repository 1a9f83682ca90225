"""Property-based async tests: all examples of a test run on the backend that its id names."""

import pytest
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
from .support.loop_contract import Openings, current_run, running_backend

<#if echo>
KEYS = st.from_regex("[a-z]{1,8}", fullmatch=True)
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\n"))

</#if>
# All examples of one test share its fixtures: nothing is undone between them.
SHARED = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
<#list resources as resource>


class Test${resource.stem}Properties(${resource.suite}):
    """All examples of a test run on the backend that its id names."""

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
    async def test_every_example_runs_in_the_run_of_the_resource(
        self,
        ${resource.shared}: ${resource.type},
        openings: Openings,
        example: int,
    ) -> None:
        """Fails when the examples of a test get loops of their own."""
        opened_in = openings.of(${resource.shared}).run
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
</#list>
