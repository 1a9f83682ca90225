package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in one suite, which need not be in memory any more.
 *
 * @param root the directory of the suite's configuration
 * @param versions that the project allows
 * @param files that findings can be in
 * @param findings those of all rules, as they were reported
 * @param unknowns what could not be read
 */
record CheckedSuite(
    String root,
    PluginVersions versions,
    List<CheckedFile> files,
    List<Finding> findings,
    List<UnknownPart> unknowns) {
  CheckedSuite {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    unknowns = List.copyOf(unknowns);
  }

  /**
   * Judges a suite.
   *
   * @param together whether on as many threads as there are processors; where these have suites of
   *     their own, sharing one only makes them wait for each other
   */
  static CheckedSuite of(SuiteModel suite, List<Rule> rules, boolean together) {
    Findings findings = new Findings();
    (together ? rules.parallelStream() : rules.stream())
        .forEach(rule -> run(rule, suite, findings));
    return new CheckedSuite(
        suite.config().rootDirectory(),
        suite.versions(),
        files(suite),
        findings.inOrder(),
        suite.unknowns());
  }

  private static void run(Rule rule, SuiteModel suite, Findings findings) {
    try {
      rule.check(suite, findings);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IllegalStateException(rule.id() + " failed: " + e, e);
    }
  }

  private static List<CheckedFile> files(SuiteModel suite) {
    List<CheckedFile> files = new ArrayList<>();
    suite.files().forEach(it -> files.add(new CheckedFile(it.path(), it.source(), true)));
    suite.config().file().ifPresent(it -> files.add(new CheckedFile(it.path(), it.text(), false)));
    return files;
  }
}
