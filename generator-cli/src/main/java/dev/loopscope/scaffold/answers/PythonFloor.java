package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * The oldest Python a suite promises to run on. The versions are the ones that the newest pinned
 * plugins all name in their classifiers: pytest 9.2, pytest-asyncio 1.5, anyio 4.16 and trio 0.35.
 */
public enum PythonFloor implements Choice {
  PYTHON_3_10("3.10"),
  PYTHON_3_11("3.11"),
  PYTHON_3_12("3.12"),
  PYTHON_3_13("3.13"),
  PYTHON_3_14("3.14"),
  PYTHON_3_15("3.15");

  /** All versions, oldest first. */
  public static final List<PythonFloor> ALL = List.of(values());

  /** The words, for {@code String.matches}. */
  public static final String REGEX = "3[.]1[0-5]";

  private final String word;

  PythonFloor(String word) {
    this.word = word;
  }

  /** The version as it is written: {@code 3.10}. */
  @Override
  public String word() {
    return word;
  }

  /** The version without its dot, as formatters and linters want it: {@code 310}. */
  public String tag() {
    return word.replace(".", "");
  }

  /** This version and every newer one, oldest first. */
  public List<PythonFloor> andNewer() {
    return ALL.subList(ALL.indexOf(this), ALL.size());
  }

  /**
   * Reads {@code 3.10}.
   *
   * @throws RefusalException if the pinned plugins do not support it
   */
  public static PythonFloor parse(String text) {
    Optional<PythonFloor> spelt = Choice.spelt(text, ALL);
    if (spelt.isEmpty()) {
      // None is suggested: another digit is another version, not a slip of the hand.
      throw Choice.refused("--python", text, "use " + Spelling.oneOf(Choice.words(ALL)));
    }
    return spelt.get();
  }
}
