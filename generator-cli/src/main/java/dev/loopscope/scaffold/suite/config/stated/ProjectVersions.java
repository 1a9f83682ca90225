package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.files.Repository;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.Environments;
import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import dev.loopscope.scaffold.suite.config.version.VersionSolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which files say which versions a suite is run with: those of its project, and of each
 * distribution that they do not name, the nearest of those above it, up to the repository's root.
 * The nearest lock file upwards counts, because workspaces share one. A project that names pytest
 * states all that its tests need: what is only named above it is not taken for installed, and
 * limits what is. Safe for use by several threads.
 */
public final class ProjectVersions {
  private final ProjectStatements reader;
  private final Path top;
  private final ConfigFiles files;
  private final InstalledVersions installed;
  private final Map<Path, List<String>> modules = new ConcurrentHashMap<>();
  private final Environments environments;
  private final AskedVersions asked;
  private final VersionSolver solver;
  private final Map<Path, VersionStatements> said = new ConcurrentHashMap<>();
  private final Map<Path, VersionStatements> locks = new ConcurrentHashMap<>();
  private final Map<Path, PluginVersions> versions = new ConcurrentHashMap<>();

  /**
   * Of the project around the files' base.
   *
   * @param asked what is installed, whatever the project allows
   * @param solver of the run
   */
  public ProjectVersions(ConfigFiles files, AskedVersions asked, VersionSolver solver) {
    this.asked = asked;
    this.solver = solver;
    this.reader = new ProjectStatements(files);
    this.files = files;
    this.installed = new InstalledVersions(files);
    this.environments = files.environments();
    this.top = Repository.around(files.base());
  }

  /**
   * The project that a file belongs to: the nearest directory above it, not above the suite's root,
   * that says something of pytest; else the root.
   */
  public Path project(Path root, Path file) {
    for (Path it = file.getParent(); it != null && it.startsWith(root); it = it.getParent()) {
      if (said(it).ofPytest()) {
        return it;
      }
    }
    return root;
  }

  /** What the project that a file belongs to allows, whatever suite it is part of. */
  public PluginVersions around(Path file) {
    return of(project(top, file));
  }

  /** What a project allows. */
  public PluginVersions of(Path project) {
    return versions.computeIfAbsent(project, this::collected);
  }

  private PluginVersions collected(Path project) {
    List<VersionStatement> statements = new ArrayList<>();
    List<UnreadableConfig> unreadable = new ArrayList<>();
    Set<String> named = new HashSet<>();
    Set<String> own = new HashSet<>();
    Optional<Path> complete = Optional.empty();
    for (Path directory : upwards(project)) {
      VersionStatements here = said(directory);
      here.all().stream().filter(it -> !named.contains(it.distribution())).forEach(statements::add);
      here.all().forEach(it -> named.add(it.distribution()));
      if (complete.isEmpty()) {
        own.addAll(named);
        complete = Optional.of(directory).filter(it -> named.contains("pytest"));
      }
      unreadable.addAll(here.unreadable());
    }
    for (Path directory : upwards(project)) {
      VersionStatements locked = locks(directory);
      unreadable.addAll(locked.unreadable());
      statements.addAll(locked.all());
      if (!locked.all().isEmpty()) {
        if (complete.isEmpty() || directory.startsWith(complete.orElseThrow())) {
          locked.all().forEach(it -> own.add(it.distribution()));
        }
        break;
      }
    }
    statements.addAll(installed(upwards(project)).all());
    return StatedVersions.of(statements, own, asked, solver, unreadable);
  }

  private VersionStatements installed(List<Path> directories) {
    VersionStatements found = new VersionStatements();
    environment(directories)
        .ifPresent(it -> installed.read(it, environments.chosen().isPresent(), found));
    return found;
  }

  private Optional<Path> environment(List<Path> directories) {
    return environments.chosen().or(() -> installed.own(directories)).or(environments::active);
  }

  /** The modules of the plugins in a project's virtual environment, relative to the base. */
  public List<String> plugins(Path project) {
    return environment(upwards(project))
        .map(it -> modules.computeIfAbsent(it, this::modules))
        .orElse(List.of());
  }

  private List<String> modules(Path environment) {
    return new InstalledPlugins(files).in(installed.sitePackages(environment));
  }

  /** The project's directory, and those above it up to the repository's root. */
  private List<Path> upwards(Path project) {
    List<Path> directories = new ArrayList<>(List.of(project));
    Path above = project.getParent();
    while (above != null && above.startsWith(top)) {
      directories.add(above);
      above = above.getParent();
    }
    return directories;
  }

  private VersionStatements said(Path directory) {
    return said.computeIfAbsent(directory, reader::of);
  }

  private VersionStatements locks(Path directory) {
    return locks.computeIfAbsent(directory, reader::locks);
  }
}
