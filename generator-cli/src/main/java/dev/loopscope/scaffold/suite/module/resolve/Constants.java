package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.python.tree.BinaryOperator;
import dev.loopscope.scaffold.python.tree.Comprehension;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText;
import dev.loopscope.scaffold.python.tree.Literal;
import dev.loopscope.scaffold.python.tree.Operation;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.UnaryOperator;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads values that stand in the text, through names, {@code +} and the like. */
final class Constants {
  private static final Set<String> COPYING = Set.of("builtins.list", "builtins.tuple");

  private final Follower follower;
  private final EnumMembers enums;

  Constants(Follower follower) {
    this.follower = follower;
    this.enums = new EnumMembers(follower);
  }

  Reading<String> string(SourceFile file, Expression written, Trail trail) {
    if (!trail.enter()) {
      return computed(file, written);
    }
    try {
      Optional<Resolution.Value> member = enums.text(file, written, trail);
      Resolution resolution =
          member.isPresent() ? member.orElseThrow() : follower.resolve(file, written, trail);
      return resolution instanceof Resolution.Value value
          ? string(value, trail)
          : unread(file, written, resolution);
    } finally {
      trail.leave();
    }
  }

  private Reading<String> string(Resolution.Value value, Trail trail) {
    SourceFile file = value.file();
    Expression expression = value.expression();
    if (expression instanceof Literal.StringLiteral text) {
      return Reading.known(text.value());
    }
    if (expression instanceof FormattedText.JoinedStr joined) {
      return joined(file, joined, trail);
    }
    if (expression instanceof Operation.BinOp sum && sum.operator() == BinaryOperator.ADD) {
      return string(file, sum.left(), trail)
          .flatMap(left -> string(file, sum.right(), trail).map(right -> left + right));
    }
    if (expression instanceof Operation.IfExp either) {
      Reading<String> one = string(file, either.body(), trail);
      return one.equals(string(file, either.orElse(), trail)) ? one : computed(file, expression);
    }
    return computed(file, expression);
  }

  /** An f-string whose fields are texts and have no format. */
  private Reading<String> joined(SourceFile file, FormattedText.JoinedStr joined, Trail trail) {
    StringBuilder text = new StringBuilder();
    for (Expression part : joined.values()) {
      Reading<String> read = computed(file, joined);
      if (part instanceof Literal.StringLiteral literal) {
        read = Reading.known(literal.value());
      } else if (part instanceof FormattedText.FormattedValue field
          && field.formatSpec().isEmpty()
          && field.conversion() == FormattedText.Conversion.NONE) {
        read = string(file, field.value(), trail);
      }
      if (!(read instanceof Reading.Known<String> known)) {
        return read;
      }
      text.append(known.value());
    }
    return Reading.known(text.toString());
  }

  Reading<Boolean> bool(SourceFile file, Expression written, Trail trail) {
    if (!trail.enter()) {
      return computed(file, written);
    }
    try {
      Resolution resolution = follower.resolve(file, written, trail);
      if (!(resolution instanceof Resolution.Value value)) {
        return unread(file, written, resolution);
      }
      if (value.expression() instanceof Operation.UnaryOp not
          && not.operator() == UnaryOperator.NOT) {
        return bool(value.file(), not.operand(), trail).map(it -> !it);
      }
      if (value.expression() instanceof Literal.NamedConstant constant) {
        if (constant.constant() == Literal.Constant.TRUE) {
          return Reading.known(true);
        }
        if (constant.constant() == Literal.Constant.FALSE) {
          return Reading.known(false);
        }
      }
      return computed(value.file(), value.expression());
    } finally {
      trail.leave();
    }
  }

  Reading<List<Resolution.Value>> elements(SourceFile file, Expression written, Trail trail) {
    if (!trail.enter()) {
      return computed(file, written);
    }
    try {
      Optional<List<Resolution.Value>> members = enums.values(file, written, true, trail);
      if (members.isPresent()) {
        return members.map(Reading::known).orElseThrow();
      }
      Resolution resolution = follower.resolve(file, written, trail);
      return resolution instanceof Resolution.Value value
          ? elements(value, trail)
          : unread(file, written, resolution);
    } finally {
      trail.leave();
    }
  }

  private Reading<List<Resolution.Value>> elements(Resolution.Value list, Trail trail) {
    SourceFile file = list.file();
    List<Expression> written;
    if (list.expression() instanceof Display.ListDisplay it) {
      written = it.elements();
    } else if (list.expression() instanceof Display.Tuple it) {
      written = it.elements();
    } else if (list.expression() instanceof Display.SetDisplay it) {
      written = it.elements();
    } else if (list.expression() instanceof Operation.BinOp sum
        && sum.operator() == BinaryOperator.ADD) {
      return elements(file, sum.left(), trail)
          .flatMap(left -> elements(file, sum.right(), trail).map(right -> joined(left, right)));
    } else if (list.expression() instanceof Primary.Call copy && isCopy(file, copy, trail)) {
      return elements(file, copy.arguments().get(0), trail);
    } else if (list.expression() instanceof Comprehension.ListComp each) {
      return each(file, each, trail);
    } else {
      return computed(file, list.expression());
    }
    List<Resolution.Value> elements = new ArrayList<>();
    for (Expression element : written) {
      if (element instanceof Primary.Starred starred) {
        Reading<List<Resolution.Value>> more = elements(file, starred.value(), trail);
        if (!(more instanceof Reading.Known<List<Resolution.Value>> known)) {
          return more;
        }
        elements.addAll(known.value());
      } else {
        elements.add(new Resolution.Value(file, element));
      }
    }
    return Reading.known(List.copyOf(elements));
  }

  /** {@code list(other)} and {@code tuple(other)}. */
  private boolean isCopy(SourceFile file, Primary.Call call, Trail trail) {
    return call.arguments().size() == 1
        && call.keywords().isEmpty()
        && follower.resolve(file, call.function(), trail) instanceof Resolution.External it
        && COPYING.contains(it.qualifiedName());
  }

  /** {@code [it for it in other]}, and {@code [it.value for it in Enum]}. */
  private Reading<List<Resolution.Value>> each(
      SourceFile file, Comprehension.ListComp list, Trail trail) {
    if (list.clauses().size() == 1
        && list.clauses().get(0).conditions().isEmpty()
        && list.clauses().get(0).target() instanceof Primary.Name target) {
      Expression other = list.clauses().get(0).iterable();
      if (isNamed(list.element(), target)) {
        return elements(file, other, trail);
      }
      if (list.element() instanceof Primary.Attribute attribute
          && attribute.attr().equals("value")
          && isNamed(attribute.value(), target)) {
        return enums
            .values(file, other, false, trail)
            .map(Reading::known)
            .orElseGet(() -> computed(file, list));
      }
    }
    return computed(file, list);
  }

  private static boolean isNamed(Expression expression, Primary.Name target) {
    return expression instanceof Primary.Name name && name.id().equals(target.id());
  }

  private static <T> List<T> joined(List<T> left, List<T> right) {
    List<T> all = new ArrayList<>(left);
    all.addAll(right);
    return List.copyOf(all);
  }

  private static <T> Reading<T> unread(SourceFile file, Expression written, Resolution resolution) {
    return resolution instanceof Resolution.Unresolved unresolved
        ? Reading.unknown(unresolved.reason())
        : computed(file, written);
  }

  private static <T> Reading<T> computed(SourceFile file, Expression expression) {
    return Reading.unknown("`" + Follower.head(file, expression) + "` is computed");
  }
}
