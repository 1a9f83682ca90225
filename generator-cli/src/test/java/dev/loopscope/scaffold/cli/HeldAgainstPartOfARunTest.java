package dev.loopscope.scaffold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings held against records of runs that did not come to all that they speak of. */
class HeldAgainstPartOfARunTest {
  private static final String LOCK =
      """
      import asyncio

      LOCK = asyncio.Lock()


      async def hold():
          async with LOCK:
              await asyncio.sleep(0.01)


      async def test_first():
          await asyncio.gather(hold(), hold())


      async def test_second():
          await asyncio.gather(hold(), hold())
      """;

  @TempDir Path project = Path.of("");

  @Test
  void testThatPassedDoesNotContradictWhatAnotherOneWouldShow() throws IOException {
    assertThat(lock(test("test_first", 1, "passed"), ""))
        .contains(
            "error LS026",
            "= trace: not exercised: 1 test of it did not run, and it did not show in the others");
  }

  @Test
  void testsThatAllPassedContradict() throws IOException {
    assertThat(lock(test("test_first", 1, "passed") + ", " + test("test_second", 2, "passed"), ""))
        .contains("= trace: contradicted: 2 tests ran and passed");
  }

  @Test
  void testOfAClassOfTheSameNameIsAnotherTest() throws IOException {
    write("requirements.txt", "pytest==9.0.1\npytest-asyncio==1.3.0\n");
    write("pytest.ini", "[pytest]\nasyncio_mode = auto\n");
    String suite =
        """
        import asyncio

        import pytest


        class TestOne:
            class TestIn:
                async def test_it(self):
                    pass


        class TestTwo:
            class TestIn:
                @pytest.mark.asyncio(loop_scop="class")
                async def test_it(self):
                    await asyncio.sleep(0)
        """;
    assertThat(held(suite, test("TestOne::TestIn::test_it", 1, "passed"), ""))
        .contains("error LS009", "= trace: not exercised: none of its tests was run");
  }

  @Test
  void runForAsyncioAloneDoesNotContradictWhatFailsOnTrio() throws IOException {
    write("requirements.txt", "pytest==9.0.1\nanyio==4.11.0\ntrio==0.31.0\n");
    String suite =
        """
        import asyncio

        import pytest


        @pytest.mark.anyio
        async def test_sleeps():
            await asyncio.sleep(0.01)
        """;
    assertThat(held(suite, test("test_sleeps[asyncio]", 1, "passed"), ""))
        .contains(
            "error LS036",
            "`test_sleeps[trio]` fails",
            "= trace: not exercised: none of its tests was run for trio");
  }

  @Test
  void globalThatCrossedConfirmsNothingOfAnotherOneOfItsModule() throws IOException {
    String tests = test("test_first", 1, "passed") + ", " + test("test_second", 2, "failed");
    String crossing =
        """
        {"what": "loop", "evidence": "raised", "when": "call",
         "loop": {"worker": "main", "number": 1}, "on": {"worker": "main", "number": 2},
         "module": "test_it.py", "name": "%s", "object": "asyncio.locks.Lock", "reached": "it",
         "message": "RuntimeError: it is bound to a different event loop",
         "at": {"path": "test_it.py", "line": 7}, "tests": ["test_it.py::test_second"]}
        """;
    assertThat(lock(tests, crossing.formatted("LOCK"))).contains("= trace: confirmed: `LOCK`");
    assertThat(lock(tests, crossing.formatted("QUEUE")))
        .contains(
            "= trace: not exercised: its tests failed of something else",
            "test_it.py:7: crossing seen by the trace, and told by no rule");
  }

  @Test
  void globalOfAnotherModuleConfirmsOnlyIfItIsImportedFromThere() throws IOException {
    write("requirements.txt", "pytest==9.0.1\npytest-asyncio==1.3.0\n");
    write("pytest.ini", "[pytest]\nasyncio_mode = auto\n");
    write("shared.py", "import asyncio\n\nLOCK = asyncio.Lock()\n");
    String suite =
        LOCK.replace(
                "LOCK = asyncio.Lock()",
                "from shared import LOCK as GATE\n\nOTHER = asyncio.Lock()")
            .replace("with LOCK", "with GATE");
    String tests = test("test_first", 1, "passed") + ", " + test("test_second", 2, "failed");
    String crossing =
        """
        {"what": "loop", "evidence": "raised", "when": "call",
         "loop": {"worker": "main", "number": 1}, "on": {"worker": "main", "number": 2},
         "module": "test_it.py", "name": "%1$s", "object": "asyncio.locks.Lock",
         "reached": "%1$s", "message": "RuntimeError: it is bound to a different event loop",
         "at": {"path": "test_it.py", "line": 9}, "tests": ["test_it.py::test_second"]}
        """;
    assertThat(held(suite, tests, crossing.formatted("GATE")))
        .contains(
            "shared.py:3:8: error LS026", "= trace: confirmed: `GATE` (global of test_it.py)");
    assertThat(held(suite, tests, crossing.formatted("OTHER")))
        .contains("= trace: not exercised: its tests failed of something else");
  }

