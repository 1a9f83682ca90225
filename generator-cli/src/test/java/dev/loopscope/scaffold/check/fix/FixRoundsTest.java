package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.FindingKey;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixRoundsTest {
  /** One whose fixes are safe. */
  private static final Rule RULE =
      RuleSet.all().stream().filter(it -> it.id().equals("LS023")).findFirst().orElseThrow();

  @TempDir Path directory;

  @Test
  void fixesThatTakeEachOtherBackEndAndTheLastOneIsTold() throws Exception {
    Files.writeString(directory.resolve("pytest.ini"), "a");

    FixedSuites fixed =
        FixRounds.run(
            new ConfigFiles(directory, Snapshot.of(List.of(directory))),
            files -> text(files).equals("a") ? wants("a", "b") : wants("b", "a"),
            false);

    assertThat(fixed.left().findings()).hasSize(1);
    assertThat(Files.readString(directory.resolve("pytest.ini"))).isEqualTo("a");
  }

  @Test
  void fixesGoOnWhileEachChangesTheText() throws Exception {
    Files.writeString(directory.resolve("pytest.ini"), "a");

    FixedSuites fixed =
        FixRounds.run(
            new ConfigFiles(directory, Snapshot.of(List.of(directory))),
            files ->
                switch (text(files)) {
                  case "a" -> wants("a", "b");
                  case "b" -> wants("b", "c");
                  default -> outcome(List.of());
                },
            false);

    assertThat(fixed.left().findings()).isEmpty();
    assertThat(fixed.after().get("pytest.ini")).extracting(SourceText::text).isEqualTo("c");
  }

  private String text(ConfigFiles files) {
    return files.file(directory.resolve("pytest.ini")).orElseThrow().text().text();
  }

  private static Outcome wants(String now, String then) {
    Location place = new Location("pytest.ini", SourceText.of(now), 0, 1);
    return outcome(
        List.of(
            Finding.of(RULE, Severity.ERROR, place, "it is " + now, "mend it")
                .with(
                    new Fix(Safety.SAFE, "mend it", List.of(new Edit("pytest.ini", 0, 1, then))))));
  }

  private static Outcome outcome(List<Finding> findings) {
    return new Outcome(1, 1, findings, FindingKey.of(findings), 0, 0, List.of(), List.of());
  }
}
