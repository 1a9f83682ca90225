package dev.loopscope.scaffold.template;

/**
 * The one difference between a template as it is written and as FreeMarker reads it: a dollar and
 * an opening brace that no identifier and closing brace follow are text. So a Maven property with a
 * dot in it, or a GitHub expression, stands in a template as it stands in the file it makes.
 */
final class TemplateSource {
  private static final String LITERAL = "${dollar}{";

  private TemplateSource() {}

  /** The text that FreeMarker reads. */
  static String forFreeMarker(String written) {
    int open = written.indexOf("${");
    if (open < 0) {
      return written;
    }
    StringBuilder source = new StringBuilder(written.length() + 64);
    int from = 0;
    while (open >= 0) {
      if (!namesVariable(written, open + 2)) {
        source.append(written, from, open).append(LITERAL);
        from = open + 2;
      }
      open = written.indexOf("${", open + 2);
    }
    return source.append(written, from, written.length()).toString();
  }

  /** Whether an identifier and a closing brace stand at {@code at}. */
  private static boolean namesVariable(String text, int at) {
    int end = at;
    while (end < text.length() && Identifier.continues(text.charAt(end), end == at)) {
      end++;
    }
    return end > at && end < text.length() && text.charAt(end) == '}';
  }
}
