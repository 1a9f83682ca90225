package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cause is one finding. */
class JoinedFindingsTest {
  private static final String MODULE =
      """
      import pytest


      @pytest.mark.asyncio
      async def test_reads(echo):
          assert await echo.stdout.readline()
      """;

  @TempDir Path directory = Path.of("");

  private JudgedSuite suite = new JudgedSuite(directory);

  @BeforeEach
  void writeThreeModulesThatUseOneFixture() {
    suite =
        new JudgedSuite(directory)
            .on(">=1.3", "asyncio_mode = strict")
            .with("conftest.py", conftest("scope=\"session\", loop_scope=\"session\"", ""))
            .with("test_a.py", MODULE)
            .with("test_b.py", MODULE)
            .with("test_c.py", MODULE);
  }

  private static String conftest(String arguments, String comment) {
    return """
    import asyncio

    import pytest_asyncio


    @pytest_asyncio.fixture(ARGUMENTS)
    async def echo():COMMENT
        yield await asyncio.create_subprocess_exec("cat", stdout=asyncio.subprocess.PIPE)
    """
        .replace("ARGUMENTS", arguments)
        .replace("COMMENT", comment);
  }

  @Test
  void fixtureThatSeveralModulesUseIsOneFinding() {
    assertThat(told()).containsExactly("conftest.py:7 error LS002 in 3");
    assertThat(suite.findings().get(0).uses())
        .extracting(it -> it.location().path() + ":" + it.location().line())
        .containsExactly("test_a.py:5", "test_b.py:5", "test_c.py:5");
    assertThat(suite.findings().get(0).message()).endsWith("; so it is in 2 more places");
  }

  @Test
  void oneUseStaysWhereItIsAndNamesItsCause() {
    suite.with("test_b.py", "").with("test_c.py", "");
    assertThat(told()).containsExactly("test_a.py:5 error LS002 in 0");
    Finding only = suite.findings().get(0);
    assertThat(only.cause().orElseThrow().place().path()).isEqualTo("conftest.py");
  }

  @Test
  void lineOfConfigurationTakesInWhatItCauses() {
    suite
        .on(">=1.3", "asyncio_default_fixture_loop_scope = session")
        .with("conftest.py", conftest("scope=\"session\"", ""));
    assertThat(told()).containsExactly("pytest.ini:2 error LS005 in 3");
  }

  @Test
  void commentAtTheCauseIgnoresItAll() {
    suite.with(
        "conftest.py",
        conftest(
            "scope=\"session\", loop_scope=\"session\"",
            "  # scaffold: ignore[LS002] a server of the tests, told to stay"));
    assertThat(told()).isEmpty();
  }

  @Test
  void commentAtOneUseIgnoresThatOne() {
    suite.with(
        "test_b.py", MODULE.replace("(echo):", "(echo):  # scaffold: ignore[LS002] shown to fail"));
    assertThat(told()).containsExactly("conftest.py:7 error LS002 in 2");
  }

  private static final String TWO_THAT_CONNECT =
      """
      import pytest

      from link import connect


      @pytest.fixture
      async def first():
          return await connect()


      @pytest.fixture
      async def second():
          return await connect()


      @pytest.mark.anyio
      async def test_first(first):
          assert first


      @pytest.mark.anyio
      async def test_second(second):
          assert second
      """;

  @Test
  void functionThatFailsForSeveralIsOneFindingWithOneFix() {
    suite =
        new JudgedSuite(directory)
            .with("requirements.txt", "anyio[trio]\npytest\n")
            .with("pytest.ini", "[pytest]\n")
            .with("conftest.py", "")
            .with(
                "link.py",
                """
                import asyncio


                async def connect():
                    return await asyncio.open_connection("127.0.0.1", 1)
                """)
            .with("test_a.py", TWO_THAT_CONNECT)
            .with("test_b.py", "")
            .with("test_c.py", "");

    assertThat(told()).containsExactly("link.py:5 error LS036 in 2");
    Finding only = suite.findings().get(0);
    assertThat(only.message()).endsWith("; so it is in 1 more place");
    assertThat(only.fix().orElseThrow().edits()).hasSize(2);
  }

  private List<String> told() {
    return suite.findings().stream()
        .map(
            it ->
                it.location().path()
                    + ":"
                    + it.location().line()
                    + " "
                    + it.severity().word()
                    + " "
                    + it.rule().id()
                    + " in "
                    + it.uses().size())
        .toList();
  }
}
