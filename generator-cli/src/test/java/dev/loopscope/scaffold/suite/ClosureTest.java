package dev.loopscope.scaffold.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is set up for a test. */
class ClosureTest {
  private static final String CONFTEST =
      """
      import pytest
      @pytest.fixture(scope="session")
      def pool(): ...
      @pytest.fixture
      def db(pool): ...
      @pytest.fixture(scope="module")
      def settings(): ...
      """;

  @TempDir Path directory;

  private WrittenSuite suite(String test) {
    return WrittenSuite.in(directory, "conftest.py", CONFTEST, "test_a.py", test);
  }

  @Test
  void widerFixturesComeFirst() {
    assertThat(suite("def test_it(db, settings, tmp_path): ...").closure("test_it"))
        .containsExactly("pool", "settings", "db", "tmp_path");
  }

  @Test
  void autouseFixturesComeBeforeUsefixturesAndArguments() {
    assertThat(
            suite(
                    """
                    import pytest
                    @pytest.fixture(autouse=True)
                    def auto(): ...
                    @pytest.fixture
                    def used(): ...
                    @pytest.mark.usefixtures("used")
                    def test_it(db): ...
                    """)
                .closure("test_it"))
        .containsExactly("pool", "auto", "used", "db");
  }

  @Test
  void theIniOptionUsefixturesCounts() {
    assertThat(
            WrittenSuite.in(
                    directory,
                    "pytest.ini",
                    "[pytest]\nusefixtures = db\n",
                    "conftest.py",
                    CONFTEST,
                    "test_a.py",
                    "def test_it(): ...")
                .closure("test_it"))
        .containsExactly("pool", "db");
  }

  @Test
  void aFixtureThatRequestsItsOwnNameGetsTheOneItOverrides() {
    WrittenSuite suite =
        suite(
            """
            import pytest
            @pytest.fixture
            def db(db): ...
            def test_it(db): ...
            """);
    assertThat(suite.model().closure(suite.test("test_it")).fixtures())
        .extracting(it -> it.file().path() + " " + it.name())
        .containsExactly("conftest.py pool", "test_a.py db", "conftest.py db");
  }

  @Test
  void theClosureOfAFixtureIsWithoutItself() {
    WrittenSuite suite = suite("def test_it(db): ...");
    assertThat(suite.model().closure(suite.fixture("db")).names()).containsExactly("pool");
  }

  @Test
  void aParameterTakesThePlaceOfAFixtureAndOfWhatItRequests() {
    WrittenSuite suite =
        suite(
            """
            import pytest
            @pytest.mark.parametrize("db", [1, 2])
            def test_it(db): ...
            """);
    Closure closure = suite.model().closure(suite.test("test_it"));
    assertThat(closure.names()).containsExactly("db");
    assertThat(closure.direct()).containsExactly("db");
    assertThat(closure.fixtures()).isEmpty();
  }

  @Test
  void anIndirectParameterLeavesTheFixtureInPlace() {
    WrittenSuite suite =
        suite(
            """
            import pytest
            @pytest.mark.parametrize(("db", "n"), [(1, 2)], indirect=["db"])
            def test_it(db, n): ...
            """);
    Closure closure = suite.model().closure(suite.test("test_it"));
    assertThat(closure.names()).containsExactly("pool", "db", "n");
    assertThat(closure.direct()).containsExactly("n");
  }

  @Test
  void getfixturevalueWithALiteralRequestsTheFixtureAtRunTime() {
    WrittenSuite suite = suite("def test_it(request): request.getfixturevalue('db')");
    Closure closure = suite.model().closure(suite.test("test_it"));
    assertThat(closure.names()).containsExactly("request");
    assertThat(closure.dynamic()).containsExactly("db", "pool");
    assertThat(closure.fixtures()).extracting(Fixture::name).containsExactly("db", "pool");
    assertThat(closure.complete()).isTrue();
  }

  @Test
  void getfixturevalueWithAComputedNameMayRequestAnything() {
    WrittenSuite suite = suite("def test_it(request): request.getfixturevalue(request.node.name)");
    assertThat(suite.model().closure(suite.test("test_it")).complete()).isFalse();
  }

  @Test
  void whatHypothesisAndPatchPassIsNotRequested() {
    assertThat(
            suite(
                    """
                    from unittest.mock import patch
                    from hypothesis import given, strategies as st
                    @patch("os.getcwd")
                    @patch("os.getpid", new=lambda: 1)
                    @given(n=st.integers())
                    def test_it(getcwd, db, n): ...
                    """)
                .closure("test_it"))
        .containsExactly("pool", "db");
  }

  @Test
  void aParameterWithADefaultIsNotRequested() {
    assertThat(suite("def test_it(db=None): ...").closure("test_it")).isEmpty();
  }

  @Test
  void anAnyioTestIsGivenItsBackend() {
    assertThat(
            suite(
                    """
                    import pytest
                    @pytest.mark.anyio
                    async def test_it(db): ...
                    """)
                .closure("test_it"))
        .containsExactly("pool", "anyio_backend", "db");
  }

  @Test
  void aHookThatMayGiveAParameterAValueMakesItUnknown() {
    WrittenSuite suite =
        suite(
            """
            def pytest_generate_tests(metafunc):
                if "db" in metafunc.fixturenames:
                    metafunc.parametrize("db", [1, 2])
            def test_it(db, settings): ...
            """);
    Closure closure = suite.model().closure(suite.test("test_it"));
    assertThat(closure.unknown()).containsExactly("db");
    assertThat(closure.fixtures()).extracting(Fixture::name).containsExactly("settings");
  }

  @Test
  void aLazyFixtureAmongTheParametersIsRequestedAtRunTime() {
    WrittenSuite suite =
        suite(
            """
            import pytest
            from pytest_lazy_fixtures import lf
            @pytest.mark.parametrize("value", [lf("db"), 2])
            def test_it(value): ...
            """);
    assertThat(suite.model().closure(suite.test("test_it")).dynamic())
        .containsExactly("db", "pool");
  }

  @Test
  void aComputedNameInUsefixturesMayBeAnything() {
    WrittenSuite suite =
        suite(
            """
            import pytest
            import elsewhere
            @pytest.mark.usefixtures(elsewhere.NAME)
            def test_it(): ...
            """);
    assertThat(suite.model().closure(suite.test("test_it")).complete()).isFalse();
  }
}
