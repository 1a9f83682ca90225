"""What the tests of a WebSocket server rely on: connections of their own to one handler."""

from .resources.socket_server import (
    SocketServer,
    find_in_socket,
    isolate_socket,
    leave_in_socket,
)
from .suites import (
<#list resources as resource>
<#if resource.kind == "websocket">
    ${resource.suite},
</#if>
</#list>
)
<#list resources as resource>
<#if resource.kind == "websocket">


class Test${resource.stem}Connections(${resource.suite}):
    """Tests of how clients are connected."""

    async def test_clients_of_one_test_talk_to_one_handler(
        self,
        ${resource.shared}: SocketServer,
    ) -> None:
        """Fails when connecting takes back what another client of the test has told."""
        async with isolate_socket(${resource.shared}) as one:
            await leave_in_socket(one)
            async with isolate_socket(${resource.shared}) as other:
                assert await find_in_socket(other), "a client does not see what another has told"

    async def test_what_the_handler_reads_late_is_gone_in_the_next(
        self,
        ${resource.shared}: SocketServer,
    ) -> None:
        """Fails when the data is brought back before the handler has done with its client."""
        async with isolate_socket(${resource.shared}) as first:
            for _ in range(3):
                await first.send("nobody waits for the answer")
        async with isolate_socket(${resource.shared}) as second:
            assert not await find_in_socket(second), "the next test sees it too"
</#if>
</#list>
