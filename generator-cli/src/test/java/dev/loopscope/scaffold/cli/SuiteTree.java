package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.release.Releases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A suite in a directory, written by some release, edited and looked at by tests. */
record SuiteTree(Path root) {
  /** Writes what {@code version} wrote for these answers, by key. */
  static SuiteTree written(Path root, String version, Map<String, String> given) {
    return written(root, Releases.of(version).render(Answers.complete(Questions.ALL, given)));
  }

  static SuiteTree written(Path root, FileTree tree) {
    SuiteTree suite = new SuiteTree(root);
    for (RenderedFile file : tree.files()) {
      suite.write(file.path(), file.text());
    }
    return suite;
  }

  /** What {@code version} writes for these answers, by path. */
  static SortedMap<String, String> texts(String version, Map<String, String> given) {
    SortedMap<String, String> texts = new TreeMap<>();
    Releases.of(version)
        .render(Answers.complete(Questions.ALL, given))
        .files()
        .forEach(file -> texts.put(file.path(), file.text()));
    return texts;
  }

  /** The file at {@code path} of the same suite. */
  static String text(String version, Map<String, String> given, String path) {
    return Objects.requireNonNull(texts(version, given).get(path));
  }

  void write(String path, String text) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void append(String path, String text) {
    write(path, text(path) + text);
  }

  /** Puts one text in the place of another, which has to be there. */
  void edit(String path, String old, String text) {
    if (!text(path).contains(old)) {
      throw new AssertionError(path + " has no " + old + " but " + text(path));
    }
    write(path, text(path).replace(old, text));
  }

  void move(String from, String to) {
    try {
      Files.createDirectories(root.resolve(to).getParent());
      Files.move(root.resolve(from), root.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String path) {
    try {
      Files.delete(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file with its text, but for what records keep. */
  SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file :
          files.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)).toList()) {
        String path = root.relativize(file).toString();
        if (!path.startsWith(".scaffold/undo/")) {
          texts.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
