package dev.loopscope.scaffold.check.rules.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.rules.Judged;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixtures, setup methods and tests that stand in classes. */
class MethodFixturesTest {
  @TempDir private Path directory;

  private Judged suite(Rule rule, String text) {
    return new Judged(directory, rule)
        .with("test_it.py", "import pytest\nimport unittest\n\n" + text);
  }

  private Judged wideFixture(String text) {
    return suite(new ClassFixtureAsInstanceMethod(), text)
        .with("requirements.txt", "pytest==8.3.5\n");
  }

  @Test
  void attributeThatTheClassHasIsFound() {
    assertThat(
            wideFixture(
                    """
                    class TestIt:
                        pool = None

                        @pytest.fixture(scope="class")
                        def opened(self):
                            self.pool = []

                        def test_it(self, opened):
                            assert self.pool is None
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void attributeThatASetupMethodGivesIsFound() {
    assertThat(
            wideFixture(
                    """
                    class TestIt:
                        def setup_method(self):
                            self.pool = []

                        @pytest.fixture(scope="class")
                        def opened(self):
                            self.pool = []

                        def test_it(self, opened):
                            assert self.pool == []
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void attributeOfAFunctionScopedFixtureIsFound() {
    assertThat(
            wideFixture(
                    """
                    class TestIt:
                        @pytest.fixture
                        def opened(self):
                            self.pool = []

                        def test_it(self, opened):
                            assert self.pool == []
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void attributeOfABaseThatIsNotReadMayBeThere() {
    assertThat(
            wideFixture(
                    """
                    from elsewhere import Base

                    class TestIt(Base):
                        @pytest.fixture(scope="class")
                        def opened(self):
                            self.pool = []

                        def test_it(self, opened):
                            assert self.pool == []
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void attributeOnTheRequestsClassIsFound() {
    assertThat(
            wideFixture(
                    """
                    class TestIt:
                        @pytest.fixture(scope="class")
                        def opened(self, request):
                            request.cls.pool = []

                        def test_it(self, opened):
                            assert self.pool == []
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void sessionFixtureOfOneClassIsCreatedOnce() {
    assertThat(
            suite(
                    new SessionFixtureAsMethod(),
                    """
                    class TestIt:
                        @pytest.fixture(scope="session")
                        def database(self):
                            return []

                        def test_it(self, database):
                            assert database == []
                    """)
                .with("requirements.txt", "pytest==8.3.5\n")
                .findings())
        .isEmpty();
  }

  @Test
  void setupMethodThatIsAFixtureIsAwaited() {
    assertThat(
            suite(
                    new AsyncSetupMethodNeverAwaited(),
                    """
                    import pytest_asyncio

                    class TestIt:
                        @pytest_asyncio.fixture(autouse=True)
                        async def setup_method(self):
                            pass

                        def test_it(self):
                            pass
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void setupMethodThatASubclassReplacesIsNotCalled() {
    assertThat(
            suite(
                    new AsyncSetupMethodNeverAwaited(),
                    """
                    class Base:
                        async def setup_method(self):
                            pass

                    class TestIt(Base):
                        def setup_method(self):
                            pass

                        def test_it(self):
                            pass
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void setupMethodOfAClassWithoutTestsIsNotCalled() {
    assertThat(
            suite(
                    new AsyncSetupMethodNeverAwaited(),
                    """
                    class TestIt:
                        async def setup_method(self):
                            pass

                    def test_it():
                        pass
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void isolatedTestCaseAwaitsItsTests() {
    assertThat(
            suite(
                    new AsyncTestInTestCase(),
                    """
                    class TestIt(unittest.IsolatedAsyncioTestCase):
                        async def test_it(self):
                            pass
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void subclassOfAProjectsTestCaseIsOne() {
    assertThat(
            suite(
                    new AsyncTestInTestCase(),
                    """
                    class Base(unittest.TestCase):
                        pass

                    class TestIt(Base):
                        async def test_it(self):
                            pass
                    """)
                .findings())
        .containsExactly("test_it.py:8 error");
  }

  @Test
  void testCaseOfAFrameworkMayAwaitItsTests() {
    assertThat(
            suite(
                    new AsyncTestInTestCase(),
                    """
                    from django.test import TestCase
                    from twisted.trial.unittest import TestCase as TrialCase

                    class TestIt(TestCase):
                        async def test_it(self):
                            pass

                    class TestOther(TrialCase):
                        async def test_it(self):
                            pass
                    """)
                .findings())
        .isEmpty();
  }

  @Test
  void decoratorMayRunTheTest() {
    assertThat(
            suite(
                    new AsyncTestInTestCase(),
                    """
                    from asgiref.sync import async_to_sync
                    from unittest import mock

                    class TestIt(unittest.TestCase):
                        @async_to_sync
                        async def test_it(self):
                            pass

                        @mock.patch("os.getcwd")
                        async def test_patched(self, getcwd):
                            pass
                    """)
                .findings())
        .containsExactly("test_it.py:13 error");
  }

  @Test
  void testCaseThatRunsItsTestsItselfMayAwaitThem() {
    assertThat(
            suite(
                    new AsyncTestInTestCase(),
                    """
                    class TestIt(unittest.TestCase):
                        def run(self, result=None):
                            pass

                        async def test_it(self):
                            pass

                    class TestMeta(unittest.TestCase, metaclass=type):
                        async def test_it(self):
                            pass
                    """)
                .findings())
        .isEmpty();
  }
}
