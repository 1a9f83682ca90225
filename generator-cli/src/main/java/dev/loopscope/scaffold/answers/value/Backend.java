package dev.loopscope.scaffold.answers.value;

import java.util.List;

/** What a suite's tests run on. */
public enum Backend implements Choice {
  ASYNCIO("asyncio"),
  TRIO("trio"),
  UVLOOP("uvloop");

  /** All backends, in the order they are listed to users. */
  public static final List<Backend> ALL = List.of(values());

  private final String word;

  Backend(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
