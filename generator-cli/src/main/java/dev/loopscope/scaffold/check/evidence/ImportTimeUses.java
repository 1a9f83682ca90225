package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.KeptByImports;
import dev.loopscope.scaffold.suite.resource.left.Left;
import dev.loopscope.scaffold.suite.resource.left.Served;
import dev.loopscope.scaffold.suite.resource.value.KeptOnce;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tests that wait for what an import makes and their loops bind: themselves, in a fixture of
 * their loop, or in what they call.
 */
public final class ImportTimeUses {
  private static final Set<String> SET_UPS = Set.of("setUp", "asyncSetUp");

  private final SuiteModel model;
  private final KeptByImports kept;
  private final Renewals renewals;
  private final Map<Part.Shared, Set<Bound>> atPlaces = new HashMap<>();

  /** Of a suite. */
  public ImportTimeUses(SuiteModel model) {
    this.model = model;
    this.kept = new KeptByImports(model.resolver());
    this.renewals = new Renewals(model);
  }

  /**
   * Something that an import makes.
   *
   * @param place the variable that holds it
   * @param origin whose loop it belongs to
   */
  public record Bound(Thing thing, Part.Shared place, Origin origin) {
    /** The variable's name, with that of its class. */
    public String name() {
      return place.name();
    }

    /** Where it is made; of what an import opens on a loop, where the import keeps it. */
    public Location location() {
      return (origin == Origin.IMPORT ? keeping() : Optional.<Statement>empty())
          .map(it -> place.file().location(it))
          .orElseGet(() -> thing.file().location(thing.place()));
    }

    private Optional<Statement> keeping() {
      return place.file().tree().module().body().stream()
          .flatMap(it -> it instanceof With with ? with.body().stream() : Stream.of(it))
          .filter(it -> it instanceof Assign || it instanceof AnnAssign)
          .filter(
              it ->
                  binds(
                      it instanceof Assign of ? of.targets() : List.of(((AnnAssign) it).target())))
          .findFirst();
    }

    private boolean binds(List<? extends Node> targets) {
      boolean[] found = {false};
      for (Node target : targets) {
        Walk.preOrder(
            target,
            node -> found[0] |= node instanceof Name name && name.id().equals(place.name()));
      }
      return found[0];
    }

    /** What one function opens is another thing for each statement that keeps it. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Bound that
          && that.thing.equals(thing)
          && that.location().equals(location());
    }

    @Override
    public int hashCode() {
      return thing.hashCode();
    }
  }

  /** Whose loop something belongs to. */
  public enum Origin {
    /** To one that ran, or was current, during the import. */
    IMPORT,
    /** To that of whoever uses it first. */
    FIRST_USER,
    /** To that of whoever asks for it first, and has it made and kept. */
    FIRST_MAKER
  }

  /** The tests by what they wait for. What a fixture of another loop binds is left out. */
  public Map<Bound, List<Use>> byThing() {
    Map<Bound, List<Use>> found = new LinkedHashMap<>();
    BindingTests loops = new BindingTests(model);
    for (Test test : LiveTests.of(model)) {
      if (LiveTests.onAsyncio(test, model) || LiveTests.onLoopOfUnittest(test)) {
        Set<Bound> bound = new LinkedHashSet<>(of(test));
        bound.removeIf(it -> isBoundByFixture(it.thing(), test));
        List<Use> uses = uses(test, loops.of(test));
        bound.forEach(it -> found.computeIfAbsent(it, unused -> new ArrayList<>()).addAll(uses));
      }
      for (Served served : PortalUse.requests(test, model)) {
        Use use = new Use(test, Optional.of(loops.of(served, test)), Optional.of(served));
        Set<Bound> bound = of(served.waits(), test);
        Set<Bound> guarded = of(served.guarded(), test);
        guarded.removeIf(it -> it.thing().onAnotherLoop().isCertain());
        bound.addAll(guarded);
        bound.addAll(once(served.once(), test));
        bound.forEach(it -> found.computeIfAbsent(it, unused -> new ArrayList<>()).add(use));
      }
    }
    return found;
  }

  /**
   * A test that uses it.
   *
   * @param loop uses with the same text here are on the same loop; empty if that cannot be told
   * @param served the request whose answer uses it, if a client runs the application on that loop
   */
  public record Use(Test test, Optional<String> loop, Optional<Served> served) {
    /** Whether a client runs the application that uses it on that loop. */
    public boolean portal() {
      return served.isPresent();
    }
  }

  /** Of the items of a test that each run on a loop of their own, two are as bad as all. */
  private List<Use> uses(Test test, Optional<String> loop) {
    Use first = new Use(test, loop, Optional.empty());
    boolean alone =
        loop.isPresent()
            && (model.runner(test).is(Runner.ANYIO)
                || (model.runner(test).is(Runner.PYTEST_ASYNCIO)
                    && model.loopScope(test).is(Scope.FUNCTION)));
    return alone && ParametrizedItems.count(test).filter(it -> it > 1).isPresent()
        ? List.of(first, new Use(test, loop.map(it -> it + " again"), Optional.empty()))
        : List.of(first);
  }

