package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.Lazy;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.resource.value.AsyncioNeed;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.LaterCall;
import dev.loopscope.scaffold.suite.resource.value.LoopNeed;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Request;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known while one function is gone through: its variables, and what it did so far. */
public final class Frame {
  private static final int MOST_LATER_CALLS = 8;

  /** The file that the function stands in. */
  public final SourceFile file;

  /** What its variables hold. */
  public final Map<String, Content> variables = new LinkedHashMap<>();

  /** By variable, the block that leaves what it holds. */
  final Map<String, With> stacks = new HashMap<>();

  private final Map<Part.Kept, Content> stores = new LinkedHashMap<>();
  private final Set<Part.Made> running = new LinkedHashSet<>();
  private final Set<Part> waits = new LinkedHashSet<>();
  private final Set<Part> guardedWaits = new LinkedHashSet<>();
  private final Set<Part.Kept> closedPlaces = new LinkedHashSet<>();
  private final Set<Thing> closed = new HashSet<>();
  private final Map<Part, Set<Node>> openings = new HashMap<>();
  private final Map<Thing, List<With>> entered = new HashMap<>();
  private final Set<Thing> loose = new HashSet<>();
  private final Set<Part.Kept> keptAnew = new HashSet<>();
  private final Map<Part.Kept, Content> aliveStores = new LinkedHashMap<>();
  private final Set<Part.Made> aliveRunning = new LinkedHashSet<>();
  private final List<Call> asks = new ArrayList<>();
  private final List<LoopNeed> needs = new ArrayList<>();
  private final List<LoopNeed> drives = new ArrayList<>();
  private final List<AsyncioNeed> asyncio = new ArrayList<>();
  private final Lazy<Map<Node, FunctionCode.Place>> places = new Lazy<>(this::findPlaces);
  private final List<Request> requests = new ArrayList<>();
  private final Set<LaterCall> later = new LinkedHashSet<>();
  private final Set<Part> enteredClients = new HashSet<>();
  private Content given = Content.NOTHING;
  private boolean left;
  private Optional<String> unfollowed = Optional.empty();

  /** The block that is being entered: it closes what is made now. */
  Optional<With> entering = Optional.empty();

  /** Whether a loop is being run by hand for what is made now. */
  boolean driving;

  /** Whether a run may leave out what is gone through now. */
  public boolean conditional;

  /** Where what is gone through now stands; empty of whoever calls it from elsewhere. */
  Optional<Node> here = Optional.empty();

  /** Whether what is kept now is made only if nothing is there. */
  boolean once;

  /** Whether it is expected to fail. */
  boolean guarded;

  /** Whether it is a module that is gone through. */
  boolean importing;

  /** As it is written, what a value is being assigned to. */
  Optional<String> target = Optional.empty();

  /** As they are written, the variables that hold an {@code asyncio.Runner}. */
  final Set<String> runners = new HashSet<>();

  /** The function that is gone through, and of which class the object is whose method it is. */
  Optional<Method> method = Optional.empty();

  /**
   * A function of a class.
   *
   * @param type the class of the object that it is called on
   */
  record Method(FunctionDef function, ClassRef type) {}

  private final List<FunctionCode.Place> code;

  /** Of the top level of a module, where no loop runs. */
  static Frame ofModule(SourceFile file, List<FunctionCode.Place> code) {
    Frame frame = new Frame(file, code);
    frame.importing = true;
    return frame;
  }

  /** Of whoever calls a function of a file. */
  public static Frame ofCaller(SourceFile file) {
    return new Frame(file, List.of());
  }

  /** Of a function with these calls. */
  public Frame(SourceFile file, List<FunctionCode.Place> code) {
    this.file = file;
    this.code = code;
  }

  /** The methods that the function calls of what is being assigned, one call of each. */
  Map<String, Call> methods() {
    Map<String, Call> methods = new HashMap<>();
    if (target.isPresent()) {
      for (FunctionCode.Place place : code) {
        if (place.node() instanceof Call call
            && call.function() instanceof Attribute method
            && file.text(method.value()).equals(target.orElseThrow())) {
          methods.putIfAbsent(method.attr(), call);
        }
      }
    }
    return methods;
  }

