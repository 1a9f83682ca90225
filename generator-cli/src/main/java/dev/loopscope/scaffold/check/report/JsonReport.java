package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Fingerprints;
import dev.loopscope.scaffold.check.Note;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.SuiteVersions;
import dev.loopscope.scaffold.check.Upgrade;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.suite.config.version.Assumption;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.JsonWriter;
import java.util.List;
import java.util.Optional;

/**
 * For programs, one object:
 *
 * <pre>{@code
 * schema     1; it grows only with a change that breaks a reader
 * scaffold   the version that checked
 * command    "check"
 * suites, files, errors, warnings, ignored, baselined, fixed   numbers
 * changed    the paths of the files that --fix rewrote, in order
 * findings   in order of path, line, column and rule: objects of rule, name, severity, path, line,
 *            column, end-line, end-column, message, remedy, versions, fingerprint, cause, uses, fix, repair and trace; lines and
 *            columns from 1, columns in code points; the end is behind the last character; fix is
 *            false, or an object of safety, title and edits (path, start, end, replacement; start and
 *            end in UTF-16 units from 0, a byte order mark left out)
 *            cause is false, or the place (path, line, column) of what it comes from; uses are the
 *            places where a cause shows, in order; repair is false, or the place in repairs of the one that ends it
 *            trace is false, or with --trace an object of standing (confirmed, not exercised or
 *            contradicted) and why
 * repairs    what ends several findings at a time, together with --unsafe-fixes: objects of title,
 *            ends (how many findings), steps (path, line, what), edits, remaining (what it is for
 *            and does not end: rule, path, line, why), proposal (may be empty) and command, which writes it
 * unknown    what could not be resolved: objects of path, line, column, what and why
 * notes      objects of path, line (0 for the whole file) and text
 * assumed    the versions that suites were judged with: objects of suites (root directories) and
 *            versions, which are objects of distribution, version, why, path and line; the path is
 *            empty and the line 0 where no file says so
 * upgrade    false, or what newer releases would bring: an object of findings (a number), versions
 *            (as above) and command, which shows them; only a check that was not asked for versions
 *            looks for it, after fixes if it writes any
 * trace      false, or with --trace an object of file, tests (a number), confirmed, not-exercised,
 *            contradicted (numbers), decided (what would be unknown and the run shows, as in
 *            unknown) and seen: what the run did and no rule told of, objects of kind (crossing or
 *            lie), evidence, rule (of its kind; may be empty), path, line (0 if it is not known),
 *            message, remedy (may be empty), tests, and answers (false, or what would be unknown)
 * }</pre>
 *
 * @param version of scaffold
 */
public record JsonReport(String version) implements Report {
  @Override
  public String of(Outcome outcome) {
    JsonWriter json = new JsonWriter();
    json.open("{");
    json.key("schema").number(1);
    json.key("scaffold").string(version);
    json.key("command").string("check");
    json.key("suites").number(outcome.suites());
    json.key("files").number(outcome.files());
    json.key("errors").number((int) outcome.count(Severity.ERROR));
    json.key("warnings").number((int) outcome.count(Severity.WARNING));
    json.key("ignored").number(outcome.ignored());
    json.key("baselined").number(outcome.baselined());
    json.key("fixed").number(outcome.applied().findings());
    json.key("changed").open("[");
    outcome.applied().paths().forEach(json::string);
    json.close("]").key("findings").open("[");
    Fingerprints fingerprints = new Fingerprints();
    for (int i = 0; i < outcome.findings().size(); i++) {
      write(i, outcome, fingerprints.of(outcome.keys().get(i)), json);
    }
    json.close("]").key("repairs").open("[");
    outcome.repairs().forEach(repair -> write(repair, json));
    json.close("]").key("unknown").open("[");
    outcome.unknown().forEach(part -> write(part, json));
    json.close("]").key("notes").open("[");
    outcome.notes().forEach(note -> write(note, json));
    json.close("]").key("assumed").open("[");
    outcome.assumed().forEach(it -> write(it, json));
    json.close("]").key("upgrade");
    if (outcome.upgrade().isPresent()) {
      write(outcome.upgrade().orElseThrow(), json);
    } else {
      json.bool(false);
    }
    json.key("trace");
    TestimonyJson.write(outcome.testimony(), json);
    return json.close("}").text();
  }

