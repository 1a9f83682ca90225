package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.merge.ConflictChoice;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandLines;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.TypedAnswers;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

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

  static String usage(Questions questions, int width) {
    CommandSpec spec = CommandLines.spec(syntax(questions));
    spec.usageMessage()
        .exitCodeListHeading("Exit codes:%n")
        .exitCodeList(ExitCode.meanings())
        .footer(
            "",
            "The options behind --abort change the answers that the suite was made from. A git tree"
                + " that is not clean is no obstacle: `scaffold undo` takes the update back.");
    return CommandLines.usage(spec, width);
  }

  private static CommandSyntax syntax(Questions questions) {
    return new CommandSyntax(
        "scaffold update",
        "Brings a suite to what today's templates and answers make, and keeps what was changed in"
            + " it.",
        new Positional("DIRECTORY", false, false, "the suite's (default: this one)"),
        UpdateOptions.of(questions));
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
                        "use one of " + String.join(", ", ConflictChoice.words()))));
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
