package dev.loopscope.scaffold.check.wording;

import dev.loopscope.scaffold.check.evidence.ImportTimeUses;
import dev.loopscope.scaffold.check.evidence.ImportedByName;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import java.util.List;

/** What ends that tests of several loops use what an import makes: each gets one of its own. */
public final class NewForEachTest {
  private NewForEachTest() {}

  /** What to do where clients answer requests on several loops. */
  public static String inTheApp(ImportTimeUses.Bound bound) {
    return "make `"
        + bound.name()
        + "` in the lifespan of the app, and enter `TestClient` in a fixture; or enter one"
        + " `TestClient` for all tests, in a fixture of scope `session`";
  }

  /** What tests do that share none of it. */
  public static String remedy(
      ImportTimeUses.Bound bound, List<ImportTimeUses.Use> uses, SuiteModel model) {
    if (bound.name().endsWith("()")) {
      return "close it and call `cache_clear()` behind each test, in "
          + AsyncFixtureWords.autouse(model);
    }
    List<Test> tests = tests(uses);
    if (tests.stream().allMatch(LiveTests::onLoopOfUnittest)) {
      return "put a new `"
          + bound.name()
          + "` there for each test, in `asyncSetUp`"
          + of(bound, tests, model);
    }
    boolean ofTheSuite = model.files().contains(bound.place().file());
    return ofTheSuite && bound.origin() != ImportTimeUses.Origin.FIRST_MAKER
        ? "make `" + bound.name() + "` in " + AsyncFixtureWords.one(model)
        : "have "
            + AsyncFixtureWords.autouse(model)
            + " put a new `"
            + bound.name()
            + "` there for each test"
            + of(bound, tests, model);
  }

  /** Who has the name as one of its own is not reached by what is put there. */
  private static String of(ImportTimeUses.Bound bound, List<Test> tests, SuiteModel model) {
    List<String> modules =
        ImportedByName.of(bound.place(), tests, model).stream()
            .map(it -> it.file().path())
            .distinct()
            .toList();
    return modules.isEmpty()
        ? ""
        : ", and into "
            + Quoted.names(modules)
            + ", which "
            + (modules.size() == 1 ? "imports" : "import")
            + " it by name";
  }

  private static List<Test> tests(List<ImportTimeUses.Use> uses) {
    return uses.stream().map(ImportTimeUses.Use::test).distinct().toList();
  }
}
