package dev.loopscope.scaffold.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template in two: what FreeMarker has to read, and the passages that it only has to copy, which
 * are most of it. It looks at every character of what it reads, in code that is not compiled yet.
 *
 * @param source the template, with an expression in the place of each passage
 * @param texts the passages, in their order
 */
record Passages(String source, List<String> texts) {
  /**
   * What the expressions call the passages, before its index. No template can: {@code $} begins no
   * name of ours. Not an element of a list, because FreeMarker's first number takes it long.
   */
  private static final String NAME = "$passage";

  /** Below this many characters, an expression is read no faster than what it stands for. */
  private static final int WORTHWHILE = 40;

  Passages {
    texts = List.copyOf(texts);
  }

  /** Takes the passages out of {@code template}, as FreeMarker reads it. */
  static Passages of(String template) {
    StringBuilder source = new StringBuilder();
    List<String> texts = new ArrayList<>();
    int expression = -1;
    int directive = -1;
    for (int from = 0; from < template.length(); ) {
      expression = expression < from ? at(template, "${", from) : expression;
      directive = directive < from ? at(template, "<", from) : directive;
      int read = Math.min(expression, directive);
      int line = template.lastIndexOf('\n', read) + 1;
      // Its last line end stays, so that the expression stands on a line as the passage did.
      if (line - 1 - from >= WORTHWHILE) {
        source.append("${").append(NAME).append(texts.size()).append('}');
        texts.add(template.substring(from, line - 1));
        from = line - 1;
      }
      int next = read < template.length() ? at(template, "\n", read) + 1 : read;
      next = Math.min(next, template.length());
      source.append(template, from, next);
      from = next;
    }
    return new Passages(source.toString(), texts);
  }

  /**
   * The passage that an expression names {@code name}; null if that is a name of something else.
   */
  @Nullable String text(String name) {
    return name.startsWith(NAME)
        ? texts.get(Integer.parseInt(name, NAME.length(), name.length(), 10))
        : null;
  }

  /** Where {@code sought} stands at or after {@code from}; the end if nowhere. */
  private static int at(String template, String sought, int from) {
    int at = template.indexOf(sought, from);
    return at < 0 ? template.length() : at;
  }
}
