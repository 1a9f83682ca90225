package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.suite.module.ModuleLookup;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import dev.loopscope.scaffold.suite.module.name.Binding;
import dev.loopscope.scaffold.suite.module.name.BuiltinNames;
import dev.loopscope.scaffold.suite.module.name.NameScope;
import dev.loopscope.scaffold.suite.module.name.PlacedBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The attributes of modules, and what imports lead to. */
final class ModuleMembers {
  /** A module's attribute that is being looked for. */
  record Question(SourceFile module, String name) {}

  private final SourceTree sources;
  private final Follower follower;
  private final StarImports stars;
  private final Map<Question, Resolution> known = new ConcurrentHashMap<>();

  ModuleMembers(SourceTree sources, Follower follower) {
    this.sources = sources;
    this.follower = follower;
    this.stars = new StarImports(this::lookup);
  }

  /** What star imports bring into modules. */
  StarImports stars() {
    return stars;
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
    Resolution answer = known.get(question);
    if (answer == null) {
      answer = ask(question, trail);
      // What was cut short on this trail may be told on another.
      if (!trail.broken()) {
        known.put(question, answer);
      }
    }
    return answer;
  }

  private Resolution ask(Question question, Trail trail) {
    if (!trail.enter()) {
      return new Resolution.Unresolved("`" + question.name() + "` leads on and on");
    }
    try {
      if (!trail.open(question)) {
        return circle(question.module(), question.name(), trail);
      }
      try {
        return memberOf(question.module(), question.name(), trail);
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
            .candidates(name, NameScope.END, star -> stars.exports(module, star, name, trail));
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
    for (PlacedBinding star : module.names().module().stars()) {
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
}
