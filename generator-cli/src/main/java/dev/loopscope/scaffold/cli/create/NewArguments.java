package dev.loopscope.scaffold.cli.create;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Decision;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.TypedAnswers;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.cli.line.WorkingDirectory;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed after {@code scaffold new}, and the answers it amounts to. */
final class NewArguments {
  private final Questions questions;
  private final TypedArguments typed;

  private NewArguments(Questions questions, TypedArguments typed) {
    this.questions = questions;
    this.typed = typed;
  }

  /**
   * Reads the arguments. Values are looked at when they are asked for.
   *
   * @throws RefusalException if there is an argument that the command does not take
   */
  static NewArguments parse(Questions questions, List<String> arguments) {
    return new NewArguments(questions, syntax(questions).read(arguments));
  }

  static CommandSyntax syntax(Questions questions) {
    return new CommandSyntax(
        "scaffold new",
        "Writes an async pytest suite in which fixtures and tests share their event loop.",
        List.of(
            new Example("scaffold new demo", "with pytest-asyncio, on asyncio"),
            new Example(
                "scaffold new demo " + Questions.BACKENDS.option() + " asyncio,trio",
                "with anyio, on both"),
            new Example(
                "scaffold new demo " + Questions.RESOURCE.option() + " store:redis",
                "tests that share a Redis database"),
            new Example(
                "scaffold new demo "
                    + Questions.RESOURCE.option()
                    + " api:http "
                    + Questions.APP.option()
                    + " shop.main:app",
                "tests of an ASGI app of yours")),
        new Positional(
            "DIRECTORY",
            false,
            false,
            "where to: a directory that is new or empty; . for this one; asked for on a terminal"
                + " if left out"),
        NewOptions.of(questions),
        "`scaffold explain "
            + Questions.LOOP_SCOPE.option()
            + "`, and so on, tells more about an option.");
  }

  boolean help() {
    return typed.help();
  }

  /** Whether a person is to be asked what was not typed. */
  boolean leavesOpen() {
    return typed.first().isEmpty() && !json() && !typed.has(NewOptions.YES);
  }

  /**
   * Makes sure that there is a directory.
   *
   * @throws RefusalException if there is none
   */
  void requireDirectory() {
    if (typed.first().isEmpty()) {
      throw new RefusalException(
          new Refusal(
              "DIRECTORY is missing", "scaffold new", "`scaffold new --help` lists what it takes"));
    }
  }

  /** Whether what is written is to be run; a plan is not. */
  boolean verifies() {
    return typed.has(NewOptions.VERIFY) && !dryRun();
  }

  boolean dryRun() {
    return typed.has(NewOptions.DRY_RUN);
  }

  boolean json() {
    return typed.has(NewOptions.JSON);
  }

  /** The directory as it was typed. */
  String directory() {
    return typed.first().orElse("");
  }

  /**
   * The directory's path.
   *
   * @throws RefusalException if the file system has no such paths, or if the path is relative and
   *     {@code workingDirectory} cannot be found under the name that Java has for it
   */
  Path path(Path workingDirectory) {
    String next = "name a directory that is new or empty, or . for this one";
    if (directory().isEmpty()) {
      throw new RefusalException(new Refusal("DIRECTORY is empty", "scaffold new ''", next));
    }
    try {
      Path path = workingDirectory.resolve(directory());
      if (!Path.of(directory()).isAbsolute()) {
        WorkingDirectory.requireFound(workingDirectory);
      }
      return path;
    } catch (InvalidPathException e) {
      throw new RefusalException(
          new Refusal(
              "DIRECTORY cannot be a path: " + e.getReason(), directory(), PathText.advice(next)),
          e);
    }
  }

  /**
   * The archetype that was asked for, or that the backends decide.
   *
   * @throws RefusalException if it cannot run the backends
   */
  Decision decision() {
    Optional<String> backends = TypedAnswers.text(typed, Questions.BACKENDS);
    if (backends.isEmpty()) {
      backends = Questions.BACKENDS.fallback(Map.of());
    }
    Optional<String> archetype = TypedAnswers.text(typed, Questions.ARCHETYPE);
    Optional<Archetype> asked =
        archetype.isEmpty()
            ? Optional.empty()
            : Optional.of(Questions.ARCHETYPE.parse(archetype.get()));
    return DecisionMatrix.decide(Questions.BACKENDS.parse(backends.orElseThrow()), asked);
  }

  /**
   * The answers, for a directory whose own name is {@code directoryName}.
   *
   * @param otherwise what holds where nothing was typed, by the questions' keys
   * @throws RefusalException if a value is not one that its option takes, or an option is for what
   *     was not asked for
   */
  Answers answers(Optional<String> directoryName, Map<String, String> otherwise) {
    Map<String, String> given = new HashMap<>(otherwise);
    given.putAll(given());
    if (!given.containsKey(Questions.NAME.key())) {
      given.put(Questions.NAME.key(), name(directoryName.orElse("")));
    }
    return Answers.complete(questions, given);
  }

  /**
   * The answers that were typed, by the questions' keys.
   *
   * @throws RefusalException if one is for what was not asked for
   */
  Map<String, String> given() {
    return TypedAnswers.given(questions, typed);
  }

  /** The directory's name, if it can be the suite's. */
  private String name(String directoryName) {
    try {
      return Questions.NAME.parse(directoryName).text();
    } catch (RefusalException e) {
      throw new RefusalException(
          new Refusal(e.refusal().what(), "the name of " + directory(), e.refusal().next()), e);
    }
  }
}
