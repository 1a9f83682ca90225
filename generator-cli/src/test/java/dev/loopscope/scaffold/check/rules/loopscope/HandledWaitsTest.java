package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that wait for a session of another loop, with handlers around the wait. */
class HandledWaitsTest {
  @TempDir private Path directory;

  private List<String> found(String block) {
    return new JudgedSuite(directory)
        .on(">=1.3")
        .test(
            """
            import aiohttp, contextlib
            @pytest_asyncio.fixture(scope="session", loop_scope="session")
            async def session():
                async with aiohttp.ClientSession() as it:
                    yield it

            @pytest.mark.asyncio
            async def test_fetches(session):
                %s
            """
                .formatted(block.replace("\n", "\n    ")))
        .places("LS002");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "try:\n    await session.get('/')\nexcept KeyError:\n    pass",
        "try:\n    await session.get('/')\nexcept (IndexError, KeyError):\n    raise",
        "try:\n    await session.get('/')\nexcept asyncio.CancelledError:\n    raise",
        "with contextlib.suppress(KeyError):\n    await session.get('/')",
        "with contextlib.suppress():\n    await session.get('/')"
      })
  void handlersThatDoNotTakeTheErrorLeaveItOne(String block) {
    assertThat(found(block)).containsExactly("test_it.py:11 error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "try:\n    await session.get('/')\nexcept Exception:\n    pass",
        "try:\n    await session.get('/')\nexcept RuntimeError:\n    pass",
        "try:\n    await session.get('/')\nexcept:\n    pass",
        "try:\n    await session.get('/')\nexcept (KeyError, session.Error):\n    pass",
        "with contextlib.suppress(KeyError, RuntimeError):\n    await session.get('/')",
        "with contextlib.suppress(*errors):\n    await session.get('/')",
        "with pytest.raises(KeyError):\n    await session.get('/')"
      })
  void whatMayTakeTheErrorIsNoError(String block) {
    assertThat(found(block)).noneMatch(it -> it.endsWith(" error"));
  }
}
