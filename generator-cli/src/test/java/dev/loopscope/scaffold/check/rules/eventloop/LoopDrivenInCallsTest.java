package dev.loopscope.scaffold.check.rules.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An async test that calls a function of the project which runs a loop by hand. */
class LoopDrivenInCallsTest {
  @TempDir private Path directory;

  private JudgedSuite suite(String app, String test) {
    return new JudgedSuite(directory)
        .on(">=1.3", "asyncio_mode = auto")
        .with("app.py", "import asyncio, functools\nasync def work(*n): return n\n" + app)
        .test("import app\n" + test);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def run():\n    return asyncio.run(work())\n",
        "def inner():\n    return asyncio.run(work())\ndef run():\n    return inner()\n",
        "class Runs:\n    def __init__(self):\n        asyncio.run(work())\nrun = Runs\n",
        "from asyncio import run as go\ndef run():\n    return go(work())\n",
        "from asyncio import (\n    run as go)\ndef run():\n    return go(work())\n",
        "import asyncio as aio\ndef run():\n    return aio.run (work())\n",
        "import anyio\ndef run():\n    return anyio.run(work)\n",
      })
  void functionThatRunsALoopFailsOnOne(String app) {
    assertThat(suite(app, "async def test_it():\n    assert app.run()\n").places("LS025"))
        .containsExactly("test_it.py:6 error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def run(go=False):\n    if go:\n        return asyncio.run(work())\n",
        """
        def run():
            try:
                return asyncio.run(work())
            except RuntimeError:
                return None
        """,
        "def run():\n    return lambda: asyncio.run(work())\n",
        "def run(known=1):\n    return known or asyncio.run(work())\n",
        "def run(go=False):\n    return asyncio.run(work()) if go else None\n",
        "def run():\n    return (asyncio.run(work()) for _ in range(3))\n",
        "async def run():\n    return await work()\n",
      })
  void functionThatMayRunNoLoopIsFine(String app) {
    assertThat(suite(app, "async def test_it():\n    assert app.run()\n").places("LS025"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "async def test_it():\n    assert await asyncio.to_thread(app.run)\n",
        "def test_it():\n    assert app.run()\n",
        "async def test_it():\n    with pytest.raises(RuntimeError):\n        app.run()\n",
        """
        async def test_it(monkeypatch):
            monkeypatch.setattr('app.asyncio.run', print)
            app.run()
        """,
        "async def test_it():\n    app.run = print\n    app.run()\n",
      })
  void testThatCallsItWhereNoLoopRunsIsFine(String test) {
    String app = "def run():\n    return asyncio.run(work())\n";
    assertThat(suite(app, test).places("LS025")).isEmpty();
  }

  @Test
  void functionThatAFixtureReplacesIsFine() {
    String app = "def run():\n    return asyncio.run(work())\n";
    assertThat(
            suite(app, "async def test_it(quiet):\n    app.run()\n")
                .with(
                    "conftest.py",
                    """
                    import pytest
                    @pytest.fixture
                    def quiet(monkeypatch):
                        monkeypatch.setattr("app.asyncio.run", print)
                    """)
                .places("LS025"))
        .isEmpty();
  }

  @Test
  void callInBracketsIsLeftToTheReader() {
    String app = "def run(*n):\n    return asyncio.run(work(*n))\n";
    assertThat(suite(app, "async def test_it():\n    (app.run)(1)\n").findings())
        .singleElement()
        .satisfies(it -> assertThat(it.fix()).isEmpty());
  }

  @Test
  void fixCallsItInAThread() {
    List<Finding> findings =
        suite(
                "def run(*n):\n    return asyncio.run(work(*n))\n",
                """
                async def test_it():
                    app.run()
                    assert app.run(1, 2) == (1, 2)
                """)
            .findings();
    assertThat(findings).hasSize(2);
    assertThat(findings.stream().flatMap(it -> it.fix().stream()).map(Fix::edits))
        .allSatisfy(it -> assertThat(it).isNotEmpty());
    assertThat(
            findings.get(1).fix().orElseThrow().edits().stream()
                .map(it -> it.replacement())
                .toList())
        .containsExactly("(await asyncio.to_thread(", ", ", ")");
  }
}
