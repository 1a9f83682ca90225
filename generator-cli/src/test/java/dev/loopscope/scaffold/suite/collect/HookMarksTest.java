package dev.loopscope.scaffold.suite.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pytest_collection_modifyitems} does to marks. */
class HookMarksTest {
  private static final String AUTO = "[pytest]\nasyncio_mode = auto\n";
  private static final String STRICT = "[pytest]\n";
  private static final String TESTS =
      """
      import pytest
      async def test_bare(): ...
      @pytest.mark.asyncio(loop_scope="module")
      async def test_marked(): ...
      def test_sync(): ...
      """;

  @TempDir Path directory;

  private WrittenSuite suite(String ini, String hook) {
    return WrittenSuite.in(directory, "pytest.ini", ini, "conftest.py", hook, "test_a.py", TESTS);
  }

  @Test
  void aMarkPutInFrontWins() {
    WrittenSuite suite =
        suite(
            AUTO,
            """
            import pytest
            from pytest_asyncio import is_async_test
            def pytest_collection_modifyitems(items):
                async_tests = (item for item in items if is_async_test(item))
                session = pytest.mark.asyncio(loop_scope="session")
                for test in async_tests:
                    test.add_marker(session, append=False)
            """);
    assertThat(suite.loopScope("test_bare")).isEqualTo("session");
    assertThat(suite.loopScope("test_marked")).isEqualTo("session");
    assertThat(suite.marks("test_sync")).isEmpty();
  }

  @Test
  void aMarkPutBehindLosesToTheOneOfAutoMode() {
    WrittenSuite suite =
        suite(
            AUTO,
            """
            import pytest
            def pytest_collection_modifyitems(items):
                for item in items:
                    item.add_marker(pytest.mark.asyncio(loop_scope="session"))
            """);
    assertThat(suite.loopScope("test_bare")).isEqualTo("function");
    assertThat(suite.loopScope("test_marked")).isEqualTo("module");
  }

  @Test
  void inStrictModeAMarkThatComesLateMakesNobodyRunTheTest() {
    WrittenSuite suite =
        suite(
            STRICT,
            """
            import inspect
            import pytest
            def pytest_collection_modifyitems(config, items):
                for item in items:
                    if inspect.iscoroutinefunction(item.function):
                        item.add_marker(pytest.mark.asyncio)
            """);
    assertThat(suite.runner("test_bare")).isEqualTo("NONE");
    assertThat(suite.runner("test_marked")).isEqualTo("PYTEST_ASYNCIO");
  }

  @Test
  void otherMarksAreLeftAlone() {
    WrittenSuite suite =
        suite(
            AUTO,
            """
            import pytest
            def pytest_collection_modifyitems(config, items):
                if config.getoption("--fast"):
                    return
                for item in items:
                    if "slow" in item.keywords:
                        item.add_marker(pytest.mark.skip(reason="slow"))
            """);
    assertThat(suite.test("test_bare").unknownMarks()).isEmpty();
    assertThat(suite.loopScope("test_bare")).isEqualTo("function");
  }

  @Test
  void aConditionThatIsNotUnderstoodMakesMarksUnknown() {
    WrittenSuite suite =
        suite(
            AUTO,
            """
            import pytest
            def pytest_collection_modifyitems(items):
                for item in items:
                    if "integration" in str(item.path):
                        item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            """);
    assertThat(suite.loopScope("test_bare")).startsWith("? it is not known which tests");
  }

  @Test
  void marksThatAreNamedByALoopOverOtherNamesAreNoMatter() {
    WrittenSuite suite =
        suite(
            AUTO,
            """
            import pytest
            def pytest_collection_modifyitems(items):
                for item in items:
                    for name in ["django", "flask"]:
                        if name in item.path.parts:
                            item.add_marker(getattr(pytest.mark, name))
            """);
    assertThat(suite.loopScope("test_bare")).isEqualTo("function");
  }

  @Test
  void anyioTakesAMarkThatComesLateSince413() {
    String hook =
        """
        import pytest
        def pytest_collection_modifyitems(items):
            for item in items:
                item.add_marker(pytest.mark.anyio)
        """;
    assertThat(late("anyio==4.13.0", hook).runner("test_bare")).isEqualTo("ANYIO");
    assertThat(late("anyio==4.12.1", hook).runner("test_bare")).isEqualTo("NONE");
  }

  private WrittenSuite late(String pin, String hook) {
    return WrittenSuite.in(
        directory.resolve(pin),
        "pytest.ini",
        STRICT,
        "requirements.txt",
        pin + "\n",
        "conftest.py",
        hook,
        "test_a.py",
        TESTS);
  }
}
