package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.Lazy;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.resource.KeptByImports;
import dev.loopscope.scaffold.suite.resource.left.Left;
import dev.loopscope.scaffold.suite.resource.left.LeftBound;
import dev.loopscope.scaffold.suite.resource.left.Served;
import dev.loopscope.scaffold.suite.resource.primitive.Contention;
import dev.loopscope.scaffold.suite.resource.primitive.Step;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tests that really have to wait for a lock, a queue or an event of a fixture, behind a test of
 * another loop that had to: what fails once a task has to wait fails there.
 */
public final class ContendedUses {
  /** Tests of more are not gone through one by one. */
  private static final int MOST_TESTS = 200;

  private static final int MOST_TESTS_OF_IMPORTS = 60;

  private static final List<String> MAY_SKIP = List.of("skip", "skipif", "xfail");

  /** What methods are called that prepare tests. */
  private static final List<String> SET_UP =
      List.of("def setup", "def setUp", "def asyncSetUp", "def teardown", "def tearDown");

  private static final Set<String> OPERATIONS =
      Set.of("put", "put_nowait", "get", "get_nowait", "set", "clear", "acquire", "release");

  private final SuiteModel model;
  private final KeptByImports kept;
  private final Lazy<Boolean> preparing = new Lazy<>(this::findPreparing);

  /** Of a suite. */
  public ContendedUses(SuiteModel model) {
    this.model = model;
    this.kept = new KeptByImports(model.resolver());
  }

  /** The uses of what a fixture leaves, of which those that fail for sure are said to. */
  public List<ForeignUse> settled(Fixture fixture, List<ForeignUse> uses) {
    if (uses.stream().noneMatch(it -> it.foreign() == ForeignLoop.FAILS_LATER)) {
      return uses;
    }
    Set<Test> failing = failing(fixture);
    return uses.stream()
        .map(
            it ->
                it.foreign() == ForeignLoop.FAILS_LATER && failing.contains(it.test())
                    ? it.failing()
                    : it)
        .toList();
  }

  private Set<Test> failing(Fixture fixture) {
    Set<Thing> primitives = new LinkedHashSet<>();
    for (Left.Held held : model.left(fixture).held()) {
      if (held.certain() && LeftBound.primitive(held.thing()).isPresent()) {
        primitives.add(held.thing());
      }
    }
    List<Test> tests = model.testsUsing(fixture);
    boolean one = fixture.params().isEmpty() && tests.size() <= MOST_TESTS;
    if (primitives.isEmpty() || !one) {
      return Set.of();
    }
    Map<String, List<Test>> lives = new LinkedHashMap<>();
    for (Test test : tests) {
      lives.computeIfAbsent(BindingTests.life(fixture, test), key -> new ArrayList<>()).add(test);
    }
    Set<Test> failing = new HashSet<>();
    lives.values().forEach(it -> failing.addAll(failing(fixture, it, primitives)));
    return failing;
  }

  private List<Test> failing(Fixture fixture, List<Test> tests, Set<Thing> primitives) {
    List<Contention.Run> runs = new ArrayList<>();
    runs.add(new Contention.Run(loop(fixture), setUp(fixture, tests.get(0), primitives)));
    tests.forEach(it -> runs.add(run(it, Optional.of(fixture), primitives)));
    return Contention.of(runs).stream()
        .filter(it -> it.run() > 0)
        .map(it -> tests.get(it.run() - 1))
        .toList();
  }

  private String loop(Fixture fixture) {
    boolean session = fixture.isAsync() && model.loopScope(fixture).is(Scope.SESSION);
    return session ? "" : "fixture " + fixture.name();
  }

  /** What is done without waiting is known; else nothing is. */
  private List<Step> setUp(Fixture fixture, Test test, Set<Thing> primitives) {
    List<Step> steps = effects(model.steps(fixture, test, primitives, true));
    return steps.stream().allMatch(Step.Do.class::isInstance) ? steps : List.of(new Step.Unknown());
  }

