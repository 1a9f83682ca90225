package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suites that share a WebSocket server; and what pytest says of broken ones. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class WebSocketKindIT {
  private static final String SERVER = "tests/resources/socket_server.py";
  private static final SuiteAnswers ASYNCIO =
      SuiteAnswers.explicitScope("asyncio").resource("client:websocket");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | asyncio,uvloop | 26 passed, 3 xfailed",
        "MULTIBACKEND | trio,asyncio | 24 passed, 2 xfailed"
      })
  void suiteIsGreen(Archetype archetype, String backends, String summary, Workbench bench) {
    Suite suite =
        bench.suite(
            SuiteAnswers.of(archetype, backends)
                .resource("client:websocket")
                .python(PythonFloor.PYTHON_3_11));
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite)).isGreen(summary);
  }

  @Test
  void dataThatIsNotBroughtBackIsCaught(Workbench bench) {
    Suite suite =
        bench.suite(ASYNCIO).edit(SERVER, "        await reset_handler()\n", "        pass\n");
    assertThatRun(run(bench, suite, "-k", "leaves"))
        .fails("TestSocketContract::test_what_a_test_leaves_is_gone_in_the_next")
        .because("the next test sees it too");
  }

  @Test
  void connectingThatTakesBackWhatAnotherClientHasToldIsCaught(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(
                SERVER,
                "    try:\n        async with connect(",
                "    await reset_handler()\n    try:\n        async with connect(");
    assertThatRun(run(bench, suite, "-k", "talk_to_one"))
        .fails("TestSocketConnections::test_clients_of_one_test_talk_to_one_handler")
        .because("a client does not see what another has told");
  }

  @Test
  void connectionThatOutlivesATestIsCaught(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(
                SERVER,
                """
                        async with connect(server.uri, proxy=None) as client:
                            address = client.local_address
                            yield client
                        await server.wait_until_served(address)
                """,
                """
                        if "kept" not in vars(server):
                            vars(server)["kept"] = await connect(server.uri, proxy=None)
                        yield vars(server)["kept"]
                """);
    assertThatRun(run(bench, suite, "-k", "leaves"))
        .failsAtLeast("TestSocketContract::test_what_a_test_leaves_is_gone_in_the_next")
        .because("the next test sees it too");
  }

  @Test
  void lendingWithoutIsolatingIsCaught(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(
                Suite.CONFTEST,
                "    async with isolate_socket(shared_client) as isolated:\n",
                """
                    from websockets.asyncio.client import connect

                    async with connect(shared_client.uri, proxy=None) as isolated:
                """);
    assertThatRun(run(bench, suite, "-k", "holds_no_trace"))
        .fails("TestSocketContract::test_what_is_lent_again_holds_no_trace")
        .because("another test has left a trace in it");
  }

  private static PytestRun run(Workbench bench, Suite suite, String... arguments) {
    return bench.forkedPytest(bench.venvOfAllKinds(), suite, arguments);
  }
}
