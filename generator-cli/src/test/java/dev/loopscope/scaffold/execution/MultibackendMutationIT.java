package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static dev.loopscope.scaffold.execution.Suite.CONFTEST;
import static dev.loopscope.scaffold.execution.Suite.ENTRIES;
import static dev.loopscope.scaffold.execution.Suite.LINE_SERVICE;
import static dev.loopscope.scaffold.execution.Suite.PROPERTIES;
import static dev.loopscope.scaffold.execution.Suite.PYPROJECT;
import static dev.loopscope.scaffold.execution.Suite.SUITES;

import dev.loopscope.scaffold.answers.value.LoopScope;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Breaks the loop contract of a multibackend suite, one way a test, and sees pytest fail for the
 * stated reason. A few edits are harmless; their tests say so. pytest-asyncio is installed beside
 * anyio.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class MultibackendMutationIT {
  private static final SuiteAnswers SESSION = SuiteAnswers.multibackend("asyncio,trio");

  private static final String OPENING =
      """
          async with open_client() as opened:
              with openings.record(opened, request):
                  yield opened
      """;
  private static final String ISOLATION =
      """
          async with isolate_client(shared_client) as isolated:
              yield isolated
      """;
  private static final String LENDING = "@pytest.fixture(scope=\"function\")\nasync def client";
  private static final String ARRANGING =
      "@pytest.fixture(scope=\"function\", autouse=True)\n    async def arranged(";
  private static final String OPENED_ON =
      "    anyio_backend: Backend,\n    openings: Openings,\n    request";
  private static final String OPENED = "    openings: Openings,\n    request";
  private static final String LENT_ON =
      "    anyio_backend: Backend,\n    openings: Openings,\n    shared_client: LineService";
  private static final String LENT = "    openings: Openings,\n    shared_client: LineService";
  private static final String ARRANGED_ON =
      "self,\n"
          + "        anyio_backend: Backend,\n"
          + "        client: LineClient,\n"
          + "    ) -> None:\n"
          + "        \"\"\"Keep";
  private static final String ARRANGED =
      "self,\n        client: LineClient,\n    ) -> None:\n        \"\"\"Keep";
  private static final String WITHOUT_A_MARK =
      " is async and has no mark; write it in a subclass of one in suites.py, or put"
          + " `@pytest.mark.anyio` above it";
  private static final String UNMARKED = "test_refusals::test_async_test_without_a_mark_is_refused";
  private static final String OVERRIDE =
      """
          @pytest.fixture(scope="session")
          @classmethod
          def anyio_backend(cls) -> str:
              return "asyncio"

      """;
  private static final String OVERRIDDEN =
      "does not get its backend from `anyio_backend` in the suite's conftest, but its fixtures do;"
          + " remove what overrides it";

  @Test
  void droppingAnyioBackendFromAFixtureIsCaughtAsATestThatRunsOnAnotherBackend(Workbench bench) {
    PytestRun run = run(bench, SESSION, MultibackendMutationIT::clientWithoutBackend);
    assertThatRun(run)
        .failsExactlyOn("trio")
        .eachBecause(
            "asyncio runs a test that asks for trio; look for an async fixture that does not take"
                + " `anyio_backend`");
  }

  @Test
  void droppingAnyioBackendFromAFixtureIsCaughtWithoutTheGuardToo(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                clientWithoutBackend(suite)
                    .edit(
                        SUITES, "        refuse_wrong_backend(request.node)\n", "        pass\n"));
    assertThatRun(run)
        .fails("TestLineServiceContract::test_backend_in_the_id_is_the_one_that_runs[trio]")
        .because("the test is named [trio], but asyncio runs it");
  }

  @Test
  void addingAFixtureWithoutAnyioBackendIsCaughtAsATestThatRunsOnAnotherBackend(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.append(
                    CONFTEST,
                    """


                    @pytest.fixture(scope="session", autouse=True)
                    async def held() -> AsyncIterator[None]:
                        yield
                    """));
    assertThatRun(run).failsExactlyOn("trio").eachBecause("asyncio runs a test that asks for trio");
  }

  @Test
  void droppingAnyioBackendIsHarmlessWhereAnotherFixtureTakesIt(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite -> suite.edit(CONFTEST, LENT_ON, LENT).edit(SUITES, ARRANGED_ON, ARRANGED));
    assertThatRun(run).isGreen("20 passed, 2 xfailed");
  }

  @Test
  void narrowingTheBackendIsAScopeMismatch(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    "@pytest.fixture(\n    scope=\"session\"",
                    "@pytest.fixture(\n    scope=\"function\""));
    assertThatRun(run)
        .failsEverywhere()
        .because("You tried to access the function scoped fixture anyio_backend with a session");
  }

  @Test
  void droppingTheBackendsOfTheSuiteIsRefused(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite -> suite.edit(CONFTEST, "def anyio_backend(", "def unused_backend("));
    assertThatRun(run)
        .failsEverywhere()
        .eachBecause("does not get its backend from `anyio_backend` in the suite's conftest");
  }

  @Test
  void takingTheNameOfTheBackendInsteadIsAScopeMismatch(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    OPENED_ON,
                    OPENED_ON.replace("backend: Backend", "backend_name: str")));
    assertThatRun(run)
        .failsEverywhere()
        .because("You tried to access the function scoped fixture anyio_backend_name");
  }

  @Test
  void narrowingTheFixtureToTheTestIsCaughtByItsOwner(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> clientOfScope(suite, "function"));
    assertThatRun(run)
        .fails(
            "TestLineServiceContract::test_resource_is_opened_once_for_each_session_and_backend[asyncio]",
            "TestLineServiceContract::test_resource_is_opened_once_for_each_session_and_backend[trio]")
        .because("test_resource_is_opened_once_for_each_session_and_backend[asyncio]', not for ''")
        .because("test_resource_is_opened_once_for_each_session_and_backend[trio]', not for ''");
  }

  @Test
  void wideningTheArrangingFixtureIsAScopeMismatch(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite -> suite.edit(SUITES, ARRANGING, ARRANGING.replace("function", "class")));
    assertThatRun(run)
        .failsEverywhere()
        .because("You tried to access the function scoped fixture client with a class scoped");
  }

  @Test
  void arrangingNothingIsCaughtByATestThatStartsFromIt(Workbench bench) {
    PytestRun run =
        run(bench, SESSION, suite -> suite.edit(SUITES, "await self.arrange()", "pass"));
    assertThatRun(run)
        .fails(
            "TestLineServiceGreets::test_stored_value_is_returned[asyncio]",
            "TestLineServiceGreets::test_stored_value_is_returned[trio]")
        .eachBecause("assert None == 'good morning'");
  }

  @Test
  void wideningTheLendingFixtureIsCaughtByTheContract(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite -> suite.edit(CONFTEST, LENDING, LENDING.replace("function", "session")));
    assertThatRun(run)
        .fails(
            "TestLineServiceContract::test_what_is_lent_again_holds_no_trace[asyncio]",
            "TestLineServiceContract::test_what_is_lent_again_holds_no_trace[trio]",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value[asyncio]",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value[trio]")
        .because("another test has left a trace in it")
        .because("assert 'good night' is None");
  }

  @Test
  void lendingWithoutIsolatingIsCaughtByTheContract(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite -> suite.edit(CONFTEST, ISOLATION, "    yield shared_client.client\n"));
    assertThatRun(run)
        .fails(
            "TestLineServiceContract::test_what_is_lent_again_holds_no_trace[asyncio]",
            "TestLineServiceContract::test_what_is_lent_again_holds_no_trace[trio]",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value[asyncio]",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value[trio]")
        .because("another test has left a trace in it")
        .because("assert 'good night' is None");
  }

  @Test
  void isolationThatUndoesNothingIsCaughtByTheContract(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    LINE_SERVICE, "        await service.client.clear()\n", "        pass\n"));
    assertThatRun(run)
        .fails(
            "TestLineServiceContract::test_what_a_test_leaves_is_gone_in_the_next[asyncio]",
            "TestLineServiceContract::test_what_a_test_leaves_is_gone_in_the_next[trio]",
            "TestLineServiceContract::test_what_is_lent_again_holds_no_trace[asyncio]",
            "TestLineServiceContract::test_what_is_lent_again_holds_no_trace[trio]",
            "TestLineServiceContract::test_what_is_lent_holds_no_trace[asyncio]",
            "TestLineServiceContract::test_what_is_lent_holds_no_trace[trio]",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value[asyncio]",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value[trio]")
        .because("the next test sees it too");
  }

  @Test
  void narrowingTheFixtureToTheClassIsCaughtByItsOwner(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> clientOfScope(suite, "class"));
    assertThatRun(run)
        .fails(
            "TestLineServiceContract::test_resource_is_opened_once_for_each_session_and_backend[asyncio]",
            "TestLineServiceContract::test_resource_is_opened_once_for_each_session_and_backend[trio]")
        .eachBecause(
            "cached for 'tests/test_loop_contract.py::TestLineServiceContract', not for ''");
  }

  @Test
  void wideningAModuleScopedSuiteIsCaughtByItsOwner(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION.scope(LoopScope.MODULE),
            suite ->
                suite
                    .edit(
                        CONFTEST,
                        "@pytest.fixture(\n    scope=\"module\"",
                        "@pytest.fixture(\n    scope=\"session\"")
                    .edit(
                        CONFTEST,
                        "@pytest.fixture(scope=\"module\")",
                        "@pytest.fixture(scope=\"session\")"));
    assertThatRun(run)
        .fails(
            "TestLineServiceContract::test_resource_is_opened_once_for_each_module_and_backend[asyncio]",
            "TestLineServiceContract::test_resource_is_opened_once_for_each_module_and_backend[trio]")
        .eachBecause("cached for '', not for 'tests/test_loop_contract.py'");
  }

  @Test
  void autoModeOfPytestAsyncioIsCaughtAsATestThatRunsOnAnotherBackend(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                pytestAsyncioLetIn(suite)
                    .edit(
                        PYPROJECT,
                        "xfail_strict = true\n",
                        """
                        xfail_strict = true
                        asyncio_mode = "auto"
                        asyncio_default_fixture_loop_scope = "session"
                        """));
    assertThatRun(run)
        .failsAtLeast(
            "TestLineServiceContract::test_backend_in_the_id_is_the_one_that_runs[trio]",
            "TestLineServiceContract::test_resource_lives_in_the_run_of_the_test[trio]")
        .because("the test is named [trio], but asyncio runs it");
  }

  @Test
  void autoModeOfAnyioItselfIsHarmless(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    PYPROJECT,
                    "xfail_strict = true\n",
                    "xfail_strict = true\nanyio_mode = \"auto\"\n"));
    assertThatRun(run).isGreen("20 passed, 3 xfailed");
  }

  @Test
  void autoModeIsUnknownWhilePytestAsyncioIsKeptOut(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    PYPROJECT,
                    "xfail_strict = true\n",
                    "xfail_strict = true\nasyncio_mode = \"auto\"\n"));
    assertThatRun(run).doesNotStart(4, "Unknown config option: asyncio_mode");
  }

  @Test
  void pytestAsyncioLetInWithoutItsSettingsStopsTheRun(Workbench bench) {
    PytestRun run = run(bench, SESSION, MultibackendMutationIT::pytestAsyncioLetIn);
    assertThatRun(run)
        .doesNotStart(
            3, "The configuration option \"asyncio_default_fixture_loop_scope\" is unset.");
  }

  @Test
  void markOfPytestAsyncioOnASubclassIsAnError(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                pytestAsyncioLetIn(importingPytest(suite))
                    .edit(
                        PYPROJECT,
                        "xfail_strict = true\n",
                        """
                        xfail_strict = true
                        asyncio_mode = "strict"
                        asyncio_default_fixture_loop_scope = "session"
                        """)
                    .edit(
                        ENTRIES,
                        "class TestLineServiceIsEmpty",
                        "@pytest.mark.asyncio\nclass TestLineServiceIsEmpty"));
    assertThatRun(run)
        .fails(
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value[asyncio]",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value[trio]")
        .eachBecause("requested async @pytest.fixture");
  }

  @Test
  void subclassWithABackendOfItsOwnIsRefused(Workbench bench) {
    PytestRun run = run(bench, SESSION, MultibackendMutationIT::overrideInASubclass);
    assertThatRun(run)
        .fails("TestLineServiceIsEmpty::test_unknown_key_has_no_value")
        .eachBecause(OVERRIDDEN);
  }

  @Test
  void subclassWithABackendOfItsOwnIsCaughtWithoutTheGuardToo(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                overrideInASubclass(suite)
                    .edit(CONFTEST, "    refuse_another_backend(item)\n", "    del item\n"));
    assertThatRun(run)
        .failsAtLeast(
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value",
            "TestLineServiceWithABackendOfItsOwn::test_override_is_refused",
            UNMARKED)
        .because("runs a test that asks for None");
  }

  @Test
  void moduleWithABackendOfItsOwnIsRefused(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                importingPytest(suite)
                    .append(
                        ENTRIES,
                        """


                        @pytest.fixture(scope="session")
                        def anyio_backend() -> str:
                            return "asyncio"
                        """));
    assertThatRun(run)
        .fails(
            "TestLineServiceGreets::test_stored_value_is_returned",
            "TestLineServiceGreets::test_value_can_be_replaced",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value")
        .eachBecause(OVERRIDDEN);
  }

  @Test
  void classParametrizedWithABackendOfItsOwnIsRefused(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                importingPytest(suite)
                    .edit(
                        ENTRIES,
                        "class TestLineServiceIsEmpty",
                        """
                        @pytest.mark.parametrize("anyio_backend", ["asyncio"], scope="session")
                        class TestLineServiceIsEmpty\
                        """));
    assertThatRun(run)
        .fails("TestLineServiceIsEmpty::test_unknown_key_has_no_value[asyncio]")
        .eachBecause(OVERRIDDEN);
  }

  @Test
  void markAddedAfterCollectionIsHarmlessInTheBase(Workbench bench) {
    PytestRun run = run(bench, SESSION, MultibackendMutationIT::markAddedAfterCollection);
    assertThatRun(run).isGreen("20 passed, 3 xfailed");
  }

  @Test
  void markAddedAfterCollectionToAnOverriddenBackendIsRefused(Workbench bench) {
    PytestRun run =
        run(bench, SESSION, suite -> overrideInASubclass(markAddedAfterCollection(suite)));
    assertThatRun(run)
        .fails("TestLineServiceIsEmpty::test_unknown_key_has_no_value")
        .eachBecause(OVERRIDDEN);
  }

  @Test
  void markAddedAfterCollectionToATestOutsideTheBaseIsRefused(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                markAddedAfterCollection(suite)
                    .append(
                        "tests/test_outside.py",
                        """
                        import pytest


                        @pytest.fixture
                        def anyio_backend():
                            return "asyncio"


                        async def test_outside(): ...
                        """));
    assertThatRun(run)
        .fails("test_outside::test_outside[asyncio]", "test_outside::test_outside[trio]")
        .eachBecause(OVERRIDDEN);
  }

  @Test
  void droppingTheMarkOfTheBaseIsCaughtByTheRefusedOverride(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> suite.edit(SUITES, "@pytest.mark.anyio\n", ""));
    assertThatRun(run)
        .fails("TestLineServiceWithABackendOfItsOwn::test_override_is_refused")
        .because(WITHOUT_A_MARK);
  }

  @Test
  void testThatInheritsNoBaseIsAnError(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite -> suite.append(ENTRIES, "\n\nasync def test_outside() -> None: ...\n"));
    assertThatRun(run).fails("test_entries::test_outside").because(WITHOUT_A_MARK);
  }

  @Test
  void idsThatNameEachOtherAreCaught(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite
                    .edit(CONFTEST, "{\"use_uvloop\": False}), id=\"asyncio\"", "{}), id=\"trio\"")
                    .edit(
                        CONFTEST,
                        "Backend(\"trio\", {}), id=\"trio\"",
                        "Backend(\"trio\", {}), id=\"asyncio\""));
    assertThatRun(run)
        .fails(
            "TestLineServiceContract::test_backend_in_the_id_is_the_one_that_runs[asyncio]",
            "TestLineServiceContract::test_backend_in_the_id_is_the_one_that_runs[trio]")
        .because("the test is named [trio], but asyncio runs it")
        .because("the test is named [asyncio], but trio runs it");
  }

  @Test
  void uvloopSwappedForAsyncioIsCaught(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SuiteAnswers.multibackend("asyncio,uvloop"),
            suite -> suite.edit(CONFTEST, "{\"use_uvloop\": True}", "{\"use_uvloop\": False}"));
    assertThatRun(run)
        .fails("TestLineServiceContract::test_backend_in_the_id_is_the_one_that_runs[uvloop]")
        .because("the test is named [uvloop], but asyncio runs it");
  }

  @Test
  void codeOfAsyncioAloneFailsOnTrio(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite
                    .edit(ENTRIES, "\nfrom .resources", "\nimport asyncio\n\nfrom .resources")
                    .edit(
                        ENTRIES,
                        "        assert await client.get(\"greeting\") is None",
                        "        await asyncio.sleep(0.01)"));
    assertThatRun(run)
        .fails("TestLineServiceIsEmpty::test_unknown_key_has_no_value[trio]")
        .because("no running event loop");
  }

  @Test
  void resourceOpenedTwiceIsCounted(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    OPENING,
                    """
                        async with open_client() as spare, open_client() as opened:
                            with openings.record(spare, request):
                                with openings.record(opened, request):
                                    yield opened
                    """));
    assertThatRun(run)
        .fails(
            "TestLineServiceContract::test_resource_is_opened_once_for_each_session_and_backend[asyncio]",
            "TestLineServiceContract::test_resource_is_opened_once_for_each_session_and_backend[trio]")
        .eachBecause("opened 2 times in one run of a backend");
  }

  @Test
  void anotherFixtureOfTheSameTypeIsCountedByItself(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    OPENING,
                    OPENING
                        + """


                        @pytest.fixture(scope="session", autouse=True)
                        async def spare(
                            anyio_backend: Backend, openings: Openings, request: pytest.FixtureRequest
                        ) -> AsyncIterator[LineService]:
                            async with open_client() as opened:
                                with openings.record(opened, request):
                                    yield opened
                        """));
    assertThatRun(run).isGreen("20 passed, 3 xfailed");
  }

  @Test
  void resourceThatIsNotRecordedIsCaught(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    OPENING,
                    "    async with open_client() as opened:\n        yield opened\n"));
    assertThatRun(run)
        .failsEverywhere()
        .eachBecause("was opened by a fixture that does not record it in `openings`");
  }

  @Test
  void resourceThatIsNotClosedIsCaughtAtTheEnd(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    OPENING,
                    """
                        async with open_client() as opened:
                            openings.record(opened, request).__enter__()
                            yield opened
                    """));
    assertThatRun(run).fails(UNMARKED).because("and not closed in it");
  }

  @Test
  void resourceThatIsClosedInAnotherRunIsCaught(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite
                    .edit(CONFTEST, "\nimport pytest\n", "\nimport anyio\nimport pytest\n")
                    .edit(
                        CONFTEST,
                        OPENING,
                        """
                            async with open_client() as opened:
                                recording = openings.record(opened, request)
                                recording.__enter__()

                                async def close() -> None:
                                    recording.__exit__(None, None, None)

                                request.addfinalizer(lambda: anyio.run(close))
                                yield opened
                        """));
    assertThatRun(run)
        .failsAtLeast("TestLineServiceGreets::test_stored_value_is_returned[trio]")
        .because("but is closed in");
  }

  @Test
  void propertyWithNothingToHoldTheBackendIsCaughtWhereAnyioRunsItOnAnother(Workbench bench) {
    SuiteAnswers answers = SESSION.withHypothesis();
    Suite suite = bench.suite(answers);
    suite.edit(
        PROPERTIES,
        "class TestLineServiceProperties(LineServiceSuite)",
        "@pytest.mark.anyio\nclass TestLineServiceProperties");
    // anyio 4.16 runs each backend's examples on that backend; the suite's floor does not.
    List<String> floors = answers.dependencyGroups().floors("dev");
    Venv venv = bench.venvs().of(bench.oldestPython(), floors);
    PytestRun run =
        bench.pytest(venv, suite, "-k", "test_every_example_runs_on_the_backend_in_the_id");
    assertThatRun(run)
        .fails("TestLineServiceProperties::test_every_example_runs_on_the_backend_in_the_id[trio]")
        .because("asyncio runs example 0");
  }

  private static PytestRun run(
      Workbench bench, SuiteAnswers answers, UnaryOperator<Suite> mutation, String... options) {
    Suite suite = mutation.apply(bench.suite(answers));
    return bench.forkedPytest(bench.crowdedVenv(), suite, options);
  }

  private static Suite clientWithoutBackend(Suite suite) {
    return suite
        .edit(CONFTEST, OPENED_ON, OPENED)
        .edit(CONFTEST, LENT_ON, LENT)
        .edit(SUITES, ARRANGED_ON, ARRANGED);
  }

  private static Suite clientOfScope(Suite suite, String scope) {
    return suite.edit(
        CONFTEST,
        "@pytest.fixture(scope=\"session\")\nasync def shared_client",
        "@pytest.fixture(scope=\"" + scope + "\")\nasync def shared_client");
  }

  private static Suite pytestAsyncioLetIn(Suite suite) {
    return suite.edit(PYPROJECT, ", \"-p\", \"no:asyncio\"", "");
  }

  private static Suite overrideInASubclass(Suite suite) {
    return importingPytest(suite)
        .edit(
            ENTRIES,
            "    async def test_unknown_key_has_no_value",
            OVERRIDE + "    async def test_unknown_key_has_no_value");
  }

  /** Takes the mark from the base, and gives it to every test when all are collected. */
  private static Suite markAddedAfterCollection(Suite suite) {
    return suite
        .edit(SUITES, "@pytest.mark.anyio\n", "")
        .append(
            CONFTEST,
            """


            def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
                for item in items:
                    item.add_marker(pytest.mark.anyio)
            """);
  }

  private static Suite importingPytest(Suite suite) {
    return suite.edit(ENTRIES, "\nfrom .resources", "\nimport pytest\n\nfrom .resources");
  }
}
