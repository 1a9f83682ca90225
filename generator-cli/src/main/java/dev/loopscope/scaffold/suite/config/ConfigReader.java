package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.stated.ProjectVersions;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.VersionSolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads configuration from the disk. Every directory with a configuration of pytest is a suite of
 * its own: the nearest one upwards owns a file, except that one further up whose {@code testpaths}
 * name the file comes first. What no configuration owns belongs to the nearest {@code
 * pyproject.toml} or {@code setup.py}, as it does for pytest, or to one more suite.
 *
 * <p>An object reads each file once, and is asked by one thread.
 */
public final class ConfigReader {
  private final Path base;
  private final ConfigFiles files;
  private final ConfigLocator locator;
  private final Map<Path, Optional<PytestConfig>> newest = new ConcurrentHashMap<>();
  private final Map<Path, Optional<PytestConfig>> beforeTypedToml = new ConcurrentHashMap<>();
  private final Map<Path, PytestConfig> withoutConfig = new ConcurrentHashMap<>();
  private final IdentityHashMap<PytestConfig, TestPaths> testpaths = new IdentityHashMap<>();
  private final ProjectVersions versions;

  /**
   * Of what is below a directory; configuration is looked for above it, too, as pytest does.
   *
   * @param base the directory that paths are relative to
   */
  public ConfigReader(Path base) {
    this(
        new ConfigFiles(base, Snapshot.around(base.toAbsolutePath().normalize(), List.of())),
        AskedVersions.NONE,
        new VersionSolver());
  }

  /**
   * The same, from files that others may have read.
   *
   * @param asked what is installed, whatever the projects allow
   * @param solver of the run
   */
  public ConfigReader(ConfigFiles files, AskedVersions asked, VersionSolver solver) {
    this.base = files.base();
    this.files = files;
    this.locator = new ConfigLocator(files);
    this.versions = new ProjectVersions(files, asked, solver);
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
    Map<String, Above> directories = directories(paths);
    for (String path : paths) {
      int slash = path.lastIndexOf('/');
      Above above = Objects.requireNonNull(directories.get(directory(path)));
      PytestConfig config = owner(above, path.substring(slash + 1));
      Owned owned = above.owned().get(config);
      if (owned == null) {
        Path root = base.resolve(config.rootDirectory()).normalize();
        Path project = versions.project(root, above.directory().resolve(path.substring(slash + 1)));
        String file = config.file().map(ConfigFile::path).orElse("");
        owned =
            suites.computeIfAbsent(
                new Key(config.rootDirectory(), file, project),
                key -> new Owned(config, project, new ArrayList<>()));
        above.owned().put(config, owned);
      }
      owned.paths().add(path);
    }
    return suites.values().parallelStream().map(this::configured).toList();
  }

  private ConfiguredSuite configured(Owned owned) {
    PytestConfig config = owned.config();
    Path root = base.resolve(config.rootDirectory()).normalize();
    UnreadSettings elsewhere = new UnreadSettings(files);
    return new ConfiguredSuite(
        config,
        versions.of(owned.project()),
        owned.paths(),
        EntryPoints.of(root, files).installed(versions.plugins(owned.project())),
        // Another project's versions do not say what pytest reads for the one around it.
        owned.project().equals(root) ? elsewhere.of(root, config) : List.of(),
        config.asyncioModeSetting().isEmpty() && elsewhere.modeOnACommandLine(root));
  }

  /** Each directory is read for itself, and there may be a thousand with files of their own. */
  private Map<String, Above> directories(Collection<String> paths) {
    Map<String, Above> directories = new HashMap<>();
    paths.stream().map(ConfigReader::directory).distinct().toList().parallelStream()
        .map(it -> Map.entry(it, above(it)))
        .toList()
        .forEach(it -> directories.put(it.getKey(), it.getValue()));
    return directories;
  }

  private static String directory(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
  }

  /** The files of a configuration and a project, the directory whose statements count. */
  private record Owned(PytestConfig config, Path project, List<String> paths) {}

  /**
   * What is the same for all files in a directory.
   *
   * @param nearest the configuration of this directory or the first one above it that has one
   * @param naming those of this directory and those above it that have testpaths, the nearest first
   * @param owned what its files were found to belong to
   */
  private record Above(
      Path directory,
      PytestConfig nearest,
      List<Placed> naming,
      IdentityHashMap<PytestConfig, Owned> owned) {}

  /** A configuration, and where it lies. */
  private record Placed(Path directory, PytestConfig config) {}

  private Above above(String path) {
    Path start = base.resolve(path).normalize();
    // A pytest before 9 goes on as if TOML's own types were not there.
    boolean typed =
        versions.around(start.resolve("any")).pytest().expects(Feature.TYPED_TOML.range());
    List<Placed> configs = new ArrayList<>();
    for (Path it = start; it != null; it = it.getParent()) {
      Path directory = it;
      in(directory, typed).ifPresent(config -> configs.add(new Placed(directory, config)));
    }
    PytestConfig nearest = configs.isEmpty() ? withoutConfig(start) : configs.get(0).config();
    configs.removeIf(it -> it.config().testpaths().isEmpty());
    return new Above(start, nearest, configs, new IdentityHashMap<>());
  }

  private PytestConfig owner(Above above, String name) {
    Path file = above.directory().resolve(name);
    for (Placed it : above.naming()) {
      if (testpaths(it.config()).name(ConfigFiles.slashed(it.directory().relativize(file)))) {
        return it.config();
      }
    }
    return above.nearest();
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
