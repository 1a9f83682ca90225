package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the templates keep for a test was kept for the session, and fixtures ask for it. */
class NarrowedFixturesTest {
  private static final String STOCK =
      """
      import pytest_asyncio

      from tests.suites import LineServiceSuite
      from tests.support.line_service import LineClient


      @pytest_asyncio.fixture(scope="module", loop_scope="session")
      async def stock(client: LineClient) -> LineClient:
          await client.set("stock", "7")
          return client


      class TestStock(LineServiceSuite):
          async def test_stock_is_there(self, stock: LineClient) -> None:
              assert await stock.get("stock") == "7"
      """;

  @TempDir Path directory;
  private SuiteTree suite;

  @BeforeEach
  void writeSuiteOfTheFirstRelease() {
    suite = SuiteTree.written(directory.resolve("demo"), "0.1.0", Map.of("name", "demo"));
  }

  private Run update(String... options) {
    String[] words = new String[options.length + 1];
    words[0] = "update";
    System.arraycopy(options, 0, words, 1, options.length);
    return Run.in(suite.root(), words);
  }

  private void refuses(String where, String next, String... options) {
    Map<String, String> before = suite.texts();
    Run run = update(options);
    assertThat(run.end()).as(run.out()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("ScopeMismatch", "at: " + where, next);
    assertThat(suite.texts()).isEqualTo(before);
  }

  private void updates(String... options) {
    Run run = update(options);
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void widerFixtureThatAsksForWhatOneTestIsLentTodayStopsIt() {
    suite.write("tests/test_stock.py", STOCK);
    refuses(
        "tests/test_stock.py:8 (`stock`, kept for the module, asks for `client`, of the function"
            + " today)",
        "give each scope=\"function\", or let it ask for `shared_client`");
  }

  @Test
  void sideThatIsTakenOrMarkedChangesNothingAboutThat() {
    suite.write("tests/test_stock.py", STOCK);
    suite.edit("tests/suites.py", "    \"\"\"Tests that talk to", "    \"\"\"Tests that shout at");
    for (String choice : new String[] {"ours", "theirs", "markers"}) {
      refuses("tests/test_stock.py:8 (`stock`, ", "`shared_client`", "--on-conflict", choice);
    }
    updates("--on-conflict", "skip");
  }

  @Test
  void fixtureOfABaseClassIsFoundAsWell() {
    suite.append(
        "tests/suites.py",
        """


        class StockSuite(LineServiceSuite):
            @pytest_asyncio.fixture(scope="class", loop_scope="session", autouse=True)
            @classmethod
            async def stocked(cls, client: LineClient) -> None:
                await client.set("stock", "7")
        """);
    suite.write(
        "tests/test_stock.py",
        """
        from tests.suites import StockSuite


        class TestStock(StockSuite):
            async def test_nothing(self) -> None:
                pass
        """);
    refuses(
        "tests/suites.py:34 (`stocked`, kept for the class, asks for `client`, of the function"
            + " today)",
        "scope=\"function\"");
  }

  @Test
  void fixtureOfTheSameScopeIsUpdated() {
    suite.write("tests/test_stock.py", STOCK.replace("scope=\"module\"", "scope=\"function\""));
    updates();
  }

  @Test
  void fixtureThatAsksForTheSharedOneIsUpdated() {
    suite.write(
        "tests/test_stock.py",
        STOCK.replace("def stock(client: LineClient)", "def stock(shared_client: LineService)"));
    updates();
  }

  @Test
  void ownFixtureOfThatNameIsNoneOfTheTemplates() {
    suite.write(
        "tests/test_stock.py",
        STOCK.replace(
            "@pytest_asyncio.fixture(scope=\"module\"",
            """
            @pytest_asyncio.fixture(scope="module", loop_scope="session")
            async def client() -> object:
                return object()


            @pytest_asyncio.fixture(scope="module\"\
            """));
    updates();
  }

  @Test
  void whatNeverWorkedIsNotHeldAgainstTheUpdate() {
    suite.write(
        "tests/test_stock.py",
        """
        import pytest


        @pytest.fixture(scope="session")
        def stock(tmp_name: str) -> str:
            return tmp_name


        @pytest.fixture(scope="function")
        def tmp_name() -> str:
            return "7"
        """);
    updates();
  }

  /** An answer that makes the loop's scope narrower does the same. */
  @Test
  void fixtureThatIsWiderThanTheNewAnswerStopsIt() {
    updates();
    suite.append(
        "tests/conftest.py",
        """


        @pytest_asyncio.fixture(scope="session", loop_scope="session")
        async def stock(shared_client: LineService) -> LineService:
            return shared_client
        """);
    int line = (int) suite.text("tests/conftest.py").lines().count() - 1;
    refuses(
        "tests/conftest.py:"
            + line
            + " (`stock`, kept for the session, asks for `shared_client`, of the module today)",
        "give each scope=\"module\"",
        "--loop-scope",
        "module");
  }
}
