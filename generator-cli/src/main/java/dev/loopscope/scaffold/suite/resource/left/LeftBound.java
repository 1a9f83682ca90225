package dev.loopscope.scaffold.suite.resource.left;

import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.code.Given;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.DrivenLoops;
import dev.loopscope.scaffold.suite.resource.ImportedLibraries;
import dev.loopscope.scaffold.suite.resource.MadeOnce;
import dev.loopscope.scaffold.suite.resource.ReachedFiles;
import dev.loopscope.scaffold.suite.resource.flow.Owners;
import dev.loopscope.scaffold.suite.resource.flow.Summaries;
import dev.loopscope.scaffold.suite.resource.flow.Surroundings;
import dev.loopscope.scaffold.suite.resource.left.Left.Held;
import dev.loopscope.scaffold.suite.resource.left.Left.Holder;
import dev.loopscope.scaffold.suite.resource.primitive.Primitive;
import dev.loopscope.scaffold.suite.resource.primitive.Step;
import dev.loopscope.scaffold.suite.resource.step.SharedPrimitives;
import dev.loopscope.scaffold.suite.resource.step.StepReading;
import dev.loopscope.scaffold.suite.resource.step.StepSurroundings;
import dev.loopscope.scaffold.suite.resource.value.AsyncioNeed;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.KeptOnce;
import dev.loopscope.scaffold.suite.resource.value.LoopNeed;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Request;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says what fixtures leave bound to loops, and what tests and fixtures wait for. */
public final class LeftBound {
  /** Tests with the same fixture do much the same with it. */
  private static final int MOST_USERS = 32;

  private final Summaries summaries;
  private final ImportedLibraries needing;
  private final ImportedLibraries binding;
  private final ReachedFiles makingOnce;
  private final ReachedFiles driving;
  private final Map<Fixture, Left> known = new ConcurrentHashMap<>();
  private final Map<Fixture, Left> shared = new ConcurrentHashMap<>();

  /** Of the code of one suite. */
  public LeftBound(Resolver resolver) {
    this.summaries = new Summaries(resolver);
    this.needing = ImportedLibraries.needingLoops(resolver.sources());
    this.binding = ImportedLibraries.bindingToLoops(resolver.sources());
    this.makingOnce = MadeOnce.reaching(resolver.sources());
    this.driving = DrivenLoops.reaching(resolver.sources());
  }

  /** What a fixture leaves. */
  public Left of(Fixture fixture) {
    Left left = known.get(fixture);
    if (left == null) {
      left = find(fixture);
      known.put(fixture, left);
    }
    return left;
  }

  /**
   * The same, with what tests make in its value when they first ask for it, where it outlives one.
   *
   * @param users the tests that have it
   * @param closures what is set up for a test
   */
  public Left of(Fixture fixture, Supplier<List<Test>> users, Function<Test, Closure> closures) {
    Left own = of(fixture);
    if (fixture.scope().is(Scope.FUNCTION)
        || !mayMakeOnce(fixture.file())
        || !givesObject(fixture)) {
      return own;
    }
    return shared.computeIfAbsent(
        fixture,
        unused -> {
          Set<Thing> later = new LinkedHashSet<>();
          List<Test> first = users.get().stream().limit(MOST_USERS).toList();
          // What one of them makes, the others find.
          for (int at = 0; at < first.size() && later.isEmpty(); at++) {
            Test test = first.get(at);
            Closure closure = closures.apply(test);
            if (!mayPatch(test.file(), test.function(), closure)) {
              later.addAll(
                  new MadeInValues(summaries.query(), fixture, closure)
                      .by(test.file(), test.function()));
            }
          }
          return own.with(later);
        });
  }

  private boolean givesObject(Fixture fixture) {
    return summaries.query().of(fixture.file(), fixture.function()).given().parts().stream()
        .anyMatch(Part.Instance.class::isInstance);
  }

  /** What a function waits for, its calls followed: parameters, shared variables and things. */
  public Set<Part> waits(SourceFile file, FunctionDef function) {
    return OutsidePlaces.with(summaries.query().of(file, function).waits());
  }

  /** The same where a failure is caught or expected. */
  public Set<Part> guardedWaits(SourceFile file, FunctionDef function) {
    return summaries.query().of(file, function).guardedWaits();
  }

