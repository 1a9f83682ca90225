package dev.loopscope.scaffold.check.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {
  @TempDir Path project = Path.of("");

  @Test
  void everyKeyOfPyprojectIsRead() throws IOException {
    write(
        "pyproject.toml",
        """
        [tool.scaffold.check]
        select = ["LS"]
        ignore = ["LS000"]
        severity = "error"
        exclude = ["tests/legacy"]
        baseline = ".scaffold/known.json"

        [tool.scaffold.check.per-file-ignores]
        "tests/slow/**" = ["LS000"]
        """);
    ProjectSettings settings = settings(project);
    assertThat(settings.directory()).isEqualTo(project);
    assertThat(settings.select()).contains(List.of("LS"));
    assertThat(settings.ignore()).contains(List.of("LS000"));
    assertThat(settings.severity()).contains(Severity.ERROR);
    assertThat(settings.exclude()).contains(List.of("tests/legacy"));
    assertThat(settings.baseline()).contains(".scaffold/known.json");
    assertThat(settings.perFile()).contains(Map.of("tests/slow/**", List.of("LS000")));
  }

  @Test
  void ownFileDecidesKeyByKey() throws IOException {
    write("pyproject.toml", "[tool.scaffold.check]\nseverity = \"error\"\nignore = [\"LS000\"]\n");
    write(".scaffold/check.toml", "severity = \"warning\"\n");
    ProjectSettings settings = settings(project);
    assertThat(settings.severity()).contains(Severity.WARNING);
    assertThat(settings.ignore()).contains(List.of("LS000"));
  }

  @Test
  void nearestDirectoryUpwardsIsTheProject() throws IOException {
    write("pyproject.toml", "[tool.scaffold.check]\nseverity = \"error\"\n");
    write("inner/pyproject.toml", "[tool.other]\nscaffold = 1\n");
    Path tests = Files.createDirectories(project.resolve("inner/tests"));
    assertThat(settings(tests).directory()).isEqualTo(project);
    assertThat(settings(tests).severity()).contains(Severity.ERROR);
  }

  @Test
  void settingsAboveTheRepositoryAreNotRead() throws IOException {
    write("pyproject.toml", "[tool.scaffold.check]\nseverity = \"error\"\n");
    Path repository = Files.createDirectories(project.resolve("repository"));
    Files.createDirectory(repository.resolve(".git"));
    assertThat(settings(repository).severity()).isEmpty();
  }

  @Test
  void misspeltKeyIsRefusedWithItsLine() throws IOException {
    write("pyproject.toml", "[tool.scaffold.check]\n\nselct = [\"LS\"]\n");
    refuses(
        "`selct` is no key of [tool.scaffold.check]",
        "pyproject.toml:3",
        "did you mean `select`? use select, ignore, severity, exclude, baseline or"
            + " per-file-ignores");
  }

  @Test
  void unknownTableIsRefused() throws IOException {
    write("pyproject.toml", "[tool.scaffold.chek]\nselect = [\"LS\"]\n");
    refuses("`chek` is no key of [tool.scaffold]", "pyproject.toml:1", "use check");
  }

  @Test
  void unknownRuleIsRefused() throws IOException {
    write(".scaffold/check.toml", "ignore = [\"E501\"]\n");
    refuses(
        "no rule is called `E501`",
        ".scaffold/check.toml:1",
        "name rules such as LS002, or LS00 for LS001 to LS009");
  }

  @Test
  void valueOfAnotherTypeIsRefused() throws IOException {
    write(".scaffold/check.toml", "# rules\nselect = \"LS\"\n");
    refuses(
        "`select` is no array of strings", ".scaffold/check.toml:2", "write [\"...\", \"...\"]");
  }

  @Test
  void unknownSeverityIsRefused() throws IOException {
    write(".scaffold/check.toml", "severity = \"info\"\n");
    refuses("`info` is no severity", ".scaffold/check.toml:1", "use error or warning");
  }

  @Test
  void brokenFileOfItsOwnIsRefusedWithItsLine() throws IOException {
    write(".scaffold/check.toml", "\nselect = [\n");
    assertThatThrownBy(() -> settings(project))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.refusal().where()).startsWith(".scaffold/check.toml:"));
  }

  private ProjectSettings settings(Path directory) {
    Snapshot snapshot = Snapshot.around(directory, List.of(directory));
    return SettingsFiles.find(directory, new ConfigFiles(project, snapshot));
  }

  private void refuses(String what, String where, String next) {
    assertThatThrownBy(() -> settings(project))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.refusal()).isEqualTo(new Refusal(what, where, next)));
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(project.resolve(path).getParent());
    Files.writeString(project.resolve(path), text);
  }
}
