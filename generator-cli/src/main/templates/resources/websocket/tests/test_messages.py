"""Example tests: two classes whose handler starts from different messages."""

from .resources.socket_server import SocketClient
from .suites import (
<#list resources as resource>
<#if resource.kind == "websocket">
    ${resource.suite},
</#if>
</#list>
)
<#list resources as resource>
<#if resource.kind == "websocket">


class Test${resource.stem}HasAMessage(${resource.suite}):
    """Tests whose handler has been told something."""

    async def arrange(self) -> None:
        """Tell it what the tests ask for."""
        await self.${resource.name}.send("good morning")
        await self.${resource.name}.recv()

    async def test_message_is_told(self, ${resource.name}: SocketClient) -> None:
        """The whole message comes back."""
        await ${resource.name}.send("list")
        assert await ${resource.name}.recv() == "good morning"

    async def test_messages_are_told_in_their_order(
        self,
        ${resource.name}: SocketClient,
    ) -> None:
        """The newest is the last."""
        await ${resource.name}.send("good night")
        assert await ${resource.name}.recv() == "kept"
        await ${resource.name}.send("list")
        assert await ${resource.name}.recv() == "good morning\ngood night"


class Test${resource.stem}HasNoMessages(${resource.suite}):
    """Tests whose handler has been told nothing: what other tests have told it is gone."""

    async def test_nothing_is_told(self, ${resource.name}: SocketClient) -> None:
        """The answer is empty."""
        await ${resource.name}.send("list")
        assert await ${resource.name}.recv() == ""
</#if>
</#list>
