"""Keeps the app under test off every PostgreSQL database but the tests' own."""

from asyncio import Transport
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from importlib.util import find_spec
from urllib.parse import unquote, urlsplit

import psycopg
import pytest
from psycopg.pq.abc import PGconn

Watch = Callable[[str], None]

# A test may be lent clients of several apps: the last one tells.
watching: list[object] = []


class OtherDatabaseError(Exception):
    """The app connects to a database that is not the tests' own."""


@contextmanager
def no_other_database(url: str) -> Iterator[None]:
    """Refuse the app any PostgreSQL database but this one, so that it changes no other.

    What it was refused, it is told again in the end: a pool takes it for a server that is down.
    """
    own = unquote(urlsplit(url).path.removeprefix("/"))
    refused: list[OtherDatabaseError] = []

    def refuse_other(asked: str) -> None:
        if asked != own and watching[-1] is refused:
            message = (
                f"the app connects to the database {asked}, and not to that of the tests, which"
                " app_under_test.py hands to it"
            )
            refused.append(OtherDatabaseError(message))
            raise refused[-1]

    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        watch_psycopg(patch, refuse_other)
        watch_asyncpg(patch, refuse_other)
        watch_sqlalchemy(stack, refuse_other)
        watching.append(refused)
        try:
            yield
        finally:
            watching.pop()
            if refused:
                raise refused[0]


def watch_psycopg(patch: pytest.MonkeyPatch, refuse_other: Watch) -> None:
    """Look at each connection of psycopg, in a pool or not, before anybody uses it."""
    initialize = psycopg.BaseConnection.__init__

    def check(connection: psycopg.BaseConnection[object], pgconn: PGconn) -> None:
        try:
            refuse_other(pgconn.db.decode())
        except OtherDatabaseError:
            pgconn.finish()
            raise
        initialize(connection, pgconn)

    patch.setattr(psycopg.BaseConnection, "__init__", check)


def watch_asyncpg(patch: pytest.MonkeyPatch, refuse_other: Watch) -> None:
    """Look at those of asyncpg, if the app may use it."""
    if find_spec("asyncpg") is None:
        return
    connection_class = import_module("asyncpg.connection").Connection
    initialize = connection_class.__init__

    def check(connection: object, protocol: object, transport: Transport, *rest: object) -> None:
        initialize(connection, protocol, transport, *rest)
        asked = getattr(rest[-1], "database", None)
        try:
            if asked is not None:
                refuse_other(asked)
        except OtherDatabaseError:
            transport.abort()
            raise

    patch.setattr(connection_class, "__init__", check)


def watch_sqlalchemy(stack: ExitStack, refuse_other: Watch) -> None:
    """Look at what engines of SQLAlchemy ask for, with any driver and before they connect."""
    if find_spec("sqlalchemy") is None:
        return
    event = import_module("sqlalchemy.event")
    engines = import_module("sqlalchemy.engine").Engine

    def check(dialect: object, record: object, args: object, options: dict[str, str]) -> None:
        asked = options.get("dbname", options.get("database"))
        if asked is not None and getattr(dialect, "name", "") == "postgresql":
            refuse_other(asked)

    event.listen(engines, "do_connect", check)
    stack.callback(event.remove, engines, "do_connect", check)
