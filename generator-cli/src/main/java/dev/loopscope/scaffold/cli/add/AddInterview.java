package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.cli.ask.Asker;
import dev.loopscope.scaffold.cli.ask.Interview;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.placing.AdditionPlanner;
import dev.loopscope.scaffold.placing.AdditionRequest;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person at a terminal is asked about a suite that is added: what the archetype is decided
 * from first, with what the repository says as the proposal, and the rest if that is wanted.
 */
final class AddInterview {
  private final Console console;
  private final Questions questions;
  private final ConfigFiles files;
  private final AddArguments asked;

  /** Asks for what was not typed, of the repository at the base of these files. */
  AddInterview(Console console, Questions questions, ConfigFiles files, AddArguments asked) {
    this.console = console;
    this.questions = questions;
    this.files = files;
    this.asked = asked;
  }

  /** What was typed, with the answers behind it; empty if nobody answers. */
  Optional<AddArguments> answered() {
    Map<String, String> given = asked.request(files.base()).given();
    console.note("Enter takes what stands in brackets; choose by a number or a word.");
    Questions ofSuite = new Questions(AddOptions.questions(questions));
    Interview interview =
        new Interview(
            console, ofSuite, given, it -> planned(it).answers().texts(), open(planned(given)));
    if (!interview.first()) {
      return Optional.empty();
    }
    console.note("");
    Optional<Boolean> more =
        new Asker(console).yesOrNo("Answer the rest, about names and Python, too?", false);
    if (more.isEmpty() || (more.get() && !interview.rest(""))) {
      return Optional.empty();
    }
    return Optional.of(asked.with(interview.options()));
  }

  /** Whether what is shown is to be written. */
  static boolean agrees(Console console, AddArguments asked, AddReport report) {
    String shown =
        "\n" + report.preview() + "\nThe same without questions:\n  " + asked.line() + "\n\n";
    shown.lines().forEach(console::note);
    return new Asker(console).yesOrNo("Write it?", true).orElse(false);
  }

  private Addition planned(Map<String, String> given) {
    AdditionRequest typed = asked.request(files.base());
    return new AdditionPlanner(questions, files, typed.answering(given)).plan();
  }

  /** The questions that the repository does not decide. */
  private Set<String> open(Addition addition) {
    Set<String> options =
        addition.open().stream()
            .flatMap(it -> it.option().stream())
            .collect(Collectors.toUnmodifiableSet());
    return questions.inOrder().stream()
        .filter(it -> options.contains(it.option()))
        .map(Question::key)
        .collect(Collectors.toUnmodifiableSet());
  }
}
