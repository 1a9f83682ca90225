package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Mro;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.List;
import java.util.Optional;

/** Says what {@code super().name} stands for in a method. */
final class SuperCalls {
  private final Resolver resolver;
  private final Frame frame;

  SuperCalls(Resolver resolver, Frame frame) {
    this.resolver = resolver;
    this.frame = frame;
  }

  /** Whether an expression is {@code super()}, in a method of a class that is known. */
  boolean is(Expression expression) {
    return frame.method.isPresent()
        && expression instanceof Call call
        && call.function() instanceof Name name
        && name.id().equals("super")
        && call.keywords().isEmpty()
        && (call.arguments().isEmpty() || call.arguments().size() == 2)
        && !frame.variables.containsKey("super");
  }

  /** The object that it is called on, as the method names it. */
  Optional<Name> self(Expression call) {
    return frame
        .method
        .flatMap(it -> it.function().parameters().stream().findFirst())
        .map(it -> new Name(call.start(), call.end(), it.name()));
  }

  /**
   * What it stands for: a member of the next class behind the one that the method stands in. Empty
   * if none of the project's has it.
   */
  Optional<Resolution.Function> member(Attribute attribute) {
    Frame.Method method = frame.method.orElseThrow();
    Optional<ClassRef> around = around(method.function());
    Mro mro = resolver.mro(method.type());
    int at = around.map(it -> mro.classes().indexOf(it)).orElse(-1);
    List<ClassRef> behind =
        at < 0 ? List.of() : mro.classes().subList(at + 1, mro.classes().size());
    for (ClassRef next : behind) {
      if (next.file().names().bindings(next.definition(), attribute.attr()).isEmpty()) {
        continue;
      }
      return resolver.member(next, attribute.attr()) instanceof Resolution.Function it
          ? Optional.of(it)
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether what it stands for is of {@code object}, which does nothing. */
  boolean isPlain(Attribute attribute) {
    Mro mro = resolver.mro(frame.method.orElseThrow().type());
    return mro.complete()
        && mro.externalBases().isEmpty()
        && (attribute.attr().equals("__init__") || attribute.attr().equals("__new__"));
  }

  private Optional<ClassRef> around(FunctionDef function) {
    return Owners.of(frame.file, function);
  }
}
