package dev.loopscope.scaffold.suite.config.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The constraints of Poetry: those of PEP 440, and carets, tildes, wildcards and alternatives. */
public final class PoetryConstraint {
  private PoetryConstraint() {}

  /** What a constraint such as {@code ^0.23.5 || 1.*} allows, if it can be read. */
  public static Optional<VersionRange> parse(String text) {
    // What is in any of them is what is not left out by all of them.
    List<VersionRange> leftOut = new ArrayList<>();
    for (String alternative : text.split("\\|\\|?", -1)) {
      Optional<VersionRange> all = all(alternative);
      if (all.isEmpty()) {
        return Optional.empty();
      }
      leftOut.add(all.orElseThrow().complement());
    }
    return Optional.of(VersionRange.ofAll(leftOut).complement());
  }

  private static Optional<VersionRange> all(String text) {
    List<VersionRange> all = new ArrayList<>();
    String joined = text.strip().replaceAll("([<>=!~^])\\s++", "$1");
    for (String part : joined.split("[,\\s]+", -1)) {
      Optional<VersionRange> one = one(part);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.orElseThrow());
    }
    return Optional.of(VersionRange.ofAll(all));
  }

  private static Optional<VersionRange> one(String text) {
    if (text.isEmpty() || text.equals("*")) {
      return Optional.of(VersionRange.all());
    }
    if (text.startsWith("^")) {
      return Version.parse(text.substring(1)).map(PoetryConstraint::caret);
    }
    if (text.startsWith("~") && !text.startsWith("~=")) {
      return Version.parse(text.substring(1)).map(PoetryConstraint::tilde);
    }
    boolean bare = Character.isDigit(text.charAt(0));
    return VersionRange.parse(bare ? "==" + text : text);
  }

  /** Up to the next version that changes the first part that is not zero. */
  private static VersionRange caret(Version version) {
    int part = 0;
    while (part < version.release().size() - 1 && version.release().get(part) == 0) {
      part++;
    }
    return from(version, part);
  }

  /** Up to the next minor version, or the next major one if only that is written. */
  private static VersionRange tilde(Version version) {
    return from(version, Math.min(1, version.release().size() - 1));
  }

  private static VersionRange from(Version version, int part) {
    return VersionRange.between(
        Cut.belowAll(version), Cut.belowAll(Specifiers.raised(version, part)));
  }
}
