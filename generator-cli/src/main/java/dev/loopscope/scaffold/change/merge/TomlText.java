package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.text.ShortRuns;
import org.tomlj.Toml;

/** Whether a text is TOML: a merge that is clean as text may say one key twice. */
public final class TomlText {
  private TomlText() {}

  /** Whether {@code text} can be what the file at {@code path} holds: all can that are no TOML. */
  public static boolean isValid(String path, String text) {
    return !path.endsWith(".toml") || !Toml.parse(new ShortRuns(text).text()).hasErrors();
  }
}
