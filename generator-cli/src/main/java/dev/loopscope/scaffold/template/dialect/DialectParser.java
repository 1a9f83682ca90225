package dev.loopscope.scaffold.template.dialect;

import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.dialect.TemplateLine.Directive;
import dev.loopscope.scaffold.template.dialect.TemplateNode.Branch;
import dev.loopscope.scaffold.template.dialect.TemplateNode.Literal;
import dev.loopscope.scaffold.template.dialect.TemplateNode.Piece;
import dev.loopscope.scaffold.template.dialect.TemplateNode.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one template; refuses what is outside the dialect, with the file and the line. */
public final class DialectParser {
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
  private static final Pattern VALUE =
      Pattern.compile("\\$\\{(" + NAME + ")(?:\\.(" + NAME + "))?\\}");
  private static final Pattern LIST_AS_ITEM = Pattern.compile("(" + NAME + ") +as +(" + NAME + ")");

  private final List<TemplateLine> lines;
  private final Declarations declarations;
  private final VisibleNames names;
  private int next;

  private DialectParser(List<TemplateLine> lines, Declarations declarations) {
    this.lines = lines;
    this.declarations = declarations;
    this.names = new VisibleNames(declarations);
  }

  /**
   * The nodes of a template.
   *
   * @param template the file's name in messages
   * @param content the file's text
   * @param declarations the names it may use
   * @throws RefusalException for the first thing that is not of the dialect
   */
  public static List<TemplateNode> parse(
      String template, String content, Declarations declarations) {
    DialectParser parser = new DialectParser(TemplateLine.of(template, content), declarations);
    List<TemplateNode> nodes = parser.block(Set.of());
    if (parser.next < parser.lines.size()) {
      throw parser.lines.get(parser.next).refusal("nothing is open here", "remove the directive");
    }
    return nodes;
  }

  /** Nodes up to a directive of {@code ends}, which stays unread, or up to the end of the file. */
  private List<TemplateNode> block(Set<String> ends) {
    List<TemplateNode> nodes = new ArrayList<>();
    List<Piece> text = new ArrayList<>();
    while (next < lines.size()) {
      TemplateLine line = lines.get(next);
      Optional<Directive> directive = line.directive();
      if (directive.isEmpty()) {
        addPieces(line, text);
        next++;
        continue;
      }
      String name = directive.get().name();
      if (!text.isEmpty()) {
        nodes.add(new TemplateNode.Text(text));
        text.clear();
      }
      if (name.equals("if")) {
        nodes.add(choice(line, directive.get()));
      } else if (name.equals("list")) {
        nodes.add(repetition(line, directive.get()));
      } else if (ends.contains(name) || ends.isEmpty()) {
        return nodes;
      } else {
        throw line.refusal("`" + name + "` does not close what is open", "close that first");
      }
    }
    if (!text.isEmpty()) {
      nodes.add(new TemplateNode.Text(text));
    }
    return nodes;
  }

  private TemplateNode choice(TemplateLine start, Directive opening) {
    List<Branch> branches = new ArrayList<>();
    TemplateLine line = start;
    Directive directive = opening;
    while (!directive.argument().isEmpty()) {
      Condition condition = condition(line, directive.argument());
      next++;
      branches.add(new Branch(condition, block(Set.of("elseif", "else", "/if"))));
      line = lineOrUnclosed(start);
      directive = line.directive().orElseThrow();
    }
    List<TemplateNode> otherwise = List.of();
    next++;
    if (directive.name().equals("else")) {
      otherwise = block(Set.of("/if"));
      lineOrUnclosed(start);
      next++;
    }
    return new TemplateNode.Choice(branches, otherwise);
  }

  private TemplateNode repetition(TemplateLine start, Directive opening) {
    Matcher parts = LIST_AS_ITEM.matcher(opening.argument());
    if (!parts.matches()) {
      throw start.refusal("`" + opening.argument() + "` is no list", "write <#list LIST as ITEM>");
    }
    String list = parts.group(1);
    String item = parts.group(2);
    if (!declarations.lists().contains(list) && !declarations.records().containsKey(list)) {
      throw start.refusal("`" + list + "` is no declared list", "use one of " + lists());
    }
    if (names.has(item)) {
      throw start.refusal("`" + item + "` hides a variable", "give the item another name");
    }
    next++;
    names.open(list, item);
    List<TemplateNode> body = block(Set.of("/list"));
    names.close();
    lineOrUnclosed(start);
    next++;
    return new TemplateNode.Repetition(list, item, body);
  }

  private TemplateLine lineOrUnclosed(TemplateLine start) {
    if (next == lines.size()) {
      throw start.refusal("this is never closed", "add the </#if> or </#list>");
    }
    return lines.get(next);
  }

  private void addPieces(TemplateLine line, List<Piece> pieces) {
    Matcher value = VALUE.matcher(line.text());
    int from = 0;
    while (value.find()) {
      if (value.group(2) != null && !names.isRecord(value.group(1))) {
        continue; // a property of Maven, say, which is text
      }
      String written = line.text().substring(value.start() + 2, value.end() - 1);
      String name =
          names
              .text(written)
              .orElseThrow(
                  () ->
                      line.refusal(
                          "`" + written + "` is no declared string",
                          names.isRecord(written)
                              ? "name one of its fields: ${" + written + ".field}"
                              : "declare it or mend the name"));
      if (value.start() > from) {
        pieces.add(new Literal(line.text().substring(from, value.start())));
      }
      pieces.add(new Value(name));
      from = value.end();
    }
    if (from < line.text().length()) {
      pieces.add(new Literal(line.text().substring(from)));
    }
  }

  private Condition condition(TemplateLine line, String text) {
    try {
      return new ConditionReader(text, names).read();
    } catch (IllegalArgumentException e) {
      throw line.refusal(
          "the condition is not of the dialect: " + e.getMessage(),
          "join flag, !flag, text == \"literal\" and text != \"literal\" by && or by ||");
    }
  }

  private List<String> lists() {
    List<String> lists = new ArrayList<>(declarations.lists());
    declarations.records().keySet().stream().sorted().forEach(lists::add);
    return lists;
  }
}