  @Test
  void errorConfirmsIfItIsThatOfTheFindingsClassAndAttributeAndNotIfItIsAlike() throws IOException {
    write("requirements.txt", "pytest==9.0.1\n");
    String suite =
        """
        import pytest


        class TestPool:
            @pytest.fixture(scope="class")
            def filled(self):
                self.pool = ["connection"]

            def test_pool_is_filled(self, filled):
                assert self.pool
        """;
    String test = test("TestPool::test_pool_is_filled", 1, "failed");
    assertThat(held(suite, failed(test, "'TestPool' object has no attribute 'pool'"), ""))
        .contains("error LS018", "= trace: confirmed: test_it.py::TestPool::test_pool_is_filled");
    for (String alike :
        List.of(
            "'Order' object has no attribute 'pool'", "'TestPool' object has no attribute 'x'")) {
      assertThat(held(suite, failed(test, alike), ""))
          .contains("error LS018", "= trace: not exercised: its tests failed of something else");
    }
  }

  private static String failed(String test, String text) {
    return test.replace("\"said\": \"\"", "\"said\": \"AttributeError: " + text + "\"");
  }

  @Test
  void taskThatSleepsOnItsLoopIsToldAndDoesNotCount() throws IOException {
    write("requirements.txt", "pytest==9.0.1\npytest-asyncio==1.3.0\n");
    write("pytest.ini", "[pytest]\nasyncio_mode = auto\n");
    String suite = "def test_first():\n    pass\n";
    String weak = crossing("stands-still", "test_it.py");
    assertThat(held(suite, test("test_first", 2, "passed"), weak))
        .contains(
            "test_it.py:1: crossing seen by the trace, and told by no rule; it does not count,"
                + " since nothing came of it");
    assertThat(check().end()).isEqualTo(ExitCode.DONE);
    assertThat(check("--json").out()).contains("\"counts\": false");
    assertThat(check("--format", "sarif").out()).contains("\"level\": \"note\"");
    assertThat(check("--format", "github").out()).startsWith("::notice file=test_it.py,line=1,");
    assertThat(check("--format", "gitlab").out()).contains("\"severity\": \"info\"");
    held(suite, test("test_first", 2, "passed"), crossing("used", "test_it.py"));
    assertThat(check().end()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void annotationOfWhatNoFileIsKnownOfNamesNone() throws IOException {
    write("requirements.txt", "pytest==9.0.1\npytest-asyncio==1.3.0\n");
    held("def test_first():\n    pass\n", "", crossing("used", ""));
    assertThat(check("--format", "github").out()).startsWith("::error title=crossing seen");
  }

  private static String crossing(String evidence, String path) {
    return """
        {"what": "loop", "evidence": "%s", "when": "call",
         "loop": {"worker": "main", "number": 1}, "on": {"worker": "main", "number": 2},
         "module": "", "name": "", "object": "it", "reached": "", "message": "",
         "at": {"path": "%s", "line": %d}, "tests": ["test_it.py::test_first"]}
        """
        .formatted(evidence, path, path.isEmpty() ? 0 : 1);
  }

  private Run check(String... words) {
    return Run.in(
        project,
        Stream.concat(Stream.of("check", "--trace", "run.json"), Stream.of(words))
            .toArray(String[]::new));
  }

  private String lock(String tests, String crossings) throws IOException {
    write("requirements.txt", "pytest==9.0.1\npytest-asyncio==1.3.0\n");
    write("pytest.ini", "[pytest]\nasyncio_mode = auto\n");
    return held(LOCK, tests, crossings);
  }

  private static String test(String name, int loop, String outcome) {
    return """
        {"worker": "main", "id": "test_it.py::%s",
         "defined-at": {"path": "test_it.py", "line": 11}, "async": true,
         "declared": "%s", "on": [%d], "outcome": "%s", "said": "", "fixtures": [], "over": %d}\
        """
        .formatted(name, name.contains("[asyncio]") ? "asyncio" : "", loop, outcome, loop * 2);
  }

  private static String loop(int number) {
    return """
        {"id": {"worker": "main", "number": %d}, "backend": "asyncio", "by": "pytest-asyncio",
         "scope": "function", "made": %d}\
        """
        .formatted(number, number);
  }

  private String held(String suite, String tests, String crossings) throws IOException {
    write("test_it.py", suite);
    String trace =
        """
        {"schema": 1, "scaffold": "0.2.0", "command": "trace", "whole": true,
         "sessions": [], "loops": [%s, %s], "fixtures": [], "tests": [%s], "crossings": [%s],
         "lies": [], "failures": [], "files": {"test_it.py": "%s"}}
        """;
    write("run.json", trace.formatted(loop(1), loop(2), tests, crossings, digest(suite)));
    Run run = Run.in(project, "check", "--trace", "run.json");
    assertThat(run.err()).isEmpty();
    return run.out().replaceAll("\\s+", " ");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(project.resolve(file), text);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
