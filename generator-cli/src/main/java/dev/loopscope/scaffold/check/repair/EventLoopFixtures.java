package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.loop.EventLoopElsewhere;
import dev.loopscope.scaffold.check.edit.loop.EventLoopReplacement;
import dev.loopscope.scaffold.check.edit.loop.RunningLoopFixture;
import dev.loopscope.scaffold.check.evidence.EventLoopBody;
import dev.loopscope.scaffold.check.evidence.EventLoopUse;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.RequestedLoop;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes overrides of {@code event_loop} away, or puts a fixture that gives the running loop. */
final class EventLoopFixtures {
  private final SuiteModel model;
  private final List<Finding> findings;
  private final KnownSpellings spellings;
  private final LoopChoice choice;
  private final DraftBuilder draft;

  EventLoopFixtures(
      SuiteModel model,
      List<Finding> findings,
      KnownSpellings spellings,
      LoopChoice choice,
      DraftBuilder draft) {
    this.model = model;
    this.findings = findings;
    this.spellings = spellings;
    this.choice = choice;
    this.draft = draft;
  }

  /** Deletes the overrides that nothing requests any more and of which nothing is lost. */
  void delete() {
    for (Fixture override : found()) {
      if (!isPlain(override)) {
        draft.leave(
            override.location(),
            "the override "
                + body(override).lost()
                + ": "
                + EventLoopElsewhere.advice(body(override), model.versions().pytestAsyncio()));
        continue;
      }
      if (isStillRequested(override)) {
        draft.leave(override.location(), "what remains requests the override");
        continue;
      }
      EventLoopReplacement.deletion(override)
          .ifPresent(
              it -> draft.addIfFree(override.location(), "delete `event_loop`", List.of(it)));
    }
  }

  private List<Fixture> found() {
    return model.fixtures().stream()
        .filter(
            fixture ->
                findings.stream()
                    .anyMatch(
                        it ->
                            it.rule().id().equals("LS011")
                                && it.location().path().equals(fixture.file().path())
                                && it.location().start() == fixture.location().start()))
        .toList();
  }

  private boolean isPlain(Fixture override) {
    return body(override).isPlain();
  }

  private EventLoopBody body(Fixture override) {
    EventLoopBody body = EventLoopBody.of(override, model.resolver());
    return spellings.has(Feature.CANCELS_WHAT_IS_LEFT) ? body.wherePluginCancels() : body;
  }

  /** Whether something that sees an override keeps its request. */
  private boolean isStillRequested(Fixture override) {
    return EventLoopUse.seeing(model).getOrDefault(override, List.of()).stream()
        .anyMatch(
            test ->
                draft.leaves(test.file().location(test.function()))
                    || test.marks("usefixtures").stream()
                        .anyMatch(it -> draft.leaves(it.location()))
                    || model.closure(test).fixtures().stream()
                        .anyMatch(it -> draft.leaves(it.file().location(it.function()))));
  }

  /**
   * Gives all that requests the loop the one that runs it, by a fixture.
   *
   * @return whether it can
   */
  boolean giveRunningLoop() {
    if (!spellings.has(Feature.NO_EVENT_LOOP_FIXTURE)) {
      return false;
    }
    Map<Fixture, List<Test>> seeing = new LinkedHashMap<>();
    List<Test> alone = new ArrayList<>();
    for (Test test : LiveTests.of(model)) {
      Optional<Fixture> override = model.fixture(RequestedLoop.NAME, test);
      if (override.isPresent()) {
        seeing.computeIfAbsent(override.orElseThrow(), it -> new ArrayList<>()).add(test);
      } else if (requests(test)) {
        alone.add(test);
      }
    }
    boolean whole = true;
    for (Map.Entry<Fixture, List<Test>> each : seeing.entrySet()) {
      List<Test> requesting = each.getValue().stream().filter(this::requests).toList();
      if (!each.getKey().isAsync() && !requesting.isEmpty()) {
        whole &=
            isPlain(each.getKey())
                && fixture(requesting)
                    .flatMap(it -> it.inPlaceOf(each.getKey()))
                    .filter(
                        it ->
                            draft.addIfFree(
                                each.getKey().location(),
                                "let `event_loop` give the running loop",
                                it))
                    .isPresent();
      }
    }
    return whole && (alone.isEmpty() || add(alone));
  }

  private boolean add(List<Test> tests) {
    Optional<RunningLoopFixture> fixture = fixture(tests);
    List<SourceFile> files = files(tests);
    if (fixture.isEmpty() || files.isEmpty()) {
      return false;
    }
    for (SourceFile file : files) {
      Optional<List<Edit>> edits = fixture.orElseThrow().in(file);
      if (edits.isEmpty()
          || !draft.addIfFree(
              file.location(file.tree().module()),
              "add a fixture `event_loop` that gives the running loop",
              edits.orElseThrow())) {
        return false;
      }
    }
    return true;
  }

  /** The conftest that all of these tests see, else the module of each. */
  private List<SourceFile> files(List<Test> tests) {
    return model.files().stream()
        .filter(it -> it.path().endsWith("conftest.py"))
        .filter(
            it ->
                tests.stream()
                    .allMatch(
                        test ->
                            it.directory().isEmpty()
                                || (test.collectedIn().directory() + "/")
                                    .startsWith(it.directory() + "/")))
        .findFirst()
        .map(List::of)
        .orElseGet(() -> tests.stream().map(Test::collectedIn).distinct().toList());
  }

  private boolean requests(Test test) {
    return test.requested().contains(RequestedLoop.NAME)
        || test.usefixtures().contains(RequestedLoop.NAME)
        || model.closure(test).fixtures().stream()
            .anyMatch(it -> it.requested().contains(RequestedLoop.NAME));
  }

  /** A fixture that outlives what requests it, if these tests have one loop that does, too. */
  private Optional<RunningLoopFixture> fixture(List<Test> tests) {
    Scope scope = Scope.FUNCTION;
    Set<Scope> loops = new TreeSet<>();
    for (Test test : tests) {
      for (Fixture fixture : model.closure(test).fixtures()) {
        Optional<Scope> its = fixture.scope().toOptional();
        if (fixture.requested().contains(RequestedLoop.NAME)) {
          scope = its.orElse(Scope.SESSION).widerThan(scope) ? its.orElse(Scope.SESSION) : scope;
        }
      }
      if (model.runner(test).is(Runner.PYTEST_ASYNCIO)) {
        choice.assumed().loopScope(test).ifPresent(loops::add);
      }
    }
    if (loops.size() > 1) {
      return Optional.empty();
    }
    Scope loop = loops.isEmpty() ? scope : loops.iterator().next();
    Scope byDefault = choice.assumed().defaultOfFixtures().orElse(scope);
    return scope.widerThan(loop)
        ? Optional.empty()
        : Optional.of(
            new RunningLoopFixture(
                scope, loop == byDefault ? Optional.empty() : Optional.of(loop)));
  }
}
