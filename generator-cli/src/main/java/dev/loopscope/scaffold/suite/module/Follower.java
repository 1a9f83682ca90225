package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Operation;
import dev.loopscope.scaffold.python.tree.Primary;
import java.util.List;
import java.util.Optional;

/** Follows expressions to what they stand for; each step is noted on the trail. */
final class Follower {
  private final ModuleMembers modules;
  private final ClassMembers classes;
  private final Candidates candidates;

  Follower(SourceTree sources) {
    this.candidates = new Candidates(this);
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
    if (scope.contents().globals.contains(name.id())) {
      scope = file.names().module();
      place = NameScope.END;
    } else if (scope.contents().nonlocals.contains(name.id())) {
      scope = scope.outer().orElse(scope);
      place = NameScope.END;
    }
    while (true) {
      if (inside || scope.kind() != NameScope.Kind.CLASS) {
        List<PlacedBinding> found = local(scope, name.id(), place, trail);
        if (!found.isEmpty()) {
          return candidates.choose(file, name.id(), found, trail);
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

  private List<PlacedBinding> local(NameScope scope, String name, int place, Trail trail) {
    if (scope.kind() == NameScope.Kind.FUNCTION && place == NameScope.END) {
      // Called from within at any time, so any binding of the function around it may be the one.
      return scope.all(name);
    }
    return scope.candidates(
        name, place, star -> modules.stars().exports(scope.file(), star, name, trail));
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

  /** Which of the bindings that a name may have counts, and what it stands for. */
  Resolution choose(SourceFile file, String name, List<PlacedBinding> found, Trail trail) {
    return candidates.choose(file, name, found, trail);
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
}
