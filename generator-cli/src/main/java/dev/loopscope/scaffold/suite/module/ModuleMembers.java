package dev.loopscope.scaffold.suite.module;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The attributes of modules, and what imports lead to. */
final class ModuleMembers {
  /** A module's attribute that is being looked for. */
  private record Question(SourceFile module, String name) {}

  private final SourceTree sources;
  private final Follower follower;
  private final Exports exports = new Exports();

  ModuleMembers(SourceTree sources, Follower follower) {
    this.sources = sources;
    this.follower = follower;
  }

  /** What {@code import dottedName} gives. */
  Resolution module(SourceFile from, String dottedName) {
    return resolution(sources.module(dottedName, from), dottedName);
  }

  private static Resolution resolution(ModuleLookup lookup, String dottedName) {
    if (lookup instanceof ModuleLookup.Found found) {
      return new Resolution.Module(found.file());
    }
    if (lookup instanceof ModuleLookup.Directory directory) {
      return new Resolution.Namespace(directory.path(), dottedName);
    }
    if (lookup instanceof ModuleLookup.External external) {
      return new Resolution.External(external.name());
    }
    return new Resolution.Unresolved(((ModuleLookup.Missing) lookup).reason());
  }

  private ModuleLookup lookup(SourceFile file, Binding.ImportedName imported) {
    return imported.level() == 0
        ? sources.module(imported.module(), file)
        : sources.relativeModule(imported.module(), imported.level(), file);
  }

  /** What {@code from module import name} gives. */
  Resolution imported(SourceFile file, Binding.ImportedName imported, Trail trail) {
    ModuleLookup lookup = lookup(file, imported);
    if (lookup instanceof ModuleLookup.Found found) {
      return member(found.file(), imported.name(), trail);
    }
    if (lookup instanceof ModuleLookup.Directory directory) {
      // A relative import stays in the project: without a name, nothing outside is meant.
      String name = imported.level() == 0 ? imported.module() : "";
      return member(new Resolution.Namespace(directory.path(), name), imported.name());
    }
    if (lookup instanceof ModuleLookup.External external) {
      return new Resolution.External(external.name() + "." + imported.name());
    }
    return new Resolution.Unresolved(((ModuleLookup.Missing) lookup).reason());
  }

  /** A module in a directory without {@code __init__.py}, or in another part of its namespace. */
  Resolution member(Resolution.Namespace namespace, String name) {
    ModuleLookup found = sources.submodule(namespace.directory(), name);
    String qualified = namespace.qualifiedName() + "." + name;
    if (found instanceof ModuleLookup.Missing missing) {
      return namespace.qualifiedName().isEmpty()
          ? new Resolution.Unresolved(missing.reason())
          : new Resolution.External(qualified);
    }
    return resolution(found, namespace.qualifiedName().isEmpty() ? "" : qualified);
  }

  /** What a module's attribute is after the module was run. */
  Resolution member(SourceFile module, String name, Trail trail) {
    Question question = new Question(module, name);
    if (!trail.enter()) {
      return new Resolution.Unresolved("`" + name + "` leads on and on");
    }
    try {
      if (!trail.open(question)) {
        return circle(module, name, trail);
      }
      try {
        return memberOf(module, name, trail);
      } finally {
        trail.close(question);
      }
    } finally {
      trail.leave();
    }
  }

  private Resolution memberOf(SourceFile module, String name, Trail trail) {
    List<PlacedBinding> found =
        module
            .names()
            .module()
            .candidates(name, NameScope.END, star -> exports(module, star, name, trail));
    if (!found.isEmpty()) {
      return follower.choose(module, name, found, trail);
    }
    return submodule(module, name).orElseGet(() -> missing(module, name));
  }

  /** While a package is imported it has no such name yet, and Python tries its modules. */
  private Resolution circle(SourceFile module, String name, Trail trail) {
    Optional<Resolution> submodule = submodule(module, name);
    if (submodule.isEmpty()) {
      trail.cut();
    }
    return submodule.orElseGet(
        () -> new Resolution.Unresolved("`" + name + "` of `" + module + "` leads to itself"));
  }

  private Optional<Resolution> submodule(SourceFile module, String name) {
    if (!module.isPackage()) {
      return Optional.empty();
    }
    ModuleLookup found = sources.submodule(module.directory(), name);
    return found instanceof ModuleLookup.Missing
        ? Optional.empty()
        : Optional.of(resolution(found, sources.moduleName(module) + "." + name));
  }

  private Resolution missing(SourceFile module, String name) {
    for (PlacedBinding star : module.names().module().contents().stars) {
      if (Follower.file(lookup(module, (Binding.ImportedName) star.binding())).isEmpty()) {
        return new Resolution.Unresolved(
            "`" + name + "` may come from a star import in `" + module + "`");
      }
    }
    return new Resolution.Unresolved("`" + name + "` is not bound in `" + module + "`");
  }

  /** What a name is that nothing in its file binds: something built in, or unknown. */
  Resolution unbound(SourceFile file, String name) {
    return BuiltinNames.contains(name)
        ? new Resolution.External("builtins." + name)
        : missing(file, name);
  }

  /** Whether the module of a star import has a name to give. */
  boolean exports(SourceFile file, PlacedBinding star, String name, Trail trail) {
    Optional<SourceFile> module =
        Follower.file(lookup(file, (Binding.ImportedName) star.binding()));
    // A module that waits for this one to be imported has nothing to give yet.
    if (module.isPresent() && trail.isOpen(new Question(module.get(), name))) {
      trail.cut();
      return false;
    }
    return module.isPresent()
        && has(module.get(), name, trail);
  }

  private boolean has(SourceFile module, String name, Trail trail) {
    Optional<Set<String>> listed = exports.of(module);
    if (listed.isPresent()) {
      return listed.get().contains(name);
    }
    if (name.startsWith("_")) {
      return false;
    }
    if (!module.names().module().all(name).isEmpty()) {
      return true;
    }
    Question question = new Question(module, "*" + name);
    if (!trail.open(question)) {
      trail.cut();
      return false;
    }
    try {
      return module.names().module().contents().stars.stream()
          .anyMatch(star -> exports(module, star, name, trail));
    } finally {
      trail.close(question);
    }
  }

  /** All names of a module after it was run, those of star imports last. */
  Set<String> names(SourceFile module) {
    Set<String> names = new LinkedHashSet<>(module.names().bound());
    Set<SourceFile> seen = new HashSet<>(Set.of(module));
    Deque<SourceFile> pending = new ArrayDeque<>(starred(module));
    while (!pending.isEmpty()) {
      SourceFile next = pending.remove();
      if (seen.add(next)) {
        Optional<Set<String>> listed = exports.of(next);
        names.addAll(
            listed.orElseGet(
                () -> {
                  Set<String> open = new LinkedHashSet<>(next.names().bound());
                  open.removeIf(name -> name.startsWith("_"));
                  return open;
                }));
        if (listed.isEmpty()) {
          pending.addAll(starred(next));
        }
      }
    }
    return names;
  }

  private List<SourceFile> starred(SourceFile module) {
    return module.names().module().contents().stars.stream()
        .map(star -> lookup(module, (Binding.ImportedName) star.binding()))
        .map(Follower::file)
        .flatMap(Optional::stream)
        .toList();
  }
}
