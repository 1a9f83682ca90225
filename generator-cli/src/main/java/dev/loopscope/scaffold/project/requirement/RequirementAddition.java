package dev.loopscope.scaffold.project.requirement;

import dev.loopscope.scaffold.project.requirement.BracketList.Element;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Adds requirements to a list, in the list's own style: its quotes, its indentation, its line ends,
 * its order if it has one, its commas. Nothing else of the file changes.
 */
public final class RequirementAddition {
  private static final String INDENT = "    ";

  private final RequirementList list;
  private final String text;
  private final String lineEnd;

  private RequirementAddition(RequirementList list) {
    this.list = list;
    this.text = list.file().text().text();
    this.lineEnd = lineEnd(text);
  }

  /** The line end of a text's first line. */
  static String lineEnd(String text) {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }

  /**
   * The changes that add requirements.
   *
   * @param requirements that the list does not state
   * @throws IllegalArgumentException if the list cannot be edited
   */
  public static List<TextChange> of(RequirementList list, List<WrittenRequirement> requirements) {
    if (requirements.isEmpty()) {
      return List.of();
    }
    List<WrittenRequirement> written =
        list.pinsAll() && list.stated().size() > 1
            ? requirements.stream().map(WrittenRequirement::pinned).toList()
            : requirements;
    RequirementAddition addition = new RequirementAddition(list);
    return switch (list.form()) {
      case ARRAY, PYTHON -> addition.inBrackets(texts(written));
      case TABLE -> addition.inTable(written);
      case LINES -> addition.inLines(texts(written));
      case INI -> addition.inValue(texts(written));
      case NEW_TABLE -> List.of(addition.newTable(written));
      case OTHER -> throw new IllegalArgumentException(list.title() + " cannot be edited");
    };
  }

  private static List<String> texts(List<WrittenRequirement> requirements) {
    return requirements.stream().map(WrittenRequirement::text).toList();
  }

  private TextChange insert(int at, String inserted) {
    return new TextChange(list.file().path(), at, at, inserted);
  }

  private List<TextChange> inBrackets(List<String> requirements) {
    BracketList brackets = BracketList.at(text, list.span().start());
    if (brackets.elements().isEmpty()) {
      return List.of(intoEmpty(brackets, requirements));
    }
    char quote = quote(brackets);
    List<TextChange> changes = new ArrayList<>();
    List<String> behind = new ArrayList<>();
    for (String requirement : requirements) {
      int next = onePerLine(brackets) ? successor(brackets, requirement) : -1;
      if (next < 0) {
        behind.add(quoted(requirement, quote));
      } else {
        int line = lineStart(brackets.elements().get(next).start());
        String indent = text.substring(line, brackets.elements().get(next).start());
        changes.add(insert(line, indent + quoted(requirement, quote) + "," + lineEnd));
      }
    }
    if (!behind.isEmpty()) {
      changes.addAll(behind(brackets, behind));
    }
    return changes;
  }

  private List<TextChange> behind(BracketList brackets, List<String> quoted) {
    Element last = brackets.elements().get(brackets.elements().size() - 1);
    int lineStart = lineStart(last.start());
    String indent = text.substring(lineStart, last.start());
    boolean ownLine = indent.isBlank() && lineStart > 0 && lineStart > brackets.open();
    if (!ownLine) {
      String joined = String.join(", ", quoted);
      return List.of(
          brackets.endsInComma()
              ? insert(brackets.afterLast(), " " + joined + ",")
              : insert(last.end(), ", " + joined));
    }
    String gap = "," + lineEnd + indent;
    int end = endOfLine(brackets.afterLast());
    if (end > brackets.close()) {
      return List.of(
          brackets.endsInComma()
              ? insert(brackets.afterLast(), lineEnd + indent + String.join(gap, quoted) + ",")
              : insert(last.end(), gap + String.join(gap, quoted)));
    }
    String added = lineEnd + indent + String.join(gap, quoted);
    return brackets.endsInComma()
        ? List.of(insert(end, added + ","))
        : end == last.end()
            ? List.of(insert(end, "," + added))
            : List.of(insert(last.end(), ","), insert(end, added));
  }

  private TextChange intoEmpty(BracketList brackets, List<String> requirements) {
    List<String> quoted = requirements.stream().map(it -> quoted(it, '"')).toList();
    if (text.indexOf('\n', brackets.open()) > brackets.close()
        || text.indexOf('\n', brackets.open()) < 0) {
      return insert(brackets.open(), String.join(", ", quoted));
    }
    String indent = indentOf(lineStart(list.span().start())) + INDENT;
    StringBuilder lines = new StringBuilder();
    quoted.forEach(it -> lines.append(lineEnd).append(indent).append(it).append(','));
    return insert(endOfLine(brackets.open()), lines.toString());
  }

