package dev.loopscope.scaffold.check.rules.anyio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.check.rules.hypothesis.GivenInBaseWithTwoSubclasses;
import dev.loopscope.scaffold.check.rules.hypothesis.GivenOverSeveralBackends;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules on anyio's plugin say of suites that look like their examples, and are not. */
class AnyioRulesTest {
  private static final String BOTH_BACKENDS =
      """
      import pytest

      @pytest.fixture(scope="session", params=["asyncio", "trio"])
      def anyio_backend(request):
          return request.param

      """;

  @TempDir Path directory;

  @Test
  void wideFixtureOnOneBackendHoldsNoOther() {
    assertThat(
            found(
                new WideFixtureWithoutBackend(),
                "conftest.py",
                """
                import pytest

                @pytest.fixture(scope="session")
                def anyio_backend():
                    return "asyncio"

                @pytest.fixture(scope="session")
                async def pool():
                    yield 1
                """,
                "test_a.py",
                """
                import pytest

                @pytest.mark.anyio
                async def test_a(pool):
                    pass
                """))
        .isEmpty();
  }

  @Test
  void fixtureThatReachesTheBackendThroughAnotherIsTornDownWithIt() {
    assertThat(
            found(
                new WideFixtureWithoutBackend(),
                "test_a.py",
                BOTH_BACKENDS
                    + """
                    @pytest.fixture(scope="session")
                    def name(anyio_backend):
                        return anyio_backend

                    @pytest.fixture(scope="session")
                    async def pool(name):
                        yield 1

                    @pytest.mark.anyio
                    async def test_a(pool):
                        pass
                    """))
        .isEmpty();
  }

  @Test
  void functionScopedFixtureIsTornDownBetweenBackends() {
    assertThat(
            found(
                new WideFixtureWithoutBackend(),
                "test_a.py",
                BOTH_BACKENDS
                    + """
                    @pytest.fixture
                    async def pool():
                        yield 1

                    @pytest.mark.anyio
                    async def test_a(pool):
                        pass
                    """))
        .isEmpty();
  }

  @Test
  void fixtureNarrowerThanItsBackendIsAWarning() {
    assertThat(
            found(
                new WideFixtureWithoutBackend(),
                "test_a.py",
                BOTH_BACKENDS
                    + """
                    @pytest.fixture(scope="module")
                    async def pool():
                        yield 1

                    @pytest.mark.anyio
                    async def test_a(pool):
                        pass
                    """))
        .containsExactly("test_a.py:8 warning");
  }

  @Test
  void defaultBackendsOfAProjectWithoutTrioAreNotKnown() {
    assertThat(
            found(
                new WideFixtureWithoutBackend(),
                "requirements.txt",
                "pytest\nanyio\n",
                "test_a.py",
                """
                import pytest

                @pytest.fixture(scope="module")
                async def pool():
                    yield 1

                @pytest.mark.anyio
                async def test_a(pool):
                    pass
                """))
        .isEmpty();
  }

