package dev.loopscope.scaffold.answers.value;

import java.util.List;

/** What tests talk to a PostgreSQL with. */
public enum PostgresClient implements Choice {
  /** Connections of psycopg, from its pool. */
  PSYCOPG("psycopg"),
  /** Sessions of SQLAlchemy, on psycopg. */
  SQLALCHEMY("sqlalchemy"),
  /** Connections of asyncpg, from its pool. */
  ASYNCPG("asyncpg");

  /** All clients, the usual one first. */
  public static final List<PostgresClient> ALL = List.of(values());

  private final String word;

  PostgresClient(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
