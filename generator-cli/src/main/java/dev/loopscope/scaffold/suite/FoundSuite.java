package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.collect.Directories;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.suite.config.ConfiguredSuite;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suite whose configuration was read. Its files are read when they are asked for, and can be let
 * go of: of a thousand suites in one tree, no more need to be in memory than are looked at. Safe
 * for use by several threads.
 */
public final class FoundSuite {
  private final ConfiguredSuite suite;
  private final SourceTree sources;
  private final List<String> modules;
  private final List<UnknownPart> missed;
  private @Nullable SuiteModel model;
  private @Nullable List<String> paths;

  /**
   * A suite among these files.
   *
   * @param modules the paths of its test modules
   * @param missed what else may belong to it
   */
  FoundSuite(
      ConfiguredSuite suite, SourceTree sources, List<String> modules, List<UnknownPart> missed) {
    this.suite = suite;
    this.sources = sources;
    this.modules = List.copyOf(modules);
    this.missed = List.copyOf(missed);
  }

  /** The configuration that pytest reads. */
  public PytestConfig config() {
    return suite.config();
  }

  /** The versions of pytest and its plugins that the project allows. */
  public PluginVersions versions() {
    return suite.versions();
  }

  /** The paths of the files below what was asked for that belong to it, tests or not. */
  List<String> owned() {
    return suite.files();
  }

  /** The suite; read at the first call, and at the first one after it was let go of. */
  public synchronized SuiteModel model() {
    SuiteModel known = model;
    if (known == null) {
      known = new SuiteModel(suite, new Resolver(importing()), modules, missed);
      model = known;
    }
    return known;
  }

  /** The paths of the files that pytest loads for it, whether they are in memory or not. */
  public synchronized List<String> paths() {
    List<String> known = paths;
    if (known == null) {
      known = model().files().stream().map(SourceFile::path).toList();
      paths = known;
    }
    return known;
  }

  /** Lets go of what was read. */
  public synchronized void release() {
    paths();
    model = null;
  }

  private SourceTree importing() {
    String root = Directories.normal(suite.config().rootDirectory());
    List<String> directories = new ArrayList<>();
    suite.config().pythonpath().forEach(it -> directories.add(Directories.join(root, it)));
    return sources.importingFrom(directories);
  }
}
