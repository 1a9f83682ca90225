package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.module.ModuleLookup;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.name.Binding;
import dev.loopscope.scaffold.suite.module.name.NameScope;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says whose variable a name is: that of a function, of the one around it, or of a module. */
final class Variables {
  private static final int DEPTH = 8;

  private final Resolver resolver;
  private final IdentityHashMap<SourceFile, Map<String, Part.Shared>> imported =
      new IdentityHashMap<>();

  Variables(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Whose a name is. */
  enum Owner {
    /** The innermost function's, or a lambda's or comprehension's in it. */
    FUNCTION,
    /** A function's around that one. */
    AROUND,
    MODULE
  }

  static Owner owner(SourceFile file, Name name) {
    NameScope scope = file.names().module().innermost(name.start());
    if (scope.shadows(name.id(), name.start())) {
      return Owner.FUNCTION;
    }
    boolean innermost = true;
    while (scope.kind() != NameScope.Kind.MODULE) {
      if (scope.declaresGlobal(name.id())) {
        return Owner.MODULE;
      }
      if (scope.kind() == NameScope.Kind.FUNCTION
          && !scope.declaresNonlocal(name.id())
          && !scope.all(name.id()).isEmpty()) {
        return innermost ? Owner.FUNCTION : Owner.AROUND;
      }
      innermost &= scope.kind() != NameScope.Kind.FUNCTION;
      scope = scope.outer().orElseThrow();
    }
    return Owner.MODULE;
  }

  /** What a name of a module stands for. */
  Content ofModule(SourceFile file, Name name) {
    return content(resolver.resolve(file, name), file, name.id());
  }

  /** What an attribute of a module stands for. */
  Content member(SourceFile module, String name) {
    return content(resolver.member(module, name), module, name);
  }

  private Content content(Resolution resolution, SourceFile file, String name) {
    if (resolution instanceof Resolution.Function it) {
      return Content.of(new Part.Code(it.file(), it.definition()));
    }
    if (resolution instanceof Resolution.Class it) {
      return Content.of(new Part.Type(it.reference()));
    }
    if (resolution instanceof Resolution.External it) {
      return LibraryCalls.isHarmless(it.qualifiedName())
          ? Content.NOTHING
          : Content.unread("`" + it.qualifiedName() + "` is of a library");
    }
    if (resolution instanceof Resolution.Module || resolution instanceof Resolution.Namespace) {
      return Content.NOTHING;
    }
    return Content.of(
        imported
            .computeIfAbsent(file, it -> new HashMap<>())
            .computeIfAbsent(name, it -> shared(file, it, DEPTH)));
  }

  /** The variable itself, wherever it was imported from. */
  Part.Shared shared(SourceFile file, String name, int depth) {
    if (depth == 0) {
      return new Part.Shared(file, name, List.of());
    }
    for (Binding binding : file.names().bindings(name)) {
      if (binding instanceof Binding.ImportedName imported) {
        Optional<SourceFile> module = module(file, imported);
        if (module.isPresent()) {
          return shared(module.orElseThrow(), imported.name(), depth - 1);
        }
      }
    }
    return new Part.Shared(file, name, List.of());
  }

  private Optional<SourceFile> module(SourceFile file, Binding.ImportedName imported) {
    ModuleLookup lookup =
        imported.level() == 0
            ? resolver.sources().module(imported.module(), file)
            : resolver.sources().relativeModule(imported.module(), imported.level(), file);
    return lookup instanceof ModuleLookup.Found found
        ? Optional.of(found.file())
        : Optional.empty();
  }
}
