package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.HostTree;
import dev.loopscope.scaffold.cli.Scaffold;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Suites that {@code scaffold add} puts into repositories of many layouts: the repository's own
 * tests are collected and pass as before, and the suite passes beside them, under their
 * configuration.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class AddedSuitesIT {
  private static final Pattern PASSED = Pattern.compile("(?m)^PASSED (\\S+::\\S+)");

  /**
   * The environment has both plugins: where the repository installs one only, the other is switched
   * off.
   *
   * @param off what no run has, if anything
   * @param alone how the suite ends when it is started in its own directory
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groups-native-strict | '' | no:asyncio | tests | 24 passed, 2 xfailed | 20 passed, 2"
            + " xfailed",
        "tox-only | '' | no:asyncio | test | 11 passed, 2 xfailed | 10 passed, 2 xfailed",
        "pdm-auto | '' | no:trio | tests | 12 passed, 2 xfailed | 11 passed, 2 xfailed",
        "poetry-group | --yes | no:trio | tests | 12 passed, 2 xfailed | 11 passed, 2 xfailed",
        "setup-cfg-extra | '' | no:trio | tests | 12 passed, 2 xfailed | 11 passed, 2 xfailed",
        "setup-py-literal | '' | no:trio | test | 12 passed, 2 xfailed | 11 passed, 2 xfailed",
        "uv-lock-workspace-member | '' | no:trio | src/mill/tests"
            + " | 12 passed, 2 xfailed | 11 passed, 2 xfailed",
        "no-project | '' | no:trio | tests | 13 passed, 2 xfailed | 11 passed, 2 xfailed"
      })
  void suitePassesBesideTheTestsThatWereThere(
      String tree,
      String options,
      String off,
      String tests,
      String all,
      String alone,
      Workbench bench) {
    Suite host = host(tree, bench);
    Venv venv = bench.crowdedVenv();
    SortedSet<String> before = passed(bench.forkedPytest(venv, host, "-rA", "-p", off));

    add(bench, host, options);

    PytestRun after = bench.forkedPytest(venv, host, "-rA", "-p", off);
    assertThatRun(after).isGreen(all);
    assertThat(theirs(after, tests)).isEqualTo(before);
    Suite inside = new Suite(host.directory().resolve(tests + "/async_suite"));
    assertThatRun(bench.forkedPytest(venv, inside, "-p", off)).isGreen(alone);
  }

  @Test
  void suiteBringsAPluginThatWarnsToWhereWarningsAreErrors(Workbench bench) {
    Suite host = host("warnings-are-errors-asyncio-new", bench);
    Venv venv = bench.crowdedVenv();
    SortedSet<String> before = passed(bench.forkedPytest(venv, host, "-rA", "-p", "no:asyncio"));
    assertThatRun(bench.forkedPytest(venv, host))
        .doesNotStart(3, "\"asyncio_default_fixture_loop_scope\" is unset");

    add(bench, host, "--yes");

    PytestRun after = bench.forkedPytest(venv, host, "-rA");
    assertThatRun(after).isGreen("12 passed, 2 xfailed");
    assertThat(theirs(after, "tests")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runner-of-its-own | tests/async_suite",
        "other-file-names | spec/async_suite",
        "generated-configuration | tests/async_suite"
      })
  void isolatedSuiteHasItsOwnRunAndTheirsGoesOnWithoutIt(
      String tree, String directory, Workbench bench) {
    Suite host = host(tree, bench);
    Venv venv = bench.crowdedVenv();
    String[] theirs = {"-rA", "-p", "no:asyncio"};
    String[] all = tree.equals("other-file-names") ? new String[] {"-rA"} : theirs;
    SortedSet<String> before = passed(bench.forkedPytest(venv, host, all));

    add(bench, host, "--isolated --yes --dependencies none");

    assertThat(passed(bench.forkedPytest(venv, host, all))).isNotEmpty().isEqualTo(before);
    assertThatRun(bench.forkedPytest(venv, host, directory)).isGreen("11 passed, 2 xfailed");
    Suite inside = new Suite(host.directory().resolve(directory));
    assertThatRun(bench.forkedPytest(venv, inside)).isGreen("11 passed, 2 xfailed");
  }

  private static Suite host(String tree, Workbench bench) {
    Directories.delete(bench.place());
    Directories.make(bench.place());
    return new Suite(HostTree.named(tree).in(bench.place()));
  }

  private static SortedSet<String> theirs(PytestRun run, String tests) {
    SortedSet<String> ids = passed(run);
    ids.removeIf(it -> it.startsWith(tests + "/async_suite/"));
    return ids;
  }

  private static SortedSet<String> passed(PytestRun run) {
    SortedSet<String> ids = new TreeSet<>();
    Matcher matcher = PASSED.matcher(run.output());
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    assertThat(ids).as(run.output()).isNotEmpty();
    return ids;
  }

  private static void add(Workbench bench, Suite host, String options) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Console console = new Console(printed, printed, Terminal.none());
    Path directory = host.directory();
    String line = ("add " + directory + " " + options).strip();
    ExitCode end = new Scaffold(console, bench.place(), true).run(line.split(" ", -1));
    console.flush();
    assertThat(end).as(printed.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);
  }
}
