package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.module.Imported;
import dev.loopscope.scaffold.suite.module.ModuleLookup;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.name.Binding;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says from which files something can be reached that an import keeps and that may belong to a
 * loop: a call in the code of a module, or of a class in it, that nobody knows to be harmless. An
 * object is asked by one thread.
 */
public final class KeptByImports {
  /** Modules behind one file. Of a project that imports more, anything may be kept. */
  private static final int MOST = 256;

  private final Resolver resolver;
  private final Set<String> libraries = new HashSet<>(Set.of("asyncio"));
  private final Map<SourceFile, Boolean> reaching = new HashMap<>();
  private final Map<SourceFile, Boolean> keeping = new HashMap<>();

  /** Of the files that these names lead to. */
  public KeptByImports(Resolver resolver) {
    this.resolver = resolver;
    for (String name : LoopCatalogue.names()) {
      libraries.add(first(name));
    }
  }

  /** Whether a file, or one that its imports lead to, may keep something. */
  public boolean isReachedBy(SourceFile file) {
    Boolean known = reaching.get(file);
    if (known == null) {
      known = findReaching(file);
      reaching.put(file, known);
    }
    return known;
  }

  private boolean findReaching(SourceFile start) {
    Set<SourceFile> seen = new LinkedHashSet<>(List.of(start));
    Deque<SourceFile> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      SourceFile file = next.remove();
      if (reaching.getOrDefault(file, false) || keeping.computeIfAbsent(file, this::mayKeep)) {
        return true;
      }
      for (SourceFile imported : reaching.containsKey(file) ? List.<SourceFile>of() : of(file)) {
        if (seen.add(imported)) {
          next.add(imported);
        }
      }
      if (seen.size() > MOST) {
        return true;
      }
    }
    // What is behind it keeps nothing either.
    seen.forEach(it -> reaching.put(it, false));
    return false;
  }

  private List<SourceFile> of(SourceFile file) {
    List<SourceFile> imported = new ArrayList<>();
    for (Imported name : file.imports()) {
      if (resolver.sources().module(name, file) instanceof ModuleLookup.Found found) {
        imported.add(found.file());
      }
    }
    return imported;
  }

  private boolean mayKeep(SourceFile file) {
    boolean open =
        file.names().bound().stream()
            .flatMap(name -> file.names().bindings(name).stream())
            .anyMatch(
                it ->
                    it instanceof Binding.Opaque
                        || it instanceof Binding.Entered
                        || it instanceof Binding.Augmented);
    return open
        || FunctionCode.ofModule(file).places().stream()
            .map(FunctionCode.Place::node)
            .anyMatch(it -> mayKeep(file, it));
  }

  private boolean mayKeep(SourceFile file, Node node) {
    if (node instanceof Call call) {
      return !isHarmless(resolver.resolve(file, call.function()));
    }
    return node instanceof ClassDef type && type.body().stream().anyMatch(it -> ofClass(file, it));
  }

  private boolean ofClass(SourceFile file, Node root) {
    Deque<Node> next = new ArrayDeque<>(List.of(root));
    while (!next.isEmpty()) {
      Node node = next.pop();
      if (node instanceof Call call && !isHarmless(resolver.resolve(file, call.function()))) {
        return true;
      }
      if (!(node instanceof FunctionDef)) {
        node.forEachChild(next::push);
      }
    }
    return false;
  }

  /** A library of which nothing is known gives back no more than it is given, by another call. */
  private boolean isHarmless(Resolution called) {
    return called instanceof Resolution.External it
        && !libraries.contains(first(it.qualifiedName()));
  }

  private static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
