package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
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

  /** The words, for {@code String.matches}. */
  public static final String REGEX = "session|module|class|function";

  private final String word;

  LoopScope(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  /**
   * Reads a scope's word.
   *
   * @throws RefusalException if it is none of them, with the reason if it is {@code package}
   */
  public static LoopScope parse(String text) {
    if (text.equals("package")) {
      throw new RefusalException(
          new Refusal(
              "`package` is refused: since pytest-asyncio 1.0 it is one loop for the whole"
                  + " session, shared by sibling packages, so it does not do what it says",
              "--loop-scope package",
              "use `session`, which is the same loop under its own name, or `module`"));
    }
    return Choice.parse("--loop-scope", text, ALL);
  }
}
