package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselineTest {
  @Test
  void keyOfAFindingMovesWithItsLine() {
    FindingKey before = key("use(pool)\n");
    assertThat(key("import a\n\n\n    use(pool)\n")).isEqualTo(before);
    assertThat(key("use( pool)\n")).isNotEqualTo(before);
  }

  @Test
  void equalLinesAreToldApartByTheirOrder() {
    String text = "use(pool)\nuse(pool)\n";
    Finding first = SampleFindings.error("LS002", "t.py", text, "use");
    Finding second = SampleFindings.error("LS002", "t.py", text, "use(pool)\nuse");
    assertThat(FindingKey.of(List.of(first, second)))
        .extracting(FindingKey::occurrence)
        .containsExactly(1, 2);
  }

  @Test
  void fingerprintIsTheSameOnEveryMachine() {
    assertThat(new Fingerprints().of(new FindingKey("LS002", "tests/té.py", "use(pool)", 1)))
        .isEqualTo("01006485af82b497fa4b509685783480");
  }

  @Test
  void fileIsSortedAndReadBack() {
    FindingKey late = new FindingKey("LS002", "b.py", "use(\"é\\\")", 1);
    FindingKey early = new FindingKey("LS012", "a.py", "x", 2);
    Baseline baseline = Baseline.of("known.json", List.of(late, early));
    assertThat(baseline.json())
        .isEqualTo(
            """
            {
              "schema": 1,
              "findings": [
                {
                  "path": "a.py",
                  "rule": "LS012",
                  "source": "x",
                  "occurrence": 2
                },
                {
                  "path": "b.py",
                  "rule": "LS002",
                  "source": "use(\\"\\u00e9\\\\\\")",
                  "occurrence": 1
                }
              ]
            }
            """);
    assertThat(Baseline.parse("known.json", baseline.json())).isEqualTo(baseline);
  }

  @Test
  void longLineIsKeptByItsFirstCharacters() {
    String line = "use(" + "x".repeat(5_000) + ")";
    FindingKey key = new FindingKey("LS002", "a.py", line, 1);
    assertThat(key.source()).isEqualTo(line.substring(0, 2_000));
    assertThat(Baseline.parse("known.json", Baseline.of("known.json", List.of(key)).json()))
        .isEqualTo(Baseline.of("known.json", List.of(key)));
  }

  @Test
  void entryThatIsNotFoundAnyMoreIsStaleIfItWasLookedFor() {
    FindingKey here = new FindingKey("LS002", "a.py", "x", 1);
    FindingKey gone = new FindingKey("LS002", "a.py", "y", 1);
    FindingKey elsewhere = new FindingKey("LS002", "b.py", "y", 1);
    Baseline baseline = Baseline.of("known.json", List.of(here, gone, elsewhere));
    assertThat(baseline.stale(Set.of(here), key -> key.path().equals("a.py")))
        .containsExactly(gone);
  }

  @Test
  void textThatIsNoBaselineIsRefusedWithItsLine() {
    assertThatThrownBy(() -> Baseline.parse("known.json", "{\n  \"schema\": 1,\n}"))
        .isInstanceOfSatisfying(
            RefusalException.class, e -> assertThat(e.refusal().where()).isEqualTo("known.json:3"));
    assertThatThrownBy(() -> Baseline.parse("known.json", "[1]"))
        .isInstanceOf(RefusalException.class);
  }

  private static FindingKey key(String text) {
    return FindingKey.of(List.of(SampleFindings.error("LS002", "t.py", text, "pool"))).get(0);
  }
}
