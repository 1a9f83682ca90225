package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import dev.loopscope.scaffold.suite.config.version.KnownReleases;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import dev.loopscope.scaffold.suite.config.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The releases that {@code --upgrade} and {@code --with} name.
 *
 * @param command that takes them: {@code scaffold check}
 */
public record ReleaseArguments(String command) {
  private static final String EQUALS = "==";

  /**
   * Reads them.
   *
   * @param with such as {@code pytest-asyncio==1.5}
   * @throws RefusalException if one is no release that is known, or two are of one distribution
   */
  public AskedVersions asked(boolean newest, List<String> with) {
    SortedMap<String, Version> exact = new TreeMap<>();
    for (String typed : with) {
      int at = typed.indexOf(EQUALS);
      if (at < 0) {
        throw refused(
            "`" + typed + "` names no release",
            typed,
            "write the distribution and its version, such as --with pytest-asyncio==1.0");
      }
      String name = distribution(typed.substring(0, at).strip(), typed);
      Version version = release(name, typed.substring(at + EQUALS.length()).strip(), typed);
      if (exact.put(name, version) != null) {
        throw refused("--with names " + name + " twice", typed, "name one release of it");
      }
    }
    return new AskedVersions(newest, exact);
  }

  private String distribution(String name, String typed) {
    String normal = Requirement.normal(name);
    List<String> known = List.copyOf(KnownReleases.distributions());
    if (!known.contains(normal)) {
      throw refused("no release of `" + name + "` is known", typed, Spelling.advice(normal, known));
    }
    return normal;
  }

  private Version release(String name, String text, String typed) {
    List<Version> known = KnownReleases.versions(name);
    Optional<Version> asked = Version.parse(text);
    return known.stream()
        .filter(it -> asked.filter(it::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    name + " has no release `" + text + "` that is known",
                    typed,
                    "did you mean "
                        + nearest(known, asked)
                        + "? Known are "
                        + known.get(0)
                        + " to "
                        + known.get(known.size() - 1)));
  }

  /** The newest before the one that was asked for; the oldest if there is none. */
  private static Version nearest(List<Version> known, Optional<Version> asked) {
    Version last = known.get(known.size() - 1);
    Version wanted = asked.orElse(last);
    return known.stream()
        .filter(it -> it.compareTo(wanted) <= 0)
        .reduce((lower, higher) -> higher)
        .orElse(known.get(0));
  }

  private RefusalException refused(String what, String typed, String next) {
    return new RefusalException(new Refusal(what, command + " --with " + typed, next));
  }
}
