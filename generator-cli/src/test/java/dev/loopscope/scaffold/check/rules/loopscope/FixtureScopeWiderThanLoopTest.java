package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.loopscope.scaffold.check.rules.Judged;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to do about a fixture that outlives its loop. */
class FixtureScopeWiderThanLoopTest {
  private static final String FIXTURE =
      """
      import asyncio
      import pytest
      import pytest_asyncio

      @pytest_asyncio.fixture(scope="module", loop_scope="function")
      async def engine():
          return asyncio.Queue()

      """;

  @TempDir private Path directory;

  private Judged suite(String test) {
    return new Judged(directory, new FixtureScopeWiderThanLoop())
        .with("requirements.txt", "pytest-asyncio>=1.3\n")
        .with("test_it.py", FIXTURE + test);
  }

  @Test
  void testsGoToTheWiderLoopTogetherWithTheirFixture() {
    assertThat(
            suite(
                    """
                    @pytest.mark.asyncio
                    async def test_it(engine): ...
                    """)
                .remedies())
        .containsExactly("set `loop_scope=\"module\"` on `engine`, and run its tests on that loop");
  }

  @Test
  void testsThatAreThereAlreadyAreNotMentioned() {
    assertThat(
            suite(
                    """
                    @pytest.mark.asyncio(loop_scope="module")
                    async def test_it(engine): ...
                    """)
                .remedies())
        .containsExactly("set `loop_scope=\"module\"` on `engine`");
  }

  @Test
  void testsStayWhereTheyAreIfNothingOfItBelongsToTheLoop() {
    Judged suite =
        suite(
            """
            @pytest_asyncio.fixture(scope="module", loop_scope="function")
            async def number():
                queue = asyncio.Queue()
                await queue.put(1)
                return 1

            @pytest.mark.asyncio
            async def test_it(number): ...
            """);
    assertThat(suite.remedies()).element(1).isEqualTo("set `loop_scope=\"module\"` on `number`");
    assertThat(suite.messages().get(1)).endsWith("fails with ScopeMismatch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "return await asyncio.open_connection('localhost', 1)"
            + "|what `asyncio.open_connection` makes, held by its value,",
        "asyncio.create_task(asyncio.sleep(9))|what `asyncio.create_task` makes, which runs on,",
        "held['it'] = asyncio.Queue()|what `asyncio.Queue` makes, held by `held`,",
      })
  void whatStaysBoundIsToldWithWhoHoldsIt(String body, String told) {
    Judged suite =
        new Judged(directory, new FixtureScopeWiderThanLoop())
            .with("requirements.txt", "pytest-asyncio>=1.3\n")
            .with(
                "test_it.py",
                """
                import asyncio, pytest, pytest_asyncio
                held = {}

                @pytest_asyncio.fixture(scope="module", loop_scope="function")
                async def engine():
                    %s

                @pytest.mark.asyncio
                async def test_it(engine): ...
                """
                    .formatted(body));
    assertThat(suite.messages())
        .singleElement(as(STRING))
        .endsWith("with ScopeMismatch; " + told + " belongs to that loop");
  }
}
