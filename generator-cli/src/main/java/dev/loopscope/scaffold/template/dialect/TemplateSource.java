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

  private final String written;
  private final Set<String> recordLists;

  /** The items of the lists that are open at {@link #read}; of a list of strings, an empty text. */
  private final Deque<String> items = new ArrayDeque<>();

  private int read;

  private TemplateSource(String written, Set<String> recordLists) {
    this.written = written;
    this.recordLists = recordLists;
  }

  /**
   * The text that FreeMarker reads.
   *
   * @param written the template
   * @param recordLists the lists of records that are declared
   */
  public static String forFreeMarker(String written, Set<String> recordLists) {
    int open = written.indexOf("${");
    return open < 0 ? written : new TemplateSource(written, recordLists).from(open);
  }

  /** Whether FreeMarker writes {@code source} as it is. */
  public static boolean isText(String source) {
    // It drops blanks of a last line without an end.
    boolean whole = source.isEmpty() || source.endsWith("\n");
    return whole && !source.contains("${") && construct(source, 0, source.length()) < 0;
  }

  /** Where the next directive, macro call or comment begins; negative if there is none. */
  static int construct(String text, int from, int end) {
    int at = text.indexOf('<', from);
    while (at >= 0 && at < end) {
      int sign = text.startsWith("/", at + 1) ? at + 2 : at + 1;
      if (text.startsWith("#", sign) || text.startsWith("@", sign)) {
        return at;
      }
      at = text.indexOf('<', at + 1);
    }
    return -1;
  }

  private String from(int first) {
    StringBuilder source = new StringBuilder(written.length() + 64);
    int from = 0;
    for (int open = first; open >= 0; open = written.indexOf("${", open + 2)) {
      if (!namesValue(open + 2)) {
        source.append(written, from, open).append(LITERAL);
        from = open + 2;
      }
    }
    return source.append(written, from, written.length()).toString();
  }

  /** Whether an identifier, or a record and its field, and a closing brace stand at {@code at}. */
  private boolean namesValue(int at) {
    int end = Identifier.end(written, at);
    if (end == at) {
      return false;
    }
    if (written.startsWith("}", end)) {
      return true;
    }
    int field = end + 1;
    int last = written.startsWith(".", end) ? Identifier.end(written, field) : field;
    return last > field
        && written.startsWith("}", last)
        && isRecord(written.substring(at, end), at);
  }

  /** Whether {@code name} is the item of a list of records that is open at {@code end}. */
  private boolean isRecord(String name, int end) {
    for (int at = next(end); at < end; at = next(end)) {
      if (written.startsWith(LIST_ENDS, at)) {
        items.poll();
      } else {
        items.push(record(at + LIST.length()));
      }
      read = at + 1;
    }
    return items.contains(name);
  }

  private int next(int end) {
    int begins = written.indexOf(LIST, read);
    int ends = written.indexOf(LIST_ENDS, read);
    int first = begins < 0 || (ends >= 0 && ends < begins) ? ends : begins;
    return first < 0 ? end : first;
  }

  /** The item of the list of records whose directive goes on at {@code argument}; else empty. */
  private String record(int argument) {
    int line = written.indexOf('\n', argument);
    String list = written.substring(argument, line < 0 ? written.length() : line);
    int as = list.indexOf(AS);
    return as >= 0 && recordLists.contains(list.substring(0, as).strip())
        ? list.substring(as + AS.length()).replace(">", "").strip()
        : "";
  }
}
