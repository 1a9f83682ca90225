package dev.loopscope.scaffold.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals, given what Maven gives them. */
class ScaffoldMojoTest {
  private static final String UNUSED = "def test_a():  # scaffold: ignore\n    pass\n";

  @TempDir Path module = Path.of("");

  private final KeptLog log = new KeptLog();

  private void run(String goal, Map<String, ?> parameters) throws Exception {
    Map<String, Object> all = new HashMap<>();
    all.put("lint", null);
    all.put("goal", goal);
    all.put("basedir", module.toString());
    all.putAll(parameters);
    ScaffoldMojo mojo = new ScaffoldMojo();
    mojo.setLog(log);
    mojo.setComponentConfiguration(all);
    mojo.execute();
  }

  private void write(String path, String text) throws IOException {
    Path file = module.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  @Test
  void newWritesASuiteBelowTheDirectoryOfTheModule() throws Exception {
    run("new", Map.of("directory", "demo", "backends", "asyncio,trio", "hypothesis", "true"));
    assertThat(module.resolve("demo/.scaffold/answers.toml"))
        .content()
        .contains("\"asyncio\",\n    \"trio\"", "hypothesis = true");
    assertThat(log.lines()).contains("INFO Wrote 17 files to demo/", "INFO next:");
  }

  @Test
  void refusalFailsTheGoalSaysWhatFirstAndWhatItsWordsAreHere() {
    assertThatThrownBy(() -> run("new", Map.of("backends", "curio")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            """
            DIRECTORY is missing
                  at: scaffold new
                next: `scaffold new --help` lists what it takes
                here: DIRECTORY is -Dscaffold.directory=VALUE\
            """);
    assertThatThrownBy(() -> run("new", Map.of("directory", "demo", "backends", "asynci")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("`asynci` is no backend")
        .hasMessageContaining("here: --backends is -Dscaffold.backends=VALUE");
    assertThat(module).isEmptyDirectory();
  }

  @Test
  void findingsFailTheBuildByTheReportsFirstLineAndAreErrorsOfTheLog() throws Exception {
    write("tests/test_a.py", UNUSED);
    assertThatThrownBy(() -> run("check", Map.of()))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("Checked 1 file in 1 suite: 1 warning");
    assertThat(log.lines())
        .contains("ERROR tests/test_a.py:1:16: warning LS000 UnusedIgnore")
        .noneMatch(line -> line.startsWith("INFO"));
  }

  @Test
  void whatIsCleanTakesTwoLines() throws Exception {
    write("tests/test_a.py", "def test_a():\n    pass\n");
    run("check", Map.of("severity", "error", "fix", "false"));
    assertThat(log.lines())
        .containsExactly(
            "INFO Checked 1 file in 1 suite: nothing found",
            "INFO with pytest-asyncio 1.5.0 (the newest), pytest 9.2.0 (the newest)");
  }

  @Test
  void filesOfModulesAreLeftToThemAndWhatTheConfigurationLeavesOutStaysOut() throws Exception {
    write("pyproject.toml", "[tool.scaffold.check]\nexclude = [\"old\"]\n");
    write("shop/tests/test_a.py", UNUSED);
    write("pom-of/tests/test_b.py", UNUSED);
    write("old/test_c.py", UNUSED);
    List<String> modules = List.of("shop", "pom-of/special-pom.xml", "../beside");
    run("check", Map.of("modules", modules));
    assertThat(log.lines()).first().isEqualTo("INFO Checked 1 file in 1 suite: nothing found");
    assertThatThrownBy(() -> run("check", Map.of("modules", modules, "paths", "shop,old")))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageEndingWith("1 warning");
  }

  @Test
  void reportGoesToAFileWhereOneIsNamed() throws Exception {
    write("tests/test_a.py", UNUSED);
    assertThatThrownBy(
            () -> run("check", Map.of("format", "sarif", "output", "target/reports/check.sarif")))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("scaffold check found something");
    assertThat(module.resolve("target/reports/check.sarif"))
        .content()
        .startsWith("{")
        .contains("LS000");
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void moduleWithoutASuiteIsPassedByWhenAllAreUpdated() throws Exception {
    run("update", Map.of());
    assertThat(log.lines())
        .containsExactly("INFO nothing to update: " + module + " is no suite of scaffold's");
    assertThatThrownBy(() -> run("update", Map.of("directory", ".")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("no suite that scaffold wrote is here");
  }

  @Test
  void updateTellsWhatIsPending() throws Exception {
    run("new", Map.of("directory", "."));
    assertThatThrownBy(() -> run("update", Map.of("check", "true", "lint", "true")))
        .isInstanceOf(MojoFailureException.class);
    run("update", Map.of("check", "true"));
  }

  @Test
  void addPutsASuiteIntoAProject() throws Exception {
    write("pyproject.toml", "[project]\nname = \"shop\"\nversion = \"1\"\n");
    write("tests/test_a.py", "def test_a():\n    pass\n");
    run("add", Map.of("yes", "true", "name", "broker-suite"));
    assertThat(module.resolve("tests/broker_suite/conftest.py")).exists();
  }

  @Test
  void flagIsTrueOrFalse() {
    assertThatThrownBy(() -> run("check", Map.of("fix", "yes")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("`yes` is neither true nor false\n      at: -Dscaffold.fix=yes");
  }

  @Test
  void skippedGoalDoesNothing() throws Exception {
    write("tests/test_a.py", UNUSED);
    run("check", Map.of("skip", "true"));
    assertThat(log.lines()).containsExactly("INFO skipped");
  }
}
