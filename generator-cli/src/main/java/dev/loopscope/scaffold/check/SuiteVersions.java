package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.suite.config.version.Assumption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The versions that some suites were judged with.
 *
 * @param suites their root directories, in order; {@code .} for the one that paths are relative to
 * @param versions of pytest and its plugins
 */
public record SuiteVersions(List<String> suites, List<Assumption> versions) {
  /** Keeps unmodifiable copies. */
  public SuiteVersions {
    suites = List.copyOf(suites);
    versions = List.copyOf(versions);
  }

  /** The versions of all suites; those with the same ones stand together. */
  static List<SuiteVersions> of(List<CheckedSuite> suites) {
    Map<List<Assumption>, List<String>> roots = new LinkedHashMap<>();
    for (CheckedSuite suite : suites) {
      roots
          .computeIfAbsent(suite.versions().assumptions(), key -> new ArrayList<>())
          .add(suite.root());
    }
    List<SuiteVersions> all = new ArrayList<>();
    roots.forEach((versions, those) -> all.add(new SuiteVersions(those, versions)));
    return List.copyOf(all);
  }
}