  /**
   * Whether one of the tests that wait for what an import makes fails for sure.
   *
   * @param using those tests
   */
  public boolean anyFails(Thing thing, Set<Test> using) {
    if (LeftBound.primitive(thing).isEmpty()
        || using.size() > MOST_TESTS_OF_IMPORTS
        || preparing.get()) {
      return false;
    }
    List<Test> tests =
        model.tests().stream().filter(it -> using.contains(it) || mayReach(it, thing)).toList();
    if (tests.size() > MOST_TESTS_OF_IMPORTS || isUsedByImports(thing)) {
      return false;
    }
    List<Contention.Run> runs = new ArrayList<>();
    for (Test test : tests) {
      Contention.Run run = run(test, Optional.empty(), Set.of(thing));
      boolean known = using.contains(test) || effects(run.steps()).isEmpty();
      runs.add(known ? run : new Contention.Run(run.loop(), List.of(new Step.Unknown())));
      int items = ParametrizedItems.count(test).orElse(1);
      if (items > 1 && model.loopScope(test).is(Scope.FUNCTION)) {
        runs.add(new Contention.Run(run.loop() + " again", runs.get(runs.size() - 1).steps()));
      }
    }
    return !Contention.of(runs).isEmpty();
  }

  /**
   * Whether an answer to one of the requests of tests fails for sure, as it has to wait for what an
   * earlier one has bound to the loop that a client ran it on.
   */
  public boolean anyAnswerFails(Thing thing, List<ImportTimeUses.Use> uses) {
    boolean readable =
        uses.stream().allMatch(it -> it.served().flatMap(Served::handler).isPresent());
    if (!readable
        || uses.size() < 2
        || uses.size() > MOST_TESTS_OF_IMPORTS
        || LeftBound.primitive(thing).isEmpty()
        || preparing.get()
        || isUsedByImports(thing)) {
      return false;
    }
    List<Contention.Run> runs = new ArrayList<>();
    for (Test test : model.tests()) {
      List<ImportTimeUses.Use> its = uses.stream().filter(it -> it.test().equals(test)).toList();
      if (!its.isEmpty() || mayReach(test, thing)) {
        List<Step> own = effects(run(test, Optional.empty(), Set.of(thing)).steps());
        runs.add(new Contention.Run("", own.isEmpty() ? own : List.of(new Step.Unknown())));
      }
      for (ImportTimeUses.Use use : its) {
        Part.Code handler = use.served().flatMap(Served::handler).orElseThrow();
        List<Step> steps = model.steps(handler, test, Set.of(thing));
        runs.add(new Contention.Run(use.loop().orElse(""), steps));
      }
    }
    return !Contention.of(runs).isEmpty();
  }

  private boolean mayReach(Test test, Thing thing) {
    return kept.isReachedBy(test.file()) || test.file().equals(thing.file());
  }

  /** Whether its module does anything with it. */
  private static boolean isUsedByImports(Thing thing) {
    return FunctionCode.ofModule(thing.file()).calls().stream()
        .map(it -> ((Call) it.node()).function())
        .anyMatch(
            it ->
                it instanceof Attribute method
                    && (OPERATIONS.contains(method.attr()) || method.attr().startsWith("run")));
  }

  /** Whether any method prepares tests, whatever it does. */
  private boolean findPreparing() {
    return model.files().stream()
        .map(it -> it.source().text())
        .anyMatch(it -> SET_UP.stream().anyMatch(it::contains));
  }

  private Contention.Run run(Test test, Optional<Fixture> maker, Set<Thing> primitives) {
    Optional<String> its =
        LiveTests.onLoopOfUnittest(test)
            ? new BindingTests(model).of(test)
            : BindingTests.loop(test, model);
    String loop = its.orElse("");
    boolean known = its.isPresent() || !test.isAsync();
    boolean others =
        model.closure(test).fixtures().stream()
            .filter(it -> maker.filter(it::equals).isEmpty())
            .anyMatch(it -> !effects(model.steps(it, test, primitives, false)).isEmpty());
    List<Step> steps = new ArrayList<>();
    if (!known || others || MAY_SKIP.stream().anyMatch(it -> test.closestMark(it).isPresent())) {
      steps.add(new Step.Unknown());
    }
    steps.addAll(model.steps(test, primitives));
    if (test.closestMark("parametrize").isPresent() && ParametrizedItems.count(test).isEmpty()) {
      steps.add(new Step.Unknown());
    }
    return new Contention.Run(loop, steps);
  }

  private static List<Step> effects(List<Step> steps) {
    return steps.stream()
        .filter(it -> !(it instanceof Step.Pause || it instanceof Step.Sleep))
        .toList();
  }
}
