package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.Comparator;
import java.util.List;
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
 * @param cause what it comes from, if that is written elsewhere and may be the cause of others
 * @param uses where it shows, if it stands for several findings of one cause; in order
 */
public record Finding(
    Rule rule,
    Severity severity,
    Location location,
    String message,
    String remedy,
    String versions,
    Optional<Fix> fix,
    Optional<Cause> cause,
    List<Use> uses) {

  /**
   * What a finding comes from.
   *
   * @param rule the id of the rule that tells of the cause, if it finds something there
   * @param place where it is written
   */
  public record Cause(String rule, Location place) {}

  /**
   * A place where a cause shows.
   *
   * @param rule the id of the rule that finds something there; empty if none does, and it is no
   *     more than a place that the finding speaks of
   * @param severity how bad it is there
   * @param location what that rule would underline
   */
  public record Use(String rule, Severity severity, Location location) {}

  /** By place, then by rule. */
  public static final Comparator<Finding> IN_ORDER =
      Comparator.comparing((Finding finding) -> finding.location().path())
          .thenComparing(finding -> finding.location().start())
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::severity)
          .thenComparing(Finding::message);

  /** Keeps an unmodifiable copy. */
  public Finding {
    uses = List.copyOf(uses);
    if (!rule.severity().reaches(severity)) {
      throw new IllegalArgumentException(rule.id() + " gives no " + severity.word());
    }
    if (fix.isPresent() && !rule.fixes().allows(fix.orElseThrow().safety())) {
      throw new IllegalArgumentException(
          rule.id() + " has no " + fix.orElseThrow().safety().word() + " fixes");
    }
  }

  /** A finding that is its own cause. */
  public Finding(
      Rule rule,
      Severity severity,
      Location location,
      String message,
      String remedy,
      String versions,
      Optional<Fix> fix) {
    this(rule, severity, location, message, remedy, versions, fix, Optional.empty(), List.of());
  }

  /** A finding without a fix, for all versions that the project allows. */
  public static Finding of(
      Rule rule, Severity severity, Location location, String message, String remedy) {
    return new Finding(rule, severity, location, message, remedy, "", Optional.empty());
  }

  /** The same, for these versions only. */
  public Finding forVersions(String those) {
    return new Finding(rule, severity, location, message, remedy, those, fix, cause, uses);
  }

  /** The same, as bad as that. */
  public Finding as(Severity other) {
    return new Finding(rule, other, location, message, remedy, versions, fix, cause, uses);
  }

  /** The same, with a fix. */
  public Finding with(Fix itsFix) {
    return new Finding(
        rule, severity, location, message, remedy, versions, Optional.of(itsFix), cause, uses);
  }

  /** The same, with the places that it speaks of, at which nothing is found by itself. */
  public Finding usedAt(List<Location> places) {
    return new Finding(
        rule,
        severity,
        location,
        message,
        remedy,
        versions,
        fix,
        cause,
        places.stream().map(it -> new Use("", severity, it)).toList());
  }

  /** The same, as what is written there causes it. */
  public Finding causedBy(Location place) {
    return causedBy(rule.id(), place);
  }

  /**
   * The same, as what is written there causes it.
   *
   * @param told the id of the rule that tells of the cause
   */
  public Finding causedBy(String told, Location place) {
    return new Finding(
        rule,
        severity,
        location,
        message,
        remedy,
        versions,
        fix,
        Optional.of(new Cause(told, place)),
        uses);
  }
}
