package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The modules of pytest's plugins in a virtual environment, by the entry points that their
 * distributions declare. What lies on another drive than the files' base has no name there, and is
 * not told.
 */
final class InstalledPlugins {
  private static final String GROUP = "[pytest11]";
  private static final String DECLARED = "entry_points.txt";
  private static final String INFORMATION = ".dist-info";

  /** What the model knows without reading it. */
  private static final Set<String> KNOWN =
      Set.of("pytest_asyncio", "anyio", "hypothesis", "_hypothesis_pytestplugin");

  private final ConfigFiles files;

  InstalledPlugins(ConfigFiles files) {
    this.files = files;
  }

  /** The paths of their modules, relative to the base, in order. */
  List<String> in(List<Path> sitePackages) {
    List<String> modules = new ArrayList<>();
    for (Path directory : sitePackages) {
      if (!Objects.equals(directory.getRoot(), files.base().getRoot())) {
        continue;
      }
      for (String name : files.list(directory).entries().keySet()) {
        if (name.endsWith(INFORMATION)) {
          files
              .content(directory.resolve(name), DECLARED)
              .file()
              .ifPresent(it -> declared(it, directory, modules));
        }
      }
    }
    return modules.stream().sorted().distinct().toList();
  }

  private void declared(ConfigFile file, Path directory, List<String> modules) {
    boolean ours = false;
    for (String line : file.text().text().lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        ours = line.equals(GROUP);
      } else if (ours && equals > 0) {
        module(line.substring(equals + 1).split("[:\\[]", 2)[0].strip(), directory)
            .ifPresent(modules::add);
      }
    }
  }

  private Optional<String> module(String dotted, Path directory) {
    String[] names = dotted.split("\\.", -1);
    if (KNOWN.contains(names[0]) || !dotted.matches("\\w+(?:\\.\\w+)*+")) {
      return Optional.empty();
    }
    Path parent = directory;
    for (int at = 0; at < names.length - 1; at++) {
      parent = parent.resolve(names[at]);
    }
    String last = names[names.length - 1];
    if (files.list(parent).entries().containsKey(last + ".py")) {
      return Optional.of(files.name(parent.resolve(last + ".py")));
    }
    Path nested = parent.resolve(last);
    return files.list(nested).entries().containsKey("__init__.py")
        ? Optional.of(files.name(nested.resolve("__init__.py")))
        : Optional.empty();
  }
}
