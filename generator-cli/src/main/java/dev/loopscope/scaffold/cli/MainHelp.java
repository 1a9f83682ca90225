package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.line.ColourArgument;
import dev.loopscope.scaffold.cli.line.Columns;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.List;

/** What {@code scaffold --help} prints: what to type first, and then the commands by task. */
final class MainHelp {
  private record Task(String name, List<List<String>> commands) {}

  private static final int WORD = 10;

  /** What it is for. */
  static final String DOES =
      "Writes async pytest suites whose fixtures and tests share their event loop, and checks"
          + " others.";

  /** Lines to start from, and what comes of each. */
  static final List<List<String>> EXAMPLES =
      List.of(
          List.of(
              "scaffold new demo " + Questions.BACKENDS.option() + " asyncio,trio",
              "a suite of its own"),
          List.of("scaffold add", "a suite in a repository that has tests"),
          List.of("scaffold check", "loop-scope bugs of any suite, without running it"),
          List.of("scaffold check --fix", "mends what can be mended safely"));

  private static final List<Task> TASKS =
      List.of(
          new Task(
              "Write a suite",
              List.of(
                  command("new", "writes a suite into a new or an empty directory"),
                  command("add", "adds a suite to a repository that has tests"))),
          new Task(
              "Keep it",
              List.of(
                  command(
                      "update",
                      "brings a suite to today's templates, or to other answers; edits survive"),
                  command(
                      "adopt",
                      "records what a suite was made from that does not say so, for updates"),
                  command("undo", "takes back what the last command changed"),
                  command("apply", "carries out a plan that another command wrote as JSON"))),
          new Task(
              "Find bugs",
              List.of(
                  command("check", "reports loop-scope hazards of suites, without running them"),
                  command("trace", "runs a suite and tells what lived on which loop"),
                  command("map", "draws the loops of a suite, and what crosses between them"),
                  command(
                      "explain",
                      "shows how the archetype is chosen, what an option is for, a rule's page, and"
                          + " more: `scaffold explain topics`"),
                  command(
                      "doctor",
                      "looks at Python, pip, plugins and configuration, and says what to do"))),
          new Task(
              "At the prompt",
              List.of(
                  command("completion", "prints what completes command lines in bash, zsh or fish"),
                  command("help", "shows this, and `scaffold help new` what a command takes"),
                  command("version", "shows the version; so do -V and --version"))));

  private MainHelp() {}

  static String text(int width) {
    StringBuilder text = new StringBuilder(Paragraph.of(DOES, "", "", width));
    text.append('\n').append(Columns.of(EXAMPLES, width));
    for (Task task : TASKS) {
      text.append('\n')
          .append(task.name())
          .append(":\n")
          .append(Columns.of(task.commands(), width));
    }
    String rest =
        "%s, %s, goes with every command. `scaffold help exit-codes` tells what the exit codes mean."
            .formatted(ColourArgument.OPTION.typed(), ColourArgument.OPTION.summary());
    return text.append('\n').append(Paragraph.of(rest, "", "", width)).toString();
  }

  /** Each command's word, and what it does. */
  static List<List<String>> commands() {
    return TASKS.stream()
        .flatMap(task -> task.commands().stream())
        .map(it -> List.of(it.get(0).strip(), it.get(1)))
        .toList();
  }

  private static List<String> command(String word, String does) {
    return List.of(word + " ".repeat(Math.max(0, WORD - word.length())), does);
  }
}
