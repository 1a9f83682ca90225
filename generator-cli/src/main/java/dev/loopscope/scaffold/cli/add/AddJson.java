package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.cli.line.AnswersJson;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.placing.Conflict;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.project.Obstacle;
import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.text.JsonWriter;
import java.util.List;
import java.util.Locale;

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
 * stops      objects of what, places, theirs, ours, consequence, ways; with one, changes is empty
 * conflicts  objects of path and what
 * notes, next
 * changes    objects of change ("create" or "replace"), path, text; of a replacement also before,
 *            the text that has to be there
 * }</pre>
 *
 * @param directory as it was typed
 */
record AddJson(String directory, boolean written, Addition addition) {
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
    json.key("concluded").open("[");
    addition.conclusions().forEach(it -> write(it, json));
    json.close("]");
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
    json.key("changes").open("[");
    addition.plan().changes().forEach(it -> write(it, json));
    return json.close("]").close("}").text();
  }

  private static void strings(String key, List<String> values, JsonWriter json) {
    json.key(key).open("[");
    values.forEach(json::string);
    json.close("]");
  }

  private static void places(List<Location> places, JsonWriter json) {
    json.key("places").open("[");
    for (Location it : places) {
      json.open("{").key("path").string(it.path()).key("line").number(it.line()).close("}");
    }
    json.close("]");
  }

  private static void write(Conclusion it, JsonWriter json) {
    json.open("{").key("topic").string(it.topic()).key("value").string(it.value());
    json.key("reason").string(it.reason());
    places(it.places(), json);
    it.option().ifPresent(option -> json.key("option").string(option));
    it.open().ifPresent(open -> json.key("open").string(open));
    json.close("}");
  }

  private static void write(Obstacle it, JsonWriter json) {
    json.open("{").key("what").string(it.what());
    places(it.places(), json);
    json.key("theirs").string(it.theirs()).key("ours").string(it.ours());
    json.key("consequence").string(it.consequence());
    List<String> ways = it.ways().stream().sorted().map(Way::name).map(AddJson::lowerCase).toList();
    strings("ways", ways, json);
    json.close("}");
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void write(Change change, JsonWriter json) {
    json.open("{");
    if (change instanceof Change.Create create) {
      json.key("change").string("create").key("path").string(create.path());
      json.key("text").string(create.text());
    } else if (change instanceof Change.Replace replace) {
      json.key("change").string("replace").key("path").string(replace.path());
      json.key("before").string(replace.before().text());
      json.key("text").string(replace.after().text());
    } else {
      json.key("change").string("delete").key("path").string(change.path());
    }
    json.close("}");
  }
}
