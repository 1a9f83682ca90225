package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.config.PluginVersions;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Version;
import dev.loopscope.scaffold.suite.module.ClassHierarchy;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What pytest would make of the files of one suite, read without running them. All lists are in a
 * fixed order: files by path, and what they hold in the order of the text. Safe for use by several
 * threads.
 */
public final class SuiteModel {
  private final PytestConfig config;
  private final PluginVersions versions;
  private final Resolver resolver;
  private final ClassHierarchy hierarchy;

  SuiteModel(PytestConfig config, PluginVersions versions, Resolver resolver) {
    this.config = config;
    this.versions = versions;
    this.resolver = resolver;
    this.hierarchy = new ClassHierarchy(resolver);
  }

  /**
   * Reads the suites that some files and directories belong to.
   *
   * @param base the directory that all paths in the models are relative to
   * @param paths what to read, below the base, as pytest takes them on its command line: a file is
   *     read whatever its name
   * @return one model for each configuration of pytest that owns some of the files, in the order of
   *     their root directories
   */
  public static List<SuiteModel> read(Path base, List<Path> paths) {
    return List.of();
  }

  /** The configuration that pytest reads. */
  public PytestConfig config() {
    return config;
  }

  /** The versions of pytest and its plugins that the project allows. */
  public PluginVersions versions() {
    return versions;
  }

  /** Follows names in the files of this suite. */
  public Resolver resolver() {
    return resolver;
  }

  /** The order of base classes in this suite. */
  public ClassHierarchy hierarchy() {
    return hierarchy;
  }

  /**
   * The files that pytest loads itself: test modules, conftests and plugin modules. Others are only
   * read where names lead to them.
   */
  public List<SourceFile> files() {
    return List.of();
  }

  /** The fixtures that a file of {@link #files()} has, its own and those it imports. */
  public List<Fixture> fixtures() {
    return List.of();
  }

  /** The tests that pytest collects. */
  public List<Test> tests() {
    return List.of();
  }

  /** The classes that pytest collects, and their bases. */
  public List<SuiteClass> classes() {
    return List.of();
  }

  /** What is set up for a test. */
  public Closure closure(Test test) {
    return new Closure(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /**
   * What a fixture requests, itself left out, as seen from where it is defined. A test that sees
   * overrides of these may get others.
   */
  public Closure closure(Fixture fixture) {
    return new Closure(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** What a fixture requests, itself left out, when it is set up for a test. */
  public Closure closure(Fixture fixture, Test test) {
    return closure(fixture);
  }

  /** The project's fixture that a name stands for in a test, whether it requests it or not. */
  public Optional<Fixture> fixture(String name, Test test) {
    return Optional.empty();
  }

  /** The tests that have a fixture in their closure. */
  public List<Test> testsUsing(Fixture fixture) {
    return tests().stream().filter(it -> closure(it).fixtures().contains(fixture)).toList();
  }

  /** Who calls a test, with the plugin versions that a fresh install gets. */
  public Reading<Runner> runner(Test test) {
    return Reading.unknown("`" + test.name() + "` is not looked at");
  }

  /** Who calls a fixture when a test requests it, with the versions that a fresh install gets. */
  public Reading<Runner> runner(Fixture fixture, Test test) {
    return Reading.unknown("`" + fixture.name() + "` is not looked at");
  }

  /**
   * The loop scope that pytest-asyncio runs a test with, in the version that a fresh install gets:
   * that of its closest mark, else the default. Unknown for a test that it does not run.
   */
  public Reading<Scope> loopScope(Test test) {
    return Reading.unknown("`" + test.name() + "` is not looked at");
  }

  /** The loop scope that a version of pytest-asyncio runs a test with. */
  public Reading<Scope> loopScope(Test test, Version version) {
    return loopScope(test);
  }

  /**
   * The loop scope that pytest-asyncio runs a fixture with, in the version that a fresh install
   * gets: the one it states, else the default, else its own scope. Unknown for a fixture that it
   * never runs.
   */
  public Reading<Scope> loopScope(Fixture fixture) {
    return Reading.unknown("`" + fixture.name() + "` is not looked at");
  }

  /** The loop scope that a version of pytest-asyncio runs a fixture with. */
  public Reading<Scope> loopScope(Fixture fixture, Version version) {
    return loopScope(fixture);
  }

  /**
   * The backends that anyio runs a test on, one item each, in order: {@code asyncio}, {@code trio}.
   * Unknown for a test that anyio does not run.
   */
  public Reading<List<String>> backends(Test test) {
    return Reading.unknown("`" + test.name() + "` is not looked at");
  }

  /** What becomes of what a fixture gives if it is used on another loop. */
  public ResourceKind resource(Fixture fixture) {
    return ResourceKind.UNKNOWN;
  }

  /** What could not be read, in order. Nothing is concluded from it. */
  public List<UnknownPart> unknowns() {
    return List.of();
  }
}
