package dev.loopscope.scaffold.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Applied;
import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.FindingKey;
import dev.loopscope.scaffold.check.Note;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.SampleFindings;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.text.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names of files and what is in them, which may hold anything. */
class HostileTextTest {
  /** Every control character, what turns writing around, what ends lines, and half a character. */
  private static final String HOSTILE =
      IntStream.concat(IntStream.range(1, 0x20), IntStream.rangeClosed(0x7f, 0x9f))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          + "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
          + "\u2028\u2029\ufeff\ud800%,:\"\\'\n::error::x";

  private static final String PATH = "tests/" + HOSTILE + ".py";

  @Test
  void noReportHoldsACharacterThatATerminalObeys() {
    for (Report report : reports()) {
      assertThat(report.of(outcome()).codePoints())
          .as(report.toString())
          .allMatch(c -> c == '\n' || isShown(c));
    }
  }

  @Test
  void noLineOfAReportIsOneOfAName() {
    for (Report report : reports()) {
      assertThat(report.of(outcome()).lines())
          .as(report.toString())
          .noneMatch(line -> line.strip().startsWith("::error::x"));
    }
  }

  @Test
  void programsReadTheNamesAsTheyAre() throws Exception {
    Map<?, ?> json = (Map<?, ?>) JsonReader.read(new JsonReport("1").of(outcome()));
    assertThat((List<?>) json.get("findings")).extracting("path").containsExactly(PATH);
    assertThat((List<?>) json.get("unknown")).extracting("path").containsExactly(PATH);
    assertThat(json.get("changed")).isEqualTo(List.of(PATH));
    List<?> issues = (List<?>) JsonReader.read(new GitlabReport().of(outcome()));
    assertThat(issues).extracting("location.path").containsExactly(PATH);
  }

  @Test
  void addressesHoldWhatAddressesMay() {
    assertThat(SarifPlace.uri(PATH)).matches("(?:[-A-Za-z0-9._~/]|%[0-9A-F]{2})+");
    assertThat(SarifPlace.uri("a\ud800b?")).isEqualTo("a%EF%BF%BDb%3F");
  }

  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static List<Report> reports() {
    Layout layout = new Layout(false, 80, 110);
    return List.of(
        new TextReport(layout, true, true),
        new JsonReport("1"),
        new SarifReport("1", List.of()),
        new GithubReport(),
        new GitlabReport());
  }

  private static Outcome outcome() {
    String text = "x = '" + HOSTILE.replaceAll("[\n\r]", "") + "'\n";
    Finding finding =
        Finding.of(
            Samples.OPTION,
            Severity.WARNING,
            SampleFindings.at(PATH, text, text.strip()),
            "message " + HOSTILE,
            "remedy " + HOSTILE);
    List<Finding> findings = List.of(finding);
    UnknownPart unknown = new UnknownPart(finding.location(), "what " + HOSTILE, "why " + HOSTILE);
    Note note = new Note(PATH, 3, "note " + HOSTILE);
    return new Outcome(
            1, 1, findings, FindingKey.of(findings), 0, 0, List.of(unknown), List.of(note))
        .with(new Applied(1, List.of(PATH)));
  }
}
