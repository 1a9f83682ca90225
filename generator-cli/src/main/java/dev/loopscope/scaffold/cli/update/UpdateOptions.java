package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.change.merge.ConflictChoice;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.TypedAnswers;
import java.util.ArrayList;
import java.util.List;

/** The options of {@code scaffold update}: its own, and those of {@code new} to change answers. */
public final class UpdateOptions {
  static final Option CHECK =
      flag("--check", "tells what would change, writes nothing, and ends with 1 if anything would");

  static final Option DRY_RUN = flag("--dry-run", "tells what would change, and writes nothing");

  static final Option DIFF = flag("--diff", "prints what would change as a diff");

  static final Option JSON = flag("--json", "prints the plan, or what was written, as JSON");

  static final Option ON_CONFLICT =
      new Option(
              "--on-conflict",
              "WORD",
              "what becomes of lines that you and the templates changed: stop, skip, ours, theirs"
                  + " or markers",
              ConflictChoice.STOP.word(),
              "")
          .taking(ConflictChoice.words());

  static final Option CONTINUE =
      flag("--continue", "ends an update with markers, once there are none left");

  static final Option ABORT = flag("--abort", "takes an update with markers back");

  /** Its own. */
  public static final List<Option> OWN =
      List.of(CHECK, DRY_RUN, DIFF, JSON, ON_CONFLICT, CONTINUE, ABORT);

  private UpdateOptions() {}

  /** All of them, in the order help lists them. */
  public static List<Option> of(Questions questions) {
    List<Option> options = new ArrayList<>(OWN);
    for (Question<?> question : questions.inOrder()) {
      Option option = Option.of(question);
      options.add(option.takesValue() ? option.fallingBackTo("as answered") : option);
      if (question instanceof FlagQuestion) {
        options.add(flag(TypedAnswers.no(question), "takes back what " + option.word() + " adds"));
      }
    }
    return List.copyOf(options);
  }

  private static Option flag(String word, String summary) {
    return new Option(word, "", summary, "off", "");
  }
}
