package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.Refusal;
import dev.loopscope.scaffold.answers.RefusalException;
import dev.loopscope.scaffold.answers.Spelling;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code scaffold explain}: how the archetype is chosen, and what an option is for. */
final class ExplainCommand {
  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  /** Prints everything, or one topic. */
  void run(List<String> arguments) {
    ParseResult parsed = CommandLines.parse(spec(), withoutDashes(arguments));
    if (parsed.isUsageHelpRequested()) {
      console.lines(CommandLines.usage(spec()));
    } else if (parsed.hasMatchedPositional(0)) {
      console.lines(detail(parsed.matchedPositionalValue(0, "")));
    } else {
      console.lines(Explanation.matrix() + "\n" + Explanation.concerns());
    }
  }

  private static CommandSpec spec() {
    CommandSpec spec =
        CommandLines.command(
            "scaffold explain",
            "Shows how the archetype is chosen, or the detail of one row or option.");
    spec.addPositional(
        CommandLines.positional(
            "TOPIC",
            "0..1",
            "a row (" + String.join(", ", rows()) + ") or an option of `scaffold new`"));
    return spec.addOption(CommandLines.help());
  }

  /** An option is a topic whether or not it is typed with its dashes. */
  private static List<String> withoutDashes(List<String> arguments) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      boolean topic = options().contains(argument.startsWith("--") ? argument.substring(2) : "");
      words.add(topic ? argument.substring(2) : argument);
    }
    return words;
  }

  private static String detail(String topic) {
    for (DecisionMatrix.Row row : DecisionMatrix.ROWS) {
      if (row.backend().word().equals(topic)) {
        return Explanation.row(row, Concerns.of(row.archetype()));
      }
    }
    for (NewOption option : NewOption.ALL) {
      if (option.word().equals("--" + topic)) {
        return Explanation.option(option);
      }
    }
    List<String> topics = new ArrayList<>(rows());
    topics.addAll(options());
    throw new RefusalException(
        new Refusal(
            "`" + topic + "` is no topic",
            "scaffold explain " + topic,
            Spelling.advice(topic, topics)));
  }

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (DecisionMatrix.Row row : DecisionMatrix.ROWS) {
      rows.add(row.backend().word());
    }
    return rows;
  }

  private static List<String> options() {
    List<String> options = new ArrayList<>();
    for (NewOption option : NewOption.ALL) {
      options.add(option.word().substring(2));
    }
    return options;
  }
}
