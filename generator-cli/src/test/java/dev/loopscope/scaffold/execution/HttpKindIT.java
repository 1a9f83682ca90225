package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static dev.loopscope.scaffold.execution.Suite.CONFTEST;

import dev.loopscope.scaffold.answers.value.Archetype;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suites that share an HTTP client on an ASGI app; and what pytest says of broken ones. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class HttpKindIT {
  private static final String RUNNING_APP = "tests/resources/running_app.py";
  private static final String APP_UNDER_TEST = "tests/resources/app_under_test.py";
  private static final String LIFESPAN = "tests/support/lifespan.py";
  private static final SuiteAnswers ASYNCIO =
      SuiteAnswers.explicitScope("asyncio").resource("client:http");

  /** Its lifespan holds a task group, and must not run twice at once. */
  private static final String SHOP =
      """
      from collections.abc import AsyncIterator
      from contextlib import asynccontextmanager
      from typing import Annotated

      import anyio
      from fastapi import Depends, FastAPI, Request, Response

      running: list[str] = []


      @asynccontextmanager
      async def lifespan(app: FastAPI) -> AsyncIterator[dict[str, list[str]]]:
          if running:
              raise RuntimeError("the lifespan runs twice at once")
          running.append("it")
          async with anyio.create_task_group() as tasks:
              tasks.start_soon(anyio.sleep_forever)
              yield {"orders": []}
              tasks.cancel_scope.cancel()
          running.clear()


      def tax() -> int:
          return 20


      app = FastAPI(lifespan=lifespan)


      @app.post("/orders/{name}")
      async def order(name: str, request: Request, response: Response) -> list[str]:
          request.state.orders.append(name)
          response.set_cookie("customer", "known")
          return request.state.orders


      @app.get("/customer")
      async def customer(request: Request) -> str:
          return request.cookies.get("customer", "unknown")


      @app.get("/tax")
      async def percent(value: Annotated[int, Depends(tax)]) -> int:
          return value
      """;

  private static final String SHOP_TESTS =
      """


      from .shop import app, tax


      class TestShop(AppSuite):
          async def look(self, client: AppClient) -> None:
              assert (await client.get("/tax")).json() == 20
              assert (await client.get("/customer")).json() == "unknown"
              app.dependency_overrides[tax] = lambda: 7
              assert (await client.get("/tax")).json() == 7
              assert (await client.post("/orders/nails")).json() == ["nails"]
              assert (await client.get("/customer")).json() == "known"

          async def test_one(self, client: AppClient) -> None:
              await self.look(client)

          async def test_other(self, client: AppClient) -> None:
              await self.look(client)
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | asyncio,uvloop | 44 passed, 3 xfailed",
        "MULTIBACKEND | trio,asyncio | 42 passed, 2 xfailed"
      })
  void suiteOfTheExampleAppIsGreen(
      Archetype archetype, String backends, String summary, Workbench bench) {
    Suite suite = bench.suite(SuiteAnswers.of(archetype, backends).resource("client:http"));
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite)).isGreen(summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | asyncio | 21 passed, 2 xfailed",
        "MULTIBACKEND | trio,asyncio | 40 passed, 2 xfailed"
      })
  void whatTestsDoToAFastApiAppIsUndone(
      Archetype archetype, String backends, String summary, Workbench bench) {
    Suite suite = shop(bench.suite(SuiteAnswers.of(archetype, backends).resource("client:http")));
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite)).isGreen(summary);
  }

  @Test
  void failureOfAFastApiAppToStartIsShownInItsOwnWords(Workbench bench) {
    Suite suite =
        shop(bench.suite(ASYNCIO))
            .edit(
                "tests/shop.py",
                "    running.append(\"it\")\n",
                "    raise RuntimeError(\"no database\")\n");
    assertThatRun(run(bench, suite, "-k", "TestShop"))
        .fails("TestShop::test_one", "TestShop::test_other")
        .eachBecause("the app did not start: Traceback")
        .eachBecause("RuntimeError: no database");
  }

  @Test
  void lifespanInTheTaskOfTheFixtureCannotEndUnderPytestAsyncio(Workbench bench) {
    Suite suite =
        shop(bench.suite(ASYNCIO))
            .edit(
                RUNNING_APP,
                "    async with run_lifespan(app_under_test()) as started:\n",
                """
                    app = app_under_test()
                    async with app.router.lifespan_context(app) as state:
                        started = StartedApp(app, state)
                """);
    assertThatRun(run(bench, suite, "-k", "TestShop"))
        .failsAtLeast("TestShop::test_other")
        .because("Attempted to exit cancel scope in a different task than it was entered in");
  }

  @Test
  void clientThatOutlivesATestIsCaught(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(
                RUNNING_APP,
                "        async with running.client() as client:\n            yield client\n",
                """
                        vars(running).setdefault("shared", running.client())
                        yield vars(running)["shared"]
                """);
    assertThatRun(run(bench, suite, "-k", "contract"))
        .failsAtLeast("TestAppContract::test_what_a_test_leaves_is_gone_in_the_next")
        .because("the next test sees it too");
  }

  @Test
  void dataThatIsNotBroughtBackIsCaughtAfterAFailureToo(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(RUNNING_APP, "        await reset_app(running.started)\n", "        pass\n");
    assertThatRun(run(bench, suite, "-k", "leaves"))
        .fails(
            "TestAppContract::test_what_a_test_leaves_is_gone_in_the_next",
            "TestAppLifespan::test_what_a_failed_test_leaves_is_gone_in_the_next")
        .eachBecause("the next test sees it too");
  }

  @Test
  void lendingWithoutIsolatingIsCaught(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(
                CONFTEST,
                "async with isolate_app(shared_client) as",
                "async with shared_client.client() as");
    assertThatRun(run(bench, suite, "-k", "holds_no_trace"))
        .fails(
            "TestAppContract::test_what_is_lent_again_holds_no_trace",
            "TestAppLifespan::test_app_again_holds_no_trace")
        .because("another test has left a trace in it")
        .because("the state of another test is still there");
  }

  @Test
  void stateThatIsNotBroughtBackIsCaught(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(RUNNING_APP, "        state.clear()\n        state.update(state_before)\n", "");
    assertThatRun(run(bench, suite, "-k", "holds_no_trace"))
        .fails("TestAppLifespan::test_app_again_holds_no_trace")
        .because("the state of another test is still there");
  }

  @Test
  void overridesThatAreNotTakenOutAreCaught(Workbench bench) {
    Suite suite =
        shop(bench.suite(ASYNCIO))
            .edit(RUNNING_APP, "        overrides.clear()\n        overrides.update(before)\n", "");
    assertThatRun(run(bench, suite, "-k", "holds_no_trace"))
        .fails("TestAppLifespan::test_app_again_holds_no_trace")
        .because("what it has overridden, is still");
  }

  @Test
  void requestsWithoutTheStateOfTheLifespanAreCaught(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(LIFESPAN, "{**scope, \"state\": self.state.copy()}", "{**scope, \"state\": {}}");
    assertThatRun(run(bench, suite, "-k", "state_of_the_lifespan"))
        .fails("TestAppLifespan::test_request_gets_the_state_of_the_lifespan")
        .because("KeyError: 'greeting'");
  }

  @Test
  void appOnAnotherLoopIsCaughtThoughItWorks(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(
                CONFTEST,
                "@pytest_asyncio.fixture(scope=\"session\", loop_scope=\"session\")",
                "@pytest_asyncio.fixture(scope=\"module\", loop_scope=\"module\")");
    assertThatRun(run(bench, suite, "-k", "not MarkOfItsOwn"))
        .failsAtLeast("TestAppContract::test_resource_lives_on_the_loop_of_the_test")
        .because("but is lent on");
  }

  private static PytestRun run(Workbench bench, Suite suite, String... arguments) {
    return bench.forkedPytest(bench.venvOfAllKinds(), suite, arguments);
  }

  /** Puts a FastAPI app in the place of the example, as the suite's README says. */
  private static Suite shop(Suite suite) {
    return suite
        .append("tests/shop.py", SHOP)
        .edit(APP_UNDER_TEST, "from ..support.app import app\n", "from ..shop import app\n")
        .edit(
            APP_UNDER_TEST,
            "    started.state[\"notes\"].clear()\n",
            "    started.state[\"orders\"].clear()\n")
        .edit(RUNNING_APP, "    await client.put(\"/notes/trace\", content=\"left\")\n", "")
        .edit(RUNNING_APP, "    note = await client.get(\"/notes/trace\")\n", "")
        .edit(RUNNING_APP, " or note.is_success", "")
        .edit(
            "tests/test_requests.py", suite.read("tests/test_requests.py"), REQUESTS + SHOP_TESTS);
  }

  private static final String REQUESTS =
      """
      from .resources.running_app import AppClient
      from .suites import AppSuite
      """;
}
