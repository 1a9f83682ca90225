package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.change.merge.MergedFile;
import dev.loopscope.scaffold.cli.plan.PlanJson;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.text.JsonWriter;
import dev.loopscope.scaffold.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code scaffold update} tells about a run.
 *
 * @param directory as it was typed
 * @param recorded what the suite was made from
 * @param today what it is made from now
 * @param files what becomes of each file that is not as it was
 * @param requirements what it needs that the project around it has to list
 * @param written whether it is on the disk
 * @param marked whether conflicts stand in the files, with markers
 */
record UpdateReport(
    String directory,
    AnswersFile recorded,
    Answers today,
    List<MergedFile> files,
    List<String> requirements,
    boolean written,
    boolean marked) {
  /** Keeps unmodifiable copies. */
  UpdateReport {
    files = List.copyOf(files);
    requirements = List.copyOf(requirements);
  }

  /** The same, of what was done. */
  UpdateReport done(List<MergedFile> chosen, boolean onTheDisk, boolean withMarkers) {
    return new UpdateReport(
        directory, recorded, today, chosen, requirements, onTheDisk, withMarkers);
  }

  /** For people: from what to what, each file with what becomes of it, and what to do next. */
  String text() {
    StringBuilder text = new StringBuilder();
    boolean any = files.stream().anyMatch(MergedFile::isChange);
    text.append(!any ? "Nothing to update in " : written ? "Updated " : "Would update ");
    text.append(Printable.escaped(directory)).append(": ").append(step()).append('\n');
    changedAnswers().forEach(line -> text.append("  ").append(line).append('\n'));
    if (!files.isEmpty()) {
      text.append('\n');
    }
    files.forEach(file -> text.append(line(file)).append('\n'));
    if (!requirements.isEmpty()) {
      text.append("\nThe project's list of what its tests need has to have: ");
      text.append(String.join(", ", requirements)).append('\n');
    }
    if (written && any) {
      text.append('\n').append(next());
    }
    return text.toString();
  }

  private String step() {
    String now = ScaffoldVersion.current();
    return recorded.scaffold().equals(now)
        ? "made by scaffold " + now
        : "made by scaffold " + recorded.scaffold() + ", now " + now;
  }

  private List<String> changedAnswers() {
    List<String> lines = new ArrayList<>();
    for (Question<?> question : today.questions().inOrder()) {
      Optional<String> before = recorded.answers().text(question);
      Optional<String> now = today.text(question);
      if (!before.equals(now)) {
        lines.add(question.key() + ": " + before.orElse("none") + " -> " + now.orElse("none"));
      }
    }
    return lines;
  }

  private static String line(MergedFile file) {
    StringBuilder line = new StringBuilder("  ");
    String word = file.fate().word();
    line.append(word).append(" ".repeat(Math.max(1, 10 - word.length())));
    if (file.isMoved()) {
      line.append(Printable.escaped(file.from().orElseThrow())).append(" -> ");
    }
    line.append(Printable.escaped(file.path()));
    if (!file.reason().isEmpty()) {
      line.append("  (").append(file.reason()).append(')');
    }
    return line.toString();
  }

  private String next() {
    String undo =
        """
        next: install again what the suite needs, and run its tests.
        `scaffold undo` takes it back, whether git knows the files or not.
        """;
    return marked
        ? "Resolve the conflicts, then run `scaffold update --continue`, or take all back with"
            + " `--abort`.\n"
        : undo;
  }

  /**
   * For machines, one object and a newline:
   *
   * <pre>{@code
   * schema     1; it grows only with a change that breaks a reader
   * scaffold   the version that ran
   * command    "update"
   * written    whether the files are on the disk
   * directory  as it was typed
   * from       the version that the suite was made by
   * answers    those that are others than before, each with its text
   * requirements  of the project around an added suite, those that are new
   * marked     whether conflicts stand in the files, with markers
   * conflicts  how many places in how many files nobody has decided
   * files      objects of path, fate, from if it moves, conflicts if there are any, and reason
   * read, changes  of the plan, as `apply` reads them; not with --check
   * }</pre>
   */
  String json(Optional<PlanJson> plan) {
    JsonWriter json = new JsonWriter();
    json.open("{");
    json.key("schema").number(1);
    json.key("scaffold").string(ScaffoldVersion.current());
    json.key("command").string("update");
    json.key("written").bool(written);
    json.key("directory").string(directory);
    json.key("from").string(recorded.scaffold());
    json.key("answers").open("{");
    for (Question<?> question : today.questions().inOrder()) {
      Optional<String> now = today.text(question);
      if (!recorded.answers().text(question).equals(now)) {
        json.key(question.key()).string(now.orElse(""));
      }
    }
    json.close("}");
    json.key("requirements").open("[");
    requirements.forEach(json::string);
    json.close("]");
    json.key("marked").bool(marked);
    json.key("conflicts").number(files.stream().mapToInt(MergedFile::conflicts).sum());
    json.key("files").open("[");
    for (MergedFile file : files) {
      json.open("{");
      json.key("path").string(file.path());
      json.key("fate").string(file.fate().word());
      if (file.isMoved()) {
        json.key("from").string(file.from().orElseThrow());
      }
      if (file.conflicts() > 0) {
        json.key("marked").bool(marked);
        json.key("conflicts").number(file.conflicts());
      }
      json.key("reason").string(file.reason());
      json.close("}");
    }
    json.close("]");
    plan.ifPresent(it -> it.write(json));
    return json.close("}").text();
  }
}
