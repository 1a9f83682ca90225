package dev.loopscope.scaffold.answers.value;

import java.util.List;

/** The two models that keep fixtures and tests on one loop. */
public enum Archetype implements Choice {
  EXPLICIT_SCOPE("explicit-scope"),
  MULTIBACKEND("multibackend");

  /** Both, in the order they are listed to users. */
  public static final List<Archetype> ALL = List.of(values());

  private final String word;

  Archetype(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