  /** Notes that something is made here, or was by what is called here. */
  void made(Thing thing) {
    here.ifPresent(it -> opened(new Part.Made(thing, true, false), it));
    if (entering.isPresent()) {
      entered.computeIfAbsent(thing, unused -> new ArrayList<>()).add(entering.orElseThrow());
    } else {
      loose.add(thing);
    }
  }

  /** Notes where something was opened, or put at a place. */
  private void opened(Part part, Node place) {
    openings
        .computeIfAbsent(part, unused -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(place);
  }

  /** Notes that a function that is over keeps this: no block around its call ends it. */
  void kept(List<Summary.Store> these) {
    for (Summary.Store store : these) {
      for (Part part : store.value().reachable()) {
        if (part instanceof Part.Made made) {
          loose.add(made.thing());
        }
      }
    }
  }

  /** Notes that all that is made is made here. */
  void made(Set<Part> parts) {
    for (Part part : parts) {
      if (part instanceof Part.Made made) {
        made(made.thing());
      }
    }
  }

  void keep(Part.Kept place, Content value) {
    if (!once) {
      keptAnew.add(place);
    }
    here.ifPresent(it -> opened(place, it));
    stores.merge(place, value, Content::and);
  }

  /** Notes that whoever comes later does not find what is at a place now. */
  void renew(Part.Kept place) {
    keptAnew.add(place);
  }

  /** Notes that something is called that cannot be followed. */
  void lose(String reason) {
    unfollowed = unfollowed.or(() -> Optional.of(reason));
  }

  /** Notes that a call asks for the current loop where none runs. */
  void ask(Call call) {
    if (isSure(call)) {
      asks.add(call);
    }
  }

  /** Notes that a call runs a loop by hand. */
  void drive(Call call) {
    drive(call, file.text(call.function()));
  }

  /** Notes that a call leads to one that runs a loop by hand. */
  void drive(Call call, String what) {
    if (isSure(call)) {
      drives.add(new LoopNeed(call, what));
    }
  }

  /** Notes that a request is sent. */
  void send(Request request) {
    requests.add(request);
  }

  /** Notes a call that the caller knows more of; of many, the first ones. */
  void later(LaterCall call) {
    if (later.size() < MOST_LATER_CALLS) {
      later.add(call);
    }
  }

  /** Notes that what a value is has its context entered. */
  void enter(Content client) {
    enteredClients.addAll(client.parts());
  }

  /** Whether what a value is has its context entered. */
  boolean isEntered(Content client) {
    return client.parts().stream().anyMatch(enteredClients::contains);
  }

  /** Notes that a call fails where no loop runs. */
  void need(Call call, String what) {
    if (isSure(call)) {
      needs.add(new LoopNeed(call, what));
    }
  }

  /** Notes that something raises when trio runs it. */
  void needAsyncio(AsyncioNeed need) {
    asyncio.add(need);
  }

  /**
   * Where an expression stands, if every run reaches it on the loop that runs the function, and
   * what it raises goes on to the caller.
   */
  Optional<FunctionCode.Place> sure(Expression expression) {
    return conditional || guarded || driving
        ? Optional.empty()
        : Optional.ofNullable(places.get().get(expression))
            .filter(it -> !it.conditional() && !it.guarded());
  }

  private boolean isSure(Call call) {
    return sure(call).isPresent();
  }

  private Map<Node, FunctionCode.Place> findPlaces() {
    IdentityHashMap<Node, FunctionCode.Place> all = new IdentityHashMap<>();
    code.forEach(it -> all.put(it.node(), it));
    return all;
  }

  void run(Part.Made thing) {
    running.add(thing);
  }

  /** Waits for whatever of this comes from elsewhere or is bound. */
  void waitFor(Content content) {
    for (Part part : content.reachable()) {
      if (part instanceof Part.Kept
          || part instanceof Part.Made
          || part instanceof Part.OfFixture) {
        (guarded ? guardedWaits : waits).add(part);
      }
    }
  }

  /** Tasks that are waited for are over. */
  void finish(Content content) {
    for (Part part : content.reachable()) {
      if (part instanceof Part.Made made && made.thing().kind() == Thing.Kind.TASK) {
        close(Content.of(part));
      }
    }
  }

  /** Closes what a value is, unless a run may leave that out and have opened it. */
  void close(Content content) {
    close(content, here, Optional.empty());
  }

  /** Closes what a call closes that is written as {@code closed}, if there is anything to close. */
  void close(Content content, Call call, Expression closed) {
    close(content, Optional.of(call), Optional.of(closed));
  }

  private void close(Content content, Optional<Node> closing, Optional<Expression> closed) {
    if (!conditional) {
      closeAnyway(content.reachable());
    } else if (closing.isPresent()) {
      ClosedIfThere condition = new ClosedIfThere(file, code, closing.orElseThrow(), closed);
      boolean any = condition.is(Optional.empty());
      Set<Part> parts = new LinkedHashSet<>(content.reachable());
      parts.removeIf(it -> !any && !isClosed(it, condition));
      closeAnyway(parts);
    }
  }

  private boolean isClosed(Part part, ClosedIfThere condition) {
    Part opened = part instanceof Part.Made made ? new Part.Made(made.thing(), true, false) : part;
    Set<Node> places = openings.getOrDefault(opened, Set.of());
    return !places.isEmpty() && places.stream().allMatch(place -> condition.is(Optional.of(place)));
  }

  private void closeAnyway(Set<Part> parts) {
    for (Part part : parts) {
      if (part instanceof Part.Made made) {
        closed.add(made.thing());
      } else if (part instanceof Part.Kept place) {
        closedPlaces.add(place);
        // What this function itself has put there so far.
        stores.forEach(
            (at, value) -> {
              for (Part there : new Summary.Store(at, value, false).seenFrom(place).parts()) {
                if (there instanceof Part.Made made) {
                  closed.add(made.thing());
                }
              }
            });
      }
    }
  }

  /** Hands a value out, with these blocks still open. */
  void give(Content value, List<With> open) {
    given = given.and(alive(value, open));
    leave(open);
  }

  /** Leaves the function, for a while or for good, with these blocks still open. */
  void leave(List<With> open) {
    left = true;
    stores.forEach((place, value) -> aliveStores.merge(place, alive(value, open), Content::and));
    for (Part.Made made : running) {
      if (isAlive(made.thing(), open)) {
        aliveRunning.add(made);
      }
    }
  }

  private Content alive(Content value, List<With> open) {
    return value.map(
        part ->
            part instanceof Part.Made made && !isAlive(made.thing(), open)
                ? List.of()
                : List.of(part));
  }

  private boolean isAlive(Thing thing, List<With> open) {
    return !closed.contains(thing)
        && (loose.contains(thing)
            || entered.getOrDefault(thing, List.of()).stream()
                .anyMatch(block -> open.stream().anyMatch(it -> SameNode.is(it, block))));
  }

  /** Whether a place, or one that leads to it, is given something new by every run. */
  private boolean isKeptAnew(Part.Kept place) {
    return keptAnew.contains(place)
        || keptAnew.stream()
            .anyMatch(it -> it.path().size() < place.path().size() && it.isAt(place));
  }

  /** What it all comes to. */
  public Summary summary() {
    if (!left) {
      leave(List.of());
    }
    List<Summary.Store> kept = new ArrayList<>();
    aliveStores.forEach(
        (place, value) -> kept.add(new Summary.Store(place, value, !isKeptAnew(place))));
    return new Summary(
        given,
        kept,
        aliveRunning,
        waits,
        guardedWaits,
        closedPlaces,
        asks,
        needs,
        drives,
        asyncio,
        requests,
        List.copyOf(later),
        unfollowed);
  }
}
