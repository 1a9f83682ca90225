package dev.loopscope.scaffold.suite.resource.step;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.NumberLiteral;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.resource.CallArgument;
import dev.loopscope.scaffold.suite.resource.flow.Surroundings;
import dev.loopscope.scaffold.suite.resource.primitive.Primitive;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says which values are the primitives that the tests of a suite share. */
public final class SharedPrimitives {
  private static final Map<String, Primitive.Kind> KINDS =
      Map.of(
          "asyncio.Queue", Primitive.Kind.QUEUE,
          "asyncio.LifoQueue", Primitive.Kind.QUEUE,
          "asyncio.PriorityQueue", Primitive.Kind.QUEUE,
          "asyncio.Lock", Primitive.Kind.LOCK,
          "asyncio.Semaphore", Primitive.Kind.SEMAPHORE,
          "asyncio.BoundedSemaphore", Primitive.Kind.SEMAPHORE,
          "asyncio.Event", Primitive.Kind.EVENT,
          "asyncio.Condition", Primitive.Kind.CONDITION);

  private final Surroundings surroundings;
  private final Set<Thing> things;

  /** Those among these things. */
  public SharedPrimitives(Surroundings surroundings, Set<Thing> things) {
    this.surroundings = surroundings;
    this.things = things;
  }

  /** The primitive that a thing is; empty if it is none, or its size cannot be read. */
  public static Optional<Primitive> of(Thing thing) {
    Primitive.Kind kind = KINDS.get(thing.name());
    if (kind == null || !(thing.place() instanceof Call call)) {
      return Optional.empty();
    }
    boolean sized = kind == Primitive.Kind.QUEUE || kind == Primitive.Kind.SEMAPHORE;
    if (!sized) {
      return call.arguments().isEmpty() && call.keywords().isEmpty()
          ? Optional.of(new Primitive(kind, 0, thing))
          : Optional.empty();
    }
    CallArgument size = new CallArgument(kind == Primitive.Kind.QUEUE ? "maxsize" : "value", 0);
    Optional<Expression> given = size.in(call);
    if (given.isEmpty()) {
      return size.mayBeIn(call)
          ? Optional.empty()
          : Optional.of(new Primitive(kind, kind == Primitive.Kind.QUEUE ? 0 : 1, thing));
    }
    return given
        .filter(it -> it instanceof NumberLiteral number && number.text().matches("[0-9]{1,6}"))
        .map(it -> new Primitive(kind, Integer.parseInt(((NumberLiteral) it).text()), thing));
  }

  /** The one that a value is for sure. */
  Optional<Primitive> of(Content value) {
    Set<Primitive> found = new LinkedHashSet<>();
    for (Part part : surroundings.bound(value).parts()) {
      Optional<Primitive> primitive = of(part);
      if (primitive.isPresent()) {
        found.add(primitive.orElseThrow());
      } else if (!(part instanceof Part.Kept)) {
        return Optional.empty();
      }
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  /** Whether any can be got at from a value. */
  boolean areIn(Content value) {
    return value.reachable().stream()
        .anyMatch(
            part ->
                of(part).isPresent()
                    || (part instanceof Part.Kept
                        && surroundings.bound(Content.of(part)).reachable().stream()
                            .anyMatch(it -> of(it).isPresent())));
  }

  private Optional<Primitive> of(Part part) {
    Optional<Part.Made> made =
        part instanceof Part.Made it
            ? Optional.of(it)
            : part instanceof Part.OfFixture of ? Optional.of(of.made()) : Optional.empty();
    return made.filter(Part.Made::certain)
        .map(Part.Made::thing)
        .filter(things::contains)
        .flatMap(SharedPrimitives::of);
  }
}
