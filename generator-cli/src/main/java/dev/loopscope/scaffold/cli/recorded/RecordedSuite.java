package dev.loopscope.scaffold.cli.recorded;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.merge.SuiteOnDisk;
import dev.loopscope.scaffold.cli.line.WorkingDirectory;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A suite on the disk that says what it was made from.
 *
 * @param directory absolute, without {@code .} and {@code ..}
 * @param files in it
 * @param recorded what it was made from
 */
public record RecordedSuite(Path directory, SuiteOnDisk files, AnswersFile recorded) {
  /**
   * The directory that was typed.
   *
   * @throws RefusalException if it can be none
   */
  public static Path directory(Path workingDirectory, String typed) {
    if (!typed.startsWith("/")) {
      WorkingDirectory.requireFound(workingDirectory);
    }
    return PathText.resolve(workingDirectory.toAbsolutePath().normalize(), typed)
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal(
                        "DIRECTORY cannot be a path",
                        typed,
                        PathText.advice("name a suite's directory"))));
  }

  /**
   * The suite in {@code directory}.
   *
   * @throws TargetRefusedException if there is none, or what it says of itself cannot be read, or
   *     is of a newer version
   */
  public static RecordedSuite in(Path directory, Questions questions) {
    SuiteOnDisk files = new SuiteOnDisk(Snapshot.of(List.of(directory)), directory);
    Optional<FileText> text = files.read(AnswersFile.PATH);
    if (text.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "no suite that scaffold wrote is here: there is no " + AnswersFile.PATH,
              directory.toString(),
              next(files)));
    }
    try {
      AnswersFile recorded =
          AnswersFile.parse(questions, ScaffoldVersion.current(), text.get().text());
      return new RecordedSuite(directory, files, recorded);
    } catch (RefusalException e) {
      // What is wrong was not typed now, but stands on the disk.
      throw new TargetRefusedException(
          new Refusal(
              e.refusal().what(),
              directory.resolve(e.refusal().where()).toString(),
              e.refusal().next()),
          e);
    }
  }

  private static String next(SuiteOnDisk files) {
    List<String> below = files.suites();
    return below.isEmpty()
        ? "name the directory of a suite; if this is one, `scaffold adopt` records what it was made"
            + " from"
        : "name the directory of one: " + String.join(", ", below);
  }
}
