"""A PostgreSQL database: how it is opened, lent to a test, and rolled back."""

<#if sqlalchemy>
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

Session = AsyncSession


@dataclass
class SharedDatabase:
    """What the tests share: an engine, and with it connections to a database of their own."""

    engine: AsyncEngine
    is_open: bool = True


@asynccontextmanager
async def open_postgres(url: str) -> AsyncIterator[SharedDatabase]:
    """Open an engine on the database; close its connections on the way out."""
    database = SharedDatabase(create_async_engine(url))
    try:
        yield database
    finally:
        database.is_open = False
        await database.engine.dispose()


async def try_postgres(database: SharedDatabase) -> bool:
    """Ask the database something; return whether that worked, as it does while it is open."""
    # An engine that is closed would connect anew.
    if not database.is_open:
        return False
    async with database.engine.connect() as connection:
        return bool(await connection.scalar(text("SELECT true")))


@asynccontextmanager
async def isolate_postgres(database: SharedDatabase) -> AsyncIterator[Session]:
    """Lend a session to one test, in a transaction that is rolled back afterwards."""
    async with database.engine.connect() as connection:
        outer = await connection.begin()
        try:
            async with sessions_on(connection)() as session:
                yield session
        finally:
            await outer.rollback()


def sessions_on(connection: AsyncConnection) -> async_sessionmaker[AsyncSession]:
    """Make sessions whose commits and rollbacks stay within the transaction of a test.

    Code under test that opens sessions itself gets `sessions_on(await session.connection())`. Two
    of them may be open, but only one at a time may be in use.
    """
    return async_sessionmaker(
        connection,
        join_transaction_mode="create_savepoint",
        expire_on_commit=False,
    )


async def leave_in_postgres(session: Session) -> None:
    """Leave a trace, as a test may: the contract tests look whether the next test finds it."""
    await session.execute(text("CREATE TABLE trace ()"))
    await session.commit()


async def find_in_postgres(session: Session) -> bool:
    """Return whether there is a trace that a test has left."""
    return await session.scalar(text("SELECT to_regclass('trace')::text")) is not None
<#elseif asyncpg>
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import asyncpg
from asyncpg.pool import PoolConnectionProxy

Session = PoolConnectionProxy

MOST_CONNECTIONS = 4


@dataclass
class SharedDatabase:
    """What the tests share: connections to a database of their own."""

    pool: asyncpg.Pool


@asynccontextmanager
async def open_postgres(url: str) -> AsyncIterator[SharedDatabase]:
    """Open connections to the database; close them on the way out."""
    async with asyncpg.create_pool(url, min_size=1, max_size=MOST_CONNECTIONS) as pool:
        yield SharedDatabase(pool)


async def try_postgres(database: SharedDatabase) -> bool:
    """Ask the database something; return whether that worked, as it does while it is open."""
    with suppress(asyncpg.InterfaceError):
        await database.pool.execute("SELECT 1")
        return True
    return False


@asynccontextmanager
async def isolate_postgres(database: SharedDatabase) -> AsyncIterator[Session]:
    """Lend one connection to one test, in a transaction that is rolled back afterwards."""
    async with database.pool.acquire() as connection:
        outer = connection.transaction()
        await outer.start()
        try:
            yield connection
        finally:
            await outer.rollback()


async def leave_in_postgres(session: Session) -> None:
    """Leave a trace, as a test may: the contract tests look whether the next test finds it."""
    await session.execute("CREATE TABLE trace ()")


async def find_in_postgres(session: Session) -> bool:
    """Return whether there is a trace that a test has left."""
    return await session.fetchval("SELECT to_regclass('trace')::text") is not None
<#else>
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import psycopg
from psycopg.rows import TupleRow
from psycopg_pool import AsyncConnectionPool, PoolClosed

Session = psycopg.AsyncConnection[TupleRow]

MOST_CONNECTIONS = 4


@dataclass
class SharedDatabase:
    """What the tests share: connections to a database of their own."""

    pool: AsyncConnectionPool[Session]


@asynccontextmanager
async def open_postgres(url: str) -> AsyncIterator[SharedDatabase]:
    """Open connections to the database; close them on the way out."""
    async with AsyncConnectionPool(
        url,
        connection_class=Session,
        min_size=1,
        max_size=MOST_CONNECTIONS,
        open=False,
    ) as pool:
        await pool.wait()
        yield SharedDatabase(pool)


async def try_postgres(database: SharedDatabase) -> bool:
    """Ask the database something; return whether that worked, as it does while it is open."""
    with suppress(PoolClosed):
        async with database.pool.connection() as connection:
            await connection.execute("SELECT 1")
            return True
    return False


@asynccontextmanager
async def isolate_postgres(database: SharedDatabase) -> AsyncIterator[Session]:
    """Lend one connection to one test, in a transaction that is rolled back afterwards."""
    async with (
        database.pool.connection() as connection,
        connection.transaction(force_rollback=True),
    ):
        yield connection


async def leave_in_postgres(session: Session) -> None:
    """Leave a trace, as a test may: the contract tests look whether the next test finds it."""
    await session.execute("CREATE TABLE trace ()")


async def find_in_postgres(session: Session) -> bool:
    """Return whether there is a trace that a test has left."""
    found = await session.execute("SELECT to_regclass('trace')")
    return await found.fetchone() != (None,)
</#if>
