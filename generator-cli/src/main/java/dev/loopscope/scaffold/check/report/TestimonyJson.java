package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.testimony.Sighting;
import dev.loopscope.scaffold.check.testimony.Testimony;
import dev.loopscope.scaffold.check.testimony.TraceStanding;
import dev.loopscope.scaffold.check.testimony.TraceStatement;
import dev.loopscope.scaffold.text.JsonWriter;
import java.util.Optional;

/** What a recorded run says, as {@link JsonReport} has it. */
final class TestimonyJson {
  private TestimonyJson() {}

  static void writeStatement(Optional<TraceStatement> statement, JsonWriter json) {
    if (statement.isEmpty()) {
      json.bool(false);
      return;
    }
    json.open("{").key("standing").string(statement.get().standing().word());
    json.key("why").string(statement.get().why()).close("}");
  }

  static void write(Optional<Testimony> said, JsonWriter json) {
    if (said.isEmpty()) {
      json.bool(false);
      return;
    }
    Testimony testimony = said.get();
    json.open("{").key("file").string(testimony.file());
    json.key("tests").number(testimony.tests());
    for (TraceStanding standing : TraceStanding.values()) {
      json.key(standing.word().replace(' ', '-')).number(testimony.count(standing));
    }
    json.key("decided").open("[");
    testimony.decided().forEach(it -> JsonReport.write(it, json));
    json.close("]").key("seen").open("[");
    testimony.sightings().forEach(it -> write(it, json));
    json.close("]").close("}");
  }

  private static void write(Sighting seen, JsonWriter json) {
    json.open("{").key("kind").string(seen.kind());
    json.key("counts").bool(seen.counts());
    json.key("evidence").string(seen.evidence()).key("rule").string(seen.rule());
    json.key("path").string(seen.path()).key("line").number(seen.line());
    json.key("message").string(seen.sentence()).key("remedy").string(seen.remedy());
    json.key("tests").open("[");
    seen.tests().forEach(json::string);
    json.close("]").key("answers");
    if (seen.answers().isPresent()) {
      JsonReport.write(seen.answers().get(), json);
    } else {
      json.bool(false);
    }
    json.close("}");
  }
}
