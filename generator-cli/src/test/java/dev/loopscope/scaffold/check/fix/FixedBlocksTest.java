package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of blocks that fixtures hold across their {@code yield}. */
class FixedBlocksTest {
  private static final String FIXTURE =
      """
      @pytest_asyncio.fixture(loop_scope="function")
      async def group(name) -> AsyncIterator[TaskGroup]:
          async with anyio.create_task_group() as group:
              yield group
              group.cancel_scope.cancel()
      """;

  private static FixedExample fixed(String conftest, String test) {
    return FixedExample.of(
        "",
        new PageCase(
            "",
            List.of(
                PageFile.of("pytest.ini", "[pytest]\nasyncio_mode = auto\n"),
                PageFile.of("conftest.py", conftest),
                PageFile.of("test_it.py", test)),
            List.of()));
  }

  private static String conftest(String fixture) {
    return """
    from collections.abc import AsyncIterator
    import anyio
    import pytest
    import pytest_asyncio
    from anyio.abc import TaskGroup

    @pytest.fixture
    def name():
        return "it"

    %s\
    """
        .formatted(fixture);
  }

  @Test
  void eachTestEntersOneOfItsOwn() {
    FixedExample fixed =
        fixed(
            conftest(FIXTURE),
            """
            import anyio

            async def test_starts(group: anyio.abc.TaskGroup):
                \"""Starts.\"""

                if group:
                    group.start_soon(anyio.sleep, 1)

            class TestIt:
                async def test_is_there(self, group):
                    pass
            """);
    assertThat(fixed.left()).isEmpty();
    assertThat(fixed.suite().files().get(1).text())
        .endsWith(
            """
            @pytest.fixture
            def group(name):
                @contextlib.asynccontextmanager
                async def open_group() -> AsyncIterator[TaskGroup]:
                    async with anyio.create_task_group() as group:
                        yield group
                        group.cancel_scope.cancel()

                return open_group
            """);
    assertThat(fixed.suite().files().get(2).text())
        .isEqualTo(
            """
            import anyio

            async def test_starts(group):
                \"""Starts.\"""

                async with group() as group:
                    if group:
                        group.start_soon(anyio.sleep, 1)

            class TestIt:
                async def test_is_there(self, group):
                    async with group():
                        pass
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "async def test_it(group):\n    text = '''a\nb'''\n    group.start_soon(print, text)\n",
        "async def test_it(group): group.start_soon(print)\n",
        "def test_it(group):\n    assert group\n",
        "@pytest.mark.usefixtures('group')\nasync def test_it():\n    pass\n",
        """
        @pytest.fixture
        def other(group):
            return group

        async def test_it(other):
            pass
        """,
      })
  void testsThatCannotBeWrittenDeeperStay(String test) {
    String suite = "import pytest\n\nasync def test_first(group):\n    assert group\n\n" + test;
    FixedExample fixed = fixed(conftest(FIXTURE), suite);
    assertThat(fixed.suite().files().get(1).text()).isEqualTo(conftest(FIXTURE));
    assertThat(fixed.suite().files().get(2).text()).isEqualTo(suite);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"scope=\"module\", loop_scope=\"module\"", "autouse=True", "params=[1, 2]"})
  void fixtureThatIsMoreThanOneForATestStays(String arguments) {
    String conftest = conftest(FIXTURE.replace("loop_scope=\"function\"", arguments));
    String suite = "async def test_first(group):\n    assert group\n";
    assertThat(fixed(conftest, suite).suite().files().get(2).text()).isEqualTo(suite);
  }
}
