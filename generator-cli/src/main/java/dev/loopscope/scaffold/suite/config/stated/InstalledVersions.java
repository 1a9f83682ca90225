package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.version.KnownReleases;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a virtual environment holds of the distributions that rules speak about, by the names of the
 * directories that installers leave ({@code pytest_asyncio-1.4.0.dist-info}). No file is read.
 */
final class InstalledVersions {
  private static final String OWN = ".venv";
  private static final Pattern PYTHON = Pattern.compile("python3\\.\\d{1,3}t?|pypy3\\.\\d{1,3}");
  private static final Pattern INSTALLED = Pattern.compile("([\\w.]+)-([^-]+)\\.dist-info");

  private final ConfigFiles files;

  InstalledVersions(ConfigFiles files) {
    this.files = files;
  }

  /** A project's own environment, in the nearest of its directories that has one. */
  Optional<Path> own(List<Path> directories) {
    return directories.stream()
        .filter(it -> files.list(it).isDirectory(OWN))
        .map(it -> it.resolve(OWN))
        .filter(it -> !sitePackages(it).isEmpty())
        .findFirst();
  }

  /**
   * Adds what an environment holds.
   *
   * @param chosen whether it counts before what is stated
   */
  void read(Path environment, boolean chosen, VersionStatements statements) {
    Location place = new Location(files.name(environment), SourceText.of(""), 0, 0);
    for (Path directory : sitePackages(environment)) {
      for (String name : files.list(directory).entries().keySet()) {
        Matcher installed = INSTALLED.matcher(name);
        if (installed.matches()
            && KnownReleases.distributions().contains(Requirement.normal(installed.group(1)))) {
          Version.parse(installed.group(2))
              .ifPresent(it -> statements.install(installed.group(1), it, chosen, place));
        }
      }
    }
  }

  /** Where an environment keeps what is installed. */
  List<Path> sitePackages(Path environment) {
    List<Path> found = new ArrayList<>();
    Path library = environment.resolve("lib");
    for (String name : files.list(library).entries().keySet()) {
      if (PYTHON.matcher(name).matches()
          && files.list(library.resolve(name)).isDirectory("site-packages")) {
        found.add(library.resolve(name).resolve("site-packages"));
      }
    }
    Path windows = environment.resolve("Lib");
    if (files.list(windows).isDirectory("site-packages")) {
      found.add(windows.resolve("site-packages"));
    }
    return found;
  }
}
