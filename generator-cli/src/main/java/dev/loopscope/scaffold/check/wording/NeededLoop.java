package dev.loopscope.scaffold.check.wording;

import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import java.util.Optional;

/**
 * What making something without a running loop comes to, with the versions of its library that a
 * project allows.
 *
 * @param severity how bad it is
 * @param versions which versions that is true of, in words; empty if of all
 */
public record NeededLoop(Severity severity, String versions) {
  private static final AffectedVersions RAISING_AIOHTTP =
      AffectedVersions.of(Feature.SESSION_NEEDS_LOOP);

  /**
   * Of something that needs a running loop; empty if no allowed version does.
   *
   * @param what its qualified name
   */
  public static Optional<NeededLoop> of(String what, SuiteModel model) {
    if (!what.startsWith("aiohttp.")) {
      return Optional.of(new NeededLoop(Severity.ERROR, ""));
    }
    Allowed aiohttp = model.versions().allowed("aiohttp");
    return RAISING_AIOHTTP
        .severity(aiohttp, Severity.ERROR)
        .map(it -> new NeededLoop(it, RAISING_AIOHTTP.words(aiohttp)));
  }
}
