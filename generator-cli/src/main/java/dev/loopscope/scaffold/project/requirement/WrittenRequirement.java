package dev.loopscope.scaffold.project.requirement;

import dev.loopscope.scaffold.suite.config.version.KnownReleases;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A requirement of a suite, and how the lists of a project write it.
 *
 * @param text as PEP 508 writes it
 */
public record WrittenRequirement(String text) {
  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z0-9._-]++)(\\[[^\\]]*+\\])?+\\s*+([^;]*+)(;.*+)?");
  private static final Pattern WITHIN_A_MAJOR = Pattern.compile(">=((\\d+)(?:\\.\\d+)*),<(\\d+)");

  /** What it requires. */
  public Requirement requirement() {
    return Requirement.parse(text)
        .orElseThrow(() -> new IllegalArgumentException(text + " is no requirement"));
  }

  /** The versions that it allows. */
  public VersionRange range() {
    return requirement().range().orElse(VersionRange.all());
  }

  private Matcher parts() {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text + " is no requirement");
    }
    return parts;
  }

  private String part(int group) {
    String part = parts().group(group);
    return part == null ? "" : part.strip();
  }

  /** The versions, as PEP 440 writes them. */
  public String specifiers() {
    return part(3);
  }

  /** The same, on the newest release that is known, where one is. */
  public WrittenRequirement pinned() {
    return KnownReleases.newest(requirement().distribution(), range())
        .map(it -> new WrittenRequirement(part(1) + part(2) + "==" + it + part(4)))
        .orElse(this);
  }

  /** The same, for some Pythons only. */
  public WrittenRequirement under(String marker) {
    return new WrittenRequirement(text + "; " + marker);
  }

  /** A line of Poetry's tables, or Pipenv's. */
  String tableLine(boolean caret, char quote) {
    String version = quote + (caret ? withCaret() : specifiers()) + quote;
    List<String> extras = requirement().extras();
    String marker = part(4).replaceFirst("^;\\s*", "");
    if (extras.isEmpty() && marker.isEmpty()) {
      return part(1) + " = " + version;
    }
    StringBuilder line = new StringBuilder(part(1)).append(" = {version = ").append(version);
    if (!extras.isEmpty()) {
      line.append(", extras = [").append(quote);
      line.append(String.join(quote + ", " + quote, extras)).append(quote).append(']');
    }
    if (!marker.isEmpty()) {
      line.append(", markers = \"").append(marker.replace('"', '\'')).append('"');
    }
    return line.append('}').toString();
  }

  private String withCaret() {
    Matcher major = WITHIN_A_MAJOR.matcher(specifiers());
    boolean one =
        major.matches()
            && Integer.parseInt(major.group(2)) > 0
            && Integer.parseInt(major.group(3)) == Integer.parseInt(major.group(2)) + 1;
    return one ? "^" + major.group(1) : specifiers();
  }
}
