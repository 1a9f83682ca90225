package dev.loopscope.scaffold.cli.plan;

import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.FileReading.Unread;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.files.SnapshotFile;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one plan's file. */
final class PlanReader {
  /** More than any plan of scaffold comes near. */
  private static final long LARGEST = 32L << 20;

  private static final int MOST = 10_000;
  private static final int SCHEMA = 1;

  /** The commands whose plans can be carried out. */
  private static final Set<String> COMMANDS = Set.of("new", "add", "adopt", "update");

  private PlanReader() {}

  static PlanFile read(Path file) {
    FileReading reading = Snapshot.of(List.of(file)).read(file, LARGEST);
    if (reading instanceof Unread unread) {
      throw new TargetRefusedException(
          new Refusal(
              "the plan " + unread.reason(), file.toString(), "name a file that holds a plan"));
    }
    byte[] bytes = reading.toOptional().map(SnapshotFile::bytes).orElseThrow();
    if (bytes.length == 0) {
      throw PlanMembers.refused(
          "the plan is empty: the command that was to write it was refused", file.toString());
    }
    FileText text = FileText.of(bytes);
    if (!text.charset().equals(StandardCharsets.UTF_8)) {
      throw PlanMembers.refused("the plan is no JSON: it is not in UTF-8", file.toString());
    }
    try {
      return read(PlanMembers.of(JsonReader.read(text.text()), file.toString()));
    } catch (JsonException e) {
      throw PlanMembers.refused("the plan is no JSON: it " + e.getMessage(), file + ":" + e.line());
    }
  }

  private static PlanFile read(PlanMembers plan) {
    if (!plan.has("schema") || !plan.has("scaffold") || !plan.has("command")) {
      throw plan.refused("this is no plan that scaffold wrote");
    }
    if (!plan.is("schema", SCHEMA)) {
      throw plan.refused(
          "the plan is of another schema than " + SCHEMA + ", which this version reads");
    }
    String command = plan.text("command");
    if (!COMMANDS.contains(command)) {
      throw plan.refused("`" + command + "` is no command that makes plans");
    }
    plan.object("refusal").ifPresent(it -> refuse(plan, it));
    if (plan.isTrue("written")) {
      throw plan.refused("this is no plan any more: the command wrote what stands in it");
    }
    if (!plan.has("changes")) {
      throw plan.refused("the plan does not say what it changes");
    }
    List<PlanMembers> all = plan.objects("changes");
    if (all.size() > MOST) {
      throw plan.refused("the plan has more than " + MOST + " changes, as none of scaffold's has");
    }
    List<PlannedChange> changes = new ArrayList<>();
    all.forEach(it -> changes.add(PlannedChange.read(it)));
    requireApart(plan, changes);
    return new PlanFile(
        command, plan.text("directory"), plan.isTrue("marked"), changes, digests(plan));
  }

  private static void refuse(PlanMembers plan, PlanMembers refusal) {
    throw new TargetRefusedException(
        new Refusal(
            "the command that made the plan was refused: " + refusal.text("what"),
            plan.where(),
            refusal.text("next")));
  }

  private static Map<String, String> digests(PlanMembers plan) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (PlanMembers it : plan.objects("read")) {
      String path = it.text("path");
      PlannedPath.requireNone(PlannedPath.fault(path), path, it);
      digests.put(path, PlannedChange.digest(it, "sha256"));
    }
    return digests;
  }

  /** Each file once, whatever the file system takes for one, and none below another one. */
  private static void requireApart(PlanMembers plan, List<PlannedChange> changes) {
    Set<String> keys = new HashSet<>();
    for (PlannedChange it : changes) {
      boolean moves = it.kind() == PlannedChange.Kind.MOVE;
      boolean once = keys.add(PlannedPath.key(it.path()));
      if (!once || (moves && !keys.add(PlannedPath.key(it.from())))) {
        throw plan.refused("two changes of the plan are of one file, `" + it.path() + "`");
      }
    }
    for (String key : keys) {
      for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
        if (keys.contains(key.substring(0, slash))) {
          throw plan.refused("`" + key + "` would be below a file of the same plan");
        }
      }
    }
  }
}
