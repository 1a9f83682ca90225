package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.TracedFixture;
import dev.loopscope.scaffold.trace.words.LoopRemedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What mends a crossing: what check says at the fixture or at the test, and what the loops say
 * where check says nothing.
 *
 * @param findings of check, as its JSON has them
 * @param checked the directory that their paths are relative to
 * @param root the directory that the trace's paths are relative to
 */
record Advice(List<Map<?, ?>> findings, Path checked, Path root) {
  Advice {
    findings = List.copyOf(findings);
  }

  /** What check says. */
  static Advice of(String json, Path checked, Path root) {
    try {
      return JsonReader.read(json) instanceof Map<?, ?> report
              && report.get("findings") instanceof List<?> list
          ? new Advice(
              list.stream().filter(Map.class::isInstance).<Map<?, ?>>map(Map.class::cast).toList(),
              checked,
              root)
          : new Advice(List.of(), checked, root);
    } catch (JsonException e) {
      throw new IllegalStateException("check printed no JSON", e);
    }
  }

  /** The rule that tells of it; empty if none does. */
  Optional<String> rule(CrossingCause cause) {
    return finding(cause).map(it -> text(it, "rule"));
  }

  /** What to do, in a sentence without its full stop; empty if that is not known. */
  Optional<String> remedy(CrossingCause cause) {
    return finding(cause)
        .map(it -> text(it, "remedy"))
        .filter(it -> !it.isEmpty())
        .or(() -> LoopRemedy.of(cause));
  }

  private Optional<Map<?, ?>> finding(CrossingCause cause) {
    return findings.stream().filter(it -> tellsOf(it, cause)).findFirst();
  }

  /** The fixture is what the finding calls the cause, or it is named by it where a test is. */
  private boolean tellsOf(Map<?, ?> finding, CrossingCause cause) {
    String message = text(finding, "message");
    if (cause.fixture().isPresent()) {
      TracedFixture fixture = cause.fixture().get();
      boolean named = message.contains("`" + fixture.name() + "`");
      Map<?, ?> told = finding.get("cause") instanceof Map<?, ?> map ? map : finding;
      return named && (isAt(told, fixture.at().path()) || isAtATest(finding, cause));
    }
    String module = cause.first().module();
    if (!module.isEmpty()) {
      return isAt(finding, module) && message.contains("`" + cause.first().name() + "`");
    }
    return cause.first().at().isKnown()
        && isAt(finding, cause.first().at().path())
        && number(finding, "line") == cause.first().at().line();
  }

  private boolean isAtATest(Map<?, ?> finding, CrossingCause cause) {
    return cause.tests().stream().anyMatch(it -> isAt(finding, it.split("::", 2)[0]));
  }

  private boolean isAt(Map<?, ?> told, String path) {
    return PathText.resolve(checked, text(told, "path"))
        .equals(PathText.resolve(root, path).map(Path::normalize));
  }

  private static String text(Map<?, ?> members, String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  private static int number(Map<?, ?> members, String name) {
    return members.get(name) instanceof Double number ? number.intValue() : 0;
  }
}
