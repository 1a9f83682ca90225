package dev.loopscope.scaffold.check.rules.eventloop;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.fixture.ModuleObjectInFixture;
import dev.loopscope.scaffold.check.edit.fixture.ObjectOfEachLoop;
import dev.loopscope.scaffold.check.edit.fixture.RenewedObject;
import dev.loopscope.scaffold.check.evidence.BindingTests;
import dev.loopscope.scaffold.check.evidence.ContendedUses;
import dev.loopscope.scaffold.check.evidence.ImportTimeObject;
import dev.loopscope.scaffold.check.evidence.ImportTimeUses;
import dev.loopscope.scaffold.check.evidence.ImportedModules;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.WaitsFor;
import dev.loopscope.scaffold.check.wording.AsyncFixtureWords;
import dev.loopscope.scaffold.check.wording.FailingImport;
import dev.loopscope.scaffold.check.wording.NewForEachTest;
import dev.loopscope.scaffold.check.wording.Quoted;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.MadeAtImport;
import dev.loopscope.scaffold.suite.resource.value.LoopNeed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** LS026. The import makes what only a running loop can own. */
public final class LoopBoundObjectAtModuleLevel implements Rule {
  @Override
  public String id() {
    return "LS026";
  }

  @Override
  public String summary() {
    return "Something that belongs to an event loop is made when the module is imported, before any"
        + " test's loop exists.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    Findings found = new Findings();
    collect(model, found);
    List<Finding> inOrder = found.inOrder();
    if (!inOrder.isEmpty()) {
      Set<String> imported = importedModules(model);
      inOrder.forEach(it -> findings.add(fixed(it, imported, model)));
    }
  }

  /** An object of a test module that no other module imports can be made in a fixture. */
  private static Finding fixed(Finding finding, Set<String> imported, SuiteModel model) {
    if (finding.fix().isPresent()) {
      return finding;
    }
    return inFixture(finding, imported, model)
        .or(() -> ofEachLoop(finding, model))
        .map(finding::with)
        .orElse(finding);
  }

  /** What the import cannot make at all can be made for each loop that asks for it. */
  private static Optional<Fix> ofEachLoop(Finding finding, SuiteModel model) {
    int place = finding.location().start();
    return ImportedModules.of(model).stream()
        .filter(it -> it.path().equals(finding.location().path()))
        .findFirst()
        .filter(it -> model.needs(it).stream().anyMatch(need -> need.call().start() == place))
        .flatMap(it -> ObjectOfEachLoop.of(it, place, model));
  }

  private static Optional<Fix> inFixture(Finding finding, Set<String> imported, SuiteModel model) {
    String path = finding.location().path();
    String module = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.py$", "");
    return imported.contains(module)
        ? Optional.empty()
        : model.files().stream()
            .filter(it -> it.path().equals(path))
            .findFirst()
            .flatMap(it -> ModuleObjectInFixture.of(it, finding.location().start(), model));
  }

