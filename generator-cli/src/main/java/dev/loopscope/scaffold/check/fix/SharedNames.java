package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.files.SnapshotFile;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which names of some modules other modules of a run use: the answers of {@link NamesElsewhere} for
 * many modules, from one walk over the files.
 */
final class SharedNames {
  private static final Pattern BEHIND_A_NAME = Pattern.compile("\\b(\\w+)\\.(\\w+)");
  private static final Pattern FROM =
      Pattern.compile("\\bfrom[ \\t]+[.\\w]*?(\\w+)[ \\t]+import\\b(\\s*\\([^)]*\\)|[^\\n]*)");
  private static final Pattern NAME = Pattern.compile("\\w+|\\*");

  /** By module, then by name: the paths that use it. */
  private final Map<String, Map<String, Set<String>>> uses = new HashMap<>();

  /**
   * Of modules.
   *
   * @param paths relative to the base of the files
   */
  SharedNames(ConfigFiles files, Set<String> paths) {
    paths.forEach(it -> uses.put(NamesElsewhere.module(it), new HashMap<>()));
    if (!paths.isEmpty()) {
      for (String path :
          SourceTree.at(files.base(), files.snapshot()).pythonFiles("", List.of()).paths()) {
        text(files, path).ifPresent(it -> read(path, it));
      }
    }
  }

  /** Whether another module than that at a path may use a name of it. */
  boolean has(String path, String name) {
    String module = NamesElsewhere.module(path);
    Map<String, Set<String>> names = uses.getOrDefault(module, Map.of());
    return module.equals("__init__")
        || isUsed(path, names.getOrDefault(name, Set.of()))
        || isUsed(path, names.getOrDefault("*", Set.of()));
  }

  private static boolean isUsed(String path, Set<String> by) {
    return by.size() > 1 || (by.size() == 1 && !by.contains(path));
  }

  private void read(String path, String text) {
    Matcher behind = BEHIND_A_NAME.matcher(text);
    for (int at = 0; behind.find(at); at = behind.end(1)) {
      add(behind.group(1), behind.group(2), path);
    }
    Matcher imports = FROM.matcher(text);
    while (imports.find()) {
      if (uses.containsKey(imports.group(1))) {
        Matcher names = NAME.matcher(imports.group(2));
        while (names.find()) {
          add(imports.group(1), names.group(), path);
        }
      }
    }
  }

  private void add(String module, String name, String path) {
    Map<String, Set<String>> names = uses.get(module);
    if (names != null) {
      names.computeIfAbsent(name, it -> new HashSet<>()).add(path);
    }
  }

  private static Optional<String> text(ConfigFiles files, String path) {
    return files
        .snapshot()
        .read(files.base().resolve(path).normalize())
        .toOptional()
        .flatMap(SharedNames::decoded);
  }

  private static Optional<String> decoded(SnapshotFile file) {
    try {
      return Optional.of(SourceText.decode(file.bytes()).text());
    } catch (UndecodableSourceException e) {
      // It is no module that Python could import.
      return Optional.empty();
    }
  }
}
