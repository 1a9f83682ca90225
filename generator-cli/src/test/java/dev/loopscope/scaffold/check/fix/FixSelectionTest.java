package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixSelectionTest {
  private static final SourceText TEXT = SourceText.of("0123456789\n");

  @Test
  void fixesOfDifferentPlacesAreTakenTogether() {
    FixSelection selection =
        FixSelection.of(
            List.of(safe(new Edit("a.py", 5, 6, "x")), safe(new Edit("a.py", 1, 2, "y"))), false);
    assertThat(selection.findings()).hasSize(2);
    assertThat(EditedText.of(TEXT.text(), edits(selection))).isEqualTo("0y234x6789\n");
  }

  @Test
  void ofTwoFixesOfTheSameCharactersTheFirstIsTaken() {
    FixSelection selection =
        FixSelection.of(
            List.of(safe(new Edit("a.py", 1, 4, "x")), safe(new Edit("a.py", 3, 5, "y"))), false);
    assertThat(selection.findings()).hasSize(1);
    assertThat(EditedText.of(TEXT.text(), edits(selection))).isEqualTo("0x456789\n");
  }

  @Test
  void ofTwoInsertionsAtOnePlaceTheFirstIsTaken() {
    FixSelection selection =
        FixSelection.of(
            List.of(safe(new Edit("a.py", 3, 3, "x")), safe(new Edit("a.py", 3, 3, "y"))), false);
    assertThat(EditedText.of(TEXT.text(), edits(selection))).isEqualTo("012x3456789\n");
  }

  @Test
  void lineThatTwoFixesWantIsWrittenOnce() {
    Edit line = new Edit("a.py", 0, 0, "import pytest_asyncio\n");
    FixSelection selection =
        FixSelection.of(
            List.of(
                safe(line, new Edit("a.py", 1, 2, "x")), safe(line, new Edit("a.py", 4, 5, "y"))),
            false);
    assertThat(selection.findings()).hasSize(2);
    assertThat(EditedText.of(TEXT.text(), edits(selection)))
        .isEqualTo("import pytest_asyncio\n0x23y56789\n");
  }

  @Test
  void fixIsTakenWholeOrNotAtAll() {
    FixSelection selection =
        FixSelection.of(
            List.of(
                safe(new Edit("a.py", 1, 4, "x")),
                safe(new Edit("b.py", 1, 4, "x"), new Edit("a.py", 3, 5, "y"))),
            false);
    assertThat(selection.findings()).hasSize(1);
    assertThat(selection.edits()).containsOnlyKeys("a.py");
  }

  @Test
  void unsafeFixIsTakenOnlyWhenAskedFor() {
    List<Finding> findings = List.of(finding(Safety.UNSAFE, new Edit("a.py", 1, 4, "x")));
    assertThat(FixSelection.of(findings, false).isEmpty()).isTrue();
    assertThat(FixSelection.of(findings, true).findings()).hasSize(1);
  }

  @Test
  void lineFeedsBecomeTheLineEndsOfTheFile() {
    Edit edit = new Edit("a.py", 3, 3, "new\n");
    assertThat(EditedText.of("a\r\nb\r\n", List.of(edit))).isEqualTo("a\r\nnew\r\nb\r\n");
    assertThat(EditedText.of("a\r\nb", List.of(edit))).isEqualTo("a\r\nnew\r\nb");
  }

  private static List<Edit> edits(FixSelection selection) {
    return selection.edits().getOrDefault("a.py", List.of());
  }

  private static Finding safe(Edit... edits) {
    return finding(Safety.SAFE, edits);
  }

  private static Finding finding(Safety safety, Edit... edits) {
    Location location = new Location("a.py", TEXT, edits[0].start(), edits[0].end());
    return Finding.of(new AnyHazard(), Severity.ERROR, location, "it breaks", "mend it")
        .with(new Fix(safety, "Mend it", List.of(edits)));
  }

  private record AnyHazard() implements Rule {
    @Override
    public String id() {
      return "LS999";
    }

    @Override
    public String summary() {
      return "Anything.";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Fixes fixes() {
      return Fixes.SAFE_OR_UNSAFE;
    }

    @Override
    public void check(SuiteModel model, Findings findings) {}
  }
}
