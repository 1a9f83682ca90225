package dev.loopscope.scaffold.check.page;

import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Edit;
import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Fix;
import dev.loopscope.scaffold.suite.SuiteModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

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

  /** What is found once the fixes that {@code wanted} wants are in the files. */
  List<Finding> findingsAfter(Predicate<Fix> wanted, Path directory) {
    fixed(wanted, directory).forEach((path, text) -> write(directory.resolve(path), text));
    return judged(directory);
  }

  /** The texts of the files by path, once the fixes that {@code wanted} wants are in them. */
  Map<String, String> fixed(Predicate<Fix> wanted, Path directory) {
    List<Edit> edits = new ArrayList<>();
    for (Finding finding : findings(directory)) {
      finding.fix().filter(wanted).ifPresent(fix -> edits.addAll(fix.edits()));
    }
    edits.sort(Comparator.comparing(Edit::start).reversed());
    Map<String, String> texts = texts();
    for (Edit edit : edits.stream().distinct().toList()) {
      String text = Objects.requireNonNull(texts.get(edit.path()), edit.path());
      texts.put(
          edit.path(),
          text.substring(0, edit.start()) + edit.replacement() + text.substring(edit.end()));
    }
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
    return new Checker(CheckSettings.everything(), path -> true).check(models).findings();
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
