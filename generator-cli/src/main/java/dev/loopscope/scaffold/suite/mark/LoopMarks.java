package dev.loopscope.scaffold.suite.mark;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.code.IdentityMemo;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says whether code may put on marks that decide over loops, backends and fixtures. */
final class LoopMarks {
  private static final String MARK = "pytest.mark";
  private static final Set<String> DECIDING =
      Set.of(
          "pytest.mark.asyncio",
          "pytest.mark.anyio",
          "pytest.mark.usefixtures",
          "pytest.mark.parametrize");

  private final Resolver resolver;
  private final IdentityMemo<Boolean> found = new IdentityMemo<>();

  LoopMarks(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Whether one of these marks, one whose name is computed, or {@code pytestmark} without any mark
   * that can be read, stands below a node.
   */
  boolean mayBeIn(SourceFile file, Node root) {
    return found.of(root, () -> search(file, root));
  }

  private boolean search(SourceFile file, Node root) {
    Set<Node> owners = Collections.newSetFromMap(new IdentityHashMap<>());
    List<String> marks = new ArrayList<>();
    List<Node> all = new ArrayList<>();
    Walk.preOrder(root, all::add);
    boolean pytestmark = false;
    for (Node node : all) {
      if (node instanceof Attribute attribute) {
        owners.add(attribute.value());
        pytestmark |= attribute.attr().equals("pytestmark");
        name(file, attribute).ifPresent(marks::add);
      } else if (node instanceof Name name && !owners.contains(name)) {
        name(file, name).ifPresent(marks::add);
      }
      if (node instanceof Attribute attribute
          && !owners.contains(attribute)
          && resolver.qualifiedName(file, attribute).filter(MARK::equals).isPresent()) {
        return true;
      }
    }
    return marks.stream().anyMatch(DECIDING::contains) || (pytestmark && marks.isEmpty());
  }

  /** Whether a mark of asyncio or anyio stands below a node. */
  boolean isIn(SourceFile file, Node root) {
    List<String> marks = new ArrayList<>();
    Walk.preOrder(
        root,
        node -> {
          if (node instanceof Attribute attribute) {
            name(file, attribute).ifPresent(marks::add);
          }
        });
    return marks.contains("pytest.mark.asyncio") || marks.contains("pytest.mark.anyio");
  }

  /** The mark that a name or an attribute stands for. */
  private Optional<String> name(SourceFile file, Expression expression) {
    return resolver
        .qualifiedName(file, expression)
        .or(() -> resolver.calledName(file, expression))
        .filter(it -> it.startsWith(MARK + "."));
  }
}