  /**
   * The calls of a function that ask for the current loop in every run: {@code
   * asyncio.get_event_loop()}, and functions of the project that call it.
   */
  public List<Call> asks(SourceFile file, FunctionDef function) {
    return summaries.query().of(file, function).asks();
  }

  /** The calls of a synchronous function that fail in every run, as no loop runs. */
  public List<LoopNeed> needs(SourceFile file, FunctionDef function) {
    return needing.mayBeCalledIn(file) ? summaries.query().of(file, function).needs() : List.of();
  }

  /** The calls of a function that run a loop by hand in every run, there or in what is called. */
  public List<LoopNeed> drives(SourceFile file, FunctionDef function) {
    return driving.isReachedBy(file) ? summaries.query().of(file, function).drives() : List.of();
  }

  /**
   * What a function raises in every run by trio, there or in what is called, in the order of the
   * text.
   *
   * @param owner the class of the object whose method it is, if it is one and that is known
   * @param closure the fixtures that are set up with it
   */
  public List<AsyncioNeed> asyncioNeeds(
      SourceFile file, FunctionDef function, Optional<ClassRef> owner, Closure closure) {
    Summaries.Query query = summaries.query();
    return query
        .whole(file, function, owner, objects(query, file, function, closure))
        .asyncio()
        .stream()
        .sorted(Comparator.comparingInt(it -> it.expression().start()))
        .toList();
  }

  /** What fixtures give to a function, unless it or one of them may patch that. */
  private static Map<String, Content> objects(
      Summaries.Query query, SourceFile file, FunctionDef function, Closure closure) {
    return mayPatch(file, function, closure)
        ? Map.of()
        : new Surroundings(query, closure).objects(function);
  }

  private static boolean mayPatch(SourceFile file, FunctionDef function, Closure closure) {
    return mayPatch(file, function)
        || closure.fixtures().stream().anyMatch(it -> mayPatch(it.file(), it.function()));
  }

  private static boolean mayPatch(SourceFile file, FunctionDef function) {
    String text = file.text(function);
    return text.contains("patch") || text.contains("setattr") || text.contains("mocker");
  }

  /**
   * What becomes of the requests that a function sends, with what fixtures give to it; those of
   * which it is known who answers them.
   */
  public List<Served> served(SourceFile file, FunctionDef function, Closure closure) {
    Summaries.Query query = summaries.query();
    List<Request> requests = query.of(file, function).requests();
    if (requests.isEmpty()) {
      return List.of();
    }
    Serving serving = new Serving(query, new Surroundings(query, closure));
    return requests.stream().flatMap(it -> serving.of(it).stream()).toList();
  }

  /** How many requests a function sends, whoever answers them. */
  public int requests(SourceFile file, FunctionDef function) {
    return summaries.query().of(file, function).requests().size();
  }

  /**
   * What a test and the fixtures that are set up for it alone make once and keep for others, and
   * wait for: who comes later finds what was made on the loop of the first one.
   */
  public List<KeptOnce> keptOnce(SourceFile file, FunctionDef function, Closure closure) {
    List<Fixture> fixtures =
        closure.fixtures().stream()
            .filter(it -> it.scope().is(Scope.FUNCTION) && mayMakeOnce(it.file()))
            .toList();
    if (fixtures.isEmpty() && !mayMakeOnce(file)) {
      return List.of();
    }
    Summaries.Query query = summaries.query();
    Summary own = query.of(file, function);
    if (fixtures.isEmpty()) {
      return KeptOnce.in(own.stores(), own.waits());
    }
    List<Summary.Store> stores = new ArrayList<>(own.stores());
    Set<Part> waits = new LinkedHashSet<>(own.waits());
    for (Fixture fixture : fixtures) {
      Summary summary = query.of(fixture.file(), fixture.function());
      stores.addAll(summary.stores());
      waits.addAll(summary.waits());
    }
    if (stores.stream().noneMatch(Summary.Store::once)) {
      return List.of();
    }
    Surroundings surroundings = new Surroundings(query, closure);
    Set<Part> filled = new LinkedHashSet<>();
    waits.forEach(it -> filled.addAll(surroundings.filled(Content.of(it)).reachable()));
    return KeptOnce.in(stores, filled);
  }

