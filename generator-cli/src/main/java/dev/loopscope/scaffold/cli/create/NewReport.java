package dev.loopscope.scaffold.cli.create;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Decision;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.cli.line.AnswersJson;
import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.cli.plan.PlanJson;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.text.JsonWriter;
import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Printable;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code scaffold new} tells about a run.
 *
 * @param directory as it was typed
 * @param dryRun whether nothing was written
 * @param left what somebody has to do for the suite to be a part of a larger build, if it can be
 */
record NewReport(
    String directory,
    boolean dryRun,
    Answers answers,
    Decision decision,
    ChangePlan plan,
    Optional<String> left) {

  /**
   * For people: what happened, why this archetype, what is there now, and what to do next.
   *
   * @param tree the files, a line each
   * @param width how wide a line of prose may be
   */
  String text(String tree, int width) {
    StringBuilder text = new StringBuilder();
    text.append(dryRun ? "Would write " : "Wrote ").append(plan.changes().size());
    text.append(" files to ").append(Printable.escaped(withSlash())).append('\n');
    String because = decision.archetype().word() + ": because " + decision.reason();
    text.append(Paragraph.of(because, "", "", width));
    left.ifPresent(it -> text.append(Paragraph.of(Printable.escaped(it), "", "", width)));
    text.append('\n');
    if (dryRun) {
      appendPlan(text);
    } else {
      text.append(tree).append('\n');
      appendNextSteps(text);
    }
    return text.toString();
  }

  private void appendPlan(StringBuilder text) {
    for (Change.Create change : plan.creations()) {
      String size = Integer.toString(change.size());
      text.append(" ".repeat(Math.max(0, 7 - size.length()))).append(size);
      text.append("  ").append(change.path()).append('\n');
    }
  }

  private void appendNextSteps(StringBuilder text) {
    text.append("next:\n");
    if (!withSlash().equals("./")) {
      text.append("  cd ").append(Printable.escaped(ShellWord.path(directory))).append('\n');
    }
    if (answers.maven().isPresent()) {
      text.append("  mvn verify\n");
      return;
    }
    text.append("  python3 -m venv .venv\n");
    text.append(
        "  .venv/bin/pip install --upgrade pip && .venv/bin/pip install -e . --group dev\n");
    foreignApp()
        .ifPresent(it -> text.append("  .venv/bin/pip install -e ../THE-PROJECT-OF-" + it + "\n"));
    text.append("  .venv/bin/pytest\n");
  }

  /** The package of the app under test, if the suite does not install it. */
  private Optional<String> foreignApp() {
    return answers
        .find(Questions.APP)
        .map(it -> it.text().split("[.:]", -1)[0])
        .filter(it -> !it.isEmpty() && !it.equals(answers.packageName().text()));
  }

  private String withSlash() {
    return directory.endsWith("/") ? directory : directory + "/";
  }

  /**
   * For machines, one object and a newline:
   *
   * <pre>{@code
   * schema     1; it grows only with a change that breaks a reader
   * scaffold   the version that wrote
   * command    "new"
   * written    whether the files are on the disk; false with --dry-run
   * directory  as it was typed
   * archetype  "explicit-scope" or "multibackend"
   * reason     why, a sentence without its full stop
   * answers    the questions' keys, with their answers; a yes on which others hang, such as maven, is
   *            an object of those
   * files      in the order they are listed to people: objects of path and bytes
   * read, changes  of the plan, as `apply` reads them; only with --dry-run
   * }</pre>
   */
  String json() {
    JsonWriter json = new JsonWriter();
    json.open("{");
    json.key("schema").number(1);
    json.key("scaffold").string(ScaffoldVersion.current());
    json.key("command").string("new");
    json.key("written").bool(!dryRun);
    json.key("directory").string(directory);
    json.key("archetype").string(decision.archetype().word());
    json.key("reason").string(decision.reason());
    json.key("answers");
    AnswersJson.write(answers, json);
    json.key("files").open("[");
    for (Change.Create change : plan.creations()) {
      json.open("{");
      json.key("path").string(change.path());
      json.key("bytes").number(change.size());
      json.close("}");
    }
    json.close("]");
    if (dryRun) {
      new PlanJson(plan, Map.of()).write(json);
    }
    return json.close("}").text();
  }
}
