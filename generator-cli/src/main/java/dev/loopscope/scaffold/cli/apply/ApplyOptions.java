package dev.loopscope.scaffold.cli.apply;

import dev.loopscope.scaffold.cli.line.Option;
import java.util.List;

/** The options of {@code scaffold apply}. */
public final class ApplyOptions {
  static final Option DRY_RUN =
      new Option(
          "--dry-run", "", "tells whether the plan still fits, and writes nothing", "off", "");

  static final Option DIFF =
      new Option("--diff", "", "prints the plan as a diff, and writes nothing", "off", "");

  /** All of them, in the order help lists them. */
  public static final List<Option> ALL = List.of(DRY_RUN, DIFF);

  private ApplyOptions() {}
}
