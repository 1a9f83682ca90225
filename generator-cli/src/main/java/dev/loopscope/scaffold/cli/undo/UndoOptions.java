package dev.loopscope.scaffold.cli.undo;

import dev.loopscope.scaffold.cli.line.Option;
import java.util.List;

/** The options of {@code scaffold undo}. */
public final class UndoOptions {
  static final Option LIST =
      new Option("--list", "", "lists what can be taken back, the last first", "off", "");

  static final Option DRY_RUN =
      new Option("--dry-run", "", "tells what would be taken back, and writes nothing", "off", "");

  /** All of them, in the order help lists them. */
  public static final List<Option> ALL = List.of(LIST, DRY_RUN);

  private UndoOptions() {}
}
