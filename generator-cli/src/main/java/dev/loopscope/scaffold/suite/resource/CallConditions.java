package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText.JoinedStr;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Literal.NumberLiteral;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Operation.BinOp;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.List;
import java.util.Optional;

/** Compares calls with what lines of the catalogue want of them. */
final class CallConditions {
  private static final List<String> URL_MAKERS = List.of(".make_url", ".URL.create", ".URL");

  private final Resolver resolver;

  CallConditions(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Whether something holds. */
  enum Answer {
    YES,
    NO,
    MAYBE;

    static Answer of(boolean holds) {
      return holds ? YES : NO;
    }
  }

  /** Whether a call says what a condition wants. */
  Answer holds(CallCondition condition, SourceFile file, Call call, Opening opening) {
    if (condition.method().isEmpty()) {
      return holds(condition, condition.path(), file, call);
    }
    Optional<Call> method =
        Optional.ofNullable(opening.methods().get(condition.method().orElseThrow()));
    if (method.isEmpty()) {
      return Answer.NO;
    }
    return condition.path().isEmpty()
        ? Answer.YES
        : holds(condition, condition.path(), file, method.orElseThrow());
  }

  private Answer holds(
      CallCondition condition, List<CallArgument> path, SourceFile file, Call call) {
    Optional<Expression> argument = path.get(0).in(call);
    if (argument.isEmpty()) {
      return path.get(0).mayBeIn(call) ? Answer.MAYBE : Answer.NO;
    }
    Expression value = argument.orElseThrow();
    if (path.size() == 1) {
      return isValue(condition.value(), file, value);
    }
    if (resolver.resolve(file, value) instanceof Resolution.Value it) {
      return it.expression() instanceof Call inner
          ? holds(condition, path.subList(1, path.size()), it.file(), inner)
          : Answer.of(false);
    }
    return Answer.MAYBE;
  }

  private Answer isValue(String wanted, SourceFile file, Expression given) {
    if (wanted.endsWith("*")) {
      return startsWith(wanted.substring(0, wanted.length() - 1), text(file, given));
    }
    if (wanted.equals("True") || wanted.equals("False")) {
      return resolver
          .bool(file, given)
          .toOptional()
          .map(it -> Answer.of(it == wanted.equals("True")))
          .orElse(Answer.MAYBE);
    }
    Expression value =
        resolver.resolve(file, given) instanceof Resolution.Value it ? it.expression() : given;
    if (value instanceof NumberLiteral number) {
      return Answer.of(number.text().equals(wanted));
    }
    if (value instanceof StringLiteral text) {
      return Answer.of(text.value().equals(wanted));
    }
    if (value instanceof Literal) {
      return Answer.of(wanted.equals("None"));
    }
    return isClass(wanted, file, given);
  }

  /** A class of the project may be derived from the wanted one. */
  private Answer isClass(String wanted, SourceFile file, Expression given) {
    if (resolver.resolve(file, given) instanceof Resolution.External external) {
      return Answer.of(isNamed(wanted, external.qualifiedName()));
    }
    return resolver.resolve(file, given) instanceof Resolution.Value value
            && value.expression() instanceof Call call
            && resolver.resolve(value.file(), call.function()) instanceof Resolution.External type
        ? Answer.of(isNamed(wanted, type.qualifiedName()))
        : Answer.MAYBE;
  }

  private static boolean isNamed(String wanted, String qualifiedName) {
    return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1).equals(wanted);
  }

  private static Answer startsWith(String wanted, Beginning text) {
    if (text.text().startsWith(wanted)) {
      return Answer.YES;
    }
    return text.whole() || !wanted.startsWith(text.text()) ? Answer.NO : Answer.MAYBE;
  }

  /**
   * What is known of a text.
   *
   * @param whole whether nothing follows
   */
  private record Beginning(String text, boolean whole) {
    static final Beginning UNKNOWN = new Beginning("", false);
  }

  private Beginning text(SourceFile file, Expression expression) {
    Optional<String> whole = resolver.string(file, expression).toOptional();
    if (whole.isPresent()) {
      return new Beginning(whole.orElseThrow(), true);
    }
    return resolver.resolve(file, expression) instanceof Resolution.Value value
        ? beginning(value.file(), value.expression())
        : Beginning.UNKNOWN;
  }

  private Beginning beginning(SourceFile file, Expression expression) {
    if (expression instanceof JoinedStr formatted) {
      return !formatted.values().isEmpty() && formatted.values().get(0) instanceof StringLiteral it
          ? new Beginning(it.value(), false)
          : Beginning.UNKNOWN;
    }
    if (expression instanceof BinOp operation && operation.left() != expression) {
      Beginning left = text(file, operation.left());
      String text = left.text();
      // What stands before the first field is there whatever is put into the fields.
      int field = text.indexOf('%');
      return new Beginning(field < 0 ? text : text.substring(0, field), false);
    }
    return expression instanceof Call call ? ofCall(file, call) : Beginning.UNKNOWN;
  }

  private Beginning ofCall(SourceFile file, Call call) {
    String name = resolver.qualifiedName(file, call.function()).orElse("");
    boolean makesUrl =
        name.startsWith("sqlalchemy.") && URL_MAKERS.stream().anyMatch(name::endsWith);
    if (makesUrl) {
      Optional<Expression> first =
          new CallArgument(name.endsWith(".make_url") ? "name_or_url" : "drivername", 0).in(call);
      return first
          .map(it -> text(file, it))
          .map(
              it ->
                  name.endsWith(".make_url") || !it.whole()
                      ? it
                      : new Beginning(it.text() + "://", false))
          .orElse(Beginning.UNKNOWN);
    }
    if (call.function() instanceof Attribute method && method.attr().equals("format")) {
      String text = text(file, method.value()).text();
      int field = text.indexOf('{');
      return new Beginning(field < 0 ? text : text.substring(0, field), false);
    }
    return Beginning.UNKNOWN;
  }
}
