package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.files.SnapshotFile;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether other modules of a run use names of one module: they import them, all of them with a
 * star, or name them behind its name. Texts are looked at, not what they mean.
 */
final class NamesElsewhere implements Predicate<String> {
  private final ConfigFiles files;
  private final String path;
  private final String module;

  /**
   * Of a module.
   *
   * @param path relative to the base of the files
   */
  NamesElsewhere(ConfigFiles files, String path) {
    this.files = files;
    this.path = path;
    this.module = module(path);
  }

  /** The last word of the name of the module at a path. */
  static String module(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.pyi?$", "");
  }

  @Override
  public boolean test(String name) {
    // What a package imports is what it offers.
    return module.equals("__init__")
        || SourceTree.at(files.base(), files.snapshot()).pythonFiles("", List.of()).paths().stream()
            .filter(it -> !it.equals(path))
            .anyMatch(it -> text(it).filter(text -> uses(text, name)).isPresent());
  }

  private boolean uses(String text, String name) {
    if (!text.contains(module)) {
      return false;
    }
    String word = Pattern.quote(module);
    if (Pattern.compile("\\b" + word + "\\." + Pattern.quote(name) + "\\b").matcher(text).find()) {
      return true;
    }
    Matcher imports =
        Pattern.compile(
                "\\bfrom[ \\t]+[.\\w]*\\b" + word + "[ \\t]+import\\b(\\s*\\([^)]*\\)|[^\\n]*)")
            .matcher(text);
    Pattern wanted = Pattern.compile("\\*|\\b" + Pattern.quote(name) + "\\b");
    while (imports.find()) {
      if (wanted.matcher(imports.group(1)).find()) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> text(String other) {
    return files
        .snapshot()
        .read(files.base().resolve(other).normalize())
        .toOptional()
        .flatMap(this::decoded);
  }

  private Optional<String> decoded(SnapshotFile file) {
    try {
      return Optional.of(SourceText.decode(file.bytes()).text());
    } catch (UndecodableSourceException e) {
      // It is no module that Python could import.
      return Optional.empty();
    }
  }
}
