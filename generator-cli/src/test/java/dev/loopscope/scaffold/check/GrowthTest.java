package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.loopscope.scaffold.check.repair.RepairPlanner;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.suite.FoundSuite;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.SuiteSearch;
import dev.loopscope.scaffold.suite.WrittenSuite;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is four times as long takes about four times as long to check, and not sixteen times. */
class GrowthTest {
  /** Linear growth takes 4 times as long, quadratic growth 16 times. */
  private static final long MOST_TIMES = 9;

  /** Of less than this, growth cannot be told from noise. */
  private static final long LEAST_NANOS = 150_000_000;

  /** What grows too fast does so each time, and a collection of the heap comes once. */
  private static final int ATTEMPTS = 3;

  private static final String QUEUE_OF_THE_SESSION =
      """
      import asyncio
      import pytest_asyncio

      @pytest_asyncio.fixture(scope="session")
      async def q():
          q = asyncio.Queue(1)
          task = asyncio.create_task(q.get())
          yield q
          task.cancel()

      """;

  /**
   * Suites of a kind.
   *
   * @param largest how many links, files or lines the largest has; another has a quarter of them
   * @param files paths and texts of a suite with so many
   */
  record Kind(String name, int largest, IntFunction<String[]> files) {
    @Override
    public String toString() {
      return name + ", " + largest;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind(
            "classes, each derived from the one before",
            10_000,
            module(
                "class TestC0:\n    async def test_0(self): pass\n",
                i -> "class TestC" + i + "(TestC" + (i - 1) + "):\n    x" + i + " = 1\n",
                "")),
        new Kind(
            "classes beside each other",
            10_000,
            module("", i -> "class TestC" + i + ":\n    async def test_a(self): pass\n", "")),
        new Kind(
            "fixtures, each requested by the next",
            10_000,
            module(
                "import pytest\n@pytest.fixture\ndef f0(): return 1\n",
                i -> "@pytest.fixture\nasync def f" + i + "(f" + (i - 1) + "): yield 1\n",
                "async def test_a(f{n}): pass\n")),
        new Kind(
            "fixtures, each asked for by the next while it runs",
            10_000,
            module(
                "import pytest\n@pytest.fixture\ndef f0(): return 1\n",
                i ->
                    "@pytest.fixture\ndef f"
                        + i
                        + "(request): return request.getfixturevalue('f"
                        + (i - 1)
                        + "')\n",
                "async def test_a(f{n}): pass\n")),
        new Kind(
            "functions, each calling the one before",
            10_000,
            module(
                "import asyncio\ndef g0(): asyncio.run(1)\n",
                i -> "def g" + i + "(): return g" + (i - 1) + "()\n",
                "async def test_a(): g{n}()\n")),
        new Kind(
            "names, each bound to the one before",
            10_000,
            module(
                "import pytest\nv0 = pytest.mark.asyncio\n",
                i -> "v" + i + " = v" + (i - 1) + "\n",
                "@v{n}\nasync def test_a(): pass\n")),
        new Kind(
            "one name that is bound again and again",
            20_000,
            module("x = 1\n", i -> "x = x or " + i + "\n", "async def test_a(): return x\n")),
        new Kind(
            "one name that is bound and called again and again",
            20_000,
            module("x = print\n", i -> "x = x(x)\n", "async def test_a(): x()\n")),
        new Kind(
            "marks, each the one before in a list",
            16_000,
            module(
                "import pytest\n",
                i -> "pytestmark = [pytestmark]\n",
                "async def test_a(): pass\n")),
        new Kind(
            "marks, each added to those before",
            16_000,
            module(
                "import pytest\npytestmark = []\n",
                i -> "pytestmark += [pytest.mark.m" + i + "]\n",
                "async def test_a(): pass\n")),
        new Kind(
            "calls, each of what the one before gives",
            60_000,
            module("async def test_a(a=1):\n    a", i -> "()", "\n")),
        new Kind(
            "comprehensions",
            10_000,
            module("", i -> "y" + i + " = [x for x in range(" + i + ")]\n", "")),
        new Kind(
            "decorators of one function",
            4_000,
            module(
                "import pytest\n", i -> "@pytest.mark.m" + i + "\n", "async def test_a(): pass\n")),
        new Kind(
            "branches of one statement",
            3_000,
            module(
                "async def test_a(x=1):\n    if x == 0: pass\n",
                i -> "    elif x == " + i + ": pass\n",
                "")),
        new Kind(
            "operands of one condition",
            10_000,
            module(
                "async def test_a(x=1):\n    return (x\n",
                i -> "        or x." + "a\n",
                "    )\n")),
        new Kind(
            "comments that ignore nothing",
            10_000,
            module("", i -> "# scaffold: ignore[LS002] because\n", "async def test_a(): pass\n")),
        new Kind(
            "sync tests that get a loop behind async ones",
            8_000,
            module(
                "import asyncio, pytest\n@pytest.mark.asyncio\nasync def test_a(): pass\n",
                i -> "def test_" + i + "(): asyncio.get_event_loop()\n",
                "")),
        new Kind(
            "overrides of the loop, each in a class of its own",
            6_000,
            module(
                "import asyncio, pytest\n",
                i ->
                    "class TestC"
                        + i
                        + ":\n"
                        + "    @pytest.fixture\n"
                        + "    def event_loop(self): yield asyncio.new_event_loop()\n"
                        + "    async def test_a(self): pass\n",
                "")),
        new Kind(
            "tests that meet one fixture of another loop",
            4_000,
            n ->
                new String[] {
                  "pytest.ini",
                  "[pytest]\nasyncio_mode = auto\n",
                  "tests/test_a.py",
                  QUEUE_OF_THE_SESSION
                      + IntStream.range(0, n)
                          .mapToObj(i -> "async def test_" + i + "(q): await q.put(1)\n")
                          .collect(Collectors.joining())
                }),
        new Kind(
            "lines of one value",
            20_000,
            n ->
                new String[] {
                  "pytest.ini",
                  "[pytest]\nmarkers =\n" + "    a: of tests\n".repeat(n),
                  "tests/test_a.py",
                  "def test_a(): pass\n"
                }),
        new Kind(
            "files of sync fixtures",
            400,
            files(
                i -> "tests/test_" + i + ".py",
                i ->
                    "import pytest\n@pytest.fixture\ndef f(): return 1\ndef test_a(f): pass\n"
                        + "# some text\n".repeat(200))),
        new Kind(
            "modules, each importing a name from the next",
            400,
            files(
                i -> "tests/test_m" + i + ".py",
                i -> "from test_m" + (i + 1) + " import helper, test_b\n")),
        new Kind(
            "modules, each importing all of the next",
            400,
            files(
                i -> "tests/test_m" + i + ".py",
                i -> "from test_m" + (i + 1) + " import *\nname" + i + " = 1\n")),
        new Kind(
            "plugins, each naming the next",
            400,
            files(
                i -> i == 0 ? "conftest.py" : "plugin" + i + ".py",
                i -> "pytest_plugins = ['plugin" + (i + 1) + "']\n")),
        new Kind(
            "requirements, each naming the next file",
            400,
            files(
                i -> i == 0 ? "requirements.txt" : "r" + i + ".txt",
                i -> "-r r" + (i + 1) + ".txt\npytest>=8\n")),
        new Kind(
            "directories, each in the one before, with a conftest",
            200,
            files(i -> "d/".repeat(i) + "conftest.py", i -> "import pytest\n")));
  }

