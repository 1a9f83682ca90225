package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.tree.Literal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Chooses among several bindings of a name. Two that mean different things mean nothing. */
final class Candidates {
  private final Follower follower;

  Candidates(Follower follower) {
    this.follower = follower;
  }

  /**
   * What a name stands for that has one of {@code found}. What only type checkers see counts if
   * there is nothing else; what is bound if an import fails, if the import leads nowhere; and
   * {@code None} beside an import is only its placeholder.
   */
  Resolution choose(SourceFile file, String name, List<PlacedBinding> found, Trail trail) {
    if (found.size() == 1) {
      return follower.follow(file, found.get(0).binding(), trail);
    }
    List<PlacedBinding> running = preferred(found, it -> !it.block().isIn(Block.Kind.NEVER));
    List<PlacedBinding> wanted = preferred(running, it -> !it.block().isIn(Block.Kind.FALLBACK));
    if (wanted.stream().anyMatch(it -> isImport(it.binding()))) {
      wanted = preferred(wanted, it -> !isNone(it.binding()));
    }
    Resolution first = agreed(file, name, wanted, trail);
    if (first instanceof Resolution.Unresolved && wanted.size() < running.size()) {
      List<PlacedBinding> fallbacks =
          running.stream().filter(it -> it.block().isIn(Block.Kind.FALLBACK)).toList();
      boolean nowhere =
          wanted.stream()
              .allMatch(
                  it ->
                      follower.follow(file, it.binding(), trail) instanceof Resolution.Unresolved);
      if (nowhere && !fallbacks.isEmpty()) {
        return agreed(file, name, fallbacks, trail);
      }
    }
    return first;
  }

  private static List<PlacedBinding> preferred(
      List<PlacedBinding> all, Predicate<PlacedBinding> wanted) {
    List<PlacedBinding> some = all.stream().filter(wanted).toList();
    return some.isEmpty() ? all : some;
  }

  private static boolean isImport(Binding binding) {
    return binding instanceof Binding.ImportedModule || binding instanceof Binding.ImportedName;
  }

  private static boolean isNone(Binding binding) {
    return binding instanceof Binding.Assigned assigned
        && assigned.value() instanceof Literal.NamedConstant constant
        && constant.constant() == Literal.Constant.NONE;
  }

  private Resolution agreed(
      SourceFile file, String name, List<PlacedBinding> bindings, Trail trail) {
    Optional<Resolution> all = Optional.empty();
    for (PlacedBinding placed : bindings) {
      Resolution it = follower.follow(file, placed.binding(), trail);
      if (it instanceof Resolution.Unresolved && bindings.size() > 1) {
        return ambiguous(file, name, bindings);
      }
      if (all.isPresent() && !same(all.get(), it)) {
        return ambiguous(file, name, bindings);
      }
      all = Optional.of(it);
    }
    return all.orElseThrow();
  }

  private static Resolution ambiguous(SourceFile file, String name, List<PlacedBinding> bindings) {
    String lines =
        bindings.stream()
            .map(it -> file.source().lineAt(Math.max(0, it.from() - 1)))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return new Resolution.Unresolved(
        "`" + name + "` is bound in several ways, up to lines " + lines + " of `" + file + "`");
  }

  /** The equality of nodes compares whole subtrees; here only the same node will do. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean same(Resolution a, Resolution b) {
    if (a instanceof Resolution.Function one && b instanceof Resolution.Function other) {
      return one.definition() == other.definition();
    }
    if (a instanceof Resolution.Class one && b instanceof Resolution.Class other) {
      return one.definition() == other.definition();
    }
    if (a instanceof Resolution.Value one && b instanceof Resolution.Value other) {
      return one.expression() == other.expression();
    }
    if (a instanceof Resolution.Entered one && b instanceof Resolution.Entered other) {
      return one.context() == other.context();
    }
    boolean simple =
        a instanceof Resolution.External
            || a instanceof Resolution.Module
            || a instanceof Resolution.Namespace;
    return simple && a.equals(b);
  }
}
