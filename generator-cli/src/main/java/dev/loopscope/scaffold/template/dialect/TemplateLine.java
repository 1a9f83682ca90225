package dev.loopscope.scaffold.template.dialect;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a template: text, or a directive, which has its line to itself, without blanks around
 * it: FreeMarker keeps those before a template's first directive, and drops them before the others.
 *
 * @param template the file's name in messages
 * @param number counted from 1
 * @param text the line with its line feed; the last line may have none
 */
record TemplateLine(String template, int number, String text) {
  private static final Set<String> BARE = Set.of("<#else>", "</#if>", "</#list>");
  private static final Pattern WITH_ARGUMENT = Pattern.compile("<#(if|elseif|list) +(.*[^ ]) *>");

  /** What FreeMarker takes for a directive, a macro call or a comment, wherever it stands. */
  private static final Pattern CONSTRUCT = Pattern.compile("</?#[A-Za-z_]+|</?@|<#--");

  /**
   * A directive.
   *
   * @param name such as {@code if} or {@code /if}
   * @param argument what follows the name; empty for one that takes nothing
   */
  record Directive(String name, String argument) {}

  /**
   * The lines of {@code content}; none of an empty one.
   *
   * @throws RefusalException if there is a carriage return, or if the last line is blanks without a
   *     line feed: FreeMarker drops those
   */
  static List<TemplateLine> of(String template, String content) {
    List<TemplateLine> lines = new ArrayList<>();
    int from = 0;
    while (from < content.length()) {
      int feed = content.indexOf('\n', from);
      int to = feed < 0 ? content.length() : feed + 1;
      TemplateLine line = new TemplateLine(template, lines.size() + 1, content.substring(from, to));
      if (line.text.indexOf('\r') >= 0) {
        throw line.refusal("there is a carriage return", "end lines with a line feed alone");
      }
      if (feed < 0 && line.text.isBlank()) {
        throw line.refusal("the last line is blanks alone", "end the file with a line feed");
      }
      lines.add(line);
      from = to;
    }
    return lines;
  }

  /**
   * The directive on this line; none on a line of text.
   *
   * @throws RefusalException if a construct is not of the dialect, or not alone on the line
   */
  Optional<Directive> directive() {
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    if (BARE.contains(line)) {
      String name = line.substring(1, line.length() - 1).replace("#", "");
      return Optional.of(new Directive(name, ""));
    }
    Matcher directive = WITH_ARGUMENT.matcher(line);
    if (directive.matches() && !CONSTRUCT.matcher(directive.group(2)).find()) {
      return Optional.of(new Directive(directive.group(1), directive.group(2)));
    }
    Matcher construct = CONSTRUCT.matcher(text);
    if (construct.find()) {
      throw refusal(
          "`" + construct.group() + "` is not of the dialect here",
          "use <#if C>, <#elseif C>, <#else>, </#if>, <#list LIST as ITEM> or </#list>, alone on"
              + " its line, with no blank before or after it");
    }
    return Optional.empty();
  }

  /** A refusal that names this line. */
  RefusalException refusal(String what, String next) {
    return new RefusalException(new Refusal(what, template + ":" + number, next));
  }
}
