package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.merge.ConflictChoice;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.TypedAnswers;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed after {@code scaffold update}. */
record UpdateArguments(Questions questions, TypedArguments typed) {
  /**
   * Reads the arguments.
   *
   * @throws RefusalException if there is one that the command does not take, or two contradict each
   *     other
   */
  static UpdateArguments parse(Questions questions, List<String> arguments) {
    UpdateArguments asked = new UpdateArguments(questions, syntax(questions).read(arguments));
    asked.requireOneWay();
    return asked;
  }

  static CommandSyntax syntax(Questions questions) {
    return new CommandSyntax(
        "scaffold update",
        "Brings a suite to what today's templates and answers make, and keeps what was changed in"
            + " it.",
        List.of(
            new Example("scaffold update --dry-run", "tells what would change"),
            new Example("scaffold update", "brings in what the templates changed"),
            new Example(
                "scaffold update " + Questions.BACKENDS.option() + " asyncio,trio",
                "changes an answer"),
            new Example("scaffold update --check", "for CI: ends with 1 if anything would change")),
        new Positional("DIRECTORY", false, false, "the suite's (default: this one)"),
        UpdateOptions.of(questions),
        "The options behind --abort change the answers that the suite was made from. A git tree"
            + " that is not clean is no obstacle: `scaffold undo` takes the update back.");
  }

  private void requireOneWay() {
    List<String> ways = new ArrayList<>();
    for (Option way : List.of(UpdateOptions.CONTINUE, UpdateOptions.ABORT)) {
      if (has(way)) {
        ways.add(way.word());
      }
    }
    List<String> others = new ArrayList<>(typed.values().keySet());
    others.removeAll(ways);
    others.remove(UpdateOptions.JSON.word());
    if (ways.size() > 1 || (ways.size() == 1 && !others.isEmpty())) {
      String other = ways.size() > 1 ? ways.get(1) : others.get(0);
      throw new RefusalException(
          new Refusal(
              ways.get(0) + " ends an update that was begun, and takes no other option",
              "scaffold update " + ways.get(0) + " " + other,
              "leave " + other + " out"));
    }
  }

  boolean help() {
    return typed.help();
  }

  boolean has(Option option) {
    return typed.has(option);
  }

  /** Whether nothing is to be written. */
  boolean isRehearsal() {
    return has(UpdateOptions.CHECK) || has(UpdateOptions.DRY_RUN) || has(UpdateOptions.DIFF);
  }

  /** The directory as it was typed. */
  String directory() {
    return typed.first().orElse(".");
  }

  /**
   * What becomes of conflicts.
   *
   * @throws RefusalException if it is none of the words
   */
  ConflictChoice onConflict() {
    Optional<String> word = typed.value(UpdateOptions.ON_CONFLICT);
    if (word.isEmpty()) {
      return ConflictChoice.STOP;
    }
    return ConflictChoice.of(word.get())
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal(
                        "`" + word.get() + "` is nothing that can become of a conflict",
                        UpdateOptions.ON_CONFLICT.word() + " " + word.get(),
                        Spelling.advice(word.get(), ConflictChoice.words()))));
  }

  /**
   * The answers that the suite is to be made from.
   *
   * @throws RefusalException if a value is not one that its option takes
   */
  Answers answers(Answers recorded) {
    Map<String, String> given = TypedAnswers.given(questions, typed, recorded.texts());
    return given.equals(recorded.texts()) ? recorded : Answers.complete(questions, given);
  }
}
