package dev.loopscope.scaffold.change;

import dev.loopscope.scaffold.template.RenderedFile;

/** One thing a plan does to one file. */
public sealed interface Change {
  /** Where, relative to the plan's directory, with {@code /} between names. */
  String path();

  /**
   * A file that was not there is made.
   *
   * @param file its path and text
   */
  record Create(RenderedFile file) implements Change {
    @Override
    public String path() {
      return file.path();
    }

    /** How many bytes are written; sizes are what {@code --dry-run} shows. */
    public int size() {
      return file.utf8().length;
    }
  }

  /**
   * A file that is there gets another text.
   *
   * @param path relative to the plan's directory, with {@code /} between names
   * @param before what the file holds while the plan is made
   * @param after what it holds when the plan is done
   */
  record Replace(String path, FileText before, FileText after) implements Change {}

  /**
   * A file that is there goes.
   *
   * @param path relative to the plan's directory, with {@code /} between names
   * @param before what the file holds while the plan is made
   */
  record Delete(String path, FileText before) implements Change {}
}
