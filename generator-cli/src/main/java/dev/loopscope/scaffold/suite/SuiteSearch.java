package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.collect.Directories;
import dev.loopscope.scaffold.suite.collect.TestModules;
import dev.loopscope.scaffold.suite.config.ConfigReader;
import dev.loopscope.scaffold.suite.config.ConfiguredSuite;
import dev.loopscope.scaffold.suite.module.Contents;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the suites below a directory. */
final class SuiteSearch {
  private final Path base;
  private final Contents contents;

  SuiteSearch(Path base, Contents contents) {
    this.base = base.toAbsolutePath().normalize();
    this.contents = contents;
  }

  /** The suites that files and directories belong to, in the order of their root directories. */
  List<SuiteModel> models(List<Path> paths) {
    SourceTree sources = SourceTree.at(base, contents);
    Set<String> directories = new LinkedHashSet<>();
    Set<String> named = new LinkedHashSet<>();
    Set<String> files = new TreeSet<>();
    for (Path path : paths) {
      String relative = relative(path);
      if (Files.isDirectory(base.resolve(relative))) {
        directories.add(relative);
        files.addAll(sources.pythonFiles(relative, List.of()));
      } else {
        named.add(relative);
        files.add(relative);
      }
    }
    List<Chosen> suites = new ArrayList<>();
    for (ConfiguredSuite suite : new ConfigReader(base, contents).suites(files)) {
      List<String> modules =
          new TestModules(suite.config()).choose(suite.files(), directories, named);
      if (!modules.isEmpty()) {
        suites.add(new Chosen(suite, modules));
      }
    }
    return suites.parallelStream()
        .map(it -> new SuiteModel(it.suite(), resolver(sources, it.suite()), it.modules()))
        .sorted(Comparator.comparing(it -> Directories.normal(it.config().rootDirectory())))
        .toList();
  }

  /** A suite, and its test modules. */
  private record Chosen(ConfiguredSuite suite, List<String> modules) {}

  private static Resolver resolver(SourceTree sources, ConfiguredSuite suite) {
    String root = Directories.normal(suite.config().rootDirectory());
    return new Resolver(
        sources.importingFrom(
            suite.config().pythonpath().stream().map(it -> Directories.join(root, it)).toList()));
  }

  private String relative(Path path) {
    Path absolute = base.resolve(path).normalize();
    return base.relativize(absolute).toString().replace('\\', '/');
  }
}
