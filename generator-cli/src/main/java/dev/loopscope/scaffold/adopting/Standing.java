package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a suite stands where it is. */
enum Standing {
  /** A project of its own. */
  PROJECT,
  /** Its tests alone, as {@code scaffold add} puts them into another project. */
  PLACED;

  private static final String TESTS = "tests/";

  /** The file that every suite of scaffold has, and hardly another one. */
  static final String SUITES = "suites.py";

  static Standing of(PresentLines present) {
    boolean placed = present.text(TESTS + SUITES).isEmpty() && !present.text(SUITES).isEmpty();
    return placed ? PLACED : PROJECT;
  }

  /** The texts of a rendered suite, by the paths that its files have here. */
  Map<String, String> texts(FileTree tree) {
    Map<String, String> texts = new TreeMap<>();
    for (RenderedFile file : tree.files()) {
      path(file.path()).ifPresent(path -> texts.put(path, file.text()));
    }
    return texts;
  }

  private Optional<String> path(String rendered) {
    if (rendered.equals(AnswersFile.PATH)) {
      return Optional.empty();
    }
    if (this == PROJECT) {
      return Optional.of(rendered);
    }
    return rendered.startsWith(TESTS)
        ? Optional.of(rendered.substring(TESTS.length()))
        : Optional.empty();
  }
}
