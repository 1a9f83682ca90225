package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.merge.SuiteOnDisk;
import dev.loopscope.scaffold.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An update that wrote conflict markers and is not at its end. A file in the suite says so; the
 * answers do not advance before it is.
 *
 * @param conflicts the paths of files with markers
 * @param answers the text that the answers file is going to have
 */
record PendingUpdate(List<String> conflicts, String answers) {
  /** Where it stands in a suite. */
  static final String PATH = ".scaffold/update.pending";

  private static final String HEAD =
      "# scaffold update: resolve the conflicts in these files, then run `scaffold update"
          + " --continue`.\n";
  private static final String FILE = "conflict ";
  private static final String ANSWERS = "answers\n";

  PendingUpdate {
    conflicts = List.copyOf(conflicts);
  }

  /** The file's text. */
  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    conflicts.forEach(path -> text.append(FILE).append(path).append('\n'));
    return text.append(ANSWERS).append(answers).toString();
  }

  /**
   * The one that stands in a suite.
   *
   * @throws TargetRefusedException if what is there is none
   */
  static Optional<PendingUpdate> in(SuiteOnDisk files) {
    return files.read(PATH).map(FileText::text).map(PendingUpdate::parse);
  }

  private static PendingUpdate parse(String text) {
    String plain = text.replace("\r\n", "\n");
    int start = plain.indexOf("\n" + ANSWERS);
    if (start < 0) {
      throw new TargetRefusedException(
          new Refusal(
              "this does not say which update is not at its end",
              PATH,
              "take the file from version control; or delete it, and run `scaffold undo`"));
    }
    List<String> conflicts = new ArrayList<>();
    for (String line : plain.substring(0, start).split("\n", -1)) {
      if (line.startsWith(FILE)) {
        conflicts.add(line.substring(FILE.length()));
      }
    }
    return new PendingUpdate(conflicts, plain.substring(start + 1 + ANSWERS.length()));
  }
}
