package dev.loopscope.scaffold.check.rules.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.Judged;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an {@code event_loop} of the suite's own gives to those that request it. */
class EventLoopFixtureRequestedTest {
  @TempDir private Path directory;

  private Judged suite(String override) {
    return new Judged(directory, new EventLoopFixtureRequested())
        .with("requirements.txt", "pytest-asyncio>=1.3\n")
        .with("pytest.ini", "[pytest]\nasyncio_mode = auto\n")
        .with("conftest.py", "import asyncio\nimport pytest\n\n" + override)
        .with("test_it.py", "async def test_it(event_loop): ...\n");
  }

  @Test
  void newLoopIsNotTheTests() {
    assertThat(
            suite(
                    """
                    @pytest.fixture
                    def event_loop():
                        yield asyncio.new_event_loop()
                    """)
                .findings())
        .containsExactly("test_it.py:1 warning");
  }

  @Test
  void asyncOverrideMayGiveTheRunningLoop() {
    assertThat(
            suite(
                    """
                    @pytest.fixture
                    async def event_loop():
                        yield asyncio.get_running_loop()
                    """)
                .findings())
        .isEmpty();
  }
}
