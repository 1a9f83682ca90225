package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.template.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A suite on the disk, put there as {@code scaffold new} puts it.
 *
 * @param directory its root
 */
record Suite(Path directory) {
  static final String CONFTEST = "tests/conftest.py";
  static final String SUITES = "tests/suites.py";
  static final String CONTRACT = "tests/test_loop_contract.py";
  static final String ENTRIES = "tests/test_entries.py";
  static final String PROPERTIES = "tests/test_properties.py";
  static final String LINE_SERVICE = "tests/resources/line_service.py";
  static final String PYPROJECT = "pyproject.toml";

  /** Writes a suite into a directory that is not there yet. */
  static Suite write(FileTree tree, Path directory) {
    new PlanWriter(Disk.real()).apply(ChangePlan.ofNew(tree), TargetLocator.locate(directory));
    return new Suite(directory);
  }

  String read(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of every module, by its path. */
  SortedMap<String, String> pythonFiles() {
    SortedMap<String, String> modules = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".py")).toList()) {
        modules.put(directory.relativize(file).toString(), Files.readString(file));
      }
      return modules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DependencyGroups dependencyGroups() {
    return DependencyGroups.of(read(PYPROJECT));
  }

  /**
   * Replaces a text that is in a file exactly once: an edit that misses its mark proves nothing.
   */
  Suite edit(String file, String before, String after) {
    String text = read(file);
    assertThat(text.split(java.util.regex.Pattern.quote(before), -1))
        .as("`%s` is once in %s:%n%s", before, file, text)
        .hasSize(2);
    return write(file, text.replace(before, after));
  }

  /** Adds a text to the end of a file, and makes the file if there is none. */
  Suite append(String file, String text) {
    return write(file, Files.exists(directory.resolve(file)) ? read(file) + text : text);
  }

  private Suite write(String file, String text) {
    try {
      Files.writeString(directory.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
