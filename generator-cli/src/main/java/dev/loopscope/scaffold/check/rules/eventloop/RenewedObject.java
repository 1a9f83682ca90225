package dev.loopscope.scaffold.check.rules.eventloop;

import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.fixture.ModuleObjectInFixture;
import dev.loopscope.scaffold.check.edit.fixture.RenewedInModules;
import dev.loopscope.scaffold.check.edit.fixture.RenewedInTestCases;
import dev.loopscope.scaffold.check.evidence.ImportTimeUses;
import dev.loopscope.scaffold.check.evidence.ImportedByName;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.wording.Quoted;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.flow.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What ends that tests of several loops use what an import makes: each gets one of its own. */
final class RenewedObject {
  private RenewedObject() {}

  /** What to do where clients answer requests on several loops. */
  static String inTheApp(ImportTimeUses.Bound bound) {
    return "make `"
        + bound.name()
        + "` in the lifespan of the app, and enter `TestClient` in a fixture; or enter one"
        + " `TestClient` for all tests, in a fixture of scope `session`";
  }

  /** What tests do that share none of it. */
  static String remedy(
      ImportTimeUses.Bound bound, List<ImportTimeUses.Use> uses, SuiteModel model) {
    if (bound.name().endsWith("()")) {
      return "close it and call `cache_clear()` behind each test, in an async fixture that is"
          + " autouse";
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
        ? "make `" + bound.name() + "` in an async fixture"
        : "have an async fixture that is autouse put a new `"
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

  /** What does it, where an edit of the suite can. */
  static Optional<Fix> fix(
      ImportTimeUses.Bound bound, List<ImportTimeUses.Use> uses, SuiteModel model) {
    List<Test> tests = tests(uses);
    if (uses.stream().allMatch(ImportTimeUses.Use::portal)) {
      return oneClient(uses, model);
    }
    if (tests.stream().allMatch(LiveTests::onLoopOfUnittest)) {
      return RenewedInTestCases.of(bound.place(), tests, model);
    }
    return bound.origin() == ImportTimeUses.Origin.IMPORT
        ? RenewedInModules.of(bound.place(), tests, model)
        : Optional.empty();
  }

  /** A client of a test module, whose requests alone use it. */
  private static Optional<Fix> oneClient(List<ImportTimeUses.Use> uses, SuiteModel model) {
    Set<Part.Client> clients = new HashSet<>();
    uses.forEach(it -> it.served().flatMap(served -> served.portal()).ifPresent(clients::add));
    Part.Client client = clients.iterator().next();
    SourceFile file = client.file();
    boolean own =
        clients.size() == 1
            && !client.entered()
            && uses.stream().allMatch(it -> it.test().file().equals(file))
            && model.files().stream()
                .noneMatch(it -> model.resolver().sources().imported(it).contains(file));
    return own ? ModuleObjectInFixture.entered(file, client.place(), model) : Optional.empty();
  }

  private static List<Test> tests(List<ImportTimeUses.Use> uses) {
    return uses.stream().map(ImportTimeUses.Use::test).distinct().toList();
  }
}
