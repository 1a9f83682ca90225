package dev.loopscope.scaffold.suite.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.WrittenSuite;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop scope of tests and fixtures, by version of pytest-asyncio. */
class LoopScopeTest {
  @TempDir Path directory;

  private WrittenSuite suite;

  @BeforeEach
  void suite() {
    suite =
        WrittenSuite.in(
            directory,
            "pytest.ini",
            """
            [pytest]
            asyncio_default_fixture_loop_scope = session
            asyncio_default_test_loop_scope = module
            """,
            "test_a.py",
            """
            import pytest, pytest_asyncio
            @pytest_asyncio.fixture(scope="class")
            async def by_default(): ...
            @pytest_asyncio.fixture(scope="class", loop_scope="module")
            async def stated(): ...
            @pytest.mark.asyncio
            async def test_bare(): ...
            @pytest.mark.asyncio(loop_scope="session")
            async def test_stated(): ...
            @pytest.mark.asyncio(scope="class")
            async def test_old(): ...
            @pytest_asyncio.fixture(loop_scope=None)
            async def none(): ...
            @pytest.mark.asyncio(loop_scope=None)
            async def test_none(): ...
            """);
  }

  private String ofTest(String test, String version) {
    return WrittenSuite.shown(suite.model().loopScope(suite.test(test), Version.of(version)));
  }

  private String ofFixture(String fixture, String version) {
    return WrittenSuite.shown(suite.model().loopScope(suite.fixture(fixture), Version.of(version)));
  }

  @Test
  void theDefaultOfTestsIsReadSince026() {
    assertThat(ofTest("test_bare", "0.25.3")).isEqualTo("function");
    assertThat(ofTest("test_bare", "0.26.0")).isEqualTo("module");
    assertThat(suite.loopScope("test_bare")).isEqualTo("module");
  }

  @Test
  void theMarksLoopScopeCountsSince024() {
    assertThat(ofTest("test_stated", "0.23.8")).isEqualTo("function");
    assertThat(ofTest("test_stated", "0.24.0")).isEqualTo("session");
  }

  @Test
  void theMarksScopeCountsSince023() {
    assertThat(ofTest("test_old", "0.21.2")).isEqualTo("function");
    assertThat(ofTest("test_old", "0.23.8")).isEqualTo("class");
    assertThat(ofTest("test_old", "1.5.0")).isEqualTo("class");
  }

  @Test
  void aFixturesLoopIsOfItsOwnScopeIn023() {
    assertThat(ofFixture("by_default", "0.21.2")).isEqualTo("function");
    assertThat(ofFixture("by_default", "0.23.8")).isEqualTo("class");
    assertThat(ofFixture("by_default", "0.24.0")).isEqualTo("session");
  }

  @Test
  void whatAFixtureStatesComesFirst() {
    assertThat(ofFixture("stated", "1.5.0")).isEqualTo("module");
  }

  @Test
  void fixtureScopeAsADefaultMeansTheFixturesOwnScopeSince15() {
    WrittenSuite other =
        WrittenSuite.in(
            directory.resolve("other"),
            "pytest.ini",
            "[pytest]\nasyncio_default_fixture_loop_scope = fixture-scope\n",
            "test_a.py",
            """
            import pytest_asyncio
            @pytest_asyncio.fixture(scope="module")
            async def db(): ...
            def test_it(db): ...
            """);
    assertThat(other.model().loopScope(other.fixture("db"), Version.of("1.5.0")).is(Scope.MODULE))
        .isTrue();
    assertThat(other.model().loopScope(other.fixture("db"), Version.of("1.4.0")).isKnown())
        .isFalse();
  }

  @Test
  void before10AnEventLoopOfTheProjectIsTheFunctionLoop() {
    WrittenSuite other =
        WrittenSuite.in(
            directory.resolve("other"),
            "pytest.ini",
            "[pytest]\n",
            "conftest.py",
            """
            import asyncio, pytest
            @pytest.fixture(scope="session")
            def event_loop():
                loop = asyncio.new_event_loop()
                yield loop
                loop.close()
            """,
            "test_a.py",
            """
            import pytest
            @pytest.mark.asyncio
            async def test_it(): ...
            """);
    var test = other.test("test_it");
    assertThat(other.model().loopScope(test, Version.of("0.21.2")).is(Scope.SESSION)).isTrue();
    assertThat(other.model().loopScope(test, Version.of("1.0.0")).is(Scope.FUNCTION)).isTrue();
  }

  @Test
  void noneSaysWhatNothingSays() {
    assertThat(ofTest("test_none", "1.5.0")).isEqualTo("module");
    assertThat(ofFixture("none", "1.5.0")).isEqualTo("session");
  }
}
