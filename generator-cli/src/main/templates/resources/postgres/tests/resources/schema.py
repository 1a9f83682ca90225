"""The schema that the tests find in their database. Yours goes here."""

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
