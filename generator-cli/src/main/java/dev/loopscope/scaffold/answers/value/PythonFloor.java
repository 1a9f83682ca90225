package dev.loopscope.scaffold.answers.value;

import java.util.List;

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
}
