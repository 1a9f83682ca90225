package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.merge.ConflictChoice;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.cli.line.TypedAnswers;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.cli.line.WorkingDirectory;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.placing.AdditionRequest;
import dev.loopscope.scaffold.placing.MavenPlace;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was typed after {@code scaffold add}. */
final class AddArguments {
  private final Questions questions;
  private final List<String> words;
  private final TypedArguments typed;

  private AddArguments(Questions questions, List<String> words, TypedArguments typed) {
    this.questions = questions;
    this.words = List.copyOf(words);
    this.typed = typed;
  }

  /**
   * Reads the arguments.
   *
   * @throws RefusalException if there is an argument that the command does not take
   */
  static AddArguments parse(Questions questions, List<String> arguments) {
    return new AddArguments(questions, arguments, syntax(questions).read(arguments));
  }

  /** The same, and one more value, as if it had been typed behind them. */
  AddArguments with(String option, String value) {
    return with(List.of(option + "=" + value));
  }

  /** The same, and more words behind them. */
  AddArguments with(List<String> more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(more);
    return parse(questions, all);
  }

  /** What would be typed for the same. */
  String line() {
    StringBuilder line = new StringBuilder("scaffold add");
    words.forEach(it -> line.append(' ').append(ShellWord.quoted(it)));
    return line.toString();
  }

  /** Whether a person is to be asked what was not typed. */
  boolean leavesOpen() {
    return typed.first().isEmpty()
        && Stream.of(AddOptions.YES, AddOptions.JSON, AddOptions.DIFF, AddOptions.DRY_RUN)
            .noneMatch(this::has);
  }

  static CommandSyntax syntax(Questions questions) {
    return new CommandSyntax(
        "scaffold add",
        "Adds an async pytest suite to a repository that has tests, in a directory of its own.",
        List.of(
            new Example("scaffold add --dry-run", "tells what is concluded, and from which lines"),
            new Example("scaffold add", "adds it; on a terminal, asks what it is to be first"),
            new Example("scaffold add .", "asks what the repository leaves open, and nothing else"),
            new Example("scaffold add --verify", "tries it on a copy first")),
        new Positional(
            "DIRECTORY",
            false,
            false,
            "the project's; if left out, the current one, and on a terminal all is asked"),
        AddOptions.of(questions),
        "`scaffold explain add` tells what it looks at, and what stops it.");
  }

  boolean help() {
    return typed.help();
  }

  boolean has(Option option) {
    return typed.has(option);
  }

  /** The directory as it was typed. */
  String directory() {
    return typed.first().orElse(".");
  }

  /**
   * The directory's path.
   *
   * @throws RefusalException if it is none
   */
  Path path(Path workingDirectory) {
    String next = "name the directory of a project, or . for this one";
    if (directory().isEmpty()) {
      throw new RefusalException(new Refusal("DIRECTORY is empty", "scaffold add ''", next));
    }
    if (!directory().startsWith("/")) {
      WorkingDirectory.requireFound(workingDirectory);
    }
    return PathText.resolve(workingDirectory.toAbsolutePath().normalize(), directory())
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal(
                        "DIRECTORY cannot be a path here", directory(), PathText.advice(next))));
  }

  /**
   * What is asked for.
   *
   * @param directory the project's
   * @throws RefusalException if a value is none that its option takes
   */
  AdditionRequest request(Path directory) {
    return new AdditionRequest(
        TypedAnswers.given(new Questions(AddOptions.questions(questions)), typed),
        typed.value(AddOptions.TESTS).map(it -> tests(directory, it)),
        typed.value(AddOptions.DEPENDENCIES).map(AddArguments::list),
        has(AddOptions.ISOLATED),
        acceptsPin(),
        has(AddOptions.YES),
        maven(),
        onConflict());
  }

  private Optional<MavenPlace> maven() {
    Optional<String> word = typed.value(AddOptions.MAVEN);
    Optional<MavenPlace> place = word.flatMap(MavenPlace::of);
    if (word.isPresent() && place.isEmpty()) {
      throw new RefusalException(
          new Refusal(
              "`" + word.get() + "` is no place in a Maven reactor",
              AddOptions.MAVEN.word() + " " + word.get(),
              Spelling.advice(word.get(), AddOptions.MAVEN.values())));
    }
    return place;
  }

  private static String tests(Path directory, String text) {
    Optional<Path> path = PathText.resolve(directory, text).filter(it -> it.startsWith(directory));
    if (text.isEmpty() || path.isEmpty()) {
      throw new RefusalException(
          new Refusal(
              "the tests have to be in the project",
              AddOptions.TESTS.word() + " " + text,
              "name a directory below " + directory));
    }
    return ConfigFiles.slashed(directory.relativize(path.orElseThrow()));
  }

  private static String list(String text) {
    return text.startsWith("file:./") ? "file:" + text.substring("file:./".length()) : text;
  }

  private boolean acceptsPin() {
    Optional<String> accepted = typed.value(AddOptions.ACCEPT);
    if (accepted.isPresent() && !accepted.get().equals(AddOptions.PIN)) {
      throw new RefusalException(
          new Refusal(
              "`" + accepted.get() + "` is nothing that can be accepted",
              AddOptions.ACCEPT.word() + " " + accepted.get(),
              Spelling.advice(accepted.get(), AddOptions.ACCEPT.values())));
    }
    return accepted.isPresent();
  }

  private ConflictChoice onConflict() {
    String word = typed.value(AddOptions.ON_CONFLICT).orElse(ConflictChoice.STOP.word());
    return ConflictChoice.of(word)
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal(
                        "`" + word + "` is no way out of a conflict",
                        AddOptions.ON_CONFLICT.word() + " " + word,
                        Spelling.advice(word, ConflictChoice.words()))));
  }
}
