package dev.loopscope.scaffold.check.rules.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.Judged;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loops that are run by hand, and those that only look so. */
class LoopDrivenByHandTest {
  @TempDir private Path directory;

  private Judged suite(String test) {
    return new Judged(directory, new LoopDrivenByHand())
        .with(
            "test_it.py",
            "import asyncio\nimport pytest\n\nasync def work():\n    pass\n\n" + test);
  }

  @Test
  void innerFunctionOfAnAsyncTestRunsElsewhere() {
    assertThat(
            suite(
                    """
                    @pytest.mark.asyncio
                    async def test_it():
                        def inner():
                            asyncio.run(work())
                        await asyncio.to_thread(inner)
                        await asyncio.to_thread(lambda: asyncio.run(work()))
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void expectedErrorIsNoHazard() {
    assertThat(
            suite(
                    """
                    @pytest.mark.asyncio
                    async def test_it():
                        with pytest.raises(RuntimeError):
                            asyncio.run(work())
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void caughtErrorIsNoHazard() {
    assertThat(
            suite(
                    """
                    @pytest.mark.asyncio
                    async def test_it():
                        try:
                            asyncio.run(work())
                        except RuntimeError:
                            pass
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void patchedFunctionIsNoHazard() {
    assertThat(
            suite(
                    """
                    @pytest.mark.asyncio
                    async def test_it(monkeypatch):
                        monkeypatch.setattr("asyncio.run", print)
                        asyncio.run(work())
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void nestedLoopsAreNoHazardWhereTheyAreMadePossible() {
    assertThat(
            suite(
                    """
                    @pytest.mark.asyncio
                    async def test_it():
                        asyncio.run(work())
                    """)
                .with("conftest.py", "import nest_asyncio\nnest_asyncio.apply()\n")
                .findings())
        .isEmpty();
  }

  @Test
  void codeThatMayBeLeftOutIsAWarning() {
    assertThat(
            suite(
                    """
                    import sys

                    @pytest.mark.asyncio
                    async def test_it():
                        if sys.platform == "win32":
                            asyncio.run(work())
                    """)
                .findings())
        .containsExactly("test_it.py:12 warning");
  }

  @Test
  void loopOfARunningCoroutineIsItsOwn() {
    assertThat(
            suite(
                    """
                    @pytest.mark.asyncio
                    async def test_it():
                        loop = asyncio.get_event_loop()
                        await loop.run_in_executor(None, int)
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void coroutineThatADecoratorRunsHasACurrentLoop() {
    assertThat(
            suite(
                    """
                    import functools

                    def on_a_loop(function):
                        @functools.wraps(function)
                        def run():
                            return asyncio.new_event_loop().run_until_complete(function())
                        return run

                    @pytest.mark.asyncio
                    async def test_before(): ...

                    @on_a_loop
                    async def test_it():
                        await asyncio.get_event_loop().run_in_executor(None, int)
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void syncTestMayRunALoop() {
    assertThat(
            suite(
                    """
                    def test_it():
                        asyncio.run(work())

                    @pytest.mark.asyncio
                    async def test_async():
                        await work()
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void skippedTestIsNotRun() {
    assertThat(
            suite(
                    """
                    @pytest.mark.skip
                    @pytest.mark.asyncio
                    async def test_it():
                        asyncio.run(work())
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void asyncFixtureBeforeASyncOneGivesItALoop() {
    assertThat(
            suite(
                    """
                    import pytest_asyncio

                    @pytest_asyncio.fixture
                    async def server():
                        return 1

                    @pytest.fixture
                    def client(server):
                        return asyncio.get_event_loop()

                    @pytest.mark.asyncio
                    async def test_it(client):
                        pass

                    @pytest.mark.asyncio
                    async def test_again(client):
                        pass
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void syncFixtureOfSyncTestsMayGetALoop() {
    assertThat(
            suite(
                    """
                    @pytest.fixture
                    def loop():
                        return asyncio.new_event_loop()

                    @pytest.fixture
                    def current():
                        return asyncio.get_event_loop()

                    def test_it(loop, current):
                        pass
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void runInASyncFixtureIsFineWithNewVersions() {
    assertThat(
            suite(
                    """
                    @pytest.fixture
                    def table():
                        asyncio.run(work())

                    @pytest.mark.asyncio(loop_scope="session")
                    async def test_it(table):
                        pass

                    @pytest.mark.asyncio(loop_scope="session")
                    async def test_again(table):
                        pass
                    """)
                .with("requirements.txt", "pytest-asyncio>=1.2\n")
                .findings())
        .isEmpty();
  }

  @Test
  void suiteThatSetsItsOwnLoopsIsLeftAlone() {
    assertThat(
            suite(
                    """
                    @pytest.fixture(autouse=True)
                    def current():
                        loop = asyncio.new_event_loop()
                        asyncio.set_event_loop(loop)
                        yield
                        loop.close()

                    @pytest.mark.asyncio
                    async def test_async():
                        pass

                    def test_it():
                        asyncio.get_event_loop().run_until_complete(work())
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void trioTestHasNoLoopToDisturb() {
    assertThat(
            suite(
                    """
                    @pytest.fixture
                    def anyio_backend():
                        return "trio"

                    @pytest.mark.anyio
                    async def test_it():
                        asyncio.run(work())
                    """)
                .findings())
        .isEmpty();
  }
}
