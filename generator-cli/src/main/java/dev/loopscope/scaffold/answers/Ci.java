package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;

/** The continuous-integration service that a workflow file is written for. */
public enum Ci implements Choice {
  NONE("none"),
  GITHUB("github"),
  GITLAB("gitlab");

  /** All services, none first. */
  public static final List<Ci> ALL = List.of(values());

  /** The words, for {@code String.matches}. */
  public static final String REGEX = "none|github|gitlab";

  private final String word;

  Ci(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /**
   * Reads a service's word.
   *
   * @throws RefusalException if it is none of them
   */
  public static Ci parse(String text) {
    return Choice.parse("--ci", text, ALL);
  }
}
