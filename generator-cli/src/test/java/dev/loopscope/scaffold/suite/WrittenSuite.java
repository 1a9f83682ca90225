package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.module.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A suite that a test writes out and reads again, with short questions to its model. */
public record WrittenSuite(SuiteModel model) {
  /**
   * Writes files below a directory and reads the one suite that they make.
   *
   * @param pathsAndTexts paths and contents by turns
   */
  public static WrittenSuite in(Path directory, String... pathsAndTexts) {
    List<SuiteModel> models = modelsIn(directory, pathsAndTexts);
    if (models.size() != 1) {
      throw new IllegalArgumentException(models.size() + " suites");
    }
    return new WrittenSuite(models.get(0));
  }

  /** Writes files below a directory and reads the suites that they make. */
  public static List<SuiteModel> modelsIn(Path directory, String... pathsAndTexts) {
    try {
      for (int at = 0; at < pathsAndTexts.length; at += 2) {
        Path file = directory.resolve(pathsAndTexts[at]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, pathsAndTexts[at + 1]);
      }
      return SuiteModel.read(directory, List.of(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first test of a name. */
  public Test test(String name) {
    return model.tests().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  /** The first fixture of a name. */
  public Fixture fixture(String name) {
    return model.fixtures().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  /** The names of all tests, in order. */
  public List<String> tests() {
    return model.tests().stream().map(Test::name).toList();
  }

  /** The names in a test's closure. */
  public List<String> closure(String test) {
    return model.closure(test(test)).names();
  }

  /** Where the fixture that a name stands for in a test is defined, as {@code path:line}. */
  public String origin(String fixture, String test) {
    return model
        .fixture(fixture, test(test))
        .map(it -> it.file().path() + ":" + it.location().line())
        .orElse("none");
  }

  /** The loop scope of a test, or a question mark and the reason why it is not known. */
  public String loopScope(String test) {
    return shown(model.loopScope(test(test)));
  }

  /** Who runs a test, or a question mark and the reason why it is not known. */
  public String runner(String test) {
    return shown(model.runner(test(test)));
  }

  /** Who runs a fixture for a test, or a question mark and the reason why it is not known. */
  public String runner(String fixture, String test) {
    return shown(model.runner(fixture(fixture), test(test)));
  }

  /** The backends of a test, or a question mark and the reason why they are not known. */
  public String backends(String test) {
    return shown(model.backends(test(test)));
  }

  /** A test's marks, closest first, with the loop scope that they state. */
  public List<String> marks(String test) {
    return test(test).marks().stream().map(this::shown).toList();
  }

  private String shown(Mark mark) {
    return mark.name()
        + mark.keyword("loop_scope")
            .map(it -> "(" + shown(model.resolver().string(mark.file(), it)) + ")")
            .orElse("");
  }

  /** A known value, or a question mark and the reason. */
  public static <T> String shown(Reading<T> reading) {
    return reading instanceof Reading.Unknown<T> unknown
        ? "? " + unknown.reason()
        : String.valueOf(reading.toOptional().orElseThrow());
  }
}
