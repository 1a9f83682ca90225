"""Example tests: two classes that start from different rows."""

import psycopg
import pytest

from .resources.postgres_database import Session
from .suites import (
<#list resources as resource>
<#if resource.kind == "postgres">
    ${resource.suite},
</#if>
</#list>
)
<#list resources as resource>
<#if resource.kind == "postgres">


class Test${resource.stem}HasANote(${resource.suite}):
    """Tests that find one note."""

    async def arrange(self, ${resource.name}: Session) -> None:
        """Insert the note that every test of the class finds."""
        await ${resource.name}.execute("INSERT INTO note (text) VALUES ('buy milk')")

    async def test_note_is_found(self, ${resource.name}: Session) -> None:
        """What was arranged is there."""
        found = await ${resource.name}.execute("SELECT text FROM note")
        assert await found.fetchall() == [("buy milk",)]

    async def test_note_is_there_once(self, ${resource.name}: Session) -> None:
        """A transaction within the test's own is undone alone, and the test goes on."""
        with pytest.raises(psycopg.errors.UniqueViolation):
            async with ${resource.name}.transaction():
                await ${resource.name}.execute("INSERT INTO note (text) VALUES ('buy milk')")
        found = await ${resource.name}.execute("SELECT count(*) FROM note")
        assert await found.fetchone() == (1,)


class Test${resource.stem}IsEmpty(${resource.suite}):
    """Tests that find no row: those of other tests are gone."""

    async def test_there_is_no_note(self, ${resource.name}: Session) -> None:
        """The schema is there, and nothing else."""
        found = await ${resource.name}.execute("SELECT text FROM note")
        assert await found.fetchall() == []
</#if>
</#list>