  private static IntFunction<String[]> module(String head, IntFunction<String> line, String foot) {
    return n ->
        new String[] {
          "tests/test_a.py",
          head
              + IntStream.rangeClosed(1, n).mapToObj(line).collect(Collectors.joining())
              + foot.replace("{n}", String.valueOf(n))
        };
  }

  private static IntFunction<String[]> files(IntFunction<String> path, IntFunction<String> text) {
    return n -> {
      List<String> all = new ArrayList<>(List.of("tests/test_a.py", "async def test_a(): pass\n"));
      for (int i = 0; i < n; i++) {
        all.add(path.apply(i));
        all.add(text.apply(i));
      }
      return all.toArray(new String[0]);
    };
  }

  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @MethodSource("kinds")
  void workGrowsAsTheSuiteDoes(Kind kind) throws Exception {
    // The first run also loads what there is to load.
    check(kind, kind.largest() / 4);
    long most = 0;
    long whole = 0;
    for (int attempt = 0; attempt < ATTEMPTS && whole >= most; attempt++) {
      most = MOST_TIMES * Math.max(check(kind, kind.largest() / 4), LEAST_NANOS);
      whole = check(kind, kind.largest());
    }
    assertThat(whole).isLessThan(most);
  }

  /** The time of all processors that judging a suite takes, in nanoseconds. */
  private long check(Kind kind, int size) throws Exception {
    Path base = Files.createTempDirectory(directory, "suite");
    List<SuiteModel> written = WrittenSuite.modelsIn(base, kind.files().apply(size));
    assertThat(written).isNotEmpty();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    Checker checker = new Checker(RuleSet.all(), CheckSettings.everything(), path -> true);
    ConfigFiles files = new ConfigFiles(base, Snapshot.around(base, List.of(base)));
    List<FoundSuite> suites = found(base, files);
    Outcome outcome =
        new RepairPlanner(it -> found(base, it), checker, path -> false, "scaffold check")
            .plan(files, suites, checker.checkEach(suites));
    long taken = system.getProcessCpuTime() - start;
    assertThat(outcome.findings()).hasSizeLessThan(20_000);
    return taken;
  }

  private static List<FoundSuite> found(Path base, ConfigFiles files) {
    return new SuiteSearch(List.of(base), files).suites(AskedVersions.NONE);
  }
}
