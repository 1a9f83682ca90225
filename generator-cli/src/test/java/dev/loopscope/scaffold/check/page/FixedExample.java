package dev.loopscope.scaffold.check.page;

import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.fix.FixRounds;
import dev.loopscope.scaffold.check.fix.FixedSuites;
import dev.loopscope.scaffold.check.repair.RepairPlanner;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.suite.FoundSuite;
import dev.loopscope.scaffold.suite.SuiteSearch;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An example of a page after {@code scaffold check --unsafe-fixes}.
 *
 * @param rule the page's id
 * @param example as the page shows it
 * @param suite with the repairs and fixes in it
 * @param left what is found in it then
 */
public record FixedExample(String rule, PageCase example, PageCase suite, List<Finding> left) {
  /** Copies that nobody changes. */
  public FixedExample {
    left = List.copyOf(left);
  }

  /** Every example of the shipped pages that has a repair or a fix. */
  public static List<FixedExample> all() {
    List<FixedExample> all = new ArrayList<>();
    for (RulePage page : ShippedPages.all()) {
      for (PageCase example : PageCases.of(page).examples()) {
        FixedExample fixed = of(page.id(), example);
        if (!fixed.suite().files().equals(example.files())) {
          all.add(fixed);
        }
      }
    }
    return all;
  }

  /** A suite after the fixes. */
  public static FixedExample of(String rule, PageCase example) {
    return of(rule, example, AskedVersions.NONE);
  }

  /** A suite after the fixes of {@code --upgrade}, which judges with the newest releases. */
  public static FixedExample migrated(PageCase suite) {
    return of("", suite, AskedVersions.NEWEST);
  }

  private static FixedExample of(String rule, PageCase example, AskedVersions versions) {
    try {
      Path directory = Files.createTempDirectory("scaffold-page").toRealPath();
      try {
        return of(rule, example, versions, directory);
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static FixedExample of(
      String rule, PageCase example, AskedVersions versions, Path directory) throws IOException {
    for (PageFile file : example.files()) {
      Path path = directory.resolve(file.path());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.text());
    }
    List<Path> paths = List.of(directory);
    FixedSuites fixed =
        FixRounds.run(
            new ConfigFiles(directory, Snapshot.around(directory, paths)),
            files -> judged(paths, files, versions),
            true);
    List<PageFile> texts =
        example.files().stream()
            .map(
                it ->
                    fixed.after().containsKey(it.path())
                        ? PageFile.of(it.path(), fixed.after().get(it.path()).text())
                        : it)
            .toList();
    return new FixedExample(
        rule,
        example,
        new PageCase(example.title(), texts, example.runs()),
        fixed.left().findings());
  }

  private static Outcome judged(List<Path> paths, ConfigFiles files, AskedVersions versions) {
    List<FoundSuite> suites = found(paths, files, versions);
    Checker checker = new Checker(RuleSet.all(), CheckSettings.everything(), path -> true);
    return new RepairPlanner(
            it -> found(paths, it, versions), checker, path -> false, "scaffold check")
        .plan(files, suites, checker.checkEach(suites));
  }

  private static List<FoundSuite> found(
      List<Path> paths, ConfigFiles files, AskedVersions versions) {
    return new SuiteSearch(paths, files).suites(versions);
  }

  @Override
  public String toString() {
    return rule + (example.title().isEmpty() ? "" : " " + example.title());
  }
}
