<#if exampleApp>
"""Example tests: two classes that start from different notes of the app."""

import httpx

<#else>
"""An example test: replace it by tests of what your app does."""

</#if>
from .resources.running_app import AppClient
from .suites import (
<#list resources as resource>
<#if resource.kind == "http">
    ${resource.suite},
</#if>
</#list>
)
<#list resources as resource>
<#if resource.kind == "http">
<#if exampleApp>


class Test${resource.stem}KeepsANote(${resource.suite}):
    """Tests that find a note in the app."""

    async def arrange(self) -> None:
        """Store the note that the tests ask for."""
        await self.${resource.name}.put("/notes/greeting", content="good morning")

    async def test_note_is_returned(self, ${resource.name}: AppClient) -> None:
        """The whole note comes back."""
        response = await ${resource.name}.get("/notes/greeting")
        assert response.text == "good morning"

    async def test_note_can_be_replaced(self, ${resource.name}: AppClient) -> None:
        """The last one wins."""
        await ${resource.name}.put("/notes/greeting", content="good night")
        response = await ${resource.name}.get("/notes/greeting")
        assert response.text == "good night"


class Test${resource.stem}HasNoNotes(${resource.suite}):
    """Tests that find no note: what other tests have stored is gone."""

    async def test_unknown_note_is_not_found(self, ${resource.name}: AppClient) -> None:
        """The app says so by the status."""
        response = await ${resource.name}.get("/notes/greeting")
        assert response.status_code == httpx.codes.NOT_FOUND
<#else>


class Test${resource.stem}Answers(${resource.suite}):
    """Tests of the app itself. The client needs no server and no port."""

    async def test_request_is_answered(self, ${resource.name}: AppClient) -> None:
        """The app may not know the path, but it does not fail."""
        response = await ${resource.name}.get("/")
        assert not response.is_server_error
</#if>
</#if>
</#list>
