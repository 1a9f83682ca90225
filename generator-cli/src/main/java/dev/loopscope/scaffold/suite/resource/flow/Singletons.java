package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Subscript;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.List;
import java.util.Optional;

/**
 * Classes of which there is one object: {@code __new__}, or {@code __call__} of their metaclass,
 * makes it if it is missing, and gives what it keeps.
 */
final class Singletons {
  private Singletons() {}

  /** Where the object is kept. */
  static Part.Shared place(ClassRef type) {
    return new Part.Shared(type.file(), type.name() + "()", List.of());
  }

  /** Whether all calls of a class give the same object. */
  static boolean is(ClassRef type, Resolver resolver) {
    return (resolver.member(type, "__new__") instanceof Resolution.Function it
            && keeps(it.file(), it.definition()))
        || metaclass(type, resolver)
            .map(it -> resolver.member(it, "__call__"))
            .filter(it -> it instanceof Resolution.Function of && keeps(of.file(), of.definition()))
            .isPresent();
  }

  /** The class of the project that a class is an object of, if it says one. */
  static Optional<ClassRef> metaclass(ClassRef type, Resolver resolver) {
    for (ClassRef one : resolver.mro(type).classes()) {
      for (Keyword keyword : one.definition().keywords()) {
        if (keyword.name().filter("metaclass"::equals).isPresent()
            && resolver.resolve(one.file(), keyword.value()) instanceof Resolution.Class it) {
          return Optional.of(it.reference());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it makes an object only if an attribute, or an element for the class, is missing. */
  private static boolean keeps(SourceFile file, FunctionDef function) {
    Optional<String> type = function.parameters().stream().map(it -> it.name()).findFirst();
    List<Node> nodes = FunctionCode.of(file, function).nodes();
    boolean asks = nodes.stream().anyMatch(it -> it instanceof If || it instanceof Try);
    return asks
        && nodes.stream()
            .anyMatch(
                it ->
                    it instanceof Assign assign
                        && assign.targets().stream().anyMatch(target -> isOf(target, type)));
  }

  private static boolean isOf(Expression target, Optional<String> type) {
    Expression kept = target instanceof Subscript element ? element.value() : target;
    boolean one =
        !(target instanceof Subscript element)
            || (element.slice() instanceof Name key && type.filter(key.id()::equals).isPresent());
    return one
        && kept instanceof Attribute attribute
        && attribute.value() instanceof Name owner
        && type.filter(owner.id()::equals).isPresent();
  }
}