  private boolean mayMakeOnce(SourceFile file) {
    return binding.mayBeCalledIn(file) && makingOnce.isReachedBy(file);
  }

  /** Whether a fixture, its teardown included, puts something at a place, or closes it. */
  public boolean renews(SourceFile file, FunctionDef function, Part.Shared place) {
    Summary whole = summaries.query().whole(file, function, Owners.of(file, function));
    return whole.stores().stream().anyMatch(it -> !it.once() && it.place().isAt(place))
        || whole.closed().stream().anyMatch(it -> it.isAt(place));
  }

  /** What the applications keep that fixtures hold entered clients of, with loops of their own. */
  public List<Started> started(Closure closure) {
    Summaries.Query query = summaries.query();
    List<Fixture> holding =
        closure.fixtures().stream().filter(it -> holdsPortal(query, it)).toList();
    if (holding.isEmpty()) {
      return List.of();
    }
    Surroundings surroundings = new Surroundings(query, closure);
    Serving serving = new Serving(query, surroundings);
    return holding.stream().flatMap(it -> serving.started(it).stream()).toList();
  }

  private static boolean holdsPortal(Summaries.Query query, Fixture fixture) {
    return query.of(fixture.file(), fixture.function()).given().parts().stream()
        .anyMatch(it -> it instanceof Part.Client client && client.entered());
  }

  /** The primitive that a thing is, if it is one of asyncio and its size can be read. */
  public static Optional<Primitive> primitive(Thing thing) {
    return SharedPrimitives.of(thing);
  }

  /**
   * What a test or a fixture does to primitives, in the order of a run.
   *
   * @param closure the fixtures that are set up with it
   * @param things the primitives
   * @param toTheYield whether what stands behind its {@code yield} is left out
   */
  public List<Step> steps(
      SourceFile file,
      FunctionDef function,
      Closure closure,
      Set<Thing> things,
      boolean toTheYield) {
    Summaries.Query query = summaries.query();
    Surroundings surroundings = new Surroundings(query, closure);
    Map<String, Content> given = new HashMap<>();
    for (Parameter parameter : function.parameters()) {
      if (closure.fixture(parameter.name()).isPresent()) {
        given.put(parameter.name(), surroundings.given(parameter.name()));
      }
    }
    Optional<ClassRef> owner = Owners.of(file, function);
    if (owner.isPresent() && !function.parameters().isEmpty()) {
      given.put(
          function.parameters().get(0).name(), Content.of(new Part.Instance(owner.orElseThrow())));
    }
    StepSurroundings around =
        new StepSurroundings(query, new SharedPrimitives(surroundings, things));
    return new StepReading(around, file, function, given, 0, toTheYield).of(function);
  }

  /** The variables of modules and attributes of classes that a function puts something into. */
  public Set<Part.Shared> keeps(SourceFile file, FunctionDef function) {
    Set<Part.Shared> places = new LinkedHashSet<>();
    for (Summary.Store store : summaries.query().of(file, function).stores()) {
      if (!store.once() && store.place() instanceof Part.Shared place) {
        places.add(place);
      }
    }
    return places;
  }

  /** What the import of a file needs a running loop for. */
  public List<LoopNeed> needs(SourceFile file) {
    return needing.mayBeCalledIn(file) ? summaries.query().ofModule(file).needs() : List.of();
  }

  /** What a variable of a module, or a class's attribute, holds once the module is imported. */
  public Set<Part.Made> atImport(Part.Shared place) {
    Set<Part.Made> all = new LinkedHashSet<>();
    Summaries.Query query = summaries.query();
    addBound(query.bound(Content.of(place)).reachable(), all);
    // What is asked of a bound object is bound with it.
    for (int end = 0; end < place.path().size(); end++) {
      Part.Shared outer = new Part.Shared(place.file(), place.name(), place.path().subList(0, end));
      addBound(query.bound(Content.of(outer)).parts(), all);
    }
    return all;
  }

