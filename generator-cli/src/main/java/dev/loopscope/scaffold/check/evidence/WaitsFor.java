package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Clause.WithItem;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.MadeAtImport;
import java.util.Set;

/** Whether a function's own code waits for an object that was made when its module was imported. */
public final class WaitsFor {
  private static final Set<String> BLOCKING =
      Set.of("get", "put", "join", "wait", "wait_for", "acquire");
  private static final Set<String> OF_LOOPS =
      Set.of("create_task", "run_in_executor", "create_future", "getaddrinfo");

  private final ImportTimeObject object;
  private final Resolver resolver;

  /** For functions that may wait for {@code object}. */
  public WaitsFor(ImportTimeObject object, Resolver resolver) {
    this.object = object;
    this.resolver = resolver;
  }

  /** Whether the function waits where nothing expects it to fail. */
  public boolean in(SourceFile file, FunctionDef function) {
    return FunctionCode.of(file, function).places().stream()
        .filter(place -> !place.guarded())
        .anyMatch(place -> waits(file, place.node()));
  }

  private boolean waits(SourceFile file, Node node) {
    if (node instanceof With block && block.async()) {
      return object.kind() == MadeAtImport.BINDS_WHEN_IT_WAITS
          && block.items().stream().map(WithItem::context).anyMatch(it -> isIt(file, it));
    }
    if (!(node instanceof Await await)) {
      return false;
    }
    if (object.kind() == MadeAtImport.FUTURE) {
      return isIt(file, await.value());
    }
    Set<String> methods = object.kind() == MadeAtImport.LOOP ? OF_LOOPS : BLOCKING;
    return await.value() instanceof Call call
        && call.function() instanceof Attribute method
        && methods.contains(method.attr())
        && isIt(file, method.value());
  }

  private boolean isIt(SourceFile file, Expression expression) {
    if (object.owner().isPresent()) {
      return expression instanceof Attribute attribute
          && attribute.attr().equals(object.name())
          && attribute.value() instanceof Name name
          && (name.id().equals("self") || name.id().equals("cls"));
    }
    return expression instanceof Name
        && resolver.resolve(file, expression) instanceof Resolution.Value value
        && SameNode.is(value.expression(), object.call());
  }
}
