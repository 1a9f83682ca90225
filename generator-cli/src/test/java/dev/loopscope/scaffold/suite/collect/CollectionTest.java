package dev.loopscope.scaffold.suite.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pytest collects. */
class CollectionTest {
  @TempDir Path directory;

  private WrittenSuite suite(String... pathsAndTexts) {
    return WrittenSuite.in(directory, pathsAndTexts);
  }

  @Test
  void functionsAndMethodsWithTheUsualNames() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    def test_function(): ...
                    def helper(): ...
                    class TestClass:
                        def test_method(self): ...
                        def helper(self): ...
                    class Other:
                        def test_no(self): ...
                    """)
                .tests())
        .containsExactly("test_function", "test_method");
  }

  @Test
  void namesAsTheConfigurationSays() {
    assertThat(
            suite(
                    "pytest.ini",
                    """
                    [pytest]
                    python_files = check_*.py
                    python_classes = *Suite
                    python_functions = check
                    """,
                    "check_a.py",
                    """
                    def check_function(): ...
                    def test_no(): ...
                    class SomeSuite:
                        def check_method(self): ...
                    """,
                    "test_b.py",
                    "def check_no(): ...")
                .tests())
        .containsExactly("check_function", "check_method");
  }

  @Test
  void onlyBelowTestpaths() {
    assertThat(
            suite(
                    "pytest.ini",
                    "[pytest]\ntestpaths = tests\n",
                    "tests/test_a.py",
                    "def test_yes(): ...",
                    "examples/test_b.py",
                    "def test_no(): ...")
                .tests())
        .containsExactly("test_yes");
  }

  @Test
  void notBelowNorecursedirs() {
    assertThat(
            suite(
                    "tests/test_a.py",
                    "def test_yes(): ...",
                    "tests/build/test_b.py",
                    "def test_no(): ...")
                .tests())
        .containsExactly("test_yes");
  }

  @Test
  void importedClassesAndFunctionsWhereTheyAreImported() {
    assertThat(
            suite(
                    "shared.py",
                    """
                    def test_shared(): ...
                    class TestShared:
                        def test_method(self): ...
                    """,
                    "test_a.py",
                    "from shared import TestShared, test_shared\n")
                .model()
                .tests())
        .extracting(it -> it.collectedIn().path() + " " + it.file().path() + " " + it.name())
        .containsExactlyInAnyOrder(
            "test_a.py shared.py test_shared", "test_a.py shared.py test_method");
  }

  @Test
  void testsOfABaseOncePerSubclass() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    class Base:
                        def test_it(self): ...
                    class TestOne(Base): ...
                    class TestTwo(Base): ...
                    """)
                .model()
                .tests())
        .extracting(
            it -> it.collectedBy().orElseThrow().name() + " " + it.definedIn().orElseThrow().name())
        .containsExactly("TestOne Base", "TestTwo Base");
  }

  @Test
  void aMethodThatASubclassOverridesOnce() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    class Base:
                        def test_it(self): ...
                        def test_off(self): ...
                    class TestOne(Base):
                        test_off = None
                        def test_it(self): ...
                    """)
                .model()
                .tests())
        .extracting(it -> it.name() + " " + it.definedIn().orElseThrow().name())
        .containsExactly("test_it TestOne");
  }

  @Test
  void noClassWithAConstructor() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    class TestIt:
                        def __init__(self): ...
                        def test_it(self): ...
                    """)
                .tests())
        .isEmpty();
  }

  @Test
  void noClassThatSaysSo() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    class TestBase:
                        __test__ = False
                        def test_it(self): ...
                    class TestSub(TestBase): ...
                    class TestOn(TestBase):
                        __test__ = True
                    """)
                .model()
                .tests())
        .extracting(it -> it.collectedBy().orElseThrow().name())
        .containsExactly("TestOn");
  }

  @Test
  void noAbstractClass() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import abc
                    class TestBase(abc.ABC):
                        @abc.abstractmethod
                        def make(self): ...
                        def test_it(self): ...
                    class TestSub(TestBase):
                        def make(self): ...
                    """)
                .model()
                .tests())
        .extracting(it -> it.collectedBy().orElseThrow().name())
        .containsExactly("TestSub");
  }

  @Test
  void nestedClasses() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    class TestOuter:
                        class TestInner:
                            def test_it(self): ...
                    """)
                .tests())
        .containsExactly("test_it");
  }

  @Test
  void unittestClassesWhateverTheirNames() {
    WrittenSuite suite =
        suite(
            "test_a.py",
            """
            import unittest
            class Legacy(unittest.IsolatedAsyncioTestCase):
                async def test_it(self): ...
            """);
    assertThat(suite.runner("test_it")).isEqualTo("UNITTEST");
  }

  @Test
  void eachConfigurationIsASuiteOfItsOwn() {
    assertThat(
            WrittenSuite.modelsIn(
                directory,
                "pytest.ini",
                "[pytest]\n",
                "test_a.py",
                "def test_a(): ...",
                "sub/pytest.ini",
                "[pytest]\nasyncio_mode = auto\n",
                "sub/test_b.py",
                "async def test_b(): ..."))
        .extracting(it -> it.tests().get(0).name() + " " + it.runner(it.tests().get(0)).isKnown())
        .containsExactly("test_a true", "test_b true");
  }

  @Test
  void aFileThatIsNoPythonIsNotATestModule() {
    assertThat(suite("test_a.py", "def test_a(): ...", "test_b.txt", "").tests())
        .containsExactly("test_a");
  }

  @Test
  void notWhatAConftestIgnores() {
    assertThat(
            suite(
                    "tests/conftest.py",
                    "collect_ignore = ['test_b.py']\ncollect_ignore_glob = ['old_*']\n",
                    "tests/test_a.py",
                    "def test_yes(): ...",
                    "tests/test_b.py",
                    "def test_no(): ...",
                    "tests/old_things/test_c.py",
                    "def test_never(): ...")
                .tests())
        .containsExactly("test_yes");
  }
}
