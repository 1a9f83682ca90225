package dev.loopscope.scaffold.answers.value;

import java.util.List;

/**
 * How much of a test run shares one event loop and one opened resource. pytest knows {@code
 * package} too; since pytest-asyncio 1.0 that is one loop for the whole session, so it is refused
 * here.
 */
public enum LoopScope implements Choice {
  SESSION("session"),
  MODULE("module"),
  CLASS("class"),
  FUNCTION("function");

  /** All scopes, widest first. */
  public static final List<LoopScope> ALL = List.of(values());

  private final String word;

  LoopScope(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
