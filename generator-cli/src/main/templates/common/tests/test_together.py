"""Example tests of several resources: they live on one loop, so one test may use them all."""

<#list kinds as kind>
<#if kind.kind == "postgres">
<#if sqlalchemy>
from sqlalchemy import select

from .resources.schema import Note
</#if>
</#if>
</#list>
from .suites import EveryResourceSuite
<#list kinds as kind>
<#if kind.kind == "postgres">
<#if asyncpg>

INSERT = "INSERT INTO note (text) VALUES ($1)"
<#elseif !sqlalchemy>

INSERT = "INSERT INTO note (text) VALUES (%s)"
</#if>
</#if>
</#list>


class TestTogether(EveryResourceSuite):
    """Tests that start from something in each resource."""

    async def arrange(self) -> None:
        """Put it in."""
<#list resources as resource>
<#if resource.kind == "echo">
        await self.${resource.name}.set("greeting", "hello")
<#elseif resource.kind == "http">
<#if exampleApp>
        await self.${resource.name}.put("/notes/${resource.name}", content="hello")
<#else>
        self.${resource.name}.headers["accept-language"] = "en"
</#if>
<#elseif resource.kind == "postgres">
<#if sqlalchemy>
        self.${resource.name}.add(Note(text="${resource.name}"))
        await self.${resource.name}.commit()
<#elseif asyncpg>
        await self.${resource.name}.execute(INSERT, "${resource.name}")
<#else>
        await self.${resource.name}.execute(INSERT, ["${resource.name}"])
</#if>
<#elseif resource.kind == "redis">
        await self.${resource.name}.set("greeting", "hello")
<#elseif resource.kind == "websocket">
        await self.${resource.name}.send("hello")
        assert await self.${resource.name}.recv() == "kept"
<#elseif resource.kind == "subprocess">
<#if exampleCommand>
        await self.${resource.name}.exchange(b"SET greeting hello\n")
<#else>
        await self.${resource.name}.connect()
</#if>
</#if>
</#list>

    async def test_each_resource_is_at_hand(self) -> None:
        """A test may also take them as arguments, as it does with any fixture."""
<#list resources as resource>
<#if resource.kind == "echo">
        assert await self.${resource.name}.get("greeting") == "hello"
<#elseif resource.kind == "http">
<#if exampleApp>
        response = await self.${resource.name}.get("/notes/${resource.name}")
        assert response.text == "hello"
<#else>
        response = await self.${resource.name}.get("/")
        assert not response.is_server_error
</#if>
<#elseif resource.kind == "postgres">
<#if sqlalchemy>
        found = await self.${resource.name}.scalar(select(Note.text))
        assert found == "${resource.name}"
<#elseif asyncpg>
        found = await self.${resource.name}.fetchval("SELECT text FROM note")
        assert found == "${resource.name}"
<#else>
        found = await self.${resource.name}.execute("SELECT text FROM note")
        assert await found.fetchone() == ("${resource.name}",)
</#if>
<#elseif resource.kind == "redis">
        assert await self.${resource.name}.get("greeting") == "hello"
<#elseif resource.kind == "websocket">
        await self.${resource.name}.send("hello again")
        assert await self.${resource.name}.recv() == "kept"
<#elseif resource.kind == "subprocess">
<#if exampleCommand>
        answer = await self.${resource.name}.exchange(b"GET greeting\n")
        assert answer == b"VALUE hello\n"
<#else>
        assert self.${resource.name}.is_connected()
</#if>
</#if>
</#list>
