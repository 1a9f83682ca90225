package dev.loopscope.scaffold.template.release;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Archetype;
import dev.loopscope.scaffold.answers.Backends;
import dev.loopscope.scaffold.answers.Ci;
import dev.loopscope.scaffold.answers.DistributionName;
import dev.loopscope.scaffold.answers.ImportName;
import dev.loopscope.scaffold.answers.LoopScope;
import dev.loopscope.scaffold.answers.MavenCoordinates;
import dev.loopscope.scaffold.answers.PythonFloor;
import dev.loopscope.scaffold.answers.ResourceName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The answers that a recorded suite's options stand for. */
final class RecordedAnswers {
  private final Map<String, String> values = new HashMap<>();

  private RecordedAnswers(String options) {
    for (String option : options.split(" ")) {
      int equals = option.indexOf('=');
      values.put(
          option.substring(2, equals < 0 ? option.length() : equals),
          equals < 0 ? "true" : option.substring(equals + 1));
    }
  }

  /** The answers of {@code --key=value} and {@code --flag}, one blank between them. */
  static Answers of(String options) {
    return new RecordedAnswers(options).answers();
  }

  private Answers answers() {
    DistributionName name = new DistributionName(value("name", "demo"));
    return new Answers(
        name,
        values.containsKey("package") ? new ImportName(values.get("package")) : name.importName(),
        Archetype.parse(value("archetype", "explicit-scope")),
        Backends.parse(value("backends", "asyncio")),
        LoopScope.parse(value("loop-scope", "session")),
        new ResourceName(value("resource", "client")),
        PythonFloor.parse(value("python", "3.10")),
        values.containsKey("hypothesis"),
        Ci.parse(value("ci", "none")),
        values.containsKey("maven")
            ? Optional.of(
                new MavenCoordinates(
                    value("group-id", "com.example"), value("version", "1.0-SNAPSHOT")))
            : Optional.empty());
  }

  private String value(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }
}
