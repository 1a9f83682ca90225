package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.JsonWriter;

/** A fix as SARIF has it: replacements by file. */
final class SarifFix {
  private SarifFix() {}

  /**
   * Writes a fix whose edits are all in the finding's own file; of another file the lines are not
   * known here, so a fix that reaches further is left out.
   */
  static void write(Fix fix, Location location, JsonWriter json) {
    if (!fix.edits().stream().allMatch(edit -> edit.path().equals(location.path()))) {
      return;
    }
    json.key("fixes").open("[").open("{").key("description");
    SarifReport.writeText(fix.title() + " (" + fix.safety().word() + ")", json);
    json.key("artifactChanges").open("[").open("{");
    SarifPlace.artifact(location.path(), json);
    json.key("replacements").open("[");
    for (Edit edit : fix.edits()) {
      json.open("{").key("deletedRegion");
      SarifPlace.range(location.text(), edit.start(), edit.end(), json);
      json.key("insertedContent");
      SarifReport.writeText(edit.replacement(), json);
      json.close("}");
    }
    json.close("]").close("}").close("]").close("}").close("]");
  }
}
