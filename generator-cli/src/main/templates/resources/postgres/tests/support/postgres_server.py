"""A database of the tests' own, on the server that DATABASE_URL names or on a temporary one."""

import os
import shutil
import signal
from binascii import crc32
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg.rows import TupleRow
from psycopg.sql import SQL, Identifier
<#if sqlalchemy>
from sqlalchemy import NullPool, create_engine
</#if>

from ..resources.schema import create_schema
from .keeper import Recipe
from .servers import account, give_up, kept, refuse

# A name has up to 63 bytes.
LONGEST_STEM = 32


@contextmanager
def serve_postgres(config: pytest.Config) -> Iterator[str]:
    """Yield the URL of a new database that has the schema; drop it on the way out."""
    with server_url(config) as server, connect(server) as admin:
        name = take_name(admin)
        database = Identifier(name)
        # A run that was killed may have left one of this name.
        admin.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(database))
        try:
            admin.execute(SQL("CREATE DATABASE {}").format(database))
        except psycopg.Error as error:
            give_up("DATABASE_URL", server, error)
        try:
            url = url_of(server, name)
<#if sqlalchemy>
            with named(url), create_engine(url, poolclass=NullPool).begin() as connection:
                create_schema(connection)
<#else>
            with named(url), psycopg.connect(url) as connection:
                create_schema(connection)
</#if>
            yield url
        finally:
            admin.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(database))


@contextmanager
def named(url: str) -> Iterator[None]:
    """Have DATABASE_URL name the tests' database for a while, with the driver that it had before.

    What runs meanwhile and reads it, such as migrations, finds no other database.
    """
    scheme = os.environ.get("DATABASE_URL", url).partition("://")[0]
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATABASE_URL", f"{scheme}://{url.partition('://')[2]}")
        yield


def connect(server: str) -> psycopg.Connection[TupleRow]:
    """Connect to the server, outside of any transaction."""
    try:
        return psycopg.connect(server, autocommit=True)
    except psycopg.Error as error:
        give_up("DATABASE_URL", server, error)


@contextmanager
def server_url(config: pytest.Config) -> Iterator[str]:
    """Yield the URL that DATABASE_URL has, or that of a server that lives as long as this."""
    given = os.environ.get("DATABASE_URL")
    if given:
        scheme, _, rest = given.partition("://")
        if not scheme.startswith("postgres"):
            message = "DATABASE_URL names no PostgreSQL: it does not begin with postgresql://"
            pytest.fail(message, pytrace=False)
        yield f"postgresql://{rest}"
        return
    programs = find_programs()
    if programs is None:
        refuse(config, "DATABASE_URL", "postgres", "postgresql")
    recipe = Recipe(
        account=account("postgres"),
        preparing=[
            [
                str(programs / "initdb"),
                *("-D", "{directory}/data", "-U", "postgres", "-A", "trust"),
                *("-E", "UTF8", "--no-locale", "--no-sync"),
            ],
        ],
        serving=[
            str(programs / "postgres"),
            *("-D", "{directory}/data", "-k", "{directory}", "-c", "listen_addresses="),
            # Nothing has to outlive the machine.
            *("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"),
        ],
        stopping=signal.SIGINT,
    )
    with kept(recipe) as directory:
        yield f"postgresql://postgres@/postgres?host={directory}"


def find_programs() -> Path | None:
    """Return the newest directory with the programs of a server; Debian has them off the PATH."""
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep)]
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(versions, key=lambda folder: int(folder.parent.name), reverse=True)
    for folder in folders:
        if all(shutil.which(program, path=folder) for program in ("initdb", "postgres")):
            return folder
    return None


def take_name(admin: psycopg.Connection[TupleRow]) -> str:
    """Return a name that no other run has; it is this one's for as long as the connection is open.

    Each worker of pytest-xdist takes a name of its own.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    stem = f"{admin.info.dbname[:LONGEST_STEM]}_pytest_{worker}"
    for number in count():
        name = f"{stem}_{number}"
        lock = (crc32(name.encode()),)
        if admin.execute("SELECT pg_try_advisory_lock(%s)", lock).fetchone() == (True,):
            return name
    raise AssertionError


def url_of(server: str, name: str) -> str:
<#if sqlalchemy>
    """Return the URL of another database on the same server, as SQLAlchemy takes it."""
<#else>
    """Return the URL of another database on the same server."""
</#if>
    address, _, options = server.removeprefix("postgresql://").partition("?")
<#if sqlalchemy>
    return f"postgresql+psycopg://{address.partition('/')[0]}/{name}?{options}"
<#else>
    return f"postgresql://{address.partition('/')[0]}/{name}?{options}"
</#if>