  /** The last words of all that is imported anywhere: modules, and names of modules. */
  private static Set<String> importedModules(SuiteModel model) {
    Set<String> names = new HashSet<>();
    for (SourceFile file : model.files()) {
      Walk.preOrder(
          file.tree().module(),
          node -> {
            if (node instanceof Import it) {
              it.names().forEach(alias -> names.add(lastWord(alias.name())));
            } else if (node instanceof ImportFrom it) {
              it.module().ifPresent(module -> names.add(lastWord(module)));
              it.names().forEach(alias -> names.add(alias.name()));
            }
          });
    }
    return names;
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void collect(SuiteModel model, Findings findings) {
    List<ImportTimeObject> objects = new ArrayList<>();
    for (SourceFile file : model.files()) {
      ImportTimeObject.ofModule(file, model).stream()
          .filter(it -> it.kind() != MadeAtImport.NEEDS_RUNNING_LOOP)
          .forEach(objects::add);
    }
    Set<Node> told = Collections.newSetFromMap(new IdentityHashMap<>());
    List<LoopNeed> failing = new ArrayList<>();
    for (SourceFile file : ImportedModules.of(model)) {
      failing.addAll(model.needs(file));
      FailingImport.of(this, file, model).ifPresent(findings::add);
      model.needs(file).forEach(need -> told.add(need.call()));
    }
    for (SuiteClass owner : model.classes()) {
      if (owner.collected()) {
        objects.addAll(ImportTimeObject.ofClass(owner.file(), owner.definition(), model));
      }
    }
    for (ImportTimeObject object : objects) {
      Optional<Finding> finding = finding(object, model);
      finding.ifPresent(findings::add);
      finding.ifPresent(unused -> told.add(object.call()));
    }
    ContendedUses contended = new ContendedUses(model);
    new ImportTimeUses(model)
        .byThing()
        .forEach(
            (bound, uses) -> {
              if (!told.contains(bound.thing().place()) && !isOf(bound, failing)) {
                (bound.origin() == ImportTimeUses.Origin.IMPORT
                        ? Optional.of(belongsToTheImport(bound, uses, model))
                        : bindsToTheFirst(bound, uses, contended, model))
                    .ifPresent(findings::add);
              }
            });
  }

  /** Whether the import that would keep it fails before it does. */
  private static boolean isOf(ImportTimeUses.Bound bound, List<LoopNeed> failing) {
    Location kept = bound.location();
    return bound.origin() == ImportTimeUses.Origin.IMPORT
        && failing.stream()
            .map(LoopNeed::call)
            .anyMatch(
                it ->
                    kept.text().equals(bound.place().file().source())
                        && kept.start() <= it.start()
                        && it.end() <= kept.end());
  }

  /** A thing of a loop that ran, or was current, while the module was imported. */
  private Finding belongsToTheImport(
      ImportTimeUses.Bound bound, List<ImportTimeUses.Use> uses, SuiteModel model) {
    List<String> names = uses.stream().map(it -> it.test().name()).distinct().toList();
    Finding finding =
        Finding.of(
                this,
                Severity.ERROR,
                bound.location(),
                "`"
                    + bound.name()
                    + "` belongs to a loop of the import, on which "
                    + Quoted.names(names)
                    + (names.size() == 1 ? " does not run" : " do not run"),
                NewForEachTest.remedy(bound, uses, model))
            .usedAt(places(uses));
    return RenewedObject.fix(bound, uses, model).map(finding::with).orElse(finding);
  }

  private static List<Location> places(List<ImportTimeUses.Use> uses) {
    return uses.stream().map(it -> it.test().location()).distinct().toList();
  }

  /** A thing that belongs to the loop on which it is first used, or first waited for. */
  private Optional<Finding> bindsToTheFirst(
      ImportTimeUses.Bound bound,
      List<ImportTimeUses.Use> uses,
      ContendedUses contended,
      SuiteModel model) {
    boolean certain = bound.thing().onAnotherLoop().isCertain();
    boolean answers = !certain && contended.anyAnswerFails(bound.thing(), uses);
    Map<String, ImportTimeUses.Use> loops = new LinkedHashMap<>();
    for (ImportTimeUses.Use use : uses) {
      // Whoever answers requests may never have to wait.
      if (certain || answers || !use.portal()) {
        use.loop().ifPresent(it -> loops.putIfAbsent(it, use));
      }
    }
    if (loops.size() < 2) {
      return Optional.empty();
    }
    Set<Test> tests = uses.stream().map(ImportTimeUses.Use::test).collect(Collectors.toSet());
    boolean fails = certain || answers || contended.anyFails(bound.thing(), tests);
    List<String> several = loops.values().stream().map(it -> it.test().name()).distinct().toList();
    String names = Quoted.names(several);
    boolean once = bound.origin() == ImportTimeUses.Origin.FIRST_MAKER;
    boolean portal = loops.values().stream().allMatch(ImportTimeUses.Use::portal);
    Finding finding =
        Finding.of(
                this,
                fails ? Severity.ERROR : Severity.WARNING,
                bound.location(),
                "`"
                    + bound.name()
                    + "` belongs to the loop on which it "
                    + (once ? "is made once" : certain ? "is first used" : "first has to wait")
                    + ", and "
                    + (portal
                        ? "`TestClient` answers the requests of " + names + " on several"
                        : several.size() == 1
                            ? names + " runs on one for each of its parameters"
                            : names + " run on several"),
                portal ? NewForEachTest.inTheApp(bound) : NewForEachTest.remedy(bound, uses, model))
            .usedAt(places(uses));
    return Optional.of(RenewedObject.fix(bound, uses, model).map(finding::with).orElse(finding));
  }

  private Optional<Finding> finding(ImportTimeObject object, SuiteModel model) {
    return switch (object.kind()) {
      case NEEDS_RUNNING_LOOP ->
          FailingImport.of(this, object.file(), object.call(), object.made(), model);
      case LOOP, FUTURE -> belongsToNoTest(object, model);
      // Of these the tests that use them are gone through, wherever they stand.
      case BINDS_WHEN_IT_WAITS, BINDS_AT_FIRST_USE -> ofClassBody(object, model);
      case NOT_SAID -> Optional.empty();
    };
  }

  private Optional<Finding> belongsToNoTest(ImportTimeObject object, SuiteModel model) {
    return waiting(object, model).stream()
        .findFirst()
        .map(
            test ->
                at(
                    object,
                    Severity.ERROR,
                    "`"
                        + test.name()
                        + "` runs on a loop of its own, and fails when it waits for `"
                        + object.name()
                        + "`, which belongs to another",
                    model));
  }

  private Optional<Finding> ofClassBody(ImportTimeObject object, SuiteModel model) {
    if (object.owner().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Test> loops = new LinkedHashMap<>();
    for (Test test : waiting(object, model)) {
      BindingTests.loop(test, model).ifPresent(it -> loops.putIfAbsent(it, test));
    }
    if (loops.size() < 2) {
      return Optional.empty();
    }
    List<String> names = loops.values().stream().map(Test::name).toList();
    return Optional.of(
        at(
            object,
            Severity.WARNING,
            "`"
                + object.name()
                + "` belongs to the loop on which it first has to wait, and "
                + Quoted.names(names)
                + " run on several",
            model));
  }

  private Finding at(ImportTimeObject object, Severity severity, String message, SuiteModel model) {
    return Finding.of(
        this,
        severity,
        object.file().location(object.call()),
        message,
        "make `" + object.name() + "` in " + AsyncFixtureWords.one(model));
  }

  /** The tests that wait for it, themselves or in an async fixture. */
  private static List<Test> waiting(ImportTimeObject object, SuiteModel model) {
    WaitsFor waits = new WaitsFor(object, model.resolver());
    return LiveTests.of(model).stream()
        .filter(test -> LiveTests.onAsyncio(test, model))
        .filter(test -> reaches(object, test))
        .filter(
            test ->
                waits.in(test.file(), test.function())
                    || model.closure(test).fixtures().stream()
                        .filter(it -> LiveTests.onAsyncio(it, test, model))
                        .filter(it -> it.scope().is(Scope.FUNCTION))
                        .filter(it -> it.file().equals(object.file()))
                        .map(Fixture::function)
                        .anyMatch(it -> waits.in(object.file(), it)))
        .toList();
  }

  private static boolean reaches(ImportTimeObject object, Test test) {
    return object.owner().isEmpty()
        || test.definedIn()
            .filter(it -> SameNode.is(it.definition(), object.owner().orElseThrow()))
            .isPresent();
  }
}
