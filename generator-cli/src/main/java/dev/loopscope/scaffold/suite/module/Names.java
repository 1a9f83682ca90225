package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.tree.CompoundStatement;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which names a file binds, and where. Safe for use by several threads. */
public final class Names {
  Names(SourceFile file) {}

  /** The names bound at module level, in the order of the text; star imports aside. */
  public Set<String> bound() {
    return Set.of();
  }

  /** The names bound in the body of a class, in the order of the text. */
  public Set<String> bound(ClassDef definition) {
    return Set.of();
  }

  /** The statements that bind a name at module level, in the order of the text. */
  public List<Binding> bindings(String name) {
    return List.of();
  }

  /** The statements that bind a name in the body of a class, in the order of the text. */
  public List<Binding> bindings(ClassDef definition, String name) {
    return List.of();
  }

  /**
   * The innermost function or class whose body holds a node; a definition's decorators, defaults,
   * annotations and bases are outside of it.
   */
  public Optional<CompoundStatement> enclosing(Node node) {
    return Optional.empty();
  }
}
