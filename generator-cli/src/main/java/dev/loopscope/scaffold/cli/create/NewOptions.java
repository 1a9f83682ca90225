package dev.loopscope.scaffold.cli.create;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.cli.line.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of {@code scaffold new}: one for each question, and those that answer none. Help,
 * parsing and {@code scaffold explain} read the same list.
 */
public final class NewOptions {
  static final Option DRY_RUN =
      new Option(
          "--dry-run",
          "",
          "prints the plan and writes nothing",
          "off",
          "Everything is checked as in a real run, the directory too.");

  static final Option YES =
      new Option(
          "--yes",
          "",
          "asks nothing: what is not said is as it is by default",
          "off",
          "On a terminal, `scaffold new` without a directory asks what the suite is to be.");

  static final Option VERIFY =
      new Option(
          "--verify",
          "",
          "makes a virtual environment in the suite, installs it, and runs its tests",
          "off",
          "The environment, .venv, stays. pytest's summary is shown; if a test fails, or an"
              + " installation, that is told and the exit code is 1. The suite is written in any"
              + " case.");

  static final Option JSON =
      new Option(
          "--json",
          "",
          "prints the plan, or what was written, as JSON",
          "off",
          "One object: schema, scaffold, command, written, directory, archetype, reason, answers,"
              + " files, read, changes.");

  private NewOptions() {}

  /** All of them, in the order help lists them. */
  public static List<Option> of(Questions questions) {
    List<Option> options = new ArrayList<>();
    for (Question<?> question : questions.inOrder()) {
      options.add(Option.of(question));
    }
    options.add(DRY_RUN);
    options.add(YES);
    options.add(VERIFY);
    options.add(JSON);
    return List.copyOf(options);
  }
}
