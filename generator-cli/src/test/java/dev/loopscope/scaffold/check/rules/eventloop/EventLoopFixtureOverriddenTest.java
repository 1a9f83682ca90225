package dev.loopscope.scaffold.check.rules.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.Judged;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes the place of an override depends on what it does and on what lives on its loop. */
class EventLoopFixtureOverriddenTest {
  private static final String TEST =
      """
      import pytest

      @pytest.mark.asyncio
      async def test_it(): ...
      """;
  private static final String PLAIN =
      """
      import asyncio
      import pytest

      @pytest.fixture(scope="session")
      def event_loop():
          loop = asyncio.new_event_loop()
          yield loop
          loop.close()
      """;

  @TempDir private Path directory;

  private Judged suite(String requirement, String conftest, String test) {
    return new Judged(directory, new EventLoopFixtureOverridden())
        .with("requirements.txt", requirement + "\n")
        .with("conftest.py", conftest)
        .with("test_it.py", test);
  }

  private Judged doing(String statement) {
    return suite(
        "pytest-asyncio>=1.0",
        PLAIN.replace("    loop.close()", "    " + statement + "\n    loop.close()"),
        TEST);
  }

  @Test
  void withoutWideFixturesNothingTakesItsPlace() {
    Judged suite = suite("pytest-asyncio>=1.0", PLAIN, TEST);
    assertThat(suite.remedies())
        .containsExactly(
            "delete it: no async fixture is wider than a test, so no two need to share a loop");
    assertThat(suite.fixes()).containsExactly("delete it");
  }

  @Test
  void withWideFixturesTheLoopScopeBecomesTheirs() {
    String pool =
        """

        import pytest_asyncio

        @pytest_asyncio.fixture(scope="module")
        async def jobs():
            return asyncio.Queue()
        """;
    assertThat(
            suite("pytest-asyncio>=1.0", PLAIN + pool, TEST.replace("test_it()", "test_it(jobs)"))
                .remedies())
        .containsExactly(
            "delete it, and set both `asyncio_default_fixture_loop_scope` and"
                + " `asyncio_default_test_loop_scope` to `module`, the scope of `jobs`");
  }

  @Test
  void cancellationOfTasksIsNamedAndNotDeleted() {
    Judged suite = doing("[task.cancel() for task in asyncio.all_tasks(loop)]");
    assertThat(suite.messages())
        .singleElement()
        .asString()
        .contains("cancels the tasks that are left");
    assertThat(suite.fixes()).isEmpty();
  }

  @Test
  void drainingOfGeneratorsIsNamedAndNotDeleted() {
    Judged suite = doing("loop.run_until_complete(loop.shutdown_asyncgens())");
    assertThat(suite.messages())
        .singleElement()
        .asString()
        .contains("closes the async generators that are left");
    assertThat(suite.fixes()).isEmpty();
  }

  @Test
  void policyIsNamedAndNotDeleted() {
    Judged suite = doing("asyncio.set_event_loop_policy(None)");
    assertThat(suite.messages()).singleElement().asString().contains("sets an event loop policy");
    assertThat(suite.fixes()).isEmpty();
  }

  @Test
  void overrideThatATestRequestsIsNotDeleted() {
    assertThat(
            suite("pytest-asyncio>=1.0", PLAIN, TEST.replace("test_it()", "test_it(event_loop)"))
                .remedies())
        .containsExactly(
            "first take `event_loop` out of what `test_it` requests, then delete the override,"
                + " and give all that shared its loop one loop scope, `session`");
  }

  @Test
  void lostDebugModeMakesNoTestFail() {
    assertThat(doing("loop.set_debug(True)").findings()).containsExactly("conftest.py:5 warning");
    assertThat(doing("loop.set_debug(True)").messages())
        .containsExactly(
            "pytest-asyncio ignores this override, and each test runs on the loop that its own loop"
                + " scope gives it; lost is that it sets the loop's debug mode");
    assertThat(doing("loop.set_task_factory(None)").findings())
        .containsExactly("conftest.py:5 error");
  }

  @Test
  void versionsThatDocumentTheOverrideAreLeftAlone() {
    assertThat(suite("pytest-asyncio==0.21.2", PLAIN, TEST).findings()).isEmpty();
  }
}
