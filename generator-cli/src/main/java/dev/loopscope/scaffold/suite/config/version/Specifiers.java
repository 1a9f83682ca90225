package dev.loopscope.scaffold.suite.config.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Between version ranges and the specifiers of PEP 440. */
public final class Specifiers {
  private static final Pattern CLAUSE =
      Pattern.compile("\\s*+(===|~=|==|!=|<=|>=|<|>)\\s*+([^\\s,]+?)(\\.\\*)?\\s*+");

  private Specifiers() {}

  static Optional<VersionRange> parse(String text) {
    List<VersionRange> all = new ArrayList<>();
    for (String clause : text.split(",", -1)) {
      if (clause.isBlank()) {
        continue;
      }
      Optional<VersionRange> one = clause(clause);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.orElseThrow());
    }
    return Optional.of(VersionRange.ofAll(all));
  }

  private static Optional<VersionRange> clause(String clause) {
    Matcher matcher = CLAUSE.matcher(clause);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean prefix = matcher.group(3) != null;
    return Version.parse(matcher.group(2)).map(it -> clause(matcher.group(1), it, prefix));
  }

  private static VersionRange clause(String operator, Version version, boolean prefix) {
    return switch (operator) {
      // A pre-release of 1.0 is on one side of 1.0 for both: pip takes none unless it is asked to.
      case ">=" -> VersionRange.between(Cut.belowAll(version), Cut.HIGHEST);
      case ">" -> VersionRange.between(Cut.above(version), Cut.HIGHEST);
      case "<=" -> VersionRange.between(Cut.LOWEST, Cut.above(version));
      case "<" -> VersionRange.between(Cut.LOWEST, Cut.belowAll(version));
      case "~=" -> compatible(version);
      case "!=" -> equal(version, prefix).complement();
      default -> equal(version, prefix);
    };
  }

  /** {@code ==1.2}, or {@code ==1.2.*}. */
  public static VersionRange equal(Version version, boolean prefix) {
    return prefix
        ? VersionRange.between(
            Cut.belowAll(version), Cut.belowAll(raised(version, version.release().size() - 1)))
        : VersionRange.between(Cut.below(version), Cut.above(version));
  }

  /** {@code ~=1.2.3}: from it to below 1.3. */
  private static VersionRange compatible(Version version) {
    int part = Math.max(0, version.release().size() - 2);
    return VersionRange.between(Cut.belowAll(version), Cut.belowAll(raised(version, part)));
  }

  /** The release with one part raised by one, and without those behind it. */
  static Version raised(Version version, int part) {
    List<String> parts = new ArrayList<>();
    for (int at = 0; at <= part; at++) {
      int number = at < version.release().size() ? version.release().get(at) : 0;
      parts.add(String.valueOf(at == part ? number + 1 : number));
    }
    return Version.of(String.join(".", parts));
  }

  static String print(VersionRange range) {
    if (range.isAll()) {
      return "any";
    }
    List<String> intervals = new ArrayList<>();
    for (VersionRange.Interval interval : range.intervals()) {
      intervals.add(print(interval));
    }
    return intervals.isEmpty() ? "none" : String.join(" or ", intervals);
  }

  private static String print(VersionRange.Interval interval) {
    Optional<Version> low = interval.low().version();
    Optional<Version> high = interval.high().version();
    if (low.isPresent() && low.equals(high)) {
      return "==" + low.orElseThrow();
    }
    List<String> clauses = new ArrayList<>();
    low.ifPresent(it -> clauses.add((interval.low().side() < 0 ? ">=" : ">") + printed(it)));
    high.ifPresent(it -> clauses.add((interval.high().side() < 0 ? "<" : "<=") + printed(it)));
    return String.join(",", clauses);
  }

  /** The release that people write: {@code <1.0} and {@code >=1.0} are kept as cuts at 1.0.dev0. */
  static Version printed(Version version) {
    String text = version.toString();
    return text.endsWith(".dev0")
        ? Version.of(text.substring(0, text.length() - ".dev0".length()))
        : version;
  }
}