  /**
   * What an import binds to a loop that none of the tests runs on, and keeps at a place: what it
   * runs a loop by hand for, and what takes the loop that is current then.
   */
  public Set<Part.Made> ofImportLoop(Part.Shared place) {
    Set<Part.Made> all = new LinkedHashSet<>();
    for (Summary.Store store : summaries.query().ofModule(place.file()).stores()) {
      // What is asked of a bound object is bound with it.
      for (int end = 0; end <= place.path().size(); end++) {
        Part.Shared outer =
            new Part.Shared(place.file(), place.name(), place.path().subList(0, end));
        for (Part part : store.seenFrom(outer).parts()) {
          if (part instanceof Part.Made made
              && made.certain()
              && !made.thing().lazy()
              && made.thing().onAnotherLoop().isCertain()) {
            all.add(made);
          }
        }
      }
    }
    return all;
  }

  private static void addBound(Set<Part> parts, Set<Part.Made> all) {
    for (Part part : parts) {
      if (part instanceof Part.Made made
          && made.certain()
          && made.thing().onAnotherLoop().isBound()) {
        all.add(made);
      }
    }
  }

  private Left find(Fixture fixture) {
    Summaries.Query query = summaries.query();
    Summary summary = query.of(fixture.file(), fixture.function());
    Set<Thing> used = used(summary, query);
    List<Held> held = new ArrayList<>();
    Set<String> parameters = new LinkedHashSet<>();
    Optional<String> unread = Optional.empty();
    Set<Part> value = new LinkedHashSet<>(valueOf(summary, query));
    for (Part part : value) {
      if (part instanceof Part.Made made) {
        held.add(held(made, used, Holder.VALUE, Optional.empty()));
      } else if (part instanceof Part.Parameter parameter) {
        parameters.add(parameter.name());
      } else if (part instanceof Part.Unread it && unread.isEmpty()) {
        unread = Optional.of(it.reason());
      }
    }
    held.addAll(shared(fixture, summary, query, used));
    for (Part.Made made : summary.running()) {
      Holder holder = made.thing().runs() ? Holder.LOOP : Holder.LIBRARY;
      held.add(held(made, used, holder, Optional.empty()));
    }
    return new Left(
        held,
        parameters,
        unread,
        fixture.given().kind() == Given.Kind.NOTHING,
        summary.unfollowed());
  }

  private static Held held(
      Part.Made made, Set<Thing> used, Holder holder, Optional<Part.Kept> place) {
    return new Held(
        made.thing(), made.certain(), made.driven(), used.contains(made.thing()), holder, place);
  }

  /** What the fixture itself waits for. */
  private static Set<Thing> used(Summary summary, Summaries.Query query) {
    Set<Thing> used = new LinkedHashSet<>();
    for (Part part : summary.waits()) {
      for (Part behind : query.bound(Content.of(part)).reachable()) {
        if (behind instanceof Part.Made made) {
          used.add(made.thing());
        }
      }
    }
    return used;
  }

  /** What its value holds, what shared variables in it hold included. */
  private static Set<Part> valueOf(Summary summary, Summaries.Query query) {
    Set<Part> all = new LinkedHashSet<>();
    for (Part part : summary.given().reachable()) {
      all.addAll(query.bound(Content.of(part)).reachable());
      for (Summary.Store store : summary.stores()) {
        if (part instanceof Part.Kept place && place.isAt(store.place())) {
          all.addAll(store.value().reachable());
        }
      }
    }
    return all;
  }

  private static List<Held> shared(
      Fixture fixture, Summary summary, Summaries.Query query, Set<Thing> used) {
    List<Held> held = new ArrayList<>();
    for (Summary.Store store : summary.stores()) {
      Optional<Part.Kept> place = OutsidePlaces.of(store.place(), fixture);
      if (place.isPresent()) {
        for (Part part : store.value().doubted().reachable()) {
          if (part instanceof Part.Made made) {
            held.add(held(made, used, Holder.SHARED, place));
          }
        }
      }
    }
    for (Part part : summary.waits()) {
      if (part instanceof Part.Shared place) {
        for (Part behind : query.bound(Content.of(place)).reachable()) {
          if (behind instanceof Part.Made made) {
            held.add(held(made, used, Holder.SHARED, Optional.of(place.root())));
          }
        }
      }
    }
    return held;
  }
}