  private boolean onePerLine(BracketList brackets) {
    return brackets.elements().stream()
        .allMatch(
            it ->
                lineStart(it.start()) > brackets.open()
                    && text.substring(lineStart(it.start()), it.start()).isBlank());
  }

  /** The element before which a requirement belongs if they are sorted; -1 if it is the last. */
  private int successor(BracketList brackets, String requirement) {
    List<String> names =
        brackets.elements().stream().map(it -> text.substring(it.start() + 1, it.end())).toList();
    return successor(names, requirement);
  }

  private static int successor(List<String> texts, String requirement) {
    List<String> keys = texts.stream().map(RequirementAddition::key).toList();
    if (keys.size() < 2 || !keys.equals(keys.stream().sorted().toList())) {
      return -1;
    }
    for (int at = 0; at < keys.size(); at++) {
      if (keys.get(at).compareTo(key(requirement)) > 0) {
        return at;
      }
    }
    return -1;
  }

  private static String key(String requirement) {
    return Requirement.parse(requirement)
        .map(Requirement::distribution)
        .orElseGet(() -> requirement.toLowerCase(Locale.ROOT));
  }

  private char quote(BracketList brackets) {
    for (Element element : brackets.elements()) {
      char c = text.charAt(element.start());
      if (c == '\'' || c == '"') {
        return c;
      }
    }
    return '"';
  }

  private static String quoted(String requirement, char quote) {
    String other = quote == '"' ? "'" : "\"";
    return quote + requirement.replace(String.valueOf(quote), other) + quote;
  }

  private List<TextChange> inTable(List<WrittenRequirement> requirements) {
    String body = text.substring(list.span().start(), list.span().end());
    boolean caret = body.contains("\"^") || body.contains("'^");
    char quote = body.contains("\"") || !body.contains("'") ? '"' : '\'';
    StringBuilder lines = new StringBuilder();
    requirements.forEach(it -> lines.append(lineEnd).append(it.tableLine(caret, quote)));
    return List.of(insert(endOfLine(list.span().end()), lines.toString()));
  }

  private List<TextChange> inLines(List<String> requirements) {
    List<TextChange> changes = new ArrayList<>();
    StringBuilder behind = new StringBuilder();
    boolean only = text.lines().filter(it -> !it.isBlank()).count() == list.stated().size();
    List<String> names = list.stated().stream().map(StatedRequirement::distribution).toList();
    for (String requirement : requirements) {
      int next = only ? successor(names, requirement) : -1;
      if (next < 0) {
        behind.append(requirement).append(lineEnd);
      } else {
        changes.add(
            insert(lineStart(list.stated().get(next).location().start()), requirement + lineEnd));
      }
    }
    if (behind.length() > 0) {
      boolean open = !text.isEmpty() && !text.endsWith("\n");
      String added =
          open
              ? lineEnd + behind.substring(0, behind.length() - lineEnd.length())
              : behind.toString();
      changes.add(insert(text.length(), added));
    }
    return changes;
  }

  private List<TextChange> inValue(List<String> requirements) {
    int line = lineStart(list.span().end());
    String indent = indentOf(line);
    StringBuilder lines = new StringBuilder();
    for (String requirement : requirements) {
      lines.append(lineEnd).append(indent.isEmpty() ? INDENT : indent).append(requirement);
    }
    return List.of(insert(endOfLine(list.span().end()), lines.toString()));
  }

  private TextChange newTable(List<WrittenRequirement> requirements) {
    StringBuilder table = new StringBuilder();
    boolean poetry = list.kind() == Kind.POETRY;
    boolean headed = list.span().end() > list.span().start();
    if (!headed) {
      table.append(text.isEmpty() ? "" : text.endsWith("\n") ? lineEnd : lineEnd + lineEnd);
      table.append(
          poetry ? "[tool.poetry.group." + list.name() + ".dependencies]" : "[dependency-groups]");
    }
    if (poetry) {
      requirements.forEach(it -> table.append(lineEnd).append(it.tableLine(true, '"')));
    } else {
      table.append(lineEnd).append(list.name()).append(" = [");
      texts(requirements)
          .forEach(it -> table.append(lineEnd).append(INDENT).append(quoted(it, '"')).append(','));
      table.append(lineEnd).append(']');
    }
    return headed
        ? insert(endOfLine(list.span().end()), table.toString())
        : insert(text.length(), table.append(lineEnd).toString());
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Before the line end of the line that an offset is on. */
  private int endOfLine(int offset) {
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length();
    }
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private String indentOf(int lineStart) {
    int at = lineStart;
    while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(lineStart, at);
  }
}
