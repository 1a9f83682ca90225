package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.OnlyWith;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Variable;
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
            "what tests get of a PostgreSQL: psycopg or sqlalchemy; only with "
                + postgres.purpose(),
            "With psycopg a test gets a connection in a transaction, and commits by `async with"
                + " session.transaction()`. With sqlalchemy it gets an AsyncSession that commits"
                + " and rolls back as it likes, each time a savepoint of such a transaction; the"
                + " driver is psycopg again. SQLAlchemy on asyncpg hangs on uvloop when it is used"
                + " on a wrong loop, and asyncpg has no types of its own."),
        PostgresClient.ALL,
        PostgresClient.PSYCOPG.word());
    this.postgres = postgres;
  }

  @Override
  public Optional<OnlyWith> onlyWith() {
    return Optional.of(postgres);
  }

  /** A flag alone: by its key, templates call whether there is a resource of the kind. */
  @Override
  public List<Variable> variables() {
    String word = PostgresClient.SQLALCHEMY.word();
    return List.of(new Variable.Flag(word, word));
  }

  @Override
  public String recordTemplate(List<Question<?>> all) {
    return "<#if %1$s>\n%2$s = \"%1$s\"\n<#else>\n%2$s = \"%3$s\"\n</#if>\n"
        .formatted(PostgresClient.SQLALCHEMY.word(), key(), PostgresClient.PSYCOPG.word());
  }
}
