package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.config.EntryPoints;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.ModuleLookup;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that pytest loads for a suite.
 *
 * @param testModules by path
 * @param conftests the conftest of each directory that has one, outer directories first
 * @param unreadable directories whose conftest could not be read
 * @param plugins modules that {@code pytest_plugins}, {@code -p} or an entry point names
 * @param installed modules of plugins of the environment, which are no files of the project
 * @param unknown files that could not be read, and plugins that could not be told
 */
public record SuiteFiles(
    List<SourceFile> testModules,
    Map<String, SourceFile> conftests,
    Set<String> unreadable,
    List<SourceFile> plugins,
    List<SourceFile> installed,
    List<UnknownPart> unknown) {

  /**
   * Finds the files.
   *
   * @param modules the paths of the test modules
   * @param entryPoints the plugins of the project itself and of its environment
   */
  public static SuiteFiles load(
      PytestConfig config, Resolver resolver, Collection<String> modules, EntryPoints entryPoints) {
    return new Loading(config, resolver).load(modules, entryPoints);
  }

  /** Everything that is loaded, by path. */
  public List<SourceFile> all() {
    Set<SourceFile> all = new LinkedHashSet<>(conftests.values());
    all.addAll(plugins);
    all.addAll(testModules);
    return all.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
  }

  private static final class Loading {
    private final PytestConfig config;
    private final Resolver resolver;
    private final SourceTree sources;
    private final Map<String, SourceFile> conftests = new LinkedHashMap<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private final Set<SourceFile> plugins = new LinkedHashSet<>();
    private final List<UnknownPart> unknown = new ArrayList<>();

    Loading(PytestConfig config, Resolver resolver) {
      this.config = config;
      this.resolver = resolver;
      this.sources = resolver.sources();
    }

    SuiteFiles load(Collection<String> modules, EntryPoints entryPoints) {
      List<SourceFile> named = new ArrayList<>();
      // Parsing is most of the work; files are put in order afterwards.
      modules.parallelStream().forEach(sources::file);
      for (String path : modules) {
        read(path).ifPresent(named::add);
      }
      Set<String> directories = new LinkedHashSet<>();
      named.forEach(it -> directories.addAll(Directories.below(config.rootDirectory(), it)));
      directories.stream().sorted().forEach(this::loadConftest);
      IgnoredPaths ignored = new IgnoredPaths(resolver, conftests);
      List<SourceFile> tests = named.stream().filter(it -> !ignored.holds(it.path())).toList();
      Optional<SourceFile> any = tests.stream().findFirst();
      any.ifPresent(
          from -> {
            List<String> started = new ArrayList<>(config.commandLine().loaded());
            started.addAll(entryPoints.modules());
            started.forEach(it -> loadPlugin(it, from).ifPresent(this::loadPlugins));
          });
      conftests.values().forEach(this::loadPlugins);
      tests.forEach(this::loadPlugins);
      return new SuiteFiles(
          tests, conftests, unreadable, List.copyOf(plugins), installed(entryPoints), unknown);
    }

    /** What cannot be read of them is as unknown as without an environment. */
    private List<SourceFile> installed(EntryPoints entryPoints) {
      return entryPoints.installed().stream()
          .flatMap(it -> sources.file(it).toOptional().stream())
          .toList();
    }

    private void loadConftest(String directory) {
      String path = directory.isEmpty() ? "conftest.py" : directory + "/conftest.py";
      if (sources.holds(path)) {
        Optional<SourceFile> conftest = read(path);
        conftest.ifPresent(it -> conftests.put(directory, it));
        if (conftest.isEmpty()) {
          unreadable.add(directory);
        }
      }
    }

    /** A file that pytest would load; one that cannot be read is unknown, with all it holds. */
    private Optional<SourceFile> read(String path) {
      Reading<SourceFile> reading = sources.file(path);
      if (reading instanceof Reading.Unknown<SourceFile> unread) {
        Location start = new Location(path, SourceText.of(""), 0, 0);
        unknown.add(new UnknownPart(start, "what `" + path + "` holds", unread.reason()));
      }
      return reading.toOptional();
    }

    private void loadPlugins(SourceFile start) {
      Deque<SourceFile> next = new ArrayDeque<>(List.of(start));
      while (!next.isEmpty()) {
        SourceFile file = next.pop();
        for (String name : named(file)) {
          loadPlugin(name, file).ifPresent(next::push);
        }
      }
    }

    private Optional<SourceFile> loadPlugin(String name, SourceFile from) {
      return sources.module(name, from) instanceof ModuleLookup.Found found
              && plugins.add(found.file())
          ? Optional.of(found.file())
          : Optional.empty();
    }

    /** What a module's {@code pytest_plugins} names. */
    private List<String> named(SourceFile file) {
      if (file.names().bindings("pytest_plugins").isEmpty()) {
        return List.of();
      }
      Resolution value = resolver.member(file, "pytest_plugins");
      if (value instanceof Resolution.Value known) {
        Reading<String> one = resolver.string(known.file(), known.expression());
        if (one.isKnown()) {
          return List.of(one.toOptional().orElseThrow());
        }
        Reading<List<String>> several = resolver.strings(known.file(), known.expression());
        if (several.isKnown()) {
          return several.toOptional().orElseThrow();
        }
      }
      unknown.add(
          new UnknownPart(
              file.location(file.tree().module()),
              "the plugins that `" + file.path() + "` loads",
              "`pytest_plugins` is computed"));
      return List.of();
    }
  }
}
