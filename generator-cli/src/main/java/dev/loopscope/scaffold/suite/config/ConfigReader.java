package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.stated.ProjectVersions;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads configuration from the disk. Every directory with a configuration of pytest is a suite of
 * its own: the nearest one upwards owns a file, except that one further up whose {@code testpaths}
 * name the file comes first. What no configuration owns belongs to the nearest {@code
 * pyproject.toml} or {@code setup.py}, as it does for pytest, or to one more suite.
 *
 * <p>An object reads each file once, and belongs to one thread.
 */
public final class ConfigReader {
  private static final VersionRange TYPED_TOML = VersionRange.of(">=9");

  private final Path base;
  private final ConfigFiles files;
  private final ConfigLocator locator;
  private final Map<Path, Optional<PytestConfig>> newest = new HashMap<>();
  private final Map<Path, Optional<PytestConfig>> beforeTypedToml = new HashMap<>();
  private final Map<Path, PytestConfig> withoutConfig = new HashMap<>();
  private final Map<PytestConfig, TestPaths> testpaths = new IdentityHashMap<>();
  private final ProjectVersions versions;

  /**
   * Of what is below a directory; configuration is looked for above it, too, as pytest does.
   *
   * @param base the directory that paths are relative to
   */
  public ConfigReader(Path base) {
    this(new ConfigFiles(base, Snapshot.around(base.toAbsolutePath().normalize(), List.of())));
  }

  /** The same, from files that others may have read. */
  public ConfigReader(ConfigFiles files) {
    this.base = files.base();
    this.files = files;
    this.locator = new ConfigLocator(files);
    this.versions = new ProjectVersions(files);
  }

  /** The directory that paths are relative to. */
  public Path base() {
    return base;
  }

  /**
   * The suites that files belong to, in the order of their first files.
   *
   * @param paths relative to the base, with {@code /}; they need not be test files
   */
  public List<ConfiguredSuite> suites(Collection<String> paths) {
    record Key(String root, String file, Path project) {}
    Map<Key, Owned> suites = new LinkedHashMap<>();
    for (String path : paths) {
      PytestConfig config = owner(path);
      Path root = base.resolve(config.rootDirectory()).normalize();
      Path project = versions.project(root, base.resolve(path).normalize());
      String file = config.file().map(ConfigFile::path).orElse("");
      suites
          .computeIfAbsent(
              new Key(config.rootDirectory(), file, project),
              key -> new Owned(config, project, new ArrayList<>()))
          .paths()
          .add(path);
    }
    return suites.values().stream()
        .map(
            it ->
                new ConfiguredSuite(
                    it.config(),
                    versions.of(it.project()),
                    it.paths(),
                    EntryPoints.of(base.resolve(it.config().rootDirectory()).normalize(), files)))
        .toList();
  }

  /** The files of a configuration and a project, the directory whose statements count. */
  private record Owned(PytestConfig config, Path project, List<String> paths) {}

  private PytestConfig owner(String path) {
    Path file = base.resolve(path).normalize();
    // A pytest before 9 goes on as if TOML's own types were not there.
    boolean typed = versions.around(file).pytest().expects(TYPED_TOML);
    Optional<PytestConfig> nearest = Optional.empty();
    for (Path directory = file.getParent(); directory != null; directory = directory.getParent()) {
      Optional<PytestConfig> config = in(directory, typed);
      String below = ConfigFiles.slashed(directory.relativize(file));
      if (config.filter(it -> testpaths(it).name(below)).isPresent()) {
        return config.orElseThrow();
      }
      nearest = nearest.isPresent() ? nearest : config;
    }
    Path start = Optional.ofNullable(file.getParent()).orElse(base);
    return nearest.orElseGet(() -> withoutConfig(start));
  }

  private TestPaths testpaths(PytestConfig config) {
    return testpaths.computeIfAbsent(config, it -> new TestPaths(it.testpaths()));
  }

  private Optional<PytestConfig> in(Path directory, boolean typed) {
    Map<Path, Optional<PytestConfig>> known = typed ? newest : beforeTypedToml;
    return known.computeIfAbsent(directory, it -> locator.in(it, typed));
  }

  /**
   * As {@code determine_setup} in {@code _pytest/config/findpaths.py} goes on without a section.
   */
  private PytestConfig withoutConfig(Path start) {
    return withoutConfig.computeIfAbsent(
        start,
        directory ->
            marked(directory, "pyproject.toml")
                .or(() -> marked(directory, "setup.py"))
                .orElseGet(() -> PytestConfig.none(".")));
  }

  private Optional<PytestConfig> marked(Path start, String name) {
    for (Path directory = start; directory != null; directory = directory.getParent()) {
      Optional<ConfigFile> file = files.file(directory.resolve(name));
      if (file.isPresent()) {
        return Optional.of(
            new PytestConfig(
                files.name(directory),
                file.filter(ConfigFile::toml),
                "",
                List.of(),
                CommandLine.EMPTY,
                List.of()));
      }
    }
    return Optional.empty();
  }
}
