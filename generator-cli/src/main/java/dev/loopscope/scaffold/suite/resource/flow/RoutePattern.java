package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText.FormattedValue;
import dev.loopscope.scaffold.python.tree.FormattedText.JoinedStr;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Operation.BinOp;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths of requests and of routes, as far as the text tells them. */
public final class RoutePattern {
  /** Stands for any text. */
  static final char ANY = '\0';

  private static final Pattern FIELD = Pattern.compile("\\{[^}/]*\\}|<[^>/]*>");
  private static final Pattern HOST = Pattern.compile("^[a-z]+://[^/\0]*");

  private RoutePattern() {}

  /** What an expression says. */
  static String of(SourceFile file, Expression expression, Resolver resolver) {
    Optional<String> whole = resolver.string(file, expression).toOptional();
    if (whole.isPresent()) {
      return whole.orElseThrow();
    }
    if (expression instanceof JoinedStr text) {
      StringBuilder all = new StringBuilder();
      for (Expression part : text.values()) {
        all.append(
            part instanceof StringLiteral literal
                ? literal.value()
                : part instanceof FormattedValue value
                    ? of(file, value.value(), resolver)
                    : String.valueOf(ANY));
      }
      return all.toString();
    }
    if (expression instanceof BinOp sum) {
      return of(file, sum.left(), resolver) + of(file, sum.right(), resolver);
    }
    return String.valueOf(ANY);
  }

  /** Whether a text can be the path of a request, and says anything of it. */
  static boolean isPath(String text) {
    String path = HOST.matcher(text).replaceFirst("");
    return path.indexOf('/') >= 0 && path.length() > 0 && (path.charAt(0) == '/' || any(path));
  }

  private static boolean any(String path) {
    return path.charAt(0) == ANY;
  }

  /** Whether a request's path is that of a route without doubt. */
  public static boolean isSame(String request, String route) {
    return plain(request).equals(plain(route)) && request.indexOf(ANY) < 0;
  }

  /** Whether a request's path may be that of a route. */
  public static boolean fits(String request, String route) {
    String asked = plain(request);
    String served = FIELD.matcher(plain(route)).replaceAll(String.valueOf(ANY));
    return regex(served).matcher(asked).matches() || regex(asked).matcher(served).matches();
  }

  private static String plain(String path) {
    String text = HOST.matcher(path).replaceFirst("");
    int query = text.indexOf('?');
    text = query < 0 ? text : text.substring(0, query);
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static Pattern regex(String text) {
    StringBuilder regex = new StringBuilder();
    for (String part : text.split(String.valueOf(ANY), -1)) {
      regex.append(regex.length() == 0 ? "" : "[^/]+").append(Pattern.quote(part));
    }
    String whole = regex.toString();
    // What stands before the first slash may be any number of segments.
    return Pattern.compile(
        text.isEmpty() || text.charAt(0) != ANY
            ? whole
            : ".*" + whole.substring(Pattern.quote("").length() + "[^/]+".length()));
  }
}
