package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.Judged;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many tests one finding tells of, and what it follows. */
class TestLoopDiffersFromFixtureLoopTest {
  @TempDir private Path directory;

  @Test
  void testsOfSeveralClassesAreCountedAsThoseOfTheirModule() {
    assertThat(
            new Judged(directory, new TestLoopDiffersFromFixtureLoop())
                .with("requirements.txt", "pytest-asyncio>=1.3\n")
                .with(
                    "test_it.py",
                    """
                    import pytest
                    import pytest_asyncio
                    from somewhere import connect

                    pytestmark = pytest.mark.asyncio

                    @pytest_asyncio.fixture(loop_scope="session")
                    async def client():
                        return await connect()

                    class TestLogin:
                        async def test_in(self, client): ...

                    class TestLogout:
                        async def test_out(self, client): ...
                    """)
                .messages())
        .singleElement()
        .asString()
        .startsWith("`test_in` and 1 other test of this module run on the `function` loop");
  }

  @Test
  void functionInsideMayFillAVariableOfTheFixtureAround() {
    assertThat(
            new Judged(directory, new TestLoopDiffersFromFixtureLoop())
                .with("requirements.txt", "pytest-asyncio>=1.3\n")
                .with(
                    "test_it.py",
                    """
                    import asyncpg
                    import pytest
                    import pytest_asyncio

                    @pytest_asyncio.fixture(loop_scope="session")
                    async def client():
                        held = None

                        async def fill():
                            nonlocal held
                            held = await asyncpg.connect()

                        await fill()
                        return held

                    @pytest.mark.asyncio
                    async def test_in(client):
                        await client.fetch("select 1")
                    """)
                .messages())
        .singleElement()
        .asString()
        .contains("`client`");
  }
}
