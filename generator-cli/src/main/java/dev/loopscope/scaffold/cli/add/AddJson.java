package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.cli.line.AnswersJson;
import dev.loopscope.scaffold.cli.line.ConclusionLines;
import dev.loopscope.scaffold.cli.plan.PlanJson;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.placing.Conflict;
import dev.loopscope.scaffold.project.Obstacle;
import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.text.JsonWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code scaffold add} tells programs about a run, and what {@code scaffold apply} carries
 * out:
 *
 * <pre>{@code
 * schema     1; it grows only with a change that breaks a reader
 * scaffold   the version that planned
 * command    "add"
 * written    whether the changes are on the disk
 * directory  the project's, as it was typed
 * suite      the suite's directory, relative to it
 * archetype, reason, answers   as of `new`
 * concluded  objects of topic, value, reason, places (path and line), option, open
 * stops      objects of what, places, theirs, ours, consequence, ways
 * conflicts  objects of path and what
 * notes, next
 * refusal    what, where, next: only if it is refused; then changes is empty
 * read, changes  of the plan, as `apply` reads them
 * }</pre>
 *
 * @param directory as it was typed
 * @param read the files that something was concluded from, by their paths
 * @param stops why it is refused
 */
record AddJson(
    String directory,
    boolean written,
    Addition addition,
    Map<String, FileText> read,
    Optional<Refusal> stops) {
  AddJson {
    read = Map.copyOf(read);
  }

  String text() {
    JsonWriter json = new JsonWriter();
    json.open("{");
    json.key("schema").number(1);
    json.key("scaffold").string(ScaffoldVersion.current());
    json.key("command").string("add");
    json.key("written").bool(written);
    json.key("directory").string(directory);
    json.key("suite").string(addition.directory());
    json.key("archetype").string(addition.decision().archetype().word());
    json.key("reason").string(addition.decision().reason());
    json.key("answers");
    AnswersJson.write(addition.answers(), json);
    ConclusionLines.write(addition.conclusions(), json);
    json.key("stops").open("[");
    addition.obstacles().forEach(it -> write(it, json));
    json.close("]");
    json.key("conflicts").open("[");
    for (Conflict it : addition.conflicts()) {
      json.open("{").key("path").string(it.path()).key("what").string(it.what()).close("}");
    }
    json.close("]");
    strings("notes", addition.notes(), json);
    strings("next", addition.commands(), json);
    stops.ifPresent(it -> PlanJson.refusal(it, json));
    new PlanJson(stops.isPresent() ? new ChangePlan(List.of()) : addition.plan(), read).write(json);
    return json.close("}").text();
  }

  private static void strings(String key, List<String> values, JsonWriter json) {
    json.key(key).open("[");
    values.forEach(json::string);
    json.close("]");
  }

  private static void write(Obstacle it, JsonWriter json) {
    json.open("{").key("what").string(it.what());
    ConclusionLines.places(it.places(), json);
    json.key("theirs").string(it.theirs()).key("ours").string(it.ours());
    json.key("consequence").string(it.consequence());
    List<String> ways = it.ways().stream().sorted().map(Way::name).map(AddJson::lowerCase).toList();
    strings("ways", ways, json);
    json.close("}");
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
