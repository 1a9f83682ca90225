package dev.loopscope.scaffold.suite.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import dev.loopscope.scaffold.suite.config.version.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  @TempDir Path base = Path.of("");

  @Test
  void nearestConfigurationOwnsAFile() throws IOException {
    write("pytest.ini", "[pytest]\n");
    write("packages/a/pytest.ini", "[pytest]\n");
    assertThat(owners("tests/test_a.py", "packages/a/tests/test_b.py"))
        .containsExactly("pytest.ini", "packages/a/pytest.ini");
  }

  @Test
  void configurationWhoseTestpathsNameAFileOwnsIt() throws IOException {
    write("pytest.ini", "[pytest]\ntestpaths = tests packages/*/tests\n");
    write("packages/a/pytest.ini", "[pytest]\n");
    assertThat(owners("packages/a/tests/test_b.py", "packages/a/other/test_c.py"))
        .containsExactly("pytest.ini", "packages/a/pytest.ini");
  }

  @Test
  void invalidTomlIsAnUnknownWithItsPlace() throws IOException {
    write("pyproject.toml", "[tool.pytest.ini_options]\nasyncio_mode = = 'auto'\n");
    PytestConfig config = config();
    assertThat(config.asyncioMode(Version.of("1.3")).isKnown()).isFalse();
    assertThat(config.unreadable())
        .singleElement()
        .satisfies(it -> assertThat(it.location().line()).isEqualTo(2));
  }

  @Test
  void bytesThatAreNoTextAreAnUnknown() throws IOException {
    Files.write(
        base.resolve("pytest.ini"), "[pytest]\nx = é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(config().unreadable())
        .extracting(UnreadableConfig::why)
        .containsExactly("it is not UTF-8");
  }

  @Test
  void bothTablesAtOnceAreAnUnknown() throws IOException {
    write("pyproject.toml", "[tool.pytest]\na = 'b'\n[tool.pytest.ini_options]\nc = 'd'\n");
    assertThat(config().unreadable()).hasSize(1);
  }

  @Test
  void lastMatchingFilterDecidesWhatIsAnError() throws IOException {
    write(
        "pytest.ini",
        """
        [pytest]
        addopts = -W "ignore:The configuration option"
        filterwarnings =
            ignore
            error::pytest.PytestWarning
        """);
    WarningFilters filters = config().warningFilters();
    assertThat(filters.makesError("PytestDeprecationWarning", "Some other")).isTrue();
    assertThat(filters.makesError("PytestDeprecationWarning", "The configuration option"))
        .isFalse();
    assertThat(filters.makesError("DeprecationWarning", "Some other")).isFalse();
  }

  @Test
  void pluginsOfAddoptsAreKnown() throws IOException {
    write("pytest.ini", "[pytest]\naddopts = -p no:anyio -pno:cacheprovider -p our.plugin\n");
    assertThat(config().blocks("anyio")).isTrue();
    assertThat(config().commandLine().blocked()).containsExactly("anyio", "cacheprovider");
    assertThat(config().commandLine().loaded()).containsExactly("our.plugin");
  }

  @Test
  void unknownModeIsUnknown() throws IOException {
    write("pytest.ini", "[pytest]\nasyncio_mode = \"auto\"\n");
    assertThat(config().asyncioMode(Version.of("1.3")).isKnown()).isFalse();
  }

  private PytestConfig config() {
    return new ConfigReader(base).suites(List.of("tests/test_a.py")).get(0).config();
  }

  private List<String> owners(String... files) {
    return new ConfigReader(base)
        .suites(List.of(files)).stream()
            .map(it -> it.config().file().map(ConfigFile::path).orElse("none"))
            .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
