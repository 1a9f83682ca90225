package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.python.tree.BinaryOperator;
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

/** Reads values that stand in the text, through names, {@code +} and the like. */
final class Constants {
  private final Follower follower;

  Constants(Follower follower) {
    this.follower = follower;
  }

  Reading<String> string(SourceFile file, Expression written, Trail trail) {
    if (!trail.enter()) {
      return computed(file, written);
    }
    try {
      Resolution resolution = follower.resolve(file, written, trail);
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
