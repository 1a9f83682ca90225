package dev.loopscope.scaffold.cli.adopt;

import dev.loopscope.scaffold.adopting.Adoption;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.cli.line.AnswersJson;
import dev.loopscope.scaffold.cli.line.ConclusionLines;
import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.cli.plan.PlanJson;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.text.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code scaffold adopt} tells about a run.
 *
 * @param directory as it was typed
 */
record AdoptReport(String directory, Adoption adoption) {
  /** For people: which release wrote the suite, and each answer with its evidence. */
  String text() {
    String release =
        adoption
            .release()
            .map(
                it ->
                    "scaffold "
                        + it
                        + " wrote this suite: "
                        + adoption.present()
                        + " of the "
                        + adoption.made()
                        + " lines that it writes for these answers are here")
            .orElse(
                "No release of scaffold wrote this suite: it is recorded as one of "
                    + ScaffoldVersion.current()
                    + ",\nand updates leave its own files as they are");
    return ConclusionLines.shown(release + "\n" + ConclusionLines.text(adoption.conclusions()));
  }

  /** For people, once it is recorded. */
  String recorded() {
    String where = ShellWord.path(directory);
    return ConclusionLines.shown(
        "Recorded in "
            + AnswersFile.PATH
            + "\nnext:\n  scaffold update "
            + where
            + "\n`scaffold undo "
            + where
            + "` takes it back.");
  }

  /**
   * For programs, one object and a newline:
   *
   * <pre>{@code
   * schema     1; it grows only with a change that breaks a reader
   * scaffold   the version that ran
   * command    "adopt"
   * written    whether the answers are on the disk
   * directory  as it was typed
   * release    the version that wrote the suite; missing if none did
   * present, made  how many of the lines that it writes are there, and how many it writes; 0 if the
   *            suite says itself what wrote it
   * archetype, answers  as of `new`
   * concluded  objects of topic, value, reason, places (path and line), option, open
   * refusal    what, where, next: only if it is refused; then changes is empty
   * read, changes  of the plan, as `apply` reads them
   * }</pre>
   */
  String json(boolean written, ChangePlan plan, Optional<Refusal> refusal) {
    JsonWriter json = new JsonWriter();
    json.open("{");
    json.key("schema").number(1);
    json.key("scaffold").string(ScaffoldVersion.current());
    json.key("command").string("adopt");
    json.key("written").bool(written);
    json.key("directory").string(directory);
    adoption.release().ifPresent(it -> json.key("release").string(it));
    json.key("present").number(adoption.present());
    json.key("made").number(adoption.made());
    json.key("archetype").string(adoption.answers().archetype().word());
    json.key("answers");
    AnswersJson.write(adoption.answers(), json);
    ConclusionLines.write(adoption.conclusions(), json);
    refusal.ifPresent(it -> PlanJson.refusal(it, json));
    new PlanJson(refusal.isPresent() ? new ChangePlan(List.of()) : plan, Map.of()).write(json);
    return json.close("}").text();
  }
}
