package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static dev.loopscope.scaffold.execution.Suite.CONFTEST;
import static dev.loopscope.scaffold.execution.Suite.ENTRIES;
import static dev.loopscope.scaffold.execution.Suite.LINE_SERVICE;
import static dev.loopscope.scaffold.execution.Suite.PROPERTIES;
import static dev.loopscope.scaffold.execution.Suite.PYPROJECT;
import static dev.loopscope.scaffold.execution.Suite.SUITES;

import dev.loopscope.scaffold.answers.value.LoopScope;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Breaks the loop contract of an explicit-scope suite, one way a test, and sees pytest fail for the
 * stated reason. A few edits are harmless; their tests say so.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class ExplicitScopeMutationIT {
  private static final SuiteAnswers SESSION = SuiteAnswers.explicitScope("asyncio");
  private static final SuiteAnswers UVLOOP = SuiteAnswers.explicitScope("uvloop");
  private static final SuiteAnswers BOTH = SuiteAnswers.explicitScope("asyncio,uvloop");

  private static final String FIXTURE =
      "@pytest_asyncio.fixture(scope=\"session\", loop_scope=\"session\")";
  private static final String LENDING =
      "@pytest_asyncio.fixture(scope=\"function\", loop_scope=\"session\")";
  private static final String ARRANGING =
      "@pytest_asyncio.fixture(scope=\"function\", loop_scope=\"session\", autouse=True)";
  private static final String MARK = "pytest.mark.asyncio(loop_scope=\"session\")";
  private static final String TEST_DEFAULT = "asyncio_default_test_loop_scope = \"session\"";
  private static final String FIXTURE_DEFAULT = "asyncio_default_fixture_loop_scope = \"session\"";
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
  private static final String WITHOUT_A_MARK =
      " is async and has no mark; write it in a subclass of one in suites.py, or put"
          + " `@pytest.mark.asyncio(loop_scope=\"session\")` above it";
  private static final String UNMARKED = "test_refusals::test_async_test_without_a_mark_is_refused";

  @Test
  void narrowingTheLoopScopeOfTheFixtureIsAScopeMismatch(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    FIXTURE,
                    "@pytest_asyncio.fixture(scope=\"session\", loop_scope=\"function\")"));
    assertThatRun(run).failsEverywhere().because("ScopeMismatch");
  }

  @Test
  void narrowingBothScopesOfTheFixtureIsCaughtAsAnotherLoop(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    FIXTURE,
                    "@pytest_asyncio.fixture(scope=\"function\", loop_scope=\"function\")"));
    assertThatRun(run).failsEverywhere().eachBecause("but is lent on");
  }

  @Test
  void narrowingTheCachingOfTheFixtureIsCaughtByItsOwner(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    FIXTURE,
                    "@pytest_asyncio.fixture(scope=\"class\", loop_scope=\"session\")"));
    assertThatRun(run)
        .fails("TestLineServiceContract::test_resource_is_opened_once_for_each_session")
        .because("cached for 'tests/test_loop_contract.py::TestLineServiceContract', not for ''");
  }

  @Test
  void movingTheFixtureToTheLoopOfTheModuleIsCaughtAsAnotherLoop(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    FIXTURE,
                    "@pytest_asyncio.fixture(scope=\"module\", loop_scope=\"module\")"));
    assertThatRun(run).failsEverywhere().eachBecause("but is lent on");
  }

  @Test
  void wideningTheFixtureOfAModuleScopedSuiteIsCaughtAsAnotherLoop(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION.scope(LoopScope.MODULE),
            suite -> suite.edit(CONFTEST, FIXTURE.replace("session", "module"), FIXTURE));
    assertThatRun(run)
        .failsAtLeast(
            "TestLineServiceContract::test_resource_lives_on_the_loop_of_the_test",
            "TestLineServiceContract::test_resource_is_opened_once_for_each_module")
        .eachBecause("but is lent on");
  }

  @Test
  void narrowingTheLoopScopeOfTheArrangingFixtureFailsWhereItTouchesTheResource(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    SUITES,
                    ARRANGING,
                    ARRANGING.replace("loop_scope=\"session\"", "loop_scope=\"function\"")));
    assertThatRun(run)
        .failsAtLeast("TestLineServiceGreets::test_stored_value_is_returned")
        .because("attached to a different loop");
  }

  @Test
  void wideningTheArrangingFixtureIsAScopeMismatch(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    SUITES, ARRANGING, ARRANGING.replace("scope=\"function\"", "scope=\"class\"")));
    assertThatRun(run)
        .failsEverywhere()
        .because("You tried to access the function scoped fixture client with a class scoped");
  }

  @Test
  void arrangingNothingIsCaughtByATestThatStartsFromIt(Workbench bench) {
    PytestRun run =
        run(bench, SESSION, suite -> suite.edit(SUITES, "await self.arrange()", "pass"));
    assertThatRun(run)
        .fails("TestLineServiceGreets::test_stored_value_is_returned")
        .because("assert None == 'good morning'");
  }

  @Test
  void narrowingTheLoopScopeOfTheLendingFixtureIsCaughtAsAnotherLoop(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(
                    CONFTEST,
                    LENDING,
                    LENDING.replace("loop_scope=\"session\"", "loop_scope=\"function\"")));
    assertThatRun(run).failsEverywhere().eachBecause("but is lent on");
  }

  @Test
  void wideningTheLendingFixtureIsCaughtByTheContract(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> suite.edit(CONFTEST, LENDING, FIXTURE));
    assertThatRun(run)
        .fails(
            "TestLineServiceContract::test_what_is_lent_again_holds_no_trace",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value")
        .because("another test has left a trace in it")
        .because("assert 'good night' is None");
  }

  @Test
  void lendingWithoutIsolatingIsCaughtByTheContract(Workbench bench) {
    PytestRun run = run(bench, SESSION, ExplicitScopeMutationIT::notIsolated);
    assertThatRun(run)
        .fails(
            "TestLineServiceContract::test_what_is_lent_again_holds_no_trace",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value")
        .because("another test has left a trace in it")
        .because("assert 'good night' is None");
  }

  @Test
  void lendingWithoutIsolatingIsCaughtByTheContractInTheOtherOrderToo(Workbench bench) {
    String contract = "tests/test_loop_contract.py::TestLineServiceContract::";
    PytestRun run =
        run(
            bench,
            SESSION,
            ExplicitScopeMutationIT::notIsolated,
            contract + "test_what_is_lent_again_holds_no_trace",
            contract + "test_what_is_lent_holds_no_trace");
    assertThatRun(run)
        .fails("TestLineServiceContract::test_what_is_lent_holds_no_trace")
        .because("another test has left a trace in it");
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
            "TestLineServiceContract::test_what_a_test_leaves_is_gone_in_the_next",
            "TestLineServiceContract::test_what_is_lent_again_holds_no_trace",
            "TestLineServiceContract::test_what_is_lent_holds_no_trace",
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value")
        .because("the next test sees it too");
  }

  @Test
  void traceThatCannotBeFoundIsCaughtByTheContract(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite.edit(LINE_SERVICE, "await client.set(\"trace\", \"left\")", "del client"));
    assertThatRun(run)
        .fails("TestLineServiceContract::test_what_a_test_leaves_is_gone_in_the_next")
        .because("a test does not see what it did itself");
  }

  @Test
  void droppingTheLoopScopeOfTheFixtureFallsBackToTheDefaultOfTheProject(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite
                    .edit(CONFTEST, FIXTURE, "@pytest_asyncio.fixture(scope=\"session\")")
                    .edit(
                        PYPROJECT,
                        FIXTURE_DEFAULT,
                        FIXTURE_DEFAULT.replace("session", "function")));
    assertThatRun(run).failsEverywhere().because("ScopeMismatch");
  }

  @Test
  void makingTheFixtureOneOfPytestItselfIsAnError(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite -> suite.edit(CONFTEST, FIXTURE, "@pytest.fixture(scope=\"session\")"));
    assertThatRun(run).failsEverywhere().because("requested an async fixture 'shared_client'");
  }

  @Test
  void makingTheLendingFixtureOneOfPytestItselfIsAnError(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite -> suite.edit(CONFTEST, LENDING, "@pytest.fixture(scope=\"function\")"));
    assertThatRun(run).failsEverywhere().because("requested an async fixture 'client'");
  }

  @Test
  void bareMarkWithANarrowDefaultIsRefused(Workbench bench) {
    PytestRun run = run(bench, SESSION, ExplicitScopeMutationIT::bareMarkWithANarrowDefault);
    assertThatRun(run)
        .failsEverywhere()
        .eachBecause(
            "asks for a loop of scope \"function\", but the fixtures of this suite live on a loop"
                + " of scope \"session\"; remove the mark");
  }

  @Test
  void bareMarkWithANarrowDefaultIsCaughtWithoutTheGuardToo(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> bareMarkWithANarrowDefault(unguarded(suite)));
    assertThatRun(run)
        .fails(
            "TestLineServiceGreets::test_stored_value_is_returned",
            "TestLineServiceGreets::test_value_can_be_replaced",
            "TestLineServiceContract::test_resource_lives_on_the_loop_of_the_test",
            "TestLineServiceContract::test_what_a_test_leaves_is_gone_in_the_next",
            "TestLineServiceContract::test_what_is_lent_holds_no_trace",
            "TestLineServiceWithAMarkOfItsOwn::test_class_stays_on_the_loop_of_the_base",
            "TestLineServiceWithAMarkOfItsOwn::test_method_with_a_mark_of_its_own_is_refused",
            UNMARKED)
        .because("but the test runs on")
        .because("attached to a different loop");
  }

  @Test
  void bareMarkIsHarmlessWhileTheDefaultIsTheSuitesOwn(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> suite.edit(SUITES, MARK, "pytest.mark.asyncio"));
    assertThatRun(run).isGreen("11 passed, 2 xfailed");
  }

  @Test
  void baseWithAnotherLoopScopeIsRefused(Workbench bench) {
    PytestRun run = run(bench, SESSION, ExplicitScopeMutationIT::baseOnTheLoopOfTheModule);
    assertThatRun(run).failsEverywhere().eachBecause("asks for a loop of scope \"module\"");
  }

  @Test
  void baseWithAnotherLoopScopeIsCaughtWithoutTheGuardToo(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> baseOnTheLoopOfTheModule(unguarded(suite)));
    assertThatRun(run)
        .failsAtLeast("TestLineServiceContract::test_resource_lives_on_the_loop_of_the_test")
        .because("but the test runs on");
  }

  @Test
  void packageLoopScopeIsRefused(Workbench bench) {
    PytestRun run =
        run(bench, SESSION, suite -> suite.edit(SUITES, MARK, MARK.replace("session", "package")));
    assertThatRun(run).failsEverywhere().eachBecause("asks for a loop of scope \"package\"");
  }

  @Test
  void droppingTheMarkOfTheBaseIsAnError(Workbench bench) {
    PytestRun run =
        run(bench, SESSION, suite -> suite.edit(SUITES, "    pytestmark = " + MARK + "\n", ""));
    assertThatRun(run)
        .failsEverywhere()
        .because(WITHOUT_A_MARK)
        .because("asks for a loop of scope \"function\"");
  }

  @Test
  void testThatInheritsNoBaseIsAnError(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite -> suite.append(ENTRIES, "\n\nasync def test_outside(client): ...\n"));
    assertThatRun(run).fails("test_entries::test_outside").because(WITHOUT_A_MARK);
  }

  @Test
  void testThatInheritsNoBaseIsRefusedOnAnotherLoop(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                importingPytest(suite)
                    .append(
                        ENTRIES,
                        """


                        @pytest.mark.asyncio(loop_scope="function")
                        async def test_outside(client): ...
                        """));
    assertThatRun(run)
        .fails("test_entries::test_outside")
        .because("asks for a loop of scope \"function\"");
  }

  @Test
  void markOfASubclassIsIgnored(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                importingPytest(suite)
                    .edit(
                        ENTRIES,
                        "class TestLineServiceIsEmpty",
                        "@pytest.mark.asyncio(loop_scope=\"function\")\n"
                            + "class TestLineServiceIsEmpty"));
    assertThatRun(run).isGreen("11 passed, 2 xfailed");
  }

  @Test
  void subclassWhoseMarkWonWouldBeRefused(Workbench bench) {
    PytestRun run = run(bench, SESSION, ExplicitScopeMutationIT::markOfASubclassWins);
    assertThatRun(run)
        .fails("TestLineServiceWithAMarkOfItsOwn::test_class_stays_on_the_loop_of_the_base")
        .because("asks for a loop of scope \"function\"");
  }

  @Test
  void subclassWhoseMarkWonWouldBeCaughtWithoutTheGuardToo(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> markOfASubclassWins(unguarded(suite)));
    assertThatRun(run)
        .fails(
            "TestLineServiceWithAMarkOfItsOwn::test_class_stays_on_the_loop_of_the_base",
            "TestLineServiceWithAMarkOfItsOwn::test_method_with_a_mark_of_its_own_is_refused",
            UNMARKED)
        .because("assert openings.of(shared_client).loop is asyncio.get_running_loop()");
  }

  @Test
  void methodWithAMarkOfItsOwnIsRefused(Workbench bench) {
    PytestRun run = run(bench, SESSION, ExplicitScopeMutationIT::methodWithAMarkOfItsOwn);
    assertThatRun(run)
        .fails("TestLineServiceIsEmpty::test_unknown_key_has_no_value")
        .because("asks for a loop of scope \"function\"");
  }

  @Test
  void methodWithAMarkOfItsOwnIsCaughtWithoutTheGuardToo(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> methodWithAMarkOfItsOwn(unguarded(suite)));
    assertThatRun(run)
        .fails(
            "TestLineServiceIsEmpty::test_unknown_key_has_no_value",
            "TestLineServiceContract::test_what_a_test_leaves_is_gone_in_the_next",
            "TestLineServiceWithAMarkOfItsOwn::test_method_with_a_mark_of_its_own_is_refused",
            UNMARKED)
        .because("attached to a different loop")
        .because("[XPASS(strict)]");
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
        .fails("TestLineServiceContract::test_resource_is_opened_once_for_each_session")
        .because("opened 2 times on one loop");
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


                        @pytest_asyncio.fixture(scope="session", loop_scope="session", autouse=True)
                        async def spare(
                            openings: Openings, request: pytest.FixtureRequest
                        ) -> AsyncIterator[LineService]:
                            async with open_client() as opened:
                                with openings.record(opened, request):
                                    yield opened
                        """));
    assertThatRun(run).isGreen("11 passed, 2 xfailed");
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
    assertThatRun(run).fails(UNMARKED).because("and not closed on it");
  }

  @Test
  void resourceThatIsClosedOnAnotherLoopIsCaught(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> closing(suite, "request.addfinalizer"));
    assertThatRun(run).failsAtLeast(UNMARKED).because("but is closed on");
  }

  @Test
  void resourceThatIsClosedAfterItsLoopIsCaught(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION.scope(LoopScope.MODULE),
            suite -> closing(suite, "request.session.addfinalizer"));
    assertThatRun(run).failsAtLeast(UNMARKED).because("and not closed on it");
  }

  @Test
  void resourceThatStaysOpenIsCaught(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite
                    .edit(
                        LINE_SERVICE,
                        "            writer.close()\n            await writer.wait_closed()\n\n",
                        "            pass\n\n")
                    .edit(LINE_SERVICE, "        await asyncio.gather(*conversations)\n", ""));
    assertThatRun(run)
        .failsAtLeast("TestLineServiceContract::test_resource_closes_on_the_open_loop")
        .because("it answers after it was closed");
  }

  @Test
  void idThatNamesAnotherKindOfLoopIsCaught(Workbench bench) {
    PytestRun run = run(bench, BOTH, ExplicitScopeMutationIT::uvloopSwapped);
    assertThatRun(run)
        .fails("TestLineServiceContract::test_backend_in_the_id_is_the_one_that_runs[uvloop]")
        .because("the test is named [uvloop], but asyncio runs it");
  }

  @Test
  void anotherKindOfLoopThanUvloopIsRefused(Workbench bench) {
    PytestRun run = run(bench, UVLOOP, ExplicitScopeMutationIT::uvloopSwapped);
    assertThatRun(run).failsEverywhere().eachBecause("was opened on asyncio");
  }

  @Test
  void testThatIsNotAsyncCannotOpenTheResourceOfUvloop(Workbench bench) {
    PytestRun run =
        run(
            bench,
            UVLOOP,
            suite -> suite.append(ENTRIES, "\n\ndef test_not_async(client): ...\n"),
            "-k",
            "test_not_async");
    assertThatRun(run)
        .fails("test_entries::test_not_async")
        .because("was opened on asyncio, for which no async test has asked");
  }

  @Test
  void autoModeIsHarmless(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite -> suite.edit(PYPROJECT, "asyncio_mode = \"strict\"", "asyncio_mode = \"auto\""));
    assertThatRun(run).isGreen("11 passed, 2 xfailed");
  }

  @Test
  void droppingTheDefaultOfFixturesStopsTheRun(Workbench bench) {
    PytestRun run = run(bench, SESSION, suite -> suite.edit(PYPROJECT, FIXTURE_DEFAULT + "\n", ""));
    assertThatRun(run)
        .doesNotStart(
            3, "The configuration option \"asyncio_default_fixture_loop_scope\" is unset.");
  }

  @Test
  void propertyInABaseOfTwoSubclassesIsRefused(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION.withHypothesis(),
            suite ->
                suite
                    .edit(PROPERTIES, "class TestLineServiceProperties", "class Properties")
                    .append(
                        PROPERTIES,
                        """


                        class TestOne(Properties): ...


                        class TestTwo(Properties): ...
                        """));
    assertThatRun(run)
        .fails(
            "TestTwo::test_stored_value_is_returned",
            "TestTwo::test_every_example_runs_on_the_loop_of_the_resource")
        .eachBecause("was called from multiple different executors");
  }

  @Test
  void autoModeIsHarmlessOnAnotherDefaultToo(Workbench bench) {
    PytestRun run =
        run(
            bench,
            SESSION,
            suite ->
                suite
                    .edit(PYPROJECT, "asyncio_mode = \"strict\"", "asyncio_mode = \"auto\"")
                    .edit(PYPROJECT, TEST_DEFAULT, TEST_DEFAULT.replace("session", "function")));
    assertThatRun(run).isGreen("11 passed, 2 xfailed");
  }

  private static PytestRun run(
      Workbench bench, SuiteAnswers answers, UnaryOperator<Suite> mutation, String... options) {
    Suite suite = mutation.apply(bench.suite(answers));
    return bench.forkedPytest(bench.crowdedVenv(), suite, options);
  }

  /** Lends what the tests share as it is. */
  private static Suite notIsolated(Suite suite) {
    return suite.edit(CONFTEST, ISOLATION, "    yield shared_client.client\n");
  }

  /** Takes away the check before each test, so that the contract tests are on their own. */
  private static Suite unguarded(Suite suite) {
    return suite.edit(CONFTEST, "    refuse_another_loop(item)\n", "    del item\n");
  }

  private static Suite bareMarkWithANarrowDefault(Suite suite) {
    return suite
        .edit(SUITES, MARK, "pytest.mark.asyncio")
        .edit(PYPROJECT, TEST_DEFAULT, TEST_DEFAULT.replace("session", "function"));
  }

  private static Suite baseOnTheLoopOfTheModule(Suite suite) {
    return suite.edit(SUITES, MARK, MARK.replace("session", "module"));
  }

  /** What a pytest would do that let the mark of a subclass win over the mark of its base. */
  private static Suite markOfASubclassWins(Suite suite) {
    return suite.append(
        CONFTEST,
        """


        def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
            for item in items:
                if item.name == "test_class_stays_on_the_loop_of_the_base":
                    mark = pytest.mark.asyncio(loop_scope="function")
                    item.add_marker(mark, append=False)
        """);
  }

  private static Suite methodWithAMarkOfItsOwn(Suite suite) {
    return importingPytest(suite)
        .edit(
            ENTRIES,
            "    async def test_unknown_key_has_no_value",
            """
                @pytest.mark.asyncio(loop_scope="function")
                async def test_unknown_key_has_no_value\
            """);
  }

  /** Closes the resource in a finalizer that runs on a loop of its own. */
  private static Suite closing(Suite suite, String addFinalizer) {
    return suite
        .edit(
            CONFTEST,
            "from collections.abc import AsyncIterator, Iterator\n",
            """
            import asyncio
            from collections.abc import AsyncIterator, Iterator
            from contextlib import AsyncExitStack
            """)
        .edit(
            CONFTEST,
            OPENING,
            """
                stack = AsyncExitStack()
                opened = await stack.enter_async_context(open_client())
                stack.enter_context(openings.record(opened, request))
                ADD_FINALIZER(lambda: asyncio.run(stack.aclose()))
                yield opened
            """
                .replace("ADD_FINALIZER", addFinalizer));
  }

  private static Suite uvloopSwapped(Suite suite) {
    return suite.edit(
        CONFTEST, "\"uvloop\": uvloop.new_event_loop", "\"uvloop\": asyncio.new_event_loop");
  }

  private static Suite importingPytest(Suite suite) {
    return suite.edit(ENTRIES, "\nfrom .resources", "\nimport pytest\n\nfrom .resources");
  }
}
