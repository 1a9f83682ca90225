package dev.loopscope.scaffold.cli.create;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.disk.Target;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.cli.ask.Asker;
import dev.loopscope.scaffold.cli.ask.Interview;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.cli.line.TreeLines;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.Renderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A suite that a person at a terminal is asked about: what the archetype is decided from first, the
 * rest if that is wanted, and whether to write what is shown then.
 */
final class AskedSuite {
  private static final String DIRECTORY = "demo";

  private final Console console;
  private final Questions questions;
  private final Path workingDirectory;
  private final List<String> typed;

  /**
   * Asks for what was not typed.
   *
   * @param typed what stands behind {@code scaffold new}
   */
  AskedSuite(Console console, Questions questions, Path workingDirectory, List<String> typed) {
    this.console = console;
    this.questions = questions;
    this.workingDirectory = workingDirectory;
    this.typed = List.copyOf(typed);
  }

  /** What would have to be typed for the same; empty if nobody answers. */
  Optional<List<String>> words() {
    Asker asker = new Asker(console);
    console.note("Enter takes what stands in brackets; choose by a number or a word.");
    Interview interview =
        new Interview(console, questions, NewArguments.parse(questions, typed).given());
    if (!interview.first()) {
      return Optional.empty();
    }
    console.note("");
    Optional<String> directory =
        asker.ask(
            "Where to? A directory that is new or empty",
            DIRECTORY,
            it -> {
              rendered(words(it, interview));
              return it;
            });
    Optional<Boolean> more =
        directory.flatMap(
            it -> asker.yesOrNo("Answer the rest, about names, Python, CI and Maven, too?", false));
    if (more.isEmpty() || (more.get() && !interview.rest(name(directory.orElseThrow())))) {
      return Optional.empty();
    }
    List<String> words = words(directory.orElseThrow(), interview);
    show(words, directory.orElseThrow());
    if (NewArguments.parse(questions, words).dryRun()) {
      return Optional.of(words);
    }
    return asker.yesOrNo("Write it?", true).map(it -> it ? words : List.of());
  }

  private String name(String directory) {
    return located(directory).name().orElse(DIRECTORY);
  }

  private List<String> words(String directory, Interview interview) {
    List<String> words = new ArrayList<>(List.of(directory));
    words.addAll(typed);
    words.addAll(interview.options());
    return words;
  }

  private Target located(String directory) {
    return TargetLocator.locate(
        NewArguments.parse(questions, List.of(directory)).path(workingDirectory));
  }

  private FileTree rendered(List<String> words) {
    NewArguments asked = NewArguments.parse(questions, words);
    Target target = TargetLocator.locate(asked.path(workingDirectory));
    Answers answers = asked.answers(target.name(), Map.of());
    return new Renderer().render(answers);
  }

  private void show(List<String> words, String directory) {
    StringBuilder text = new StringBuilder("\n");
    text.append(TreeLines.of(rendered(words), directory, console.terminal().width()));
    text.append("\nThe same without questions:\n  scaffold new");
    text.append(' ').append(ShellWord.path(directory));
    words.subList(1, words.size()).forEach(it -> text.append(' ').append(ShellWord.quoted(it)));
    text.append("\n\n").toString().lines().forEach(console::note);
  }
}
