package dev.loopscope.scaffold.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fix cannot do without harm, or without a guess, is left to a person. */
class NoFixTest {
  @TempDir Path directory = Path.of("");

  private void assertNoFix(String rule, JudgedSuite suite) {
    List<Finding> found =
        suite.findings().stream().filter(it -> it.rule().id().equals(rule)).toList();
    assertThat(found).isNotEmpty();
    assertThat(found).allMatch(it -> it.fix().isEmpty());
  }

  private JudgedSuite suite() {
    return new JudgedSuite(directory);
  }

  @Test
  void packageLoopBesideAFixtureThatIsOnItWithoutSayingSo() {
    assertNoFix(
        "LS014",
        suite()
            .test(
                """
                @pytest_asyncio.fixture(scope="package")
                async def jobs():
                    return []

                @pytest.mark.asyncio(loop_scope="package")
                async def test_it(jobs):
                    pass
                """));
  }

  @Test
  void classLoopOutsideOfAClassWithFixturesOnSeveralLoops() {
    assertNoFix(
        "LS015",
        suite()
            .test(
                """
                @pytest_asyncio.fixture(loop_scope="module")
                async def wide():
                    return []

                @pytest_asyncio.fixture
                async def narrow():
                    return []

                @pytest.mark.asyncio(loop_scope="class")
                async def test_it(wide, narrow):
                    pass
                """));
  }

  @Test
  void markThatLosesInOneClassAndCountsInAnother() {
    assertNoFix(
        "LS016",
        suite()
            .test(
                """
                class Sharing:
                    pytestmark = pytest.mark.asyncio(loop_scope="class")

                class Isolated:
                    pytestmark = pytest.mark.asyncio(loop_scope="function")

                class TestBoth(Isolated, Sharing):
                    async def test_it(self):
                        pass

                class TestOne(Isolated):
                    async def test_it(self):
                        pass
                """));
  }

  @Test
  void policyInATestModule() {
    assertNoFix(
        "LS013",
        suite()
            .test(
                """
                class Policy(asyncio.DefaultEventLoopPolicy):
                    pass

                @pytest.fixture
                def event_loop_policy():
                    return Policy()

                @pytest.mark.asyncio
                async def test_it():
                    pass
                """));
  }

  @Test
  void policyWhereAReleaseIsAllowedThatDoesNotKnowTheHook() {
    assertNoFix(
        "LS013",
        suite()
            .with("requirements.txt", "pytest-asyncio>=1.0\n")
            .with(
                "conftest.py",
                """
                import asyncio
                import pytest

                class Policy(asyncio.DefaultEventLoopPolicy):
                    pass

                @pytest.fixture
                def event_loop_policy():
                    return Policy()
                """)
            .test("@pytest.mark.asyncio\nasync def test_it():\n    pass\n"));
  }

  @Test
  void syncFixtureOfTestsOnTwoLoops() {
    assertNoFix(
        "LS025",
        suite()
            .test(
                """
                @pytest.fixture
                def now():
                    return asyncio.get_event_loop().time()

                @pytest.mark.asyncio
                async def test_it(now):
                    pass

                @pytest.mark.asyncio(loop_scope="session")
                async def test_other(now):
                    pass
                """));
  }

  @Test
  void loopThatRunsForEverAndRunsWithArguments() {
    assertNoFix(
        "LS025",
        suite()
            .test(
                """
                @pytest.mark.asyncio
                async def test_it():
                    asyncio.run(asyncio.sleep(0), debug=True)

                @pytest.mark.asyncio
                async def test_for_ever():
                    asyncio.get_event_loop().run_forever()
                """));
  }

  @Test
  void syncTestThatClosesItsLoop() {
    assertNoFix(
        "LS025",
        suite()
            .test(
                """
                @pytest.mark.asyncio
                async def test_it():
                    pass

                def test_sync():
                    loop = asyncio.get_event_loop()
                    loop.run_until_complete(asyncio.sleep(0))
                    loop.close()
                """));
  }

  @Test
  void autoModeOfATestThatHasNoMark() {
    assertNoFix(
        "LS035",
        suite()
            .on(">=1.0", "asyncio_mode = auto")
            .test(
                """
                @pytest.mark.anyio
                async def test_anyio():
                    pass

                async def test_asyncio():
                    pass
                """));
  }

  @Test
  void autoModeThatAFixtureOfPytestNeeds() {
    assertNoFix(
        "LS035",
        suite()
            .on(">=1.0", "asyncio_mode = auto")
            .test(
                """
                @pytest.fixture
                async def jobs():
                    return []

                @pytest.mark.anyio
                async def test_anyio():
                    pass

                @pytest.mark.asyncio
                async def test_asyncio(jobs):
                    pass
                """));
  }

  @Test
  void asyncioOnTrioInASuiteWithABackendOfItsOwn() {
    assertNoFix(
        "LS036",
        suite()
            .test(
                """
                @pytest.fixture(params=["asyncio", "trio"])
                def anyio_backend(request):
                    return request.param

                @pytest.mark.anyio
                async def test_it():
                    await asyncio.gather(asyncio.sleep(0))
                """));
  }

  @Test
  void backendNameOfABackendOfTheSuite() {
    assertNoFix(
        "LS038",
        suite()
            .test(
                """
                @pytest.fixture(scope="module", params=[("asyncio", {})])
                def anyio_backend(request):
                    return request.param

                @pytest.fixture(scope="module")
                async def orders(anyio_backend_name):
                    return [anyio_backend_name]

                @pytest.mark.anyio
                async def test_it(orders):
                    pass
                """));
  }

  @Test
  void fixtureOfTheOtherPluginThatItsOwnTestsUse() {
    assertNoFix(
        "LS039",
        suite()
            .test(
                """
                @pytest_asyncio.fixture
                async def jobs():
                    return []

                @pytest.mark.anyio
                async def test_anyio(jobs):
                    pass

                @pytest.mark.asyncio
                async def test_asyncio(jobs):
                    pass
                """));
  }

  @Test
  void backendThatNobodyReadsWhereAFixtureIsMadeForPytestAsyncio() {
    assertNoFix(
        "LS045",
        suite()
            .on(">=1.0", "asyncio_mode = auto")
            .test(
                """
                @pytest.fixture
                def anyio_backend():
                    return "trio"

                @pytest_asyncio.fixture
                async def jobs():
                    return []

                async def test_it(jobs):
                    pass
                """));
  }

  @Test
  void hypothesisTestBesideASyncOneOfItsModule() {
    assertNoFix(
        "LS033",
        suite()
            .with("requirements.txt", "anyio<4.16\ntrio\nhypothesis\n")
            .test(
                """
                from hypothesis import given, strategies

                @pytest.mark.anyio
                @given(number=strategies.integers())
                async def test_it(number):
                    pass

                def test_sync():
                    pass
                """));
  }
}
