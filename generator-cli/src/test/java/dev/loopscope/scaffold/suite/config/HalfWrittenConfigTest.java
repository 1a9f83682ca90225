package dev.loopscope.scaffold.suite.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import dev.loopscope.scaffold.suite.module.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, it is read or an unknown, and what is located is in its text. */
class HalfWrittenConfigTest {
  @TempDir Path base = Path.of("");

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(
            "pyproject.toml",
            """
            # é 🐍
            [project]
            requires-python = ">=3.9"
            dependencies = ["anyio[trio]>=4.4 ; python_version<'3.14'", 'six']
            [tool.poetry.dependencies]
            pytest = {version = "^8", extras = ["a", "b"]} # c
            [tool.pytest.ini_options]
            addopts = ["-ra", "-o", "asyncio_mode=auto", "-p", "no:x"]
            filterwarnings = '''
              error
              ignore:[a-z:Warning'''
            "testpaths" = "tests/[a-z]*"
            """),
        Arguments.of(
            "setup.cfg",
            """
            [options]
            install_requires =
              pytest-asyncio >=0.24,<1
            [options.extras_require]
            test: anyio~=4.4
            [tool:pytest] ; é
            addopts = -o "asyncio_mode=auto" --override-ini='a=b' -W error::a.B
            asyncio_mode = 'auto'
            """),
        Arguments.of(
            "setup.py",
            """
            from setuptools import setup
            more = ["pytest-asyncio>=0.24"]
            setup(install_requires=["six"] + more, extras_require={"t": [*more, "anyio"]})
            """),
        Arguments.of(
            "requirements.txt",
            """
            -r requirements.txt
            -c missing.txt
            pytest-asyncio==0.24 \\
              --hash=sha256:0 # é
            """),
        Arguments.of(
            "uv.lock",
            "version = 1\n[[package]]\nname = \"pytest-asyncio\"\nversion = \"1.3.0\"\n"),
        Arguments.of(
            "environment.yml",
            "dependencies:\n  - pytest-asyncio=0.24=py_0\n  - pip:\n    - anyio\n"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyBeginningOfAFileIsReadOrUnknown(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int end = 0; end <= bytes.length; end++) {
      if (isWithinAWord(bytes, end)) {
        continue;
      }
      Files.write(base.resolve(name), Arrays.copyOf(bytes, end));
      ConfiguredSuite suite = new ConfigReader(base).suites(List.of("tests/test_a.py")).get(0);
      assertThat(suite.config().unreadable()).hasSizeLessThan(2);
      assertThat(locations(suite)).allSatisfy(HalfWrittenConfigTest::isInItsText);
    }
  }

  /** Half a word reads as its beginning does; the first two letters of each are tried. */
  private static boolean isWithinAWord(byte[] bytes, int end) {
    return end > 2
        && end < bytes.length
        && Character.isLetterOrDigit(bytes[end])
        && Character.isLetterOrDigit(bytes[end - 1])
        && Character.isLetterOrDigit(bytes[end - 2])
        && Character.isLetterOrDigit(bytes[end - 3]);
  }

  private static List<Location> locations(ConfiguredSuite suite) {
    Stream<Location> settings =
        suite.config().settings().stream()
            .flatMap(it -> Stream.of(it.location(), it.keyLocation()));
    Stream<Location> statements =
        suite.versions().byDistribution().values().stream().flatMap(it -> it.statedAt().stream());
    Stream<Location> unknowns =
        Stream.concat(suite.config().unreadable().stream(), suite.versions().unreadable().stream())
            .map(UnreadableConfig::location);
    return Stream.of(settings, statements, unknowns).flatMap(it -> it).toList();
  }

  private static void isInItsText(Location location) {
    assertThat(location.start()).isBetween(0, location.end());
    assertThat(location.end()).isLessThanOrEqualTo(location.text().text().length());
  }
}
