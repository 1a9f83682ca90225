package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.picture.MapForm;
import java.util.List;

/** The options of {@code scaffold trace}. */
public final class TraceOptions {
  static final String CROSSING = "crossing";
  static final String LIE = "lie";

  static final Option INTERPRETER =
      new Option(
          "--interpreter",
          "PYTHON",
          "the Python that the project's tests run on",
          "VIRTUAL_ENV's, .venv's, uv's, Poetry's or the PATH's, the first that has pytest",
          "");

  static final Option FAIL_ON =
      new Option(
              "--fail-on",
              "WHAT",
              "ends with 1 if it saw a crossing, or a lie, or was no whole run; whatever pytest says",
              "nothing; it ends as pytest does",
              "")
          .taking(List.of(CROSSING, LIE))
          .severalTimes();

  static final Option FROM =
      new Option(
          "--from",
          "FILE",
          "tells of a run that --json has recorded, and runs nothing",
          "it runs pytest",
          "");

  static final Option JSON =
      new Option(
          "--json", "", "prints it as JSON; what pytest prints goes to standard error", "off", "");

  /** All of them, in the order help lists them. */
  public static final List<Option> ALL =
      List.of(INTERPRETER, FAIL_ON, FROM, MapForm.PAGE.option(), MapForm.PICTURE.option(), JSON);

  private TraceOptions() {}
}
