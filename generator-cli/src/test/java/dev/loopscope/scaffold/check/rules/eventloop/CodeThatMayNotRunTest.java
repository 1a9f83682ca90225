package dev.loopscope.scaffold.check.rules.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what every run reaches is an error. */
class CodeThatMayNotRunTest {
  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for c in []:\n    asyncio.run(c)",
        "for c in ():\n    asyncio.run(c)",
        "for c in range(0):\n    asyncio.run(c)",
        "for c in list():\n    asyncio.run(c)",
        "return\nasyncio.run(c())",
        "raise ValueError\nasyncio.run(c())",
        "if x:\n    return\nelse:\n    raise ValueError\nasyncio.run(c())",
        "pytest.skip('not now')\nasyncio.run(c())",
        "pytest.fail('not now')\nasyncio.run(c())",
        "sys.exit(1)\nasyncio.run(c())",
        "assert False\nasyncio.run(c())",
        "if False:\n    asyncio.run(c())",
        "if 0:\n    asyncio.run(c())",
        "if not True:\n    asyncio.run(c())",
        "if TYPE_CHECKING:\n    asyncio.run(c())",
        "if typing.TYPE_CHECKING:\n    asyncio.run(c())",
        "if True:\n    pass\nelse:\n    asyncio.run(c())",
        "while False:\n    asyncio.run(c())",
        "while x:\n    break\n    asyncio.run(c())",
        "for y in (1, 2):\n    continue\n    asyncio.run(c())",
        "try:\n    pass\nexcept ValueError:\n    asyncio.run(c())",
        "try:\n    return\nfinally:\n    pass\nasyncio.run(c())",
        "[asyncio.run(c) for c in []]",
        "lambda: asyncio.run(c())",
        "(asyncio.run(c) for c in x)",
        "def never_called():\n    asyncio.run(c())",
        "class Local:\n    def method(self):\n        asyncio.run(c())",
        "while True:\n    x.y()\nasyncio.run(c())",
        "while 1:\n    for z in x:\n        break\nasyncio.run(c())",
        "while True:\n    if x:\n        return\nasyncio.run(c())",
        "while True:\n    x.y()\nelse:\n    asyncio.run(c())",
        "try:\n    while True:\n        x.y()\nfinally:\n    pass\nasyncio.run(c())",
        "with pytest.skip('not now'):\n    asyncio.run(c())",
        "with pytest.skip('not now'):\n    pass\nasyncio.run(c())",
        "if pytest.skip('not now'):\n    pass\nasyncio.run(c())",
        "for y in pytest.fail('not now'):\n    asyncio.run(c())",
        "y = pytest.skip('not now')\nasyncio.run(c())",
        "x.y(pytest.skip('not now'))\nasyncio.run(c())",
        "await anyio.sleep_forever()\nasyncio.run(c())",
        "if TYPE_CHECKING and x:\n    asyncio.run(c())",
        "if x and False:\n    asyncio.run(c())",
        "if True or x:\n    pass\nelse:\n    asyncio.run(c())",
      })
  void whatNeverRunsIsSilent(String body) {
    assertThat(places(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for c in x:\n    asyncio.run(c)",
        "if x:\n    return\nasyncio.run(c())",
        "if x:\n    raise ValueError\nasyncio.run(c())",
        "if x:\n    pytest.skip('not now')\nasyncio.run(c())",
        "if x:\n    asyncio.run(c())",
        "if sys.version_info < (3, 12):\n    asyncio.run(c())",
        "while x:\n    asyncio.run(c())",
        "pytest.importorskip('uvloop')\nasyncio.run(c())",
        "match x:\n    case 1:\n        asyncio.run(c())",
        "try:\n    import uvloop\nexcept ImportError:\n    asyncio.run(c())",
        "for y in x:\n    if y:\n        continue\n    asyncio.run(c())",
        "with x:\n    if x.y:\n        return\nasyncio.run(c())",
        "x and asyncio.run(c())",
        "asyncio.run(c()) if x else None",
        "[asyncio.run(c) for c in x]",
        "[asyncio.run(c) for c in (1, 2) if x]",
        "for y in (1, 2):\n    if x:\n        break\nelse:\n    asyncio.run(c())",
        "try:\n    import uvloop\nexcept ImportError:\n    pass\nelse:\n    asyncio.run(c())",
        "assert x, asyncio.run(c())",
        "assert 1 < x < asyncio.run(c())",
        "[y for y in x if asyncio.run(c())]",
        "[y for y in (1, 2) if x if asyncio.run(c())]",
        "renamed.skip('pytest, by another name')\nasyncio.run(c())",
        "if x:\n    while True:\n        x.y()\nasyncio.run(c())",
        "with x:\n    while True:\n        x.y()\nasyncio.run(c())",
        "x and pytest.skip('not now')\nasyncio.run(c())",
        "if TYPE_CHECKING or x:\n    asyncio.run(c())",
      })
  void whatMayRunIsAWarning(String body) {
    assertThat(places(body)).singleElement().asString().endsWith("warning");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asyncio.run(c())",
        "for c in (1, 2):\n    asyncio.run(c)",
        "for y in x:\n    if y:\n        break\nasyncio.run(c())",
        "if x:\n    y = 1\nasyncio.run(c())",
        "if False:\n    return\nasyncio.run(c())",
        "def inner():\n    return 1\nasyncio.run(c())",
        "with pytest.raises(ValueError):\n    raise ValueError\nasyncio.run(c())",
        "[asyncio.run(c) for c in (1, 2)]",
        "[y for y in (1, 2) if asyncio.run(c())]",
        "for y in x:\n    z = y\nelse:\n    asyncio.run(c())",
        "assert asyncio.run(c()), x",
        "assert 1 < asyncio.run(c())",
        "try:\n    y = 1\nfinally:\n    asyncio.run(c())",
        "while True:\n    if x:\n        break\nasyncio.run(c())",
        "while True:\n    asyncio.run(c())",
        "try:\n    while True:\n        x.y()\nexcept ValueError:\n    pass\nasyncio.run(c())",
        "y = lambda: pytest.skip('not now')\nasyncio.run(c())",
      })
  void whatEveryRunReachesIsAnError(String body) {
    assertThat(places(body)).singleElement().asString().endsWith("error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pytest.skip('not now', allow_module_level=True)",
        "raise RuntimeError",
        "raise unittest.SkipTest('not now')",
        "if True:\n    pytest.exit('not now')",
      })
  void aModuleThatIsNeverImportedToItsEndHasNoTest(String statement) {
    String test = "@pytest.mark.asyncio\nasync def test_it():\n    asyncio.run(c())\n";
    assertThat(judged(statement + "\n\n" + test)).isEmpty();
    assertThat(judged(test + "\n\n" + statement)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if sys.platform == 'win32':\n    pytest.skip('not here', allow_module_level=True)",
        "try:\n    import uvloop\nexcept ImportError:\n    raise RuntimeError",
        "def helper():\n    raise RuntimeError",
        "if __name__ == '__main__':\n    sys.exit(0)",
      })
  void aModuleThatMayBeImportedHasItsTests(String statement) {
    String test = "@pytest.mark.asyncio\nasync def test_it():\n    asyncio.run(c())\n";
    assertThat(judged(statement + "\n\n" + test)).singleElement().asString().endsWith("error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@pytest.mark.skipif(True, reason='never')",
        "@pytest.mark.parametrize('x', [])",
        "@unittest.skip('never')",
        "@unittest.skipIf(True, 'never')",
        "@unittest.skipUnless(False, 'never')",
        "@pytest.mark.skip",
        "@pytest.mark.skipif",
        "@pytest.mark.skipif(reason='a skip without a condition')",
        "@pytest.mark.skipif(condition=True, reason='never')",
        "@pytest.mark.xfail(run=False)",
        "@pytest.mark.parametrize('x', [pytest.param(1, marks=pytest.mark.skip)])",
        "@pytest.mark.parametrize('x', [pytest.param(1, marks=[pytest.mark.skip('never')])])",
        "@pytest.mark.parametrize('x', (pytest.param(1, marks=pytest.mark.skipif(True)),))",
        "@pytest.mark.parametrize('x', [pytest.param(1, marks=LATER), pytest.param(2,"
            + " marks=LATER)])",
        "@pytest.mark.parametrize('x', NOTHING)",
        "@pytest.mark.usefixtures('skips')",
        "@pytest.mark.usefixtures('never')",
        "@pytest.mark.usefixtures('asks')",
      })
  void aTestThatIsSkippedInEveryRunIsSilent(String decorator) {
    assertThat(judged(decorated(decorator))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@pytest.mark.skipif(False, reason='never')",
        "@pytest.mark.skipif('False', reason='a text is evaluated')",
        "@pytest.mark.skipif(sys.platform == 'win32', reason='not there')",
        "@pytest.mark.parametrize('x', [1])",
        "@pytest.mark.skipif(condition=sys.platform == 'win32', reason='not there')",
        "@pytest.mark.parametrize('x', [pytest.param(1, marks=pytest.mark.skip), 2])",
        "@pytest.mark.parametrize('x', [pytest.param(1, marks=pytest.mark.slow)])",
        "@unittest.skipIf(sys.platform == 'win32', 'not there')",
        "@pytest.mark.usefixtures('may_skip')",
      })
  void aTestThatSomeRunsDoNotSkipIsJudged(String decorator) {
    assertThat(judged(decorated(decorator))).singleElement().asString().endsWith("error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if False:",
        "if 0:",
        "if TYPE_CHECKING:",
        "if not True:",
        "if __name__ == '__main__':",
        "if True:\n    pass\nelse:",
      })
  void aTestThatIsNeverDefinedIsSilent(String block) {
    String test = "@pytest.mark.asyncio\nasync def test_it(self=None):\n    asyncio.run(c())\n";
    String head = "from typing import TYPE_CHECKING\n\n";
    String indented = "\n    " + test.replace("\n", "\n    ");
    assertThat(judged(head + block + indented)).isEmpty();
    assertThat(judged(head + block + "\n    class TestIt:" + indented.replace("\n", "\n    ")))
        .isEmpty();
    assertThat(judged(head + "class TestIt:\n    " + (block + indented).replace("\n", "\n    ")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if True:",
        "if False:\n    pass\nelse:",
        "if sys.platform != 'win32':",
        "try:\n    import uvloop\nexcept ImportError:",
      })
  void aTestThatMayBeDefinedIsJudged(String block) {
    String test = "@pytest.mark.asyncio\nasync def test_it():\n    asyncio.run(c())\n";
    assertThat(judged("import sys\n\n" + block + "\n    " + test.replace("\n", "\n    ")))
        .singleElement()
        .asString()
        .endsWith("error");
  }

  private static String decorated(String decorator) {
    String argument = decorator.contains("parametrize") ? "x" : "";
    return """
    import sys
    import unittest

    LATER = pytest.mark.skip(reason="later")
    NOTHING = []

    @pytest.fixture
    def skips():
        pytest.skip("never")

    @pytest.fixture(params=[pytest.param(1, marks=LATER)])
    def never(request):
        return request.param

    @pytest.fixture
    def asks(never):
        return never

    @pytest.fixture
    def may_skip():
        if sys.platform == "win32":
            pytest.skip("not there")

    """
        + decorator
        + "\n@pytest.mark.asyncio\nasync def test_it("
        + argument
        + "):\n    asyncio.run(c())\n";
  }

  private List<String> judged(String test) {
    return new JudgedSuite(directory).on(">=1.0,<1.1").test(test).places("LS025");
  }

  private List<String> places(String body) {
    String head = "import sys\nimport typing\nfrom typing import TYPE_CHECKING\n";
    String test =
        "async def c(): ...\n\n@pytest.mark.asyncio\nasync def test_it():\n    x = c\n    "
            + body.replace("\n", "\n    ")
            + "\n";
    return judged(head + test);
  }
}
