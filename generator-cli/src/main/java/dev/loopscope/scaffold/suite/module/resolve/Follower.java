package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Operation;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.suite.module.ModuleLookup;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import dev.loopscope.scaffold.suite.module.name.Binding;
import dev.loopscope.scaffold.suite.module.name.Block;
import dev.loopscope.scaffold.suite.module.name.NameScope;
import dev.loopscope.scaffold.suite.module.name.PlacedBinding;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Follows expressions to what they stand for; each step is noted on the trail. Of several bindings
 * of a name, two that mean different things mean nothing.
 */
final class Follower {
  /** A name with more is not looked into: each of them may be named where each is bound. */
  private static final int MOST_BINDINGS = 100;

  /** As many as a person wants to look at. */
  private static final int MOST_LINES = 10;

  private final ModuleMembers modules;
  private final ClassMembers classes;

  Follower(SourceTree sources) {
    this.modules = new ModuleMembers(sources, this);
    this.classes = new ClassMembers(this);
  }

  ModuleMembers modules() {
    return modules;
  }

  ClassMembers classes() {
    return classes;
  }

  /** What an expression of a file stands for. */
  Resolution resolve(SourceFile file, Expression expression, Trail trail) {
    if (!trail.enter()) {
      return new Resolution.Unresolved("`" + head(file, expression) + "` leads on and on");
    }
    try {
      if (expression instanceof Primary.Name name) {
        return name(file, name, trail);
      }
      if (expression instanceof Primary.Attribute attribute) {
        return attribute(file, attribute, trail);
      }
      if (expression instanceof Operation.NamedExpr named) {
        return resolve(file, named.value(), trail);
      }
      return new Resolution.Value(file, expression);
    } finally {
      trail.leave();
    }
  }

  private Resolution name(SourceFile file, Primary.Name name, Trail trail) {
    NameScope scope = file.names().module().innermost(name.start());
    if (scope.shadows(name.id(), name.start())) {
      return new Resolution.Unresolved(
          "`" + name.id() + "` is a variable of a comprehension or lambda");
    }
    int place = name.start();
    boolean inside = true;
    if (scope.declaresGlobal(name.id())) {
      scope = file.names().module();
      place = NameScope.END;
    } else if (scope.declaresNonlocal(name.id())) {
      scope = scope.outer().orElse(scope);
      place = NameScope.END;
    }
    while (true) {
      if (inside || scope.kind() != NameScope.Kind.CLASS) {
        List<PlacedBinding> found = local(file, scope, name.id(), place, trail);
        if (!found.isEmpty()) {
          return choose(file, name.id(), found, trail);
        }
      }
      if (scope.outer().isEmpty()) {
        return modules.unbound(file, name.id());
      }
      // A function runs when all around it is complete, a class body at once.
      place = scope.kind() == NameScope.Kind.FUNCTION ? NameScope.END : place;
      inside = false;
      scope = scope.outer().orElseThrow();
    }
  }

  private List<PlacedBinding> local(
      SourceFile file, NameScope scope, String name, int place, Trail trail) {
    if (scope.kind() == NameScope.Kind.FUNCTION && place == NameScope.END) {
      // Called from within at any time, so any binding of the function around it may be the one.
      return scope.all(name);
    }
    return scope.candidates(name, place, star -> modules.stars().exports(file, star, name, trail));
  }

  private Resolution attribute(SourceFile file, Primary.Attribute attribute, Trail trail) {
    Resolution owner = resolve(file, attribute.value(), trail);
    String name = attribute.attr();
    if (owner instanceof Resolution.External external) {
      return new Resolution.External(external.qualifiedName() + "." + name);
    }
    if (owner instanceof Resolution.Module module) {
      return modules.member(module.file(), name, trail);
    }
    if (owner instanceof Resolution.Namespace namespace) {
      return modules.member(namespace, name);
    }
    if (owner instanceof Resolution.Class type) {
      return classes.member(type.reference(), name, trail);
    }
    if (owner instanceof Resolution.Unresolved) {
      return owner;
    }
    return new Resolution.Unresolved(
        "`" + name + "` is an attribute of `" + head(file, attribute.value()) + "`, an object");
  }

  /** What a binding in a file gives its name. */
  Resolution follow(SourceFile file, Binding binding, Trail trail) {
    if (binding instanceof Binding.Assigned assigned) {
      return resolve(file, assigned.value(), trail);
    }
    if (binding instanceof Binding.ImportedModule imported) {
      return modules.module(file, imported.module());
    }
    if (binding instanceof Binding.ImportedName imported) {
      return modules.imported(file, imported, trail);
    }
    if (binding instanceof Binding.DefinedFunction function) {
      return new Resolution.Function(file, function.definition());
    }
    if (binding instanceof Binding.DefinedClass type) {
      return new Resolution.Class(file, type.definition());
    }
    if (binding instanceof Binding.Entered entered) {
      return new Resolution.Entered(file, entered.context(), entered.async());
    }
    if (binding instanceof Binding.Augmented augmented) {
      return new Resolution.Unresolved(
          "`" + head(file, augmented.value()) + "` is added to it later");
    }
    return new Resolution.Unresolved(((Binding.Opaque) binding).reason());
  }

  /** The first line of an expression, as far as it is short enough for a message. */
  static String head(SourceFile file, Expression expression) {
    String text = file.text(expression).lines().findFirst().orElse("");
    return text.codePointCount(0, text.length()) > 40
        ? text.substring(0, text.offsetByCodePoints(0, 40)) + "..."
        : text;
  }

  /** The file of an absolute module name, if it is one of the project. */
  static Optional<SourceFile> file(ModuleLookup lookup) {
    return lookup instanceof ModuleLookup.Found found
        ? Optional.of(found.file())
        : Optional.empty();
  }

  /**
   * What a name stands for that has one of {@code found}. What only type checkers see counts if
   * there is nothing else; what is bound if an import fails, if the import leads nowhere; and
   * {@code None} beside an import is only its placeholder.
   */
  Resolution choose(SourceFile file, String name, List<PlacedBinding> found, Trail trail) {
    if (found.size() == 1) {
      return follow(file, found.get(0).binding(), trail);
    }
    if (found.size() > MOST_BINDINGS) {
      return ambiguous(file, name, found);
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
              .allMatch(it -> follow(file, it.binding(), trail) instanceof Resolution.Unresolved);
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
      Resolution it = follow(file, placed.binding(), trail);
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
    SortedSet<Integer> lines = new TreeSet<>();
    for (PlacedBinding placed : bindings.subList(0, Math.min(MOST_BINDINGS, bindings.size()))) {
      lines.add(file.source().lineAt(Math.max(0, placed.from() - 1)));
    }
    String told =
        lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
    String more = lines.size() > MOST_LINES ? ", ..." : "";
    return new Resolution.Unresolved(
        "`"
            + name
            + "` is bound in several ways, up to lines "
            + told
            + more
            + " of `"
            + file
            + "`");
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
