package dev.loopscope.scaffold.suite.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the text is read, by whatever detour, and what does not stays unknown. */
class WhatIsPlainTest {
  private static final String BACKENDS =
      """
      import enum

      class Backend(str, enum.Enum):
          ASYNCIO = "asyncio"
          TRIO = "trio"

      class Plain(enum.Enum):
          ASYNCIO = "asyncio"
          TRIO = "trio"

      ASYNCIO = "asyncio"
      TRIO = "trio"
      BOTH = (ASYNCIO, TRIO)
      """;

  @TempDir private Path directory;

  private WrittenSuite suite(String... files) {
    return WrittenSuite.in(directory, files);
  }

  private WrittenSuite params(String params) {
    return suite(
        "backends.py",
        BACKENDS,
        "test_a.py",
        """
        import pytest
        from backends import *

        @pytest.fixture(params=%s)
        def anyio_backend(request):
            return request.param

        @pytest.mark.anyio
        async def test_it(): ...
        """
            .formatted(params));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Backend.ASYNCIO, Backend.TRIO]",
        "[Plain.ASYNCIO.value, Plain.TRIO.value]",
        "list(Backend)",
        "Backend",
        "[it for it in Backend]",
        "[it.value for it in Plain]",
        "BOTH",
        "tuple(BOTH)",
        "[ASYNCIO, pytest.param(TRIO)]"
      })
  void backendsThatAreMembersOfEnumsOrConstantsAreRead(String params) {
    assertThat(params(params).backends("test_it")).isEqualTo("[asyncio, trio]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Plain.TRIO]",
        "list(Plain)",
        "[it for it in BOTH if it != TRIO]",
        "sorted(BOTH)"
      })
  void backendsThatAreNoTextsOrComputedAreUnknown(String params) {
    assertThat(params(params).backends("test_it")).startsWith("? ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def on_loop(function):\n    return pytest.mark.asyncio(loop_scope='class')(function)\n",
        """
        def on_loop(function):
            '''Marks it.'''
            return pytest.mark.slow(pytest.mark.asyncio(loop_scope='class')(function))
        """,
        """
        def on_loop(function):
            function = pytest.mark.asyncio(loop_scope='class')(function)
            return pytest.mark.slow(function)
        """
      })
  void decoratorThatReturnsAMarkOfItsFunctionPutsItOn(String decorator) {
    WrittenSuite suite =
        suite(
            "helpers.py",
            "import pytest\n\n" + decorator,
            "test_a.py",
            "from helpers import on_loop\n\n@on_loop\nasync def test_it(): ...\n");
    assertThat(suite.runner("test_it")).isEqualTo("PYTEST_ASYNCIO");
    assertThat(suite.marks("test_it")).contains("asyncio(class)");
    assertThat(suite.test("test_it").unknownMarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def on_loop(why):\n    return pytest.mark.asyncio(loop_scope='class')\n",
        """
        def on_loop(why):
            return lambda function: pytest.mark.asyncio(loop_scope='class')(function)
        """,
        """
        def on_loop(why):
            def mark(function):
                return pytest.mark.asyncio(loop_scope='class')(function)
            return mark
        """
      })
  void decoratorThatIsMadeByACallPutsItsMarkOn(String factory) {
    WrittenSuite suite =
        suite(
            "test_a.py",
            "import pytest\n\n" + factory + "\n@on_loop('slow')\nasync def test_it(): ...\n");
    assertThat(suite.runner("test_it")).isEqualTo("PYTEST_ASYNCIO");
    assertThat(suite.marks("test_it")).contains("asyncio(class)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def on_loop(scope):\n    return pytest.mark.asyncio(loop_scope=scope)\n",
        """
        def on_loop(scope):
            if scope:
                return pytest.mark.asyncio(loop_scope='class')
            return lambda function: function
        """,
        """
        def on_loop(scope):
            mark = getattr(pytest.mark, scope)
            return lambda function: mark(function)
        """
      })
  void decoratorWhoseMarkItsArgumentsDecideIsUnknown(String factory) {
    WrittenSuite suite =
        suite(
            "test_a.py",
            "import pytest\n\nscope = 'session'\n"
                + factory
                + "\n@on_loop('class')\nasync def test_it(): ...\n");
    assertThat(suite.test("test_it").unknownMarks()).isPresent();
  }

  @Test
  void marksThatInitSubclassPlainlySetAreThoseOfTheSubclass() {
    WrittenSuite suite =
        suite(
            "test_a.py",
            """
            import pytest

            class OnClassLoop:
                def __init_subclass__(cls, **options):
                    super().__init_subclass__(**options)
                    cls.pytestmark = [pytest.mark.asyncio(loop_scope="class")]

            class TestIt(OnClassLoop):
                async def test_it(self): ...
            """);
    assertThat(suite.runner("test_it")).isEqualTo("PYTEST_ASYNCIO");
    assertThat(suite.loopScope("test_it")).isEqualTo("class");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if cls.marked: cls.pytestmark = pytest.mark.asyncio",
        "cls.pytestmark = getattr(cls, 'pytestmark', []) + [pytest.mark.asyncio]",
        "mark_all(cls, pytest.mark.asyncio)"
      })
  void marksThatInitSubclassComputesAreUnknown(String statement) {
    WrittenSuite suite =
        suite(
            "test_a.py",
            """
            import pytest

            class Base:
                def __init_subclass__(cls):
                    %s

            class TestIt(Base):
                async def test_it(self): ...
            """
                .formatted(statement));
    assertThat(suite.test("test_it").unknownMarks()).isPresent();
  }

  @Test
  void baseWithInitSubclassIsNotMarkedItself() {
    WrittenSuite suite =
        suite(
            "test_a.py",
            """
            import pytest

            class TestBase:
                def __init_subclass__(cls):
                    cls.pytestmark = pytest.mark.asyncio

                async def test_base(self): ...
            """);
    assertThat(suite.runner("test_base")).isEqualTo("NONE");
  }

  @Test
  void pluginOfAnotherLibraryThatNothingUsesRunsNothing() {
    WrittenSuite suite =
        suite(
            "pyproject.toml",
            "[dependency-groups]\ndev = ['pytest-asyncio', 'asynctest', 'pytest-trio']\n",
            "test_a.py",
            """
            import pytest
            from asynctest import CoroutineMock

            @pytest.fixture
            async def user(): ...

            @pytest.mark.asyncio
            async def test_marked(user): ...

            async def test_bare(): ...

            @pytest.mark.anyio
            @pytest.mark.parametrize("anyio_backend", ["trio"])
            async def test_anyio(): ...
            """);
    assertThat(suite.runner("test_marked")).isEqualTo("PYTEST_ASYNCIO");
    assertThat(suite.runner("user", "test_marked")).isEqualTo("NONE");
    assertThat(suite.runner("test_bare")).isEqualTo("NONE");
    assertThat(suite.runner("test_anyio")).isEqualTo("ANYIO");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        import asynctest

        class TestOther(asynctest.TestCase):
            async def test_other(self): ...

        """,
        "from asynctest import (\n    TestCase,\n)\n\n",
        "import pytest\n\n@pytest.mark.trio\nasync def test_other(): ...\n\n",
        "import pytest_trio\n\n"
      })
  void pluginOfAnotherLibraryThatIsUsedMayRunTests(String use) {
    WrittenSuite suite =
        suite(
            "requirements.txt",
            "asynctest\npytest-trio\n",
            "test_a.py",
            use + "async def test_bare(): ...\n");
    assertThat(suite.runner("test_bare")).endsWith(" may run async tests, too");
  }

  @Test
  void trioModeTakesTestsWithoutAMark() {
    WrittenSuite suite =
        suite(
            "requirements.txt",
            "pytest-trio\n",
            "pytest.ini",
            "[pytest]\ntrio_mode = true\n",
            "test_a.py",
            "async def test_bare(): ...\n");
    assertThat(suite.runner("test_bare")).isEqualTo("? `pytest-trio` may run async tests, too");
  }

  @ParameterizedTest
  @ValueSource(strings = {"indirect=True", "indirect=['echo']", "True"})
  void fixtureThatAHookGivesAParameterIsThatFixture(String indirect) {
    WrittenSuite suite =
        suite(
            "conftest.py",
            """
            import pytest

            def pytest_generate_tests(metafunc):
                if "echo" in metafunc.fixturenames:
                    metafunc.parametrize("echo", ["cat"], %s)

            @pytest.fixture(scope="session")
            async def echo(request):
                yield request.param
            """
                .formatted(indirect),
            "test_a.py",
            "async def test_it(echo): ...\n");
    assertThat(suite.model().closure(suite.test("test_it")).complete()).isTrue();
    assertThat(suite.origin("echo", "test_it")).isEqualTo("conftest.py:8");
  }

  @Test
  void valueThatAHookMayGiveInPlaceOfAFixtureIsUnknownForItsOwnReason() {
    WrittenSuite suite =
        suite(
            "conftest.py",
            """
            import pytest

            def pytest_generate_tests(metafunc):
                metafunc.parametrize("size", [1, 2])

            @pytest.fixture
            def size():
                return 3
            """,
            "test_a.py",
            "import pytest\n\n@pytest.mark.asyncio\nasync def test_it(size): ...\n");
    assertThat(suite.model().unknowns())
        .extracting(it -> it.why())
        .containsExactly("`pytest_generate_tests` in conftest.py may give it a value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metafunc.parametrize('size', [1, 2])",
        "metafunc.parametrize(argnames='size', argvalues=range(3))",
        "metafunc.parametrize('colour,size', [('red', 1)])",
        "if 'size' in metafunc.fixturenames:\n        metafunc.parametrize(['size'], [1])",
      })
  void valueThatAHookAloneGivesIsAParameter(String call) {
    WrittenSuite suite =
        suite(
            "conftest.py",
            "def pytest_generate_tests(metafunc):\n    " + call + "\n",
            "test_a.py",
            "import pytest\n\n@pytest.mark.asyncio\nasync def test_it(size): ...\n");
    assertThat(suite.model().closure(suite.test("test_it")).complete()).isTrue();
    assertThat(suite.model().unknowns()).isEmpty();
  }

  @Test
  void parametersThatAHookComputesMayBeAny() {
    WrittenSuite suite =
        suite(
            "conftest.py",
            """
            def pytest_generate_tests(metafunc):
                metafunc.parametrize("size", [1])
                metafunc.parametrize(metafunc.fixturenames[0], [1])
            """,
            "test_a.py",
            "import pytest\n\n@pytest.mark.asyncio\nasync def test_it(size): ...\n");
    assertThat(suite.model().unknowns())
        .extracting(it -> it.why())
        .containsExactly("`pytest_generate_tests` in conftest.py computes names of parameters");
  }

  @Test
  void backendThatAHookGivesIsUnknown() {
    WrittenSuite suite =
        suite(
            "conftest.py",
            """
            import pytest

            def pytest_generate_tests(metafunc):
                metafunc.parametrize("anyio_backend", ["trio"], indirect=True)

            @pytest.fixture
            def anyio_backend(request):
                return request.param
            """,
            "test_a.py",
            "import pytest\n\n@pytest.mark.anyio\nasync def test_it(): ...\n");
    assertThat(suite.backends("test_it")).startsWith("? ");
  }
}
