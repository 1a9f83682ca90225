package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.archetype.Node.Branch;
import dev.loopscope.scaffold.archetype.Node.Literal;
import dev.loopscope.scaffold.archetype.Node.Piece;
import dev.loopscope.scaffold.archetype.Node.Value;
import dev.loopscope.scaffold.archetype.TemplateLine.Directive;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.Condition;
import dev.loopscope.scaffold.template.TemplateModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one template; refuses what is outside the dialect, with the file and the line. */
final class DialectParser {
  private static final Pattern VALUE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final Pattern LIST_AS_ITEM =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*) +as +([A-Za-z_][A-Za-z0-9_]*)");

  private final List<TemplateLine> lines;
  private final Deque<String> items = new ArrayDeque<>();
  private int next;

  private DialectParser(List<TemplateLine> lines) {
    this.lines = lines;
  }

  /**
   * The nodes of a template.
   *
   * @param template the file's name in messages
   * @param content the file's text
   * @throws RefusalException for the first thing that is not of the dialect
   */
  static List<Node> parse(String template, String content) {
    DialectParser parser = new DialectParser(TemplateLine.of(template, content));
    List<Node> nodes = parser.block(Set.of());
    if (parser.next < parser.lines.size()) {
      throw parser.lines.get(parser.next).refusal("nothing is open here", "remove the directive");
    }
    return nodes;
  }

  /** Nodes up to a directive of {@code ends}, which stays unread, or up to the end of the file. */
  private List<Node> block(Set<String> ends) {
    List<Node> nodes = new ArrayList<>();
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
        nodes.add(new Node.Text(text));
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
      nodes.add(new Node.Text(text));
    }
    return nodes;
  }

  private Node choice(TemplateLine start, Directive opening) {
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
    List<Node> otherwise = List.of();
    next++;
    if (directive.name().equals("else")) {
      otherwise = block(Set.of("/if"));
      lineOrUnclosed(start);
      next++;
    }
    return new Node.Choice(branches, otherwise);
  }

  private Node repetition(TemplateLine start, Directive opening) {
    Matcher parts = LIST_AS_ITEM.matcher(opening.argument());
    if (!parts.matches()) {
      throw start.refusal("`" + opening.argument() + "` is no list", "write <#list LIST as ITEM>");
    }
    String list = parts.group(1);
    String item = parts.group(2);
    if (!TemplateModel.LISTS.contains(list)) {
      throw start.refusal(
          "`" + list + "` is no declared list", "use one of " + TemplateModel.LISTS);
    }
    if (isDeclared(item) || items.contains(item)) {
      throw start.refusal("`" + item + "` hides a variable", "give the item another name");
    }
    next++;
    items.push(item);
    List<Node> body = block(Set.of("/list"));
    items.pop();
    lineOrUnclosed(start);
    next++;
    return new Node.Repetition(list, item, body);
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
      String name = value.group(1);
      if (!TemplateModel.TEXTS.contains(name) && !items.contains(name)) {
        throw line.refusal("`" + name + "` is no declared string", "declare it or mend the name");
      }
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
      return Condition.parse(text, List.copyOf(items));
    } catch (IllegalArgumentException e) {
      throw line.refusal(
          "the condition is not of the dialect: " + e.getMessage(),
          "join flag, !flag, text == \"literal\" and text != \"literal\" by && or by ||");
    }
  }

  private static boolean isDeclared(String name) {
    return TemplateModel.TEXTS.contains(name)
        || TemplateModel.FLAGS.contains(name)
        || TemplateModel.LISTS.contains(name);
  }
}
