package dev.loopscope.scaffold.suite.mark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which marks a test has, and in which order. */
class MarkOrderTest {
  @TempDir Path directory;

  private WrittenSuite suite(String... pathsAndTexts) {
    return WrittenSuite.in(directory, pathsAndTexts);
  }

  @Test
  void theFunctionComesBeforeItsClassAndThatBeforeItsModule() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow]
                    @pytest.mark.asyncio(loop_scope="class")
                    class TestIt:
                        @pytest.mark.asyncio
                        async def test_it(self): ...
                    """)
                .marks("test_it"))
        .containsExactly("asyncio", "asyncio(class)", "asyncio(session)", "slow");
  }

  @Test
  void aBlockThatIsNeverEnteredPutsOnNoMark() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    if False:
                        pytestmark = pytest.mark.asyncio(loop_scope="session")
                    class TestIt:
                        if not True:
                            pytestmark = pytest.mark.slow
                        async def test_it(self): ...
                    """)
                .marks("test_it"))
        .isEmpty();
  }

  @Test
  void theLowerDecoratorComesFirst() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    @pytest.mark.asyncio(loop_scope="session")
                    @pytest.mark.asyncio(loop_scope="module")
                    async def test_it(): ...
                    """)
                .marks("test_it"))
        .containsExactly("asyncio(module)", "asyncio(session)");
  }

  @Test
  void aBaseClassComesBeforeItsSubclass() {
    assertThat(
            suite(
                    "base.py",
                    """
                    import pytest
                    class Base:
                        pytestmark = pytest.mark.asyncio(loop_scope="session")
                    """,
                    "test_a.py",
                    """
                    import pytest
                    import base
                    class TestIt(base.Base):
                        pytestmark = pytest.mark.asyncio(loop_scope="class")
                        async def test_it(self): ...
                    """)
                .marks("test_it"))
        .containsExactly("asyncio(session)", "asyncio(class)");
  }

  @Test
  void aNameMayStandForAMark() {
    assertThat(
            suite(
                    "marks.py",
                    "import pytest\nsession = pytest.mark.asyncio(loop_scope='session')\n",
                    "test_a.py",
                    """
                    from marks import session as shared
                    @shared
                    async def test_it(): ...
                    """)
                .marks("test_it"))
        .containsExactly("asyncio(session)");
  }

  @Test
  void pytestmarkMayBeImported() {
    assertThat(
            suite(
                    "marks.py",
                    "import pytest\npytestmark = pytest.mark.asyncio(loop_scope='session')\n",
                    "test_a.py",
                    "from marks import pytestmark\nasync def test_it(): ...\n")
                .loopScope("test_it"))
        .isEqualTo("session");
  }

  @Test
  void aConditionalPytestmarkIsUnknown() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import sys
                    import pytest
                    if sys.platform == "linux":
                        pytestmark = pytest.mark.asyncio(loop_scope="session")
                    async def test_it(): ...
                    """)
                .test("test_it")
                .unknownMarks())
        .isPresent();
  }

  @Test
  void marksOfABaseOutsideTheProjectAreUnknown() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    from elsewhere import Base
                    class TestIt(Base):
                        async def test_it(self): ...
                    """)
                .test("test_it")
                .unknownMarks())
        .contains("the base class `elsewhere.Base` is outside the project");
  }

  @Test
  void aProjectsOwnDecoratorThatPutsOnMarksUnderAConditionIsUnknown() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    def on_session(function):
                        if function.__doc__:
                            return pytest.mark.asyncio(loop_scope="session")(function)
                        return function
                    @on_session
                    async def test_it(): ...
                    """)
                .test("test_it")
                .unknownMarks())
        .isPresent();
  }

  @Test
  void marksThatAnInitSubclassPutsOnUnderAConditionAreUnknown() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    class Base:
                        def __init_subclass__(cls):
                            if cls.__doc__:
                                cls.pytestmark = [pytest.mark.asyncio(loop_scope="class")]
                    class TestIt(Base):
                        async def test_it(self): ...
                    """)
                .test("test_it")
                .unknownMarks())
        .isPresent();
  }

  @Test
  void pytestmarkMayGrowByExtendAndAppend() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    pytestmark = [pytest.mark.slow]
                    pytestmark.extend([pytest.mark.asyncio(loop_scope="session")])
                    pytestmark.append(pytest.mark.net)
                    async def test_it(): ...
                    """)
                .marks("test_it"))
        .containsExactly("slow", "asyncio(session)", "net");
  }

  @Test
  void aProjectsOwnDecoratorThatOnlySkipsIsNoMatter() {
    WrittenSuite suite =
        suite(
            "test_a.py",
            """
            import pytest
            def needs(version):
                if version > "7":
                    return lambda function: function
                return pytest.mark.skipif(version > "6", reason="old")
            def about(topic):
                def apply(function):
                    return pytest.mark.topic(topic)(function)
                return apply
            pytestmark = [pytest.mark.asyncio(loop_scope="module"), needs("5")]
            @needs("6")
            @about("loops")
            async def test_it(): ...
            """);
    assertThat(suite.test("test_it").unknownMarks()).isEmpty();
    assertThat(suite.loopScope("test_it")).isEqualTo("module");
  }

  @Test
  void marksOfParametersMakeTheMarksOfATestUnknown() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    @pytest.mark.parametrize(
                        "n", [pytest.param(1, marks=pytest.mark.asyncio(loop_scope="session")), 2])
                    async def test_it(n): ...
                    """)
                .test("test_it")
                .unknownMarks())
        .isPresent();
  }
}
