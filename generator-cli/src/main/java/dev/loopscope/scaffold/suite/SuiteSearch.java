package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.collect.Directories;
import dev.loopscope.scaffold.suite.collect.TestModules;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.suite.config.ConfigReader;
import dev.loopscope.scaffold.suite.config.ConfiguredSuite;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import dev.loopscope.scaffold.suite.config.version.VersionSolver;
import dev.loopscope.scaffold.suite.module.FoundFiles;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the suites that files and directories belong to. What is read is read once. */
public final class SuiteSearch {
  private final Path base;
  private final Snapshot snapshot;
  private final ConfigFiles files;
  private final SourceTree sources;
  private final VersionSolver solver = new VersionSolver();
  private final Set<String> directories = new LinkedHashSet<>();
  private final Set<String> named = new LinkedHashSet<>();
  private final Set<String> found = new TreeSet<>();
  private final Map<String, UnknownPart> missed = new TreeMap<>();

  /**
   * Of these files and directories.
   *
   * @param paths below the base of the files, as pytest takes them on its command line: a file is
   *     read whatever its name
   */
  public SuiteSearch(List<Path> paths, ConfigFiles files) {
    this.base = files.base();
    this.snapshot = files.snapshot();
    this.files = files;
    this.sources = SourceTree.at(base, snapshot);
    paths.forEach(this::add);
    found.addAll(missed.keySet());
  }

  private void add(Path path) {
    String relative = relative(path);
    if (snapshot.entry(base.resolve(path).normalize()).isDirectory()) {
      directories.add(relative);
      FoundFiles below = sources.pythonFiles(relative, List.of());
      found.addAll(below.paths());
      // It belongs to a suite as a file in it would.
      below.missed().forEach(it -> missed.put(Directories.join(it.path(), "*"), unknown(it)));
    } else {
      named.add(relative);
      found.add(relative);
    }
  }

  /**
   * The suites, in the order of their root directories.
   *
   * @param asked what is installed, whatever the projects allow
   */
  public List<FoundSuite> suites(AskedVersions asked) {
    return suites(asked, found);
  }

  /** The suites, as {@link #suites} finds them, with all their files. */
  List<SuiteModel> models(AskedVersions asked) {
    return suites(asked).parallelStream().map(FoundSuite::model).toList();
  }

  /**
   * The suites that some of these suites become with the newest releases: those of which the newest
   * know or do something else.
   */
  public List<FoundSuite> upgraded(List<FoundSuite> suites) {
    Set<String> changed = new TreeSet<>();
    for (FoundSuite suite : suites) {
      if (solver.changesWithUpgrade(suite.versions())) {
        changed.addAll(suite.owned());
      }
    }
    return changed.isEmpty() ? List.of() : suites(AskedVersions.NEWEST, changed);
  }

  private List<FoundSuite> suites(AskedVersions asked, Set<String> paths) {
    List<FoundSuite> suites = new ArrayList<>();
    for (ConfiguredSuite suite : new ConfigReader(files, asked, solver).suites(paths)) {
      List<String> modules =
          new TestModules(suite.config()).choose(suite.files(), directories, named);
      List<UnknownPart> unknown =
          suite.files().stream()
              .flatMap(it -> Optional.ofNullable(missed.get(it)).stream())
              .toList();
      if (!modules.isEmpty() || !unknown.isEmpty()) {
        suites.add(new FoundSuite(suite, sources, modules, unknown));
      }
    }
    suites.sort(Comparator.comparing(it -> Directories.normal(it.config().rootDirectory())));
    return List.copyOf(suites);
  }

  private static UnknownPart unknown(FoundFiles.Missed missed) {
    String shown = missed.path().isEmpty() ? "." : missed.path();
    Location start = new Location(shown, SourceText.of(""), 0, 0);
    return new UnknownPart(
        start, "what `" + shown + "` holds", "`" + shown + "` " + missed.reason());
  }

  private String relative(Path path) {
    String name = files.name(base.resolve(path).normalize());
    return name.equals(".") ? "" : name;
  }
}
