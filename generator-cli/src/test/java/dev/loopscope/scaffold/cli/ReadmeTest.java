package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.check.CheckFormat;
import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README and the pages show is what the command prints, takes and writes. */
class ReadmeTest {
  private static final Path README = Documentation.README;

  @Test
  void fitsOnAFewScreens() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void startsWithACloneASuiteItsTestsACheckAndTheProjectsTests() throws IOException {
    String first = String.join("\n", Files.readAllLines(README).subList(0, 40));
    assertThat(first)
        .contains(
            "git clone ",
            "\n./scaffold new ",
            "\nmvn verify\n",
            "\n.venv/bin/pytest\n",
            "\n../scaffold check\n");
  }

  @Test
  void hasEveryFormatOfCheck() throws IOException {
    assertThat(Files.readString(Documentation.page("ci.md")))
        .contains(Stream.of(CheckFormat.values()).map(it -> "| `" + it.word() + "` | ").toList());
  }

  @Test
  void showsWhatCheckPrints(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("tests"));
    Files.writeString(
        directory.resolve("tests/conftest.py"),
        """
        import asyncpg
        import pytest_asyncio


        @pytest_asyncio.fixture(scope="session")
        async def pool():
            async with asyncpg.create_pool("postgresql:///shop") as pool:
                yield pool
        """);
    Files.writeString(
        directory.resolve("tests/test_orders.py"),
        """
        import pytest


        @pytest.mark.asyncio
        async def test_counts_orders(pool):
            assert await pool.fetchval("select count(*) from orders") == 0


        @pytest.mark.asyncio(scope="session")
        async def test_names_orders(pool):
            assert await pool.fetchval("select name from orders") is None
        """);
    Files.writeString(
        directory.resolve("pyproject.toml"),
        """
        [dependency-groups]
        dev = ["pytest>=8.4", "pytest-asyncio>=1.2", "asyncpg"]
        """);
    String printed = Run.in(directory, "check").out();
    String shown = "\n$ ./scaffold check\n" + printed;
    assertThat(Files.readString(README)).contains(shown);
    assertThat(Files.readString(Documentation.page("check-and-repair.md"))).contains(shown);
  }

  @Test
  void keysOfTheConfigurationOfCheckAreTaken(@TempDir Path directory) throws IOException {
    String page = Files.readString(Documentation.page("check-and-repair.md"));
    String toml = Documentation.blocks(page, "toml").get(0);
    Files.writeString(directory.resolve("pyproject.toml"), toml);
    Run run = Run.in(directory, "check", "--baseline", "known.json", "--write-baseline");
    assertThat(run.err()).isEmpty();
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--backends=asyncio --hypothesis",
        "--backends=uvloop",
        "--backends=asyncio --archetype=multibackend",
        "--backends=trio,uvloop"
      })
  void everyPinOfASuiteIsAmongTheVersions(String options, @TempDir Path directory)
      throws IOException {
    assertThat(Run.in(directory, ("new suite " + options).split(" ")).end())
        .isEqualTo(ExitCode.DONE);
    List<String> pins =
        Files.readAllLines(directory.resolve("suite/pyproject.toml")).stream()
            .filter(line -> line.startsWith("    \"") && line.contains(">="))
            .map(line -> "`" + line.substring(5, line.length() - 2) + "`")
            .toList();

    assertThat(pins).hasSizeGreaterThan(1);
    assertThat(Files.readString(Documentation.page("versions.md"))).contains(pins);
  }

  @Test
  void theSecondCommandIsTheOneThatCiRuns() throws IOException {
    assertThat(Files.readString(README))
        .contains("```sh\n./scaffold new demo --backends asyncio,trio\nmvn verify\n```");
    assertThat(Files.readString(Path.of("../.ci/run"))).contains("\nmvn -B -ntp verify\n");
  }
}
