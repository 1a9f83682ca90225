package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.module.Location;

/** Findings in texts that stand in the test. */
public final class SampleFindings {
  private SampleFindings() {}

  /** A rule that finds nothing itself. */
  public record Named(String id, String name, Severity severity, Fixes fixes) implements Rule {
    @Override
    public String summary() {
      return "A sample.";
    }

    @Override
    public void check(SuiteModel model, Findings findings) {
      // Its findings are made by hand.
    }
  }

  /** A rule that gives errors. */
  public static Rule rule(String id) {
    return new Named(id, "SampleHazard", Severity.ERROR, Fixes.SAFE_OR_UNSAFE);
  }

  /** The first place of {@code part} in {@code text}. */
  public static Location at(String path, String text, String part) {
    int start = text.indexOf(part);
    if (start < 0) {
      throw new IllegalArgumentException(part);
    }
    return new Location(path, SourceText.of(text), start, start + part.length());
  }

  /** An error at the first place of {@code part}. */
  public static Finding error(String id, String path, String text, String part) {
    return Finding.of(
        rule(id),
        Severity.ERROR,
        at(path, text, part),
        "`pool` is bound to another loop",
        "give the test `loop_scope=\"session\"`");
  }
}
