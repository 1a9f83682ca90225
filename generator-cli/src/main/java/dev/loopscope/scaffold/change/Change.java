package dev.loopscope.scaffold.change;

import java.nio.charset.StandardCharsets;

/** One thing a plan does to one file. */
public sealed interface Change {
  /** Where, relative to the plan's directory, with {@code /} between names. */
  String path();

  /**
   * A file that was not there is made.
   *
   * @param path relative to the plan's directory, with {@code /} between names
   * @param text what is in it
   */
  record Create(String path, String text) implements Change {
    /** How many bytes are written; sizes are what {@code --dry-run} shows. */
    public int size() {
      return utf8().length;
    }

    /** The file's bytes; a fresh array. */
    public byte[] utf8() {
      return text.getBytes(StandardCharsets.UTF_8);
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

  /**
   * A file that is there takes another place, with another text or the same.
   *
   * @param from relative to the plan's directory, with {@code /} between names
   * @param path where nothing is, relative likewise
   * @param before what the file holds while the plan is made
   * @param after what it holds when the plan is done
   */
  record Move(String from, String path, FileText before, FileText after) implements Change {}
}