  private static void write(int at, Outcome outcome, String fingerprint, JsonWriter json) {
    Finding finding = outcome.findings().get(at);
    Location location = finding.location();
    json.open("{");
    json.key("rule").string(finding.rule().id());
    json.key("name").string(finding.rule().name());
    json.key("severity").string(finding.severity().word());
    json.key("path").string(location.path());
    json.key("line").number(location.line());
    json.key("column").number(location.column());
    json.key("end-line").number(location.text().lineAt(location.end()));
    json.key("end-column").number(location.text().position(location.end()).codePoints() + 1);
    json.key("message").string(finding.message());
    json.key("remedy").string(outcome.remedy(finding));
    json.key("versions").string(finding.versions());
    json.key("fingerprint").string(fingerprint);
    json.key("cause");
    if (finding.cause().isPresent()) {
      write(finding.cause().orElseThrow().place(), json);
    } else {
      json.bool(false);
    }
    json.key("uses").open("[");
    finding.uses().forEach(use -> write(use.location(), json));
    json.close("]").key("fix");
    if (finding.fix().isPresent()) {
      write(finding.fix().orElseThrow(), json);
    } else {
      json.bool(false);
    }
    json.key("repair");
    Optional<Repair> repair = outcome.repairOf(finding);
    if (repair.isPresent()) {
      json.number(outcome.repairs().indexOf(repair.orElseThrow()));
    } else {
      json.bool(false);
    }
    json.key("trace");
    TestimonyJson.writeStatement(outcome.statement(at), json);
    json.close("}");
  }

  private static void write(Location location, JsonWriter json) {
    json.open("{").key("path").string(location.path());
    json.key("line").number(location.line());
    json.key("column").number(location.column()).close("}");
  }

  private static void write(Repair repair, JsonWriter json) {
    json.open("{").key("title").string(repair.title());
    json.key("ends").number(repair.ended().size()).key("steps").open("[");
    for (Repair.Step step : repair.steps()) {
      json.open("{").key("path").string(step.place().path());
      json.key("line").number(step.place().line()).key("what").string(step.what()).close("}");
    }
    json.close("]");
    writeEdits(repair.edits(), json);
    json.key("remaining").open("[");
    for (Repair.Remaining it : repair.remaining()) {
      json.open("{").key("rule").string(it.rule()).key("path").string(it.place().path());
      json.key("line").number(it.place().line()).key("why").string(it.why()).close("}");
    }
    json.close("]").key("proposal").string(repair.proposal());
    json.key("command").string(repair.command()).close("}");
  }

  private static void write(Fix fix, JsonWriter json) {
    json.open("{").key("safety").string(fix.safety().word());
    json.key("title").string(fix.title());
    writeEdits(fix.edits(), json);
    json.close("}");
  }

  private static void writeEdits(List<Edit> edits, JsonWriter json) {
    json.key("edits").open("[");
    for (Edit edit : edits) {
      json.open("{").key("path").string(edit.path());
      json.key("start").number(edit.start()).key("end").number(edit.end());
      json.key("replacement").string(edit.replacement()).close("}");
    }
    json.close("]");
  }

  static void write(UnknownPart part, JsonWriter json) {
    json.open("{").key("path").string(part.location().path());
    json.key("line").number(part.location().line());
    json.key("column").number(part.location().column());
    json.key("what").string(part.what()).key("why").string(part.why()).close("}");
  }

  private static void write(SuiteVersions assumed, JsonWriter json) {
    json.open("{").key("suites").open("[");
    assumed.suites().forEach(json::string);
    json.close("]").key("versions").open("[");
    assumed.versions().forEach(it -> write(it, json));
    json.close("]").close("}");
  }

  private static void write(Assumption assumption, JsonWriter json) {
    json.open("{").key("distribution").string(assumption.distribution());
    json.key("version").string(assumption.version().toString());
    json.key("why").string(assumption.why());
    json.key("path").string(assumption.from().map(Location::path).orElse(""));
    json.key("line").number(assumption.from().map(Location::line).orElse(0));
    json.close("}");
  }

  private static void write(Upgrade upgrade, JsonWriter json) {
    json.open("{").key("findings").number(upgrade.findings()).key("versions").open("[");
    upgrade.versions().forEach(it -> write(it, json));
    json.close("]").key("command").string(upgrade.command()).close("}");
  }

  private static void write(Note note, JsonWriter json) {
    json.open("{").key("path").string(note.path()).key("line").number(note.line());
    json.key("text").string(note.text()).close("}");
  }
}
