package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts a class and its bases into order by C3, as CPython does: a class before its bases, bases in
 * the order they are written in. Each class is put into order once, and what it is derived from
 * before it; an order of more than {@link #LARGEST} classes is not told, so that a long chain of
 * classes takes no more than its length. Safe for several threads.
 */
final class Linearization {
  /** More than any class that people write has. */
  private static final int LARGEST = 100;

  /** A class of the project, or the qualified name of another one. */
  private record Link(Optional<ClassRef> type, String external) {}

  /**
   * An order, as far as it is known.
   *
   * @param cut whether it was too long, so that no order that goes on with it is told either
   */
  private record Order(List<Link> links, Set<String> unknown, boolean cut) {}

  private static final Link OBJECT = new Link(Optional.empty(), "builtins.object");

  private final Follower follower;
  private final Map<ClassRef, Order> known = new ConcurrentHashMap<>();

  Linearization(Follower follower) {
    this.follower = follower;
  }

  Mro of(ClassRef type, Trail trail) {
    Order order = order(type, trail);
    List<ClassRef> classes = new ArrayList<>();
    List<String> externals = new ArrayList<>();
    for (Link link : order.links()) {
      link.type().ifPresentOrElse(classes::add, () -> externals.add(link.external()));
    }
    return new Mro(classes, externals, List.copyOf(order.unknown()));
  }

  /** A class that is being put into order; its bases come first. */
  private static final class Pending {
    final ClassRef type;
    final List<Resolution> bases;
    int next;
    boolean circular;

    /** Whether a base was cut short on this trail and may be told on another. */
    boolean broken;

    Pending(ClassRef type, List<Resolution> bases, boolean broken) {
      this.type = type;
      this.bases = bases;
      this.broken = broken;
    }
  }

  private Order order(ClassRef root, Trail trail) {
    Order told = known.get(root);
    if (told != null) {
      return told;
    }
    if (!trail.open(root)) {
      trail.cut();
      return circle(root);
    }
    Map<ClassRef, Order> here = new HashMap<>();
    Deque<Pending> path = new ArrayDeque<>();
    path.push(pending(root, trail));
    while (!path.isEmpty()) {
      Pending last = path.element();
      if (last.next == last.bases.size()) {
        finish(path.pop(), path, here, trail);
      } else if (last.bases.get(last.next++) instanceof Resolution.Class base) {
        ClassRef reference = base.reference();
        if (!known.containsKey(reference) && !here.containsKey(reference)) {
          if (trail.open(reference)) {
            path.push(pending(reference, trail));
          } else {
            last.circular = true;
          }
        }
      }
    }
    return Objects.requireNonNull(here.get(root));
  }

  private Pending pending(ClassRef type, Trail trail) {
    List<Expression> written = type.definition().bases();
    List<Resolution> bases = new ArrayList<>();
    Trail own = trail.branch();
    for (Expression base : written.subList(0, Math.min(written.size(), LARGEST + 1))) {
      bases.add(base(type.file(), base, own));
    }
    return new Pending(type, bases, own.broken());
  }

  private void finish(Pending done, Deque<Pending> path, Map<ClassRef, Order> here, Trail trail) {
    trail.close(done.type);
    Order order = done.circular ? circle(done.type) : order(done, here);
    here.put(done.type, order);
    if (done.broken) {
      // What rests on it cannot be kept either.
      trail.cut();
      path.forEach(it -> it.broken = true);
    } else {
      known.put(done.type, order);
    }
  }

  private static Order circle(ClassRef type) {
    return alone(type, "`" + type.name() + "` is a base of itself", false);
  }

  private static Order alone(ClassRef type, String reason, boolean cut) {
    return new Order(List.of(new Link(Optional.of(type), "")), Set.of(reason), cut);
  }

  private Order order(Pending of, Map<ClassRef, Order> here) {
    Set<String> unknown = new LinkedHashSet<>();
    List<List<Link>> sequences = sequences(of, here, unknown);
    Set<Link> order = new LinkedHashSet<>();
    order.add(new Link(Optional.of(of.type), ""));
    Optional<List<Link>> merged = merge(sequences);
    if (merged.isEmpty()) {
      unknown.add("the bases of `" + of.type.name() + "` have no consistent order");
    }
    order.addAll(merged.orElseGet(() -> inTextOrder(sequences)));
    order.remove(OBJECT);
    return order.size() > LARGEST || isCut(of, here)
        ? alone(of.type, "`" + of.type.name() + "` has too many bases", true)
        : new Order(List.copyOf(order), unknown, false);
  }

  private boolean isCut(Pending of, Map<ClassRef, Order> here) {
    return of.bases.stream()
        .anyMatch(it -> it instanceof Resolution.Class base && told(base.reference(), here).cut());
  }

  private Order told(ClassRef type, Map<ClassRef, Order> here) {
    Order order = here.get(type);
    return order == null ? known.getOrDefault(type, circle(type)) : order;
  }

  /** The order of each base, and last the bases themselves: what C3 merges. */
  private List<List<Link>> sequences(Pending of, Map<ClassRef, Order> here, Set<String> unknown) {
    List<List<Link>> sequences = new ArrayList<>();
    List<Link> direct = new ArrayList<>();
    for (int at = 0; at < of.bases.size(); at++) {
      Resolution base = of.bases.get(at);
      if (base instanceof Resolution.Class type) {
        Order order = told(type.reference(), here);
        unknown.addAll(order.unknown());
        sequences.add(order.links());
        direct.add(order.links().get(0));
      } else if (base instanceof Resolution.External external) {
        Link link = new Link(Optional.empty(), external.qualifiedName());
        sequences.add(List.of(link));
        direct.add(link);
      } else {
        unknown.add(reason(of.type, of.type.definition().bases().get(at), base));
      }
    }
    sequences.add(direct);
    return sequences;
  }

  private static String reason(ClassRef type, Expression written, Resolution base) {
    return base instanceof Resolution.Unresolved unresolved
        ? unresolved.reason()
        : "`"
            + Follower.head(type.file(), written)
            + "` is a computed base of `"
            + type.name()
            + "`";
  }

  /** What a base is; {@code Base[T]} is {@code Base}. */
  private Resolution base(SourceFile file, Expression written, Trail trail) {
    Expression origin = written instanceof Primary.Subscript it ? it.value() : written;
    Resolution base = follower.resolve(file, origin, trail);
    while (base instanceof Resolution.Value value
        && value.expression() instanceof Primary.Subscript generic) {
      base = follower.resolve(value.file(), generic.value(), trail);
    }
    return base;
  }

  private static Optional<List<Link>> merge(List<List<Link>> sequences) {
    if (sequences.size() == 2 && sequences.get(1).size() == 1) {
      return Optional.of(sequences.get(0));
    }
    List<List<Link>> left = new ArrayList<>();
    sequences.forEach(sequence -> left.add(new ArrayList<>(sequence)));
    List<Link> merged = new ArrayList<>();
    left.removeIf(List::isEmpty);
    // Whatever is longer is not told.
    while (!left.isEmpty() && merged.size() <= LARGEST) {
      Optional<Link> next =
          left.stream()
              .map(sequence -> sequence.get(0))
              .filter(head -> left.stream().noneMatch(it -> it.lastIndexOf(head) > 0))
              .findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      merged.add(next.get());
      left.forEach(sequence -> sequence.remove(next.get()));
      left.removeIf(List::isEmpty);
    }
    return Optional.of(merged);
  }

  private static List<Link> inTextOrder(List<List<Link>> sequences) {
    Set<Link> all = new LinkedHashSet<>();
    sequences.forEach(all::addAll);
    return List.copyOf(all);
  }
}
