package dev.loopscope.scaffold.suite.module;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name that an import statement may lead to: of {@code from ..a import b}, {@code a} and {@code
 * a.b}, each two levels up.
 *
 * @param level how many full stops stand before it; 0 for an absolute name
 * @param name dotted; empty for the package of {@code from . import}
 */
public record Imported(int level, String name) {
  private static final String IMPORT = "import";
  private static final Pattern FROM =
      Pattern.compile("(?<![\\w.])from[ \\t]+(\\.*)[ \\t]*([\\w.]*)[ \\t]*$");
  private static final int LONGEST_LINE = 1000;

  /** The first part of the name. */
  public String first() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /**
   * What the import statements anywhere in a text may lead to, those within functions included. The
   * text is looked through for the word, so sentences in comments may bring names that are none.
   */
  static Set<Imported> in(String text) {
    Set<Imported> found = new LinkedHashSet<>();
    for (int at = text.indexOf(IMPORT); at >= 0; at = text.indexOf(IMPORT, at + IMPORT.length())) {
      int end = at + IMPORT.length();
      if ((at == 0 || isAround(text.charAt(at - 1)))
          && (end == text.length() || isAround(text.charAt(end)))) {
        String head = text.substring(lineStart(text, at), at);
        Matcher from = FROM.matcher(head);
        if (from.find()) {
          int level = from.group(1).length();
          String module = from.group(2);
          addParts(level, module, found);
          String inside = module.isEmpty() ? "" : module + ".";
          names(text, end).forEach(name -> found.add(new Imported(level, inside + name)));
        } else {
          names(text, end).forEach(name -> addParts(0, name, found));
        }
      }
    }
    return Set.copyOf(found);
  }

  private static boolean isAround(char character) {
    return !Character.isUnicodeIdentifierPart(character);
  }

  private static int lineStart(String text, int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_LINE && !isLineEnd(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isLineEnd(char character) {
    return character == '\n' || character == '\r';
  }

  /** Importing {@code a.b.c} imports {@code a} and {@code a.b} as well. */
  private static void addParts(int level, String name, Set<Imported> found) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      found.add(new Imported(level, name.substring(0, dot)));
    }
    if (!name.isEmpty() || level > 0) {
      found.add(new Imported(level, name));
    }
  }

  /** The first words between commas, up to the end of the line or of the parentheses. */
  private static List<String> names(String text, int start) {
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    boolean inside = at < text.length() && text.charAt(at) == '(';
    List<String> names = new ArrayList<>();
    boolean first = true;
    for (at += inside ? 1 : 0; at < text.length(); ) {
      char character = text.charAt(at);
      if (character == '#') {
        at = lineEnd(text, at);
      } else if (inside ? character == ')' : character == ';' || isLineEnd(character)) {
        break;
      } else if (character == '\\') {
        at += text.startsWith("\r\n", at + 1) ? 3 : 2;
      } else if (character == ',') {
        first = true;
        at++;
      } else if (first && Character.isUnicodeIdentifierStart(character)) {
        int end = wordEnd(text, at);
        names.add(text.substring(at, end));
        first = false;
        at = end;
      } else {
        at++;
      }
    }
    return names;
  }

  private static int lineEnd(String text, int start) {
    int at = start;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length()
        && (text.charAt(at) == '.' || Character.isUnicodeIdentifierPart(text.charAt(at)))) {
      at++;
    }
    return at;
  }
}
