package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.suite.FoundSuite;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.SuiteSearch;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suites of a large tree are read one after another, and the clean ones let go of. */
class SuitesInTurnTest {
  private static final String CLEAN =
      """
      from shared import wait


      async def test_it():
          await wait()
      """;

  private static final String RED =
      """
      import pytest


      @pytest.mark.asyncio
      async def test_it(event_loop):
          assert event_loop.is_running()
      """;

  @TempDir Path directory;

  private final Checker checker =
      new Checker(RuleSet.all(), CheckSettings.everything(), path -> true);

  @BeforeEach
  void suites() throws IOException {
    write("shared.py", "async def wait():\n    pass\n");
    suite("clean", CLEAN);
    suite("other", CLEAN);
    suite("red", RED);
  }

  private void suite(String name, String tests) throws IOException {
    write(name + "/pytest.ini", "[pytest]\nasyncio_mode = auto\n");
    write(name + "/requirements.txt", "pytest==8.4.0\npytest-asyncio==1.0.0\n");
    write(name + "/test_it.py", tests);
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<FoundSuite> found() {
    List<Path> paths = List.of(directory);
    return new SuiteSearch(paths, new ConfigFiles(directory, Snapshot.around(directory, paths)))
        .suites(AskedVersions.NONE);
  }

  private static FoundSuite of(String root, List<FoundSuite> suites) {
    return suites.stream()
        .filter(it -> it.config().rootDirectory().equals(root))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void suiteWithoutFindingsIsLetGoOf() {
    List<FoundSuite> suites = found();
    SuiteModel before = of("clean", suites).model();

    checker.checkEach(suites);

    assertThat(of("clean", suites).model()).isNotSameAs(before);
    assertThat(of("clean", suites).model().tests()).hasSameSizeAs(before.tests()).isNotEmpty();
  }

  @Test
  void suiteWithFindingsIsKeptForItsRepair() {
    List<FoundSuite> suites = found();
    SuiteModel before = of("red", suites).model();

    Outcome outcome = checker.checkEach(suites);

    assertThat(outcome.findings())
        .extracting(it -> it.location().path())
        .contains("red/test_it.py");
    assertThat(of("red", suites).model()).isSameAs(before);
  }

  @Test
  void pathsOfASuiteThatWasLetGoOfAreKnown() {
    FoundSuite suite = of("clean", found());

    suite.release();

    assertThat(suite.paths()).containsExactly("clean/test_it.py");
  }

  @Test
  void suitesInTurnAreJudgedAsTheyAreTogether() {
    Outcome inTurn = checker.checkEach(found());
    Outcome together = checker.check(found().stream().map(FoundSuite::model).toList());

    assertThat(inTurn.findings())
        .extracting(it -> it.rule().id() + it.location().path() + it.message())
        .isEqualTo(
            together.findings().stream()
                .map(it -> it.rule().id() + it.location().path() + it.message())
                .toList())
        .isNotEmpty();
    assertThat(inTurn.files()).isEqualTo(together.files());
    assertThat(inTurn.unknown()).hasSameSizeAs(together.unknown());
    assertThat(inTurn.assumed())
        .extracting(SuiteVersions::suites)
        .containsExactly(List.of("clean"), List.of("other"), List.of("red"));
  }
}
