<#if exampleCommand>
"""Example tests: two classes whose server starts from different values."""
<#else>
"""An example test: replace it by tests of what your server does."""
</#if>

from .resources.server_process import ServerClient
from .suites import (
<#list resources as resource>
<#if resource.kind == "subprocess">
    ${resource.suite},
</#if>
</#list>
)
<#list resources as resource>
<#if resource.kind == "subprocess">
<#if exampleCommand>


class Test${resource.stem}KeepsAValue(${resource.suite}):
    """Tests whose server has been given a value."""

    async def arrange(self) -> None:
        """Give it the value that the tests ask for."""
        await self.${resource.name}.exchange(b"SET greeting good morning\n")

    async def test_value_is_returned(self, ${resource.name}: ServerClient) -> None:
        """The whole value comes back, its space included."""
        answer = await ${resource.name}.exchange(b"GET greeting\n")
        assert answer == b"VALUE good morning\n"

    async def test_value_can_be_replaced(self, ${resource.name}: ServerClient) -> None:
        """The last value wins."""
        await ${resource.name}.exchange(b"SET greeting good night\n")
        answer = await ${resource.name}.exchange(b"GET greeting\n")
        assert answer == b"VALUE good night\n"


class Test${resource.stem}HasNoValues(${resource.suite}):
    """Tests whose server has no value: what other tests have given it is gone."""

    async def test_unknown_key_has_no_value(self, ${resource.name}: ServerClient) -> None:
        """The server says so, and goes on."""
        assert await ${resource.name}.exchange(b"GET greeting\n") == b"NONE\n"
<#else>


class Test${resource.stem}Answers(${resource.suite}):
    """Tests of the server itself, which runs in a process of its own."""

    async def test_server_can_be_connected_to(self, ${resource.name}: ServerClient) -> None:
        """It listens where the command has told it to."""
        await ${resource.name}.connect()
        assert ${resource.name}.is_connected()
</#if>
</#if>
</#list>
