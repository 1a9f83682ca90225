package dev.loopscope.scaffold.check.page;

import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.fix.EditedText;
import dev.loopscope.scaffold.check.fix.FixSelection;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.suite.SuiteModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A suite of a page, as {@code check} judges it.
 *
 * @param rule the page's id
 * @param suite its files
 */
record PageSuite(String rule, PageCase suite) {
  /** What is found with every rule switched on, in a directory that holds nothing else. */
  List<Finding> findings(Path directory) {
    suite.files().forEach(file -> write(directory.resolve(file.path()), file.text()));
    return judged(directory);
  }

  /** What is found once its fixes are in the files. */
  List<Finding> findingsAfterFix(boolean unsafeToo, Path directory) {
    fixed(unsafeToo, directory).forEach((path, text) -> write(directory.resolve(path), text));
    return judged(directory);
  }

  /** The texts of the files by path, once its fixes are in them. */
  Map<String, String> fixed(boolean unsafeToo, Path directory) {
    Map<String, String> texts = texts();
    FixSelection.of(findings(directory), unsafeToo)
        .edits()
        .forEach(
            (path, edits) -> texts.computeIfPresent(path, (it, old) -> EditedText.of(old, edits)));
    return texts;
  }

  /** The texts of the files by path. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    suite.files().forEach(file -> texts.put(file.path(), file.text()));
    return texts;
  }

  private static List<Finding> judged(Path directory) {
    List<SuiteModel> models = SuiteModel.read(directory, List.of(directory));
    return new Checker(RuleSet.all(), CheckSettings.everything(), path -> true)
        .check(models)
        .findings();
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return rule + (suite.title().isEmpty() ? "" : " " + suite.title());
  }
}
