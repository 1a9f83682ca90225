package dev.loopscope.scaffold.template.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a template when the answers are known: without the branches that they do not
 * take, and with each list written out, so that FreeMarker reads neither conditions nor lists. Most
 * of a template is about what was not asked for, and to read it takes longer than all the rest of a
 * run.
 *
 * <p>What is not of the dialect, or names what has no value, stays as a whole: FreeMarker says what
 * is wrong with it.
 */
public final class ChosenBranches {
  private static final String IF = "<#if ";
  private static final String ELSE_IF = "<#elseif ";
  private static final String ELSE = "<#else>";
  private static final String END_IF = "</#if>";
  private static final String LIST = "<#list ";
  private static final String AS = " as ";
  private static final String END_LIST = "</#list>";

  private final String template;
  private final StringBuilder left;
  private final Deque<Block> open = new ArrayDeque<>();

  /** The items of the lists that are being written out, the innermost first. */
  private final ListItems items;

  /** How many of the open blocks are dropped: what stands in any of those is not written. */
  private int dropped;

  private ChosenBranches(String template, ListItems items, StringBuilder left) {
    this.template = template;
    this.items = items;
    this.left = left;
  }

  /** What FreeMarker writes the same text from as from all of {@code template}. */
  public static String of(String template, SuiteValues values) {
    if (!template.contains(IF) && !template.contains(LIST)) {
      return template;
    }
    StringBuilder left = new StringBuilder(template.length());
    ChosenBranches branches = new ChosenBranches(template, new ListItems(values), left);
    return branches.write(0, template.length()) ? left.toString() : template;
  }

  /** A condition's directive that is not closed yet. */
  private static final class Block {
    /** Whether one of its branches was chosen. */
    boolean chosen;

    /** Whether the branch that is being read is dropped. */
    boolean drops;
  }

  /** Whether all from {@code begin} to {@code end} is of the dialect; then it is written. */
  private boolean write(int begin, int end) {
    int from = begin;
    for (int at = TemplateSource.construct(template, begin, end);
        at >= 0;
        at = TemplateSource.construct(template, from, end)) {
      int feed = template.indexOf('\n', at);
      int lineEnd = feed < 0 ? end : feed;
      boolean first = at == 0 || template.charAt(at - 1) == '\n';
      if (!first || !keep(from, at)) {
        return false;
      }
      from = read(template.substring(at, lineEnd), Math.min(lineEnd + 1, end), end);
      if (from < 0) {
        return false;
      }
    }
    return keep(from, end) && open.isEmpty();
  }

  private boolean keep(int from, int to) {
    return dropped > 0 || items.write(template, from, to, left);
  }

  /**
   * Reads a line that is a directive.
   *
   * @param next where the line after it begins
   * @return where to go on; negative if the line is not of the dialect
   */
  private int read(String line, int next, int end) {
    if (line.startsWith(LIST) && line.endsWith(">")) {
      return list(line.substring(LIST.length(), line.length() - 1), next, end);
    }
    if (line.startsWith(IF) && line.endsWith(">")) {
      Block block = new Block();
      open.push(block);
      return go(block, line.substring(IF.length(), line.length() - 1)) ? next : -1;
    }
    Block block = open.peek();
    if (block == null) {
      return -1;
    }
    drop(block, false);
    if (line.equals(END_IF)) {
      open.pop();
      return next;
    }
    if (line.equals(ELSE)) {
      drop(block, block.chosen);
      block.chosen = true;
      return next;
    }
    boolean otherwise = line.startsWith(ELSE_IF) && line.endsWith(">");
    return otherwise && go(block, line.substring(ELSE_IF.length(), line.length() - 1)) ? next : -1;
  }

  /** Goes into a branch, unless another one was chosen or it stands in what is dropped. */
  private boolean go(Block block, String condition) {
    if (block.chosen || dropped > 0) {
      drop(block, true);
      return true;
    }
    Optional<Boolean> holds = holds(condition);
    if (holds.isEmpty()) {
      return false;
    }
    block.chosen = holds.get();
    drop(block, !block.chosen);
    return true;
  }

  private void drop(Block block, boolean drops) {
    if (block.drops != drops) {
      dropped += drops ? 1 : -1;
    }
    block.drops = drops;
  }

  /** Writes the list whose body begins at {@code body}, and says where to go on. */
  private int list(String argument, int body, int end) {
    int bodyEnd = endOfList(body, end);
    int as = argument.indexOf(AS);
    if (bodyEnd < 0 || as < 0) {
      return -1;
    }
    int next = Math.min(bodyEnd + END_LIST.length() + 1, end);
    if (dropped > 0) {
      return next;
    }
    String item = argument.substring(as + AS.length()).strip();
    Optional<List<Condition.Values>> each = items.of(argument.substring(0, as).strip(), item);
    if (each.isEmpty()) {
      return -1;
    }
    for (Condition.Values values : each.get()) {
      ListItems inside = items.with(item, values);
      if (!new ChosenBranches(template, inside, left).write(body, bodyEnd)) {
        return -1;
      }
    }
    return next;
  }

  /** Where the line begins that ends the list whose body begins at {@code body}; else negative. */
  private int endOfList(int body, int end) {
    int depth = 1;
    for (int at = TemplateSource.construct(template, body, end);
        at >= 0;
        at = TemplateSource.construct(template, at + 1, end)) {
      if (template.startsWith(LIST, at)) {
        depth++;
      } else if (template.startsWith(END_LIST, at)) {
        depth--;
        if (depth == 0) {
          int after = at + END_LIST.length();
          boolean alone = after == end || template.startsWith("\n", after);
          return alone && template.charAt(at - 1) == '\n' ? at : -1;
        }
      }
    }
    return -1;
  }

  private Optional<Boolean> holds(String source) {
    try {
      return Optional.of(new ConditionReader(source, new Answered(items)).read().holds(items));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The names that have a value. */
  private record Answered(Condition.Values values) implements ConditionReader.Names {
    @Override
    public Optional<String> text(String written) {
      return values.text(written).isPresent() ? Optional.of(written) : Optional.empty();
    }

    @Override
    public Optional<String> flag(String written) {
      return values.flag(written).isPresent() ? Optional.of(written) : Optional.empty();
    }
  }
}
