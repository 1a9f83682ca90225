package dev.loopscope.scaffold.template;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Python source as a reader of names sees it. */
final class PythonCode {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?s)\"\"\".*?\"\"\"|#[^\n]*"
              + "|([frb]?)(?:\"((?:\\\\.|[^\"\\\\\n])*)\"|'((?:\\\\.|[^'\\\\\n])*)')");
  private static final Pattern REPLACED = Pattern.compile("\\{([^{}]*)\\}");

  /** A name that stands by itself: an attribute, behind a full stop, hides nothing. */
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

  private PythonCode() {}

  /** Every name in {@code source} that is not an attribute, a comment or part of a text. */
  static Set<String> names(String source) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(TEXT.matcher(source).replaceAll(PythonCode::code));
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }

  /** The code in a text: what an f-string has between its braces. */
  private static String code(MatchResult text) {
    if (!"f".equals(text.group(1))) {
      return " ";
    }
    return REPLACED
        .matcher(text.group(2) == null ? text.group(3) : text.group(2))
        .results()
        .map(replaced -> Matcher.quoteReplacement(replaced.group(1)))
        .collect(Collectors.joining(" ", " ", " "));
  }
}
