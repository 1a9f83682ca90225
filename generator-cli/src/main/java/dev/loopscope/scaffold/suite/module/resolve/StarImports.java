package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.python.tree.BinaryOperator;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Operation;
import dev.loopscope.scaffold.suite.module.ModuleLookup;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.name.Binding;
import dev.loopscope.scaffold.suite.module.name.Block;
import dev.loopscope.scaffold.suite.module.name.PlacedBinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The names that {@code from module import *} brings. */
final class StarImports {
  /** So many modules that each import all of the next are looked through for names. */
  private static final int DEEPEST = 16;

  private final BiFunction<SourceFile, Binding.ImportedName, ModuleLookup> lookup;

  StarImports(BiFunction<SourceFile, Binding.ImportedName, ModuleLookup> lookup) {
    this.lookup = lookup;
  }

  /** Whether the module of a star import has a name to give. */
  boolean exports(SourceFile file, PlacedBinding star, String name, Trail trail) {
    Optional<SourceFile> module =
        Follower.file(lookup.apply(file, (Binding.ImportedName) star.binding()));
    // A module that waits for this one to be imported has nothing to give yet.
    if (module.isPresent() && trail.isOpen(new ModuleMembers.Question(module.get(), name))) {
      trail.cut();
      return false;
    }
    return module.isPresent() && !isFallbackOfAnother(file, star) && has(module.get(), name, trail);
  }

  /** Whether the names come from outside, if only that can be imported. */
  private boolean isFallbackOfAnother(SourceFile file, PlacedBinding star) {
    return star.block().isIn(Block.Kind.FALLBACK)
        && file.names().module().stars().stream()
            .filter(it -> !it.block().isIn(Block.Kind.FALLBACK))
            .map(it -> lookup.apply(file, (Binding.ImportedName) it.binding()))
            .anyMatch(ModuleLookup.External.class::isInstance);
  }

  private boolean has(SourceFile module, String name, Trail trail) {
    Optional<Set<String>> listed = listed(module);
    if (listed.isPresent()) {
      return listed.get().contains(name);
    }
    if (name.startsWith("_")) {
      return false;
    }
    if (!module.names().module().all(name).isEmpty()) {
      return true;
    }
    ModuleMembers.Question question = new ModuleMembers.Question(module, "*" + name);
    if (!trail.enter()) {
      return false;
    }
    if (!trail.open(question)) {
      trail.leave();
      trail.cut();
      return false;
    }
    try {
      return module.names().module().stars().stream()
          .anyMatch(star -> exports(module, star, name, trail));
    } finally {
      trail.close(question);
      trail.leave();
    }
  }

  /** The names of a module after it was run, those of star imports last. */
  Set<String> names(SourceFile module) {
    Set<String> names = new LinkedHashSet<>(module.names().bound());
    Set<SourceFile> seen = new HashSet<>(Set.of(module));
    List<SourceFile> level = starred(module);
    for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
      List<SourceFile> next = new ArrayList<>();
      for (SourceFile file : level) {
        if (seen.add(file)) {
          Optional<Set<String>> listed = listed(file);
          names.addAll(listed.orElseGet(() -> open(file)));
          if (listed.isEmpty()) {
            next.addAll(starred(file));
          }
        }
      }
      level = next;
    }
    return names;
  }

  private static Set<String> open(SourceFile module) {
    Set<String> open = new LinkedHashSet<>(module.names().bound());
    open.removeIf(name -> name.startsWith("_"));
    return open;
  }

  private List<SourceFile> starred(SourceFile module) {
    return module.names().module().stars().stream()
        .map(star -> lookup.apply(module, (Binding.ImportedName) star.binding()))
        .map(Follower::file)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * What {@code __all__} lists; empty if a module has no {@code __all__}, or one that is computed.
   */
  private static Optional<Set<String>> listed(SourceFile module) {
    List<Binding> bindings = module.names().bindings("__all__");
    if (bindings.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    for (Binding binding : bindings) {
      boolean read;
      if (binding instanceof Binding.Assigned assigned) {
        names.clear();
        read = add(assigned.value(), names);
      } else if (binding instanceof Binding.Augmented augmented) {
        read = augmented.operator() == BinaryOperator.ADD && add(augmented.value(), names);
      } else {
        read = false;
      }
      if (!read) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }

  private static boolean add(Expression list, Set<String> names) {
    if (list instanceof Operation.BinOp sum && sum.operator() == BinaryOperator.ADD) {
      return sum.left() instanceof Display && add(sum.left(), names) && add(sum.right(), names);
    }
    List<Expression> elements = List.of();
    if (list instanceof Display.ListDisplay it) {
      elements = it.elements();
    } else if (list instanceof Display.Tuple it) {
      elements = it.elements();
    } else {
      return false;
    }
    for (Expression element : elements) {
      if (!(element instanceof Literal.StringLiteral text)) {
        return false;
      }
      names.add(text.value());
    }
    return true;
  }
}
