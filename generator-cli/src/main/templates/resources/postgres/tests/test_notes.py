"""Example tests: two classes that start from different rows."""

<#if sqlalchemy>
import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from .resources.postgres_database import Session
from .resources.schema import Note
<#elseif asyncpg>
import asyncpg
import pytest

from .resources.postgres_database import Session
<#else>
import psycopg
import pytest

from .resources.postgres_database import Session
</#if>
from .suites import (
<#list resources as resource>
<#if resource.kind == "postgres">
    ${resource.suite},
</#if>
</#list>
)
<#if !sqlalchemy>

BUY_MILK = "INSERT INTO note (text) VALUES ('buy milk')"
</#if>
<#list resources as resource>
<#if resource.kind == "postgres">


class Test${resource.stem}HasANote(${resource.suite}):
    """Tests that find one note."""

    async def arrange(self) -> None:
        """Insert the note that every test of the class finds."""
<#if sqlalchemy>
        self.${resource.name}.add(Note(text="buy milk"))
        await self.${resource.name}.commit()
<#else>
        await self.${resource.name}.execute(BUY_MILK)
</#if>

    async def test_note_is_found(self, ${resource.name}: Session) -> None:
        """What was arranged is there."""
<#if sqlalchemy>
        found = await ${resource.name}.scalars(select(Note.text))
        assert found.all() == ["buy milk"]
<#elseif asyncpg>
        found = await ${resource.name}.fetch("SELECT text FROM note")
        assert [row["text"] for row in found] == ["buy milk"]
<#else>
        found = await ${resource.name}.execute("SELECT text FROM note")
        assert await found.fetchall() == [("buy milk",)]
</#if>

    async def test_note_is_there_once(self, ${resource.name}: Session) -> None:
<#if sqlalchemy>
        """A rollback undoes what came after the last commit, and the test goes on."""
        ${resource.name}.add(Note(text="buy milk"))
        with pytest.raises(IntegrityError):
            await ${resource.name}.commit()
        await ${resource.name}.rollback()
        assert await ${resource.name}.scalar(select(func.count(Note.id))) == 1
<#elseif asyncpg>
        """A transaction within the test's own is undone alone, and the test goes on."""
        with pytest.raises(asyncpg.UniqueViolationError):
            async with ${resource.name}.transaction():
                await ${resource.name}.execute(BUY_MILK)
        assert await ${resource.name}.fetchval("SELECT count(*) FROM note") == 1
<#else>
        """A transaction within the test's own is undone alone, and the test goes on."""
        with pytest.raises(psycopg.errors.UniqueViolation):
            async with ${resource.name}.transaction():
                await ${resource.name}.execute(BUY_MILK)
        found = await ${resource.name}.execute("SELECT count(*) FROM note")
        assert await found.fetchone() == (1,)
</#if>


class Test${resource.stem}IsEmpty(${resource.suite}):
    """Tests that find no row: those of other tests are gone."""

    async def test_there_is_no_note(self, ${resource.name}: Session) -> None:
        """The schema is there, and nothing else."""
<#if sqlalchemy>
        found = await ${resource.name}.scalars(select(Note))
        assert found.all() == []
<#elseif asyncpg>
        assert await ${resource.name}.fetch("SELECT text FROM note") == []
<#else>
        found = await ${resource.name}.execute("SELECT text FROM note")
        assert await found.fetchall() == []
</#if>
</#if>
</#list>
