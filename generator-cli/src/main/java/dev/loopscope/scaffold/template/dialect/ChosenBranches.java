package dev.loopscope.scaffold.template.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What is left of a template when the answers are known: without the branches that they do not
 * take, so that FreeMarker reads none of those. Most of a template is about what was not asked for,
 * and to read it takes longer than all the rest of a run.
 *
 * <p>A condition that is not about the answers alone, such as one on the item of a list, stays, and
 * so does every template that is not of the dialect: FreeMarker says what is wrong with it.
 */
public final class ChosenBranches {
  private static final String IF = "<#if ";
  private static final String ELSE_IF = "<#elseif ";
  private static final String ELSE = "<#else>";
  private static final String END_IF = "</#if>";
  private static final String LIST = "<#list ";
  private static final String END_LIST = "</#list>";

  private final String template;
  private final Condition.Values values;
  private final StringBuilder left;
  private final Deque<Block> open = new ArrayDeque<>();

  /** How many of the open blocks are dropped: what stands in any of those is not written. */
  private int dropped;

  private ChosenBranches(String template, Condition.Values values) {
    this.template = template;
    this.values = values;
    this.left = new StringBuilder(template.length());
  }

  /** What FreeMarker writes the same text from as from all of {@code template}. */
  public static String of(String template, Condition.Values values) {
    return template.contains(IF) ? new ChosenBranches(template, values).left() : template;
  }

  /** A directive that is not closed yet. */
  private static final class Block {
    final boolean list;

    /** Whether its directives are written, for FreeMarker to decide. */
    boolean stays;

    /** Whether one of its branches was chosen. */
    boolean chosen;

    /** Whether the branch that is being read is dropped. */
    boolean drops;

    Block(boolean list) {
      this.list = list;
    }
  }

  private String left() {
    int from = 0;
    for (int at = construct(0); at >= 0; at = construct(from)) {
      int end = template.indexOf('\n', at);
      int next = end < 0 ? template.length() : end + 1;
      boolean first = at == 0 || template.charAt(at - 1) == '\n';
      keep(from, at);
      if (!first || !read(template.substring(at, end < 0 ? next : end), next - at, at)) {
        return template;
      }
      from = next;
    }
    keep(from, template.length());
    return open.isEmpty() ? left.toString() : template;
  }

  /** Where the next directive, macro call or comment begins; negative if there is none. */
  private int construct(int from) {
    int at = template.indexOf('<', from);
    while (at >= 0) {
      int sign = template.startsWith("/", at + 1) ? at + 2 : at + 1;
      if (template.startsWith("#", sign) || template.startsWith("@", sign)) {
        return at;
      }
      at = template.indexOf('<', at + 1);
    }
    return -1;
  }

  private void keep(int from, int to) {
    if (dropped == 0) {
      left.append(template, from, to);
    }
  }

  /** Whether the line of {@code length} at {@code at} is a directive that stands in its place. */
  private boolean read(String line, int length, int at) {
    if (line.startsWith(IF) && line.endsWith(">")) {
      open(line, length, at);
      return true;
    }
    if (line.startsWith(LIST) && line.endsWith(">")) {
      open.push(new Block(true));
      keep(at, at + length);
      return true;
    }
    Block block = open.peek();
    if (block == null || block.list != line.equals(END_LIST)) {
      return false;
    }
    if (line.equals(END_LIST)) {
      open.pop();
      keep(at, at + length);
      return true;
    }
    return go(block, line, length, at);
  }

  private void open(String line, int length, int at) {
    Block block = new Block(false);
    open.push(block);
    if (dropped > 0) {
      block.chosen = true;
      drop(block, true);
      return;
    }
    decide(block, line.substring(IF.length(), line.length() - 1));
    if (block.stays) {
      keep(at, at + length);
    }
  }

  private void decide(Block block, String source) {
    Optional<Boolean> holds = holds(source);
    if (holds.isEmpty()) {
      block.stays = true;
    } else {
      block.chosen = holds.get();
      drop(block, !block.chosen);
    }
  }

  /** Goes on to the next branch of a choice, or to its end. */
  private boolean go(Block block, String line, int length, int at) {
    boolean otherwise = line.equals(ELSE);
    boolean ends = line.equals(END_IF);
    if (!ends && !otherwise && !(line.startsWith(ELSE_IF) && line.endsWith(">"))) {
      return false;
    }
    if (ends) {
      open.pop();
    }
    if (block.stays) {
      keep(at, at + length);
      return true;
    }
    drop(block, false);
    if (ends) {
      return true;
    }
    if (block.chosen) {
      drop(block, true);
    } else if (otherwise) {
      block.chosen = true;
    } else {
      decide(block, line.substring(ELSE_IF.length(), line.length() - 1));
      if (block.stays) {
        // The branches before it are gone, so it is the first.
        left.append(IF).append(template, at + ELSE_IF.length(), at + length);
      }
    }
    return true;
  }

  private void drop(Block block, boolean drops) {
    if (block.drops != drops) {
      dropped += drops ? 1 : -1;
    }
    block.drops = drops;
  }

  private Optional<Boolean> holds(String source) {
    // The field of a record, which is another one for each item of a list.
    if (source.indexOf('.') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ConditionReader(source, new Answered(values)).read().holds(values));
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
