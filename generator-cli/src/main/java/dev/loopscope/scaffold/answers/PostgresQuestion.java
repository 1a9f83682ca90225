package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.OnlyWith;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.PostgresClient;
import java.util.List;
import java.util.Optional;

/** What the tests talk to a PostgreSQL with. */
final class PostgresQuestion extends ChoiceQuestion<PostgresClient> {
  private final OnlyWith postgres;

  PostgresQuestion(OnlyWith postgres) {
    super(
        "postgres",
        "0.2.0",
        new Help(
            "CLIENT",
            "what tests get of a PostgreSQL: psycopg, sqlalchemy or asyncpg; only with "
                + postgres.purpose(),
            "With psycopg or asyncpg a test gets a connection in a transaction, and commits by"
                + " `async with session.transaction()`. With sqlalchemy it gets an AsyncSession"
                + " that commits and rolls back as it likes, each time a savepoint of such a"
                + " transaction; the driver is psycopg, because SQLAlchemy on asyncpg hangs on"
                + " uvloop when it is used on a wrong loop. asyncpg has no types of its own, so"
                + " asyncpg-stubs are installed with it, and psycopg makes the database and its"
                + " schema, before there is a loop."),
        PostgresClient.ALL,
        PostgresClient.PSYCOPG.word());
    this.postgres = postgres;
  }

  @Override
  public Optional<OnlyWith> onlyWith() {
    return Optional.of(postgres);
  }

  /** Not called by its key: so templates call whether there is a resource of the kind. */
  @Override
  public List<Variable> variables() {
    String sqlalchemy = PostgresClient.SQLALCHEMY.word();
    String asyncpg = PostgresClient.ASYNCPG.word();
    return List.of(
        new Variable.Text(recorded(), ""),
        new Variable.Flag(sqlalchemy, sqlalchemy),
        new Variable.Flag(asyncpg, asyncpg));
  }

  /** Of a client hangs nothing else, so it need not meet every answer to the others. */
  @Override
  public Samples samples(Archetype archetype) {
    return Samples.some(words().toArray(String[]::new));
  }

  @Override
  protected String recorded() {
    return "postgresClient";
  }
}
