package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.Optional;
import java.util.Set;

/**
 * Variables of the context: what a fixture sets in one, its tests get, as if it were a variable of
 * the module. pytest-asyncio (0.25 on Python 3.11) and anyio hand the context of fixtures on to
 * tests. One with a default gives that to whoever has another context, so it is not followed.
 */
final class ContextVariables {
  private static final Set<String> METHODS = Set.of("set", "get");

  /** The attribute that stands for what one holds. */
  private static final String VALUE = "value of the context";

  private final SourceFile file;
  private final Resolver resolver;
  private final Attributes attributes;

  /** Of the code of a file. */
  ContextVariables(SourceFile file, Resolver resolver, Attributes attributes) {
    this.file = file;
    this.resolver = resolver;
    this.attributes = attributes;
  }

  /** What a call of a method gives, if it is one of such a variable. */
  Optional<Content> called(Attribute method, Call call, Content receiver, ValueReading values) {
    if (!METHODS.contains(method.attr()) || !isVariable(method.value(), receiver)) {
      return Optional.empty();
    }
    if (method.attr().equals("get")) {
      return Optional.of(attributes.of(receiver, VALUE));
    }
    for (Expression value : call.arguments()) {
      attributes.keep(method.value(), VALUE, values.of(value));
    }
    return Optional.of(Content.NOTHING);
  }

  private boolean isVariable(Expression owner, Content receiver) {
    return receiver.parts().size() == 1
        && receiver.parts().iterator().next() instanceof Part.Shared
        && resolver.resolve(file, owner) instanceof Resolution.Value value
        && value.expression() instanceof Call making
        && making.keywords().isEmpty()
        && resolver
            .qualifiedName(value.file(), making.function())
            .filter("contextvars.ContextVar"::equals)
            .isPresent();
  }
}
