package dev.loopscope.scaffold.cli.manual;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of section 1 in the language that {@code man} reads. It is written here because picocli's
 * own generator writes AsciiDoc, which takes Asciidoctor, a Ruby program, to become a page.
 */
public final class ManualPage {
  private static final Pattern LITERAL = Pattern.compile("`([^`]*)`");

  private final StringBuilder text = new StringBuilder();

  /**
   * Begins a page.
   *
   * @param name {@code scaffold-new}
   * @param source the product and its version
   * @param does what it is for, in one sentence
   */
  public ManualPage(String name, String source, String does) {
    text.append(".TH \"").append(escaped(name)).append("\" 1 \"\" \"");
    text.append(escaped(source)).append("\"\n.nh\n.ad l\n");
    section("NAME");
    String end = does.endsWith(".") ? does.substring(0, does.length() - 1) : does;
    text.append(escaped(name)).append(" \\- ").append(escaped(end)).append('\n');
  }

  /** Begins a section. */
  public ManualPage section(String title) {
    text.append(".SH ").append(title).append('\n');
    return this;
  }

  /** A paragraph; what stands in backquotes is literal. */
  public ManualPage paragraph(String prose) {
    text.append(".PP\n").append(marked(prose));
    return this;
  }

  /**
   * What is typed, and what stands for a value behind it, with its meaning below.
   *
   * @param value empty if there is none
   * @param paragraphs those that are empty are left out
   */
  public ManualPage term(String literal, String value, List<String> paragraphs) {
    text.append(".TP\n");
    text.append(literal.isEmpty() ? "" : "\\fB" + escaped(literal) + "\\fR");
    text.append(literal.isEmpty() || value.isEmpty() ? "" : " ");
    text.append(value.isEmpty() ? "" : "\\fI" + escaped(value) + "\\fR").append('\n');
    String between = "";
    for (String paragraph : paragraphs) {
      if (!paragraph.isEmpty()) {
        text.append(between).append(marked(paragraph));
        between = ".IP\n";
      }
    }
    return this;
  }

  /** Other pages. */
  public ManualPage seeAlso(List<String> names) {
    section("SEE ALSO");
    List<String> pages = names.stream().map(it -> "\\fB" + escaped(it) + "\\fR(1)").toList();
    text.append(String.join(",\n", pages)).append('\n');
    return this;
  }

  /** The page. */
  public String text() {
    return text.toString();
  }

  private static String marked(String prose) {
    String line = LITERAL.matcher(escaped(prose)).replaceAll("\\\\fB$1\\\\fR");
    // At the start of a line, these two begin what man obeys.
    return (line.startsWith(".") || line.startsWith("\\(aq") ? "\\&" : "") + line + "\n";
  }

  /** Every character as itself: a bare hyphen would be a typographic one, which no shell takes. */
  private static String escaped(String plain) {
    return plain
        .replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("\"", "\\(dq")
        .replace("~", "\\(ti")
        .replace("^", "\\(ha");
  }
}
