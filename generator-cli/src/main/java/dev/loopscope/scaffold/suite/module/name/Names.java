package dev.loopscope.scaffold.suite.module.name;

import dev.loopscope.scaffold.python.parser.SyntaxTree;
import dev.loopscope.scaffold.python.tree.CompoundStatement;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which names a file binds, and where. Safe for use by several threads. */
public final class Names {
  /** A list of this length is made anew as fast as it is found. */
  private static final int FEW = 16;

  private final NameScope module;

  /** What binds the names that are bound again and again. */
  private final Map<String, List<Binding>> rebound = new ConcurrentHashMap<>();

  /** The names of a file that was read. */
  public Names(SyntaxTree tree) {
    int end = tree.module().end() + 1;
    this.module =
        new NameScope(tree, NameScope.Kind.MODULE, Optional.empty(), Optional.empty(), 0, end);
  }

  /** The scope of the whole file. */
  public NameScope module() {
    return module;
  }

  /**
   * The names bound at module level, in the order of the text; star imports and what is bound by
   * code that never runs aside.
   */
  public Set<String> bound() {
    return module.contents().bound();
  }

  /** The names bound in the body of a class, in the order of the text, by code that may run. */
  public Set<String> bound(ClassDef definition) {
    return body(definition).map(scope -> scope.contents().bound()).orElse(Set.of());
  }

  /** What binds a name at module level, in the order of the text, in code that may run. */
  public List<Binding> bindings(String name) {
    List<PlacedBinding> all = module.all(name);
    return all.size() <= FEW ? running(all) : rebound.computeIfAbsent(name, it -> running(all));
  }

  /** What binds a name in the body of a class, in the order of the text, in code that may run. */
  public List<Binding> bindings(ClassDef definition, String name) {
    return running(body(definition).map(scope -> scope.all(name)).orElse(List.of()));
  }

  private static List<Binding> running(List<PlacedBinding> all) {
    return all.stream()
        .filter(it -> !it.block().isIn(Block.Kind.NEVER))
        .map(PlacedBinding::binding)
        .toList();
  }

  /**
   * The innermost function or class whose body holds a node; a definition's decorators, defaults,
   * annotations and bases are outside of it.
   */
  public Optional<CompoundStatement> enclosing(Node node) {
    return module.innermost(node.start()).definition();
  }

  /** The scope of a class of this file. */
  public Optional<NameScope> body(ClassDef definition) {
    return module.innermost(definition.start()).child(definition);
  }
}
