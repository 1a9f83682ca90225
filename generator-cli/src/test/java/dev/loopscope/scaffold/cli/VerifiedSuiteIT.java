package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scaffold new --verify}, with a real Python and what it installs. */
class VerifiedSuiteIT {
  @TempDir Path directory = Path.of("");

  @Test
  void suiteIsInstalledAndItsTestsAreRun() {
    Run run = Run.in(directory, "new", "demo", "--verify");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith("Wrote ").containsPattern("\npytest: \\d+ passed.* in ");
    assertThat(directory.resolve("demo/.venv/bin/pytest")).exists();
  }

  @Test
  void whatFailsIsShownAndTheSuiteStays() {
    Run run = Run.in(directory, "new", "demo", "--verify", "--python", "3.15");
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err())
        .contains(
            "requires a different Python",
            "scaffold: the suite is written, and installing failed\n")
        .contains("    next: mend what is said above");
    assertThat(directory.resolve("demo/pyproject.toml")).exists();
  }

  @Test
  void whatFailsIsToldToProgramsByTheExitCode() {
    Run run = Run.in(directory, "new", "demo", "--verify", "--python", "3.15", "--json");
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).startsWith("{\n").endsWith("}\n").doesNotContain("different Python");
    assertThat(run.err()).contains("scaffold: the suite is written, and installing failed\n");
  }

  @Test
  void aPlanIsNotRun() {
    Run run = Run.in(directory, "new", "demo", "--verify", "--dry-run");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(directory).isEmptyDirectory();
  }
}
