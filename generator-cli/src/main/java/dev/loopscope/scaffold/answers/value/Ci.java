package dev.loopscope.scaffold.answers.value;

import java.util.List;

/** The continuous-integration service that a workflow file is written for. */
public enum Ci implements Choice {
  NONE("none"),
  GITHUB("github"),
  GITLAB("gitlab");

  /** All services, none first. */
  public static final List<Ci> ALL = List.of(values());

  private final String word;

  Ci(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
