package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.Comparator;
import java.util.Optional;

/**
 * One place that has a hazard. Names of the suite stand in {@code `backticks`}.
 *
 * @param severity the rule's own, or {@link Severity#WARNING}
 * @param location the characters to underline; the line it starts on is the finding's line
 * @param message what happens at run time, in one sentence without its full stop
 * @param remedy what to do, in the imperative, without a full stop
 * @param versions for which versions it holds, such as {@code pytest-asyncio >= 1.0}; empty for all
 *     that the project allows
 */
public record Finding(
    Rule rule,
    Severity severity,
    Location location,
    String message,
    String remedy,
    String versions,
    Optional<Fix> fix) {

  /** By place, then by rule. */
  public static final Comparator<Finding> IN_ORDER =
      Comparator.comparing((Finding finding) -> finding.location().path())
          .thenComparing(finding -> finding.location().start())
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::severity)
          .thenComparing(Finding::message);

  public Finding {
    if (!rule.severity().reaches(severity)) {
      throw new IllegalArgumentException(rule.id() + " gives no " + severity.word());
    }
    if (fix.isPresent() && !rule.fixes().allows(fix.orElseThrow().safety())) {
      throw new IllegalArgumentException(
          rule.id() + " has no " + fix.orElseThrow().safety().word() + " fixes");
    }
  }

  /** A finding without a fix, for all versions that the project allows. */
  public static Finding of(
      Rule rule, Severity severity, Location location, String message, String remedy) {
    return new Finding(rule, severity, location, message, remedy, "", Optional.empty());
  }

  /** The same, for these versions only. */
  public Finding forVersions(String those) {
    return new Finding(rule, severity, location, message, remedy, those, fix);
  }

  /** The same, as bad as that. */
  public Finding as(Severity other) {
    return new Finding(rule, other, location, message, remedy, versions, fix);
  }

  /** The same, with a fix. */
  public Finding with(Fix itsFix) {
    return new Finding(rule, severity, location, message, remedy, versions, Optional.of(itsFix));
  }
}
