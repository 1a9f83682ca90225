package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.name.Binding;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Says from which files something can be reached that an import keeps and that may belong to a
 * loop: a call in the code of a module, or of a class in it, that nobody knows to be harmless. An
 * object is asked by one thread.
 */
public final class KeptByImports {
  private final Resolver resolver;
  private final ReachedFiles keeping;

  /** Of the files that these names lead to. */
  public KeptByImports(Resolver resolver) {
    this.resolver = resolver;
    this.keeping = new ReachedFiles(resolver.sources(), this::mayKeep);
  }

  /** Whether a file, or one that its imports lead to, may keep something. */
  public boolean isReachedBy(SourceFile file) {
    return keeping.isReachedBy(file);
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
        && !Libraries.LISTED.contains(Libraries.of(it.qualifiedName()));
  }
}
