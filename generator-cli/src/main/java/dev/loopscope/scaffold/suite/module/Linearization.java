package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a class and its bases into order by C3, as CPython does: a class before its bases, bases in
 * the order they are written in.
 */
final class Linearization {
  /** A class of the project, or the qualified name of another one. */
  private record Link(Optional<ClassRef> type, String external) {}

  private record Order(List<Link> links, Set<String> unknown) {}

  private final Follower follower;

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

  private Order order(ClassRef type, Trail trail) {
    Set<String> unknown = new LinkedHashSet<>();
    Link self = new Link(Optional.of(type), "");
    if (!trail.enter()) {
      return new Order(List.of(self), Set.of("`" + type.name() + "` has too many bases"));
    }
    try {
      if (!trail.open(type)) {
        trail.cut();
        return new Order(List.of(self), Set.of("`" + type.name() + "` is a base of itself"));
      }
      try {
        List<List<Link>> sequences = bases(type, trail, unknown);
        List<Link> order = new ArrayList<>(List.of(self));
        Optional<List<Link>> merged = merge(sequences);
        if (merged.isEmpty()) {
          unknown.add("the bases of `" + type.name() + "` have no consistent order");
        }
        order.addAll(merged.orElseGet(() -> inTextOrder(sequences)));
        order.remove(new Link(Optional.empty(), "builtins.object"));
        return new Order(order.stream().distinct().toList(), unknown);
      } finally {
        trail.close(type);
      }
    } finally {
      trail.leave();
    }
  }

  /** The order of each base, and last the bases themselves: what C3 merges. */
  private List<List<Link>> bases(ClassRef type, Trail trail, Set<String> unknown) {
    List<List<Link>> sequences = new ArrayList<>();
    List<Link> direct = new ArrayList<>();
    for (Expression written : type.definition().bases()) {
      Resolution base = base(type.file(), written, trail);
      if (base instanceof Resolution.Class of) {
        Order order = order(of.reference(), trail);
        unknown.addAll(order.unknown());
        sequences.add(order.links());
        direct.add(order.links().get(0));
      } else if (base instanceof Resolution.External external) {
        Link link = new Link(Optional.empty(), external.qualifiedName());
        sequences.add(List.of(link));
        direct.add(link);
      } else {
        unknown.add(reason(type, written, base));
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
    List<List<Link>> left = new ArrayList<>();
    sequences.forEach(sequence -> left.add(new ArrayList<>(sequence)));
    List<Link> merged = new ArrayList<>();
    left.removeIf(List::isEmpty);
    while (!left.isEmpty()) {
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
