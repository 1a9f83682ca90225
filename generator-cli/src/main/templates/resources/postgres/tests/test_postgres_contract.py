"""Tests that fail when what a test did to the database is not rolled back. Keep them."""

import os

<#if sqlalchemy>
import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

<#elseif asyncpg>
import asyncpg
import pytest

<#else>
import psycopg
import pytest

</#if>
from .resources.postgres_database import (
    Session,
    SharedDatabase,
    find_in_postgres,
    isolate_postgres,
    leave_in_postgres,
<#if sqlalchemy>
    sessions_on,
</#if>
)
from .suites import (
<#list resources as resource>
<#if resource.kind == "postgres">
    ${resource.suite},
</#if>
</#list>
)
<#list resources as resource>
<#if resource.kind == "postgres">


class Test${resource.stem}Isolation(${resource.suite}):
    """What every test of the ${resource.service} may rely on."""

    async def test_what_a_failing_test_leaves_is_gone_in_the_next(
        self,
        ${resource.shared}: SharedDatabase,
    ) -> None:
        """Fails when only tests that pass are rolled back."""
        with pytest.raises(ZeroDivisionError):
            await divide_by_zero(${resource.shared})
        async with isolate_postgres(${resource.shared}) as lent:
            assert not await find_in_postgres(lent), "the next test sees it too"

    async def test_after_an_error_of_sql_the_next_test_is_clean(
        self,
        ${resource.shared}: SharedDatabase,
    ) -> None:
        """Fails when a transaction that the server has given up reaches the next test."""
        async with isolate_postgres(${resource.shared}) as lent:
            await leave_in_postgres(lent)
<#if sqlalchemy>
            with pytest.raises(ProgrammingError):
                await lent.execute(text("SELECT * FROM no_such_table"))
            await lent.rollback()
            assert await find_in_postgres(lent), "what was committed before the error is gone"
<#elseif asyncpg>
            with pytest.raises(asyncpg.UndefinedTableError):
                await lent.execute("SELECT * FROM no_such_table")
<#else>
            with pytest.raises(psycopg.errors.UndefinedTable):
                await lent.execute("SELECT * FROM no_such_table")
</#if>
        async with isolate_postgres(${resource.shared}) as lent:
            assert not await find_in_postgres(lent), "the next test sees it too"

    async def test_what_a_test_commits_is_gone_in_the_next(
        self,
        ${resource.shared}: SharedDatabase,
    ) -> None:
        """Fails when the code under test can commit what the next test finds."""
        async with isolate_postgres(${resource.shared}) as lent:
<#if sqlalchemy>
            await leave_in_postgres(lent)
            await lent.commit()
            async with sessions_on(await lent.connection())() as beside:
                assert await find_in_postgres(beside), "another session does not see it"
<#else>
            async with lent.transaction():
                await leave_in_postgres(lent)
            assert await find_in_postgres(lent), "a test does not see what it has committed"
</#if>
        async with isolate_postgres(${resource.shared}) as lent:
            assert not await find_in_postgres(lent), "the next test sees it too"

    async def test_each_worker_has_a_database_of_its_own(
        self,
        ${resource.name}: Session,
    ) -> None:
        """Fails when two workers of pytest-xdist, or two runs, share a database."""
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
<#if sqlalchemy>
        called = await ${resource.name}.scalar(text("SELECT current_database()"))
        assert f"_pytest_{worker}_" in str(called)
<#elseif asyncpg>
        called = await ${resource.name}.fetchval("SELECT current_database()")
        assert f"_pytest_{worker}_" in called
<#else>
        assert f"_pytest_{worker}_" in ${resource.name}.info.dbname
</#if>
</#if>
</#list>


async def divide_by_zero(shared: SharedDatabase) -> float:
    """Leave a trace, and fail."""
    async with isolate_postgres(shared) as lent:
        await leave_in_postgres(lent)
        return 1 / 0
