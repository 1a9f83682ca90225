package dev.loopscope.scaffold.template.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The one difference between a template as it is written and as FreeMarker reads it: a dollar and
 * an opening brace are text, unless they begin the name of a variable or of a record's field. So a
 * Maven property with a dot in it, or a GitHub expression, stands in a template as it stands in the
 * file it makes.
 *
 * <p>It looks at what {@link DialectParser} would refuse as if it were right: it runs each time a
 * suite is written, and the templates were parsed when they were built.
 */
public final class TemplateSource {
  private static final String LITERAL = "${dollar}{";
  private static final String LIST = "<#list ";
  private static final String LIST_ENDS = "</#list>";
  private static final String AS = " as ";

  private TemplateSource() {}

  /**
   * The text that FreeMarker reads.
   *
   * @param written the template
   * @param recordLists the lists of records that are declared
   */
  public static String forFreeMarker(String written, Set<String> recordLists) {
    int open = written.indexOf("${");
    if (open < 0) {
      return written;
    }
    StringBuilder source = new StringBuilder(written.length() + 64);
    int from = 0;
    while (open >= 0) {
      if (!namesValue(written, open + 2, recordLists)) {
        source.append(written, from, open).append(LITERAL);
        from = open + 2;
      }
      open = written.indexOf("${", open + 2);
    }
    return source.append(written, from, written.length()).toString();
  }

  /** Whether FreeMarker writes {@code source} as it is. */
  public static boolean isText(String source) {
    // It drops blanks of a last line without an end.
    boolean whole = source.isEmpty() || source.endsWith("\n");
    return whole
        && !source.contains("${")
        && !source.contains("<#")
        && !source.contains("</#")
        && !source.contains("<@")
        && !source.contains("</@");
  }

  /** Whether an identifier, or a record and its field, and a closing brace stand at {@code at}. */
  private static boolean namesValue(String text, int at, Set<String> recordLists) {
    int end = Identifier.end(text, at);
    if (end == at) {
      return false;
    }
    if (text.startsWith("}", end)) {
      return true;
    }
    int field = end + 1;
    int last = text.startsWith(".", end) ? Identifier.end(text, field) : field;
    return last > field
        && text.startsWith("}", last)
        && isRecord(text.substring(at, end), text, at, recordLists);
  }

  /** Whether {@code name} is the item of a list of records that is open at {@code end}. */
  private static boolean isRecord(String name, String text, int end, Set<String> recordLists) {
    Deque<Boolean> open = new ArrayDeque<>();
    for (int at = next(text, 0, end); at < end; at = next(text, at + 1, end)) {
      if (text.startsWith(LIST_ENDS, at)) {
        open.poll();
      } else {
        open.push(opensRecords(text, at + LIST.length(), name, recordLists));
      }
    }
    return open.contains(true);
  }

  private static int next(String text, int from, int end) {
    int begins = text.indexOf(LIST, from);
    int ends = text.indexOf(LIST_ENDS, from);
    int first = begins < 0 || (ends >= 0 && ends < begins) ? ends : begins;
    return first < 0 ? end : first;
  }

  private static boolean opensRecords(
      String text, int argument, String item, Set<String> recordLists) {
    int line = text.indexOf('\n', argument);
    String list = text.substring(argument, line < 0 ? text.length() : line);
    int as = list.indexOf(AS);
    return as >= 0
        && recordLists.contains(list.substring(0, as).strip())
        && list.substring(as + AS.length()).replace(">", "").strip().equals(item);
  }
}
