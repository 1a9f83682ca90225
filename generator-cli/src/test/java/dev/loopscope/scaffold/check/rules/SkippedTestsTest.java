package dev.loopscope.scaffold.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No rule takes a test that is skipped in every run for one that fails. */
class SkippedTestsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "LS001 | 1.3 | async def test_it(narrow): await narrow.get()",
        "LS002 | 1.3 | async def test_it(process): await process.wait()",
        "LS012 | 1.0 | async def test_it(event_loop): await asyncio.sleep(0)",
        "LS023 | 1.3 | async def test_it(plain): await plain.get()",
        "LS024 | 1.3 | async def test_it(group): group.start_soon(print)",
        "LS025 | 1.3 | async def test_it(): asyncio.run(work())",
      })
  void everyRuleLeavesThemAlone(String rule, String version, String test) {
    assertThat(errors(version, "", test)).contains(rule);
    assertThat(errors(version, "@pytest.mark.skip\n", test)).doesNotContain(rule);
    assertThat(errors(version, "@pytest.mark.skipif(True, reason='never')\n", test))
        .doesNotContain(rule);
    assertThat(errors(version, "@pytest.mark.usefixtures('skips')\n", test)).doesNotContain(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LS013 | @pytest.fixture\\ndef event_loop_policy(): return asyncio.DefaultEventLoopPolicy()"
            + "\\n@pytest.mark.asyncio\\nasync def test_it(): ...",
        "LS022 | class TestIt(unittest.TestCase):\\n    async def setUp(self): ..."
            + "\\n    async def test_it(self): ...",
        "LS040 | @pytest.fixture(params=['asyncio', 'trio'])\\n"
            + "def anyio_backend(): return 'asyncio'\\n"
            + "@pytest.mark.anyio\\n"
            + "async def test_it(anyio_backend): ...",
      })
  void whatOnlySkippedTestsUseBreaksNothing(String rule, String module) {
    String text = "import unittest\n" + module.replace("\\n", "\n") + "\n";
    assertThat(errors("1.5", text)).contains(rule);
    assertThat(errors("1.5", text + "\npytestmark = pytest.mark.skip\n")).doesNotContain(rule);
  }

  @Test
  void whatATestWouldReadBehindASkipIsNotMissed() {
    String module =
        """
        class TestIt:
            @pytest.fixture(autouse=True, scope="class")
            def filled(self):
                self.pool = 1

            @pytest.mark.asyncio
            async def test_it(self):
                %sassert self.pool
        """;
    assertThat(errors("1.5", module.formatted(""))).contains("LS018");
    assertThat(errors("1.5", module.formatted("pytest.skip('not now')\n        ")))
        .doesNotContain("LS018");
    assertThat(errors("1.5", module.formatted("if False: "))).doesNotContain("LS018");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'it' in __name__ | false",
        "'other' not in __name__ | false",
        "True | false",
        "'other' in __name__ | true",
        "'it' not in __name__ | true",
        "sys.platform == 'win32' | true",
        "not a condition | true",
      })
  void textIsEvaluatedInTheModuleOfTheTest(String condition, boolean run) {
    String skipped = "@pytest.mark.skipif(\"" + condition + "\", reason='other module')\n";
    assertThat(errors("1.0", skipped, "async def test_it(event_loop): await asyncio.sleep(0)"))
        .isEqualTo(run ? Set.of("LS012") : Set.of());
  }

  @ParameterizedTest
  @CsvSource({"LS009, foo='x'", "LS010, loop_scope='bogus'"})
  void marksThatStopTheCollectionDoSoForSkippedTests(String rule, String arguments) {
    String test = "@pytest.mark.asyncio(" + arguments + ")\nasync def test_it(): ...\n";
    assertThat(errors("1.3", "@pytest.mark.skip\n", test)).contains(rule);
  }

  private Set<String> errors(String version, String decorator, String test) {
    return errors(
        version,
        """
        import anyio

        @pytest.fixture
        def skips():
            pytest.skip("never")

        @pytest_asyncio.fixture(scope="session", loop_scope="function")
        async def narrow():
            yield asyncio.Queue()

        @pytest_asyncio.fixture(scope="session", loop_scope="session")
        async def process():
            yield await asyncio.create_subprocess_exec("cat")

        @pytest.fixture
        async def plain():
            yield asyncio.Queue()

        @pytest_asyncio.fixture
        async def group():
            async with anyio.create_task_group() as group:
                yield group

        async def work(): ...

        """
            + decorator
            + (test.contains("@") ? "" : "@pytest.mark.asyncio\n")
            + test
            + "\n");
  }

  private Set<String> errors(String version, String module) {
    List<Finding> findings =
        new JudgedSuite(directory)
            .on("==" + version + ".*", "filterwarnings = error")
            .test(module)
            .findings();
    Set<String> rules = new TreeSet<>();
    findings.stream()
        .filter(it -> it.severity().word().equals("error"))
        .forEach(it -> rules.add(it.rule().id()));
    return rules;
  }
}
