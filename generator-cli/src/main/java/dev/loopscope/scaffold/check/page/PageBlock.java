package dev.loopscope.scaffold.check.page;

/** A part of a page that is read as a whole. */
public sealed interface PageBlock {
  /** The 1-based line of the page on which it starts. */
  int line();

  /**
   * A heading.
   *
   * @param level 1 to 3, the number of its hashes
   * @param text what follows them
   * @param line the 1-based line of the page
   */
  record Heading(int level, String text, int line) implements PageBlock {}

  /**
   * A fenced block.
   *
   * @param language the first word behind the opening fence; may be empty
   * @param label the rest of that line, such as a path; may be empty
   * @param text the lines inside, each with its newline
   * @param line the 1-based line of the opening fence
   */
  record Fence(String language, String label, String text, int line) implements PageBlock {}

  /**
   * One line of anything else, an empty one included.
   *
   * @param text the line without its newline
   * @param line the 1-based line of the page
   */
  record Prose(String text, int line) implements PageBlock {}
}
