"""The schema that the tests find in their database. Yours goes here."""

<#if sqlalchemy>
from sqlalchemy import Connection
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What all tables of the example are listed by: put your own in its place."""


class Note(Base):
    """A table for the example tests."""

    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(unique=True)


def create_schema(connection: Connection) -> None:
    """Create the schema in a new database: once in a run, before the first test."""
    Base.metadata.create_all(connection)
<#else>
import psycopg
from psycopg.rows import TupleRow

SCHEMA = """
CREATE TABLE note (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text text NOT NULL UNIQUE
)
"""


def create_schema(connection: psycopg.Connection[TupleRow]) -> None:
    """Create the schema in a new database: once in a run, before the first test."""
    connection.execute(SCHEMA)
</#if>