  private Set<Bound> of(Test test) {
    Set<Part> waits = new LinkedHashSet<>();
    if (kept.isReachedBy(test.file()) || !model.served(test).isEmpty()) {
      waits.addAll(model.waits(test));
      waits.addAll(model.guardedWaits(test));
    }
    for (Fixture fixture : model.closure(test).fixtures()) {
      if (kept.isReachedBy(fixture.file())
          && fixture.scope().is(Scope.FUNCTION)
          && LiveTests.onAsyncio(fixture, test, model)) {
        waits.addAll(model.waits(fixture));
      }
    }
    Set<Part> requested = new LinkedHashSet<>();
    model.served(test).stream()
        .filter(it -> it.portal().isEmpty())
        .forEach(it -> requested.addAll(it.waits()));
    waits.removeAll(requested);
    Set<Bound> bound = of(waits, test);
    bound.addAll(ofRequests(requested, test));
    bound.addAll(once(model.keptOnce(test), test));
    model.served(test).stream()
        .filter(it -> it.portal().isEmpty())
        .forEach(it -> bound.addAll(once(it.once(), test)));
    return bound;
  }

  private Set<Bound> once(Collection<KeptOnce> made, Test test) {
    Set<Bound> bound = new LinkedHashSet<>();
    for (KeptOnce once : made) {
      if (!isReplaced(once.place(), test) && !isRenewed(once.place(), test)) {
        bound.add(new Bound(once.thing(), once.place(), Origin.FIRST_MAKER));
      }
    }
    return bound;
  }

  /** Whether what was made once is let go, or may be, by whoever speaks of it. */
  private boolean isRenewed(Part.Shared place, Test test) {
    List<String> path = place.path();
    String name = path.isEmpty() ? place.name() : path.get(path.size() - 1);
    String last = name.substring(name.lastIndexOf('.') + 1);
    if (last.endsWith("()") && model.mentions("cache_clear")) {
      return true;
    }
    boolean spoken =
        !last.endsWith("()")
            && (SpokenOf.by(test.file(), last)
                || renewals.byName(last, test)
                || model.closure(test).fixtures().stream()
                    .anyMatch(it -> SpokenOf.by(it.file(), last)));
    return spoken
        || renewals.byImports()
        || renewals.byPatches(test)
        || renewals.byCalls(place, test);
  }

  /** What requests lead to and may never have to wait there is passed over. */
  private Set<Bound> ofRequests(Set<Part> waits, Test test) {
    Set<Bound> bound = of(waits, test);
    bound.removeIf(it -> !it.thing().onAnotherLoop().isCertain());
    return bound;
  }

  private Set<Bound> of(Set<Part> waits, Test test) {
    Set<Bound> bound = new LinkedHashSet<>();
    for (Part part : waits) {
      if (part instanceof Part.Shared place) {
        Set<Bound> made = atPlaces.computeIfAbsent(place, this::at);
        if (!made.isEmpty()
            && !isReplaced(place, test)
            && !renewals.byImports()
            && !renewals.byCalls(place, test)) {
          bound.addAll(made);
        }
      }
    }
    return bound;
  }

  private Set<Bound> at(Part.Shared place) {
    Set<Bound> bound = new LinkedHashSet<>();
    for (Part.Made made : model.ofImportLoop(place)) {
      bound.add(new Bound(made.thing(), place, Origin.IMPORT));
    }
    for (Part.Made made : model.atImport(place)) {
      if (made.thing().lazy()) {
        bound.add(new Bound(made.thing(), place, Origin.FIRST_USER));
      }
    }
    return bound;
  }

  /** Whether a fixture may have put something else there, or a patch that a test file names. */
  private boolean isReplaced(Part.Shared place, Test test) {
    String name = place.name().substring(place.name().lastIndexOf('.') + 1);
    if (isPatched(test.file(), name)
        || model.keeps(test).contains(place)
        || isSetUp(place.name(), test)) {
      return true;
    }
    for (Fixture fixture : model.closure(test).fixtures()) {
      if (isPatched(fixture.file(), name)
          || model.keeps(fixture).stream().anyMatch(it -> it.isAt(place))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a test case puts something there for each of its tests. */
  private static boolean isSetUp(String name, Test test) {
    if (!LiveTests.onLoopOfUnittest(test)) {
      return false;
    }
    // By its name, or through its module; what `self` keeps is another place.
    Pattern put = Pattern.compile("(?<!\\w|self\\.)" + Pattern.quote(name) + "\\s*=(?!=)");
    return test.collectedBy().stream()
        .flatMap(it -> it.mro().classes().stream())
        .anyMatch(
            owner ->
                owner.definition().body().stream()
                    .anyMatch(
                        it ->
                            it instanceof FunctionDef function
                                && SET_UPS.contains(function.name().id())
                                && put.matcher(owner.file().text(function)).find()));
  }

  private static boolean isPatched(SourceFile file, String name) {
    String text = file.source().text();
    return (text.contains("patch") || text.contains("setattr("))
        && file.lastWordsOfTexts().contains(name);
  }

  private boolean isBoundByFixture(Thing thing, Test test) {
    return model.closure(test).fixtures().stream()
        .filter(it -> !it.scope().is(Scope.FUNCTION))
        .flatMap(it -> model.left(it).held().stream())
        .filter(it -> it.holder() == Left.Holder.SHARED && it.used())
        .anyMatch(it -> it.thing().equals(thing));
  }
}
