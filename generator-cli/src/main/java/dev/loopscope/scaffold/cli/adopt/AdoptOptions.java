package dev.loopscope.scaffold.cli.adopt;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.cli.line.Option;
import java.util.ArrayList;
import java.util.List;

/** The options of {@code scaffold adopt}: its own, and those of {@code new} to overrule answers. */
public final class AdoptOptions {
  static final Option RELEASE =
      new Option(
          "--release",
          "VERSION",
          "the version of scaffold that wrote the suite",
          "the one that comes closest",
          "");

  static final Option YES =
      new Option("--yes", "", "records what was concluded without asking", "off", "");

  static final Option DRY_RUN =
      new Option("--dry-run", "", "tells what was concluded, and writes nothing", "off", "");

  static final Option JSON =
      new Option("--json", "", "prints what was concluded, and the plan, as JSON", "off", "");

  private AdoptOptions() {}

  /** All of them, in the order help lists them. */
  public static List<Option> of(Questions questions) {
    List<Option> options = new ArrayList<>();
    for (Question<?> question : questions.inOrder()) {
      options.add(Option.of(question).fallingBackTo("what the suite says"));
    }
    options.addAll(List.of(RELEASE, YES, DRY_RUN, JSON));
    return List.copyOf(options);
  }
}
