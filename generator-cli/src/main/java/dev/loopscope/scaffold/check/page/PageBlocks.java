package dev.loopscope.scaffold.check.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the blocks of a page. A hash inside a fence is Python's or TOML's, and no heading. */
final class PageBlocks {
  private static final Pattern FENCE = Pattern.compile("(`{3,})([^ `]*) *([^`]*)");
  private static final Pattern HEADING = Pattern.compile("(#{1,3}) +(.*)");

  private final List<String> lines;
  private final List<PageBlock> blocks = new ArrayList<>();
  private int next;

  private PageBlocks(String text) {
    lines = text.lines().toList();
  }

  /**
   * The blocks, in the order of the page.
   *
   * @throws BadRulePageException if a fence is never closed
   */
  static List<PageBlock> of(String text) {
    PageBlocks reader = new PageBlocks(text);
    while (reader.next < reader.lines.size()) {
      reader.readBlock();
    }
    return List.copyOf(reader.blocks);
  }

  private void readBlock() {
    String line = lines.get(next);
    Matcher fence = FENCE.matcher(line);
    Matcher heading = HEADING.matcher(line);
    if (fence.matches()) {
      readFence(fence);
      return;
    }
    next++;
    blocks.add(
        heading.matches()
            ? new PageBlock.Heading(heading.group(1).length(), heading.group(2).strip(), next)
            : new PageBlock.Prose(line, next));
  }

  private void readFence(Matcher opening) {
    int start = next + 1;
    StringBuilder text = new StringBuilder();
    for (next++; next < lines.size(); next++) {
      if (lines.get(next).strip().equals(opening.group(1))) {
        next++;
        blocks.add(
            new PageBlock.Fence(
                opening.group(2), opening.group(3).strip(), text.toString(), start));
        return;
      }
      text.append(lines.get(next)).append('\n');
    }
    throw new BadRulePageException(start, "the block that starts here is never closed");
  }
}