  @Test
  void fixTakesTheBackendBesideOtherParameters() {
    List<Finding> findings =
        findings(
            new WideFixtureWithoutBackend(),
            "test_a.py",
            BOTH_BACKENDS
                + """
                @pytest.fixture(scope="session")
                async def pool(tmp_path_factory, size: int = 3):
                    yield 1

                @pytest.mark.anyio
                async def test_a(pool):
                    pass
                """);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).fix().orElseThrow().edits())
        .extracting(it -> it.replacement())
        .containsExactly(", anyio_backend");
  }

  @Test
  void modulesThatShadowTheSharedFixtureMayParametrizeTheBackend() {
    String[] files = {
      "conftest.py",
      """
      import pytest

      @pytest.fixture(scope="session")
      def anyio_backend():
          return "asyncio"

      @pytest.fixture(scope="module", autouse=True)
      async def lease(anyio_backend):
          yield
      """,
      "test_a.py",
      """
      import pytest

      pytestmark = pytest.mark.anyio

      async def test_a():
          pass
      """,
      "test_b.py",
      """
      import pytest

      pytestmark = pytest.mark.anyio

      @pytest.fixture(autouse=True)
      def lease():
          pass

      @pytest.mark.parametrize("anyio_backend", ["trio"])
      async def test_b():
          pass
      """
    };
    assertThat(found(new BackendOverriddenWhileHeld(), files)).isEmpty();
    assertThat(found(new BackendNarrowerThanFixture(), files)).isEmpty();
  }

  @Test
  void sessionFixtureOfAnEarlierFileMayStillBeAlive() {
    assertThat(
            found(
                new BackendOverriddenWhileHeld(),
                "conftest.py",
                """
                import pytest

                @pytest.fixture(scope="session")
                def anyio_backend():
                    return "asyncio"

                @pytest.fixture(scope="session")
                async def pool(anyio_backend):
                    yield
                """,
                "test_a.py",
                """
                import pytest

                @pytest.mark.anyio
                async def test_a(pool):
                    pass
                """,
                "test_b.py",
                """
                import pytest

                @pytest.mark.anyio
                @pytest.mark.parametrize("anyio_backend", ["trio"])
                async def test_b():
                    pass
                """))
        .containsExactly("test_b.py:4 warning");
  }

  @Test
  void skippedTestsSetNothingUp() {
    assertThat(
            found(
                new BackendNarrowerThanFixture(),
                "test_a.py",
                """
                import pytest

                @pytest.fixture(scope="session")
                async def pool():
                    yield 1

                @pytest.mark.anyio
                @pytest.mark.skip
                async def test_a(pool):
                    pass
                """))
        .isEmpty();
  }

  @Test
  void givenTestWithAnAsyncFixtureGetsARunnerForEachBackend() {
    assertThat(
            found(
                new GivenOverSeveralBackends(),
                "test_a.py",
                """
                import pytest
                from hypothesis import given, strategies as st

                @pytest.fixture(scope="module", autouse=True)
                async def keep(anyio_backend):
                    yield

                @pytest.mark.anyio
                @given(st.integers())
                async def test_a(number):
                    pass
                """))
        .isEmpty();
  }

  @Test
  void givenTestsOfTheNewestAnyioRunOnTheirBackends() {
    assertThat(
            found(
                new GivenOverSeveralBackends(),
                "requirements.txt",
                "pytest\nanyio>=4.16\ntrio\n",
                "test_a.py",
                """
                import pytest
                from hypothesis import given, strategies as st

                @pytest.mark.anyio
                @given(st.integers())
                async def test_a(number):
                    pass
                """))
        .isEmpty();
  }

  @Test
  void suppressedHealthCheckDoesNotFail() {
    assertThat(
            found(
                new GivenInBaseWithTwoSubclasses(),
                "test_a.py",
                """
                import pytest
                from hypothesis import HealthCheck, given, settings, strategies as st

                class Base:
                    @settings(suppress_health_check=[HealthCheck.differing_executors])
                    @given(st.integers())
                    async def test_a(self, number):
                        pass

                @pytest.mark.asyncio
                class TestA(Base):
                    pass

                @pytest.mark.asyncio
                class TestB(Base):
                    pass
                """))
        .isEmpty();
  }

  @Test
  void backendThatIsHandedOnMayWellBeRunByTrio() {
    assertThat(
            found(
                new AutoModeWithAnyioMarks(),
                "pytest.ini",
                "[pytest]\nasyncio_mode = auto\n",
                "test_a.py",
                """
                from app import client

                async def test_a(anyio_backend):
                    with client(backend=anyio_backend) as it:
                        assert it
                """))
        .isEmpty();
  }

  @Test
  void backendThatAFixtureTakesTooMayWellBeRunByTrio() {
    assertThat(
            found(
                new AutoModeWithAnyioMarks(),
                "pytest.ini",
                "[pytest]\nasyncio_mode = auto\n",
                "test_a.py",
                """
                import pytest
                from app import client

                @pytest.fixture
                def portal(anyio_backend):
                    with client(backend=anyio_backend) as it:
                        yield it

                async def test_a(anyio_backend, portal):
                    pass
                """))
        .isEmpty();
  }

  @Test
  void asyncioCodeBehindAGuardDoesNotRunOnTrio() {
    assertThat(
            found(
                new AsyncioOnlyUnderTrio(),
                "test_a.py",
                """
                import asyncio
                import pytest

                pytestmark = pytest.mark.anyio

                async def test_branches(anyio_backend_name):
                    if anyio_backend_name == "asyncio":
                        await asyncio.sleep(1)

                async def test_skips(anyio_backend_name):
                    if anyio_backend_name == "trio":
                        pytest.skip("asyncio only")
                    await asyncio.sleep(1)

                async def test_catches():
                    try:
                        asyncio.get_running_loop()
                    except RuntimeError:
                        pass

                async def test_expects():
                    with pytest.raises(RuntimeError):
                        asyncio.get_running_loop()

                async def test_leaves_early(kind):
                    for _ in kind:
                        return
                    await asyncio.sleep(1)

                async def test_defines():
                    async def later():
                        await asyncio.sleep(1)

                async def test_mentions():
                    sleep = asyncio.sleep
                    assert sleep

                @pytest.fixture
                def kind():
                    return "a"
                """))
        .isEmpty();
  }

  @Test
  void asyncioCodeOfATestThatAFixtureMaySkipIsNotJudged() {
    assertThat(
            found(
                new AsyncioOnlyUnderTrio(),
                "test_a.py",
                """
                import asyncio
                import pytest

                @pytest.fixture(autouse=True)
                def asyncio_only(anyio_backend_name):
                    if anyio_backend_name != "asyncio":
                        pytest.skip("asyncio only")

                @pytest.mark.anyio
                async def test_a():
                    await asyncio.sleep(1)
                """))
        .isEmpty();
  }

  @Test
  void asyncioCodeRunsIfAFixtureKeepsAsyncio() {
    assertThat(
            found(
                new AsyncioOnlyUnderTrio(),
                "test_a.py",
                """
                import asyncio
                import pytest

                @pytest.fixture(scope="module", autouse=True)
                async def keep():
                    yield

                @pytest.mark.anyio
                async def test_a():
                    await asyncio.sleep(1)
                """))
        .isEmpty();
  }

  @Test
  void markFromAHookIsNotTooLateForATestThatAsksForItsBackend() {
    assertThat(
            found(
                new MarkerAddedDuringCollection(),
                "conftest.py",
                """
                import pytest

                @pytest.fixture
                def anyio_backend():
                    return "asyncio"

                def pytest_collection_modifyitems(items):
                    for item in items:
                        item.add_marker(pytest.mark.anyio)
                """,
                "test_a.py",
                """
                async def test_a(anyio_backend):
                    pass
                """))
        .isEmpty();
  }

  @Test
  void markFromAHookIsNotTooLateForATestThatHasTheMarkAnyway() {
    assertThat(
            found(
                new MarkerAddedDuringCollection(),
                "conftest.py",
                """
                import pytest

                @pytest.fixture
                def anyio_backend():
                    return "asyncio"

                def pytest_collection_modifyitems(items):
                    for item in items:
                        item.add_marker(pytest.mark.anyio, append=False)
                """,
                "test_a.py",
                """
                import pytest

                pytestmark = pytest.mark.anyio

                async def test_a():
                    pass
                """))
        .isEmpty();
  }

  @Test
  void paramsThatTheFixtureComputesWithAreNotIgnored() {
    assertThat(
            found(
                new BackendParamsIgnored(),
                "conftest.py",
                """
                import pytest

                @pytest.fixture(params=["asyncio", "trio"])
                def anyio_backend(request):
                    return request.param, {}

                """,
                "test_a.py",
                """
                def test_a(anyio_backend):
                    pass
                """))
        .isEmpty();
  }

  @Test
  void twoPluginsInOneSuiteAreFineWhileEachKeepsToItsOwn() {
    assertThat(
            found(
                new FixtureOfTheOtherPlugin(),
                "test_a.py",
                """
                import pytest
                import pytest_asyncio

                @pytest_asyncio.fixture
                async def loop_bound():
                    yield 1

                @pytest.fixture
                async def portable(anyio_backend):
                    yield 1

                @pytest.mark.asyncio
                async def test_a(loop_bound):
                    pass

                @pytest.mark.anyio
                async def test_b(portable):
                    pass
                """))
        .isEmpty();
  }

  private List<String> found(Rule rule, String... pathsAndTexts) {
    return findings(rule, pathsAndTexts).stream()
        .map(it -> it.location().path() + ":" + it.location().line() + " " + it.severity().word())
        .toList();
  }

  private List<Finding> findings(Rule rule, String... pathsAndTexts) {
    Findings findings = new Findings();
    rule.check(WrittenSuite.in(directory, pathsAndTexts).model(), findings);
    return findings.inOrder();
  }

  @Test
  void whatAFindingSaysOfBackendsIsNotUnknown() {
    List<SuiteModel> suites =
        WrittenSuite.modelsIn(
            directory,
            "requirements.txt",
            "pytest\nanyio[trio]\n",
            "test_a.py",
            """
            import pytest

            @pytest.fixture(scope="module")
            async def pool():
                yield 1

            @pytest.mark.anyio
            async def test_a(pool):
                pass
            """);
    Outcome outcome =
        new Checker(RuleSet.all(), CheckSettings.everything(), path -> true).check(suites);
    assertThat(outcome.findings()).extracting(it -> it.rule().id()).containsExactly("LS030");
    assertThat(outcome.unknown()).isEmpty();
  }
}
