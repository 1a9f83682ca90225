package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.ask.Asker;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.placing.AdditionPlanner;
import dev.loopscope.scaffold.placing.AdditionRequest;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.util.List;
import java.util.Optional;

/**
 * An addition as it was asked for. On a terminal, what the evidence leaves open is asked, as if
 * each answer had been typed behind the command; what the evidence decides is not.
 */
final class AskedAddition {
  private final Console console;
  private final Questions questions;
  private final ConfigFiles files;
  private final AddArguments asked;
  private final AdditionRequest request;
  private final Addition addition;

  /**
   * Plans it.
   *
   * @throws RefusalException if a value is none that its option takes
   */
  AskedAddition(Console console, Questions questions, ConfigFiles files, AddArguments asked) {
    this.console = console;
    this.questions = questions;
    this.files = files;
    this.asked = asked;
    this.request = asked.request(files.base());
    this.addition = new AdditionPlanner(questions, files, request).plan();
  }

  /** What was asked for, with the answers behind it. */
  AddArguments asked() {
    return asked;
  }

  Addition addition() {
    return addition;
  }

  Optional<Stops> stops() {
    return Stops.of(addition, request.yes(), request.onConflict());
  }

  /** The same with all that is open asked, as far as somebody answers. */
  AskedAddition answered() {
    List<Conclusion> open = addition.open().stream().filter(it -> it.option().isPresent()).toList();
    boolean program = asked.has(AddOptions.JSON) || asked.has(AddOptions.DIFF);
    if (open.isEmpty() || request.yes() || program || !console.asks()) {
      return this;
    }
    Conclusion first = open.get(0);
    console.note(first.topic() + ": " + first.open().orElseThrow());
    return answered(first.option().orElseThrow(), first.value());
  }

  private AskedAddition answered(String option, String proposed) {
    return new Asker(console)
        .ask(
            option,
            proposed,
            value -> new AskedAddition(console, questions, files, asked.with(option, value)))
        .map(AskedAddition::answered)
        .orElse(this);
  }
}
