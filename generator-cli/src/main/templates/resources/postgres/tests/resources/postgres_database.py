"""A PostgreSQL database: how it is opened, lent to a test, and rolled back."""

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
