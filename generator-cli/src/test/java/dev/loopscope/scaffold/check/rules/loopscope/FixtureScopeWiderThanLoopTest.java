package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.Judged;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to do about a fixture that outlives its loop. */
class FixtureScopeWiderThanLoopTest {
  private static final String FIXTURE =
      """
      import pytest
      import pytest_asyncio

      @pytest_asyncio.fixture(scope="module", loop_scope="function")
      async def engine():
          return object()

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
}
