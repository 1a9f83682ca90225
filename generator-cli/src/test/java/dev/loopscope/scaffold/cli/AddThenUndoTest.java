package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnyAnswers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.template.release.Releases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Laws of what commands do to files: bytes, modes and times. */
class AddThenUndoTest {
  private static final List<String> HOSTS =
      List.of(
          "pipfile", "requirements-crlf-old-pin", "poetry-group", "pdm-auto", "setup-cfg-extra");

  private static final List<String> MODES =
      List.of("rw-r--r--", "rw-------", "rwxr-xr-x", "rw-rw-r--");

  /** What only a project of its own is asked. */
  private static final Set<String> OF_A_PROJECT =
      Set.of("lint", "ci", "maven", "group-id", "version", "python", "package");

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void undoOfAnAdditionIsTheIdentity(@ForAll("answers") Answers answers, @ForAll long seed)
      throws IOException {
    Path root = Files.createTempDirectory("add-then-undo");
    try {
      Random random = new Random(seed);
      Path host = HostTree.named(HOSTS.get(random.nextInt(HOSTS.size()))).in(root);
      setModes(host, random);
      SortedMap<String, String> before = states(host);
      List<String> words = words(answers);

      Run add = Run.in(host, words.toArray(new String[0]));

      if (add.end() == ExitCode.DONE) {
        assertThat(states(host)).isNotEqualTo(before);
        Run undo = Run.in(host, "undo");
        assertThat(undo.end()).as(undo.err()).isEqualTo(ExitCode.DONE);
      } else {
        // Of answers that no suite can have on the host's Python, the command line is to blame.
        assertThat(add.end()).as(words + add.err()).isIn(ExitCode.REFUSED, ExitCode.USAGE);
      }
      assertThat(states(host)).as(words.toString()).isEqualTo(before);
    } finally {
      delete(root);
    }
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void secondUpdateChangesNothing(@ForAll("answers") Answers answers) throws IOException {
    Path root = Files.createTempDirectory("update-twice");
    try {
      SuiteTree suite =
          SuiteTree.written(root.resolve("suite"), Releases.of("0.1.0").render(answers));
      suite.append(
          "tests/test_loop_contract.py", "\n\ndef test_mine() -> None:\n    assert True\n");
      Run first = Run.in(root, "update", "suite", "--on-conflict", "ours");
      assertThat(first.end()).as(first.err()).isEqualTo(ExitCode.DONE);
      SortedMap<String, String> once = states(root);

      Run second = Run.in(root, "update", "suite");

      assertThat(second.end()).as(second.err()).isEqualTo(ExitCode.DONE);
      assertThat(second.out()).startsWith("Nothing to update in suite");
      assertThat(states(root)).isEqualTo(once);
    } finally {
      delete(root);
    }
  }

  @Provide
  Arbitrary<Answers> answers() {
    return AnyAnswers.any();
  }

  private static List<String> words(Answers answers) {
    List<String> words = new ArrayList<>(List.of("add", "--yes", "--accept", "pin"));
    for (Question<?> question : Questions.ALL.inOrder()) {
      String text = answers.text(question).orElse("");
      if (OF_A_PROJECT.contains(question.key()) || text.isEmpty() || text.equals("false")) {
        continue;
      }
      words.add(
          question instanceof FlagQuestion ? question.option() : question.option() + "=" + text);
    }
    return words;
  }

  private static void setModes(Path host, Random random) throws IOException {
    try (Stream<Path> paths = Files.walk(host)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String mode = MODES.get(random.nextInt(MODES.size()));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
      }
    }
  }

  /**
   * Mode, time (Java copies it to the microsecond) and bytes of each file, and the mode of each
   * directory.
   */
  private static SortedMap<String, String> states(Path root) throws IOException {
    SortedMap<String, String> states = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.toList()) {
        boolean file = Files.isRegularFile(path);
        states.put(
            root.relativize(path).toString(),
            Files.getPosixFilePermissions(path)
                + (file
                    ? Files.getLastModifiedTime(path).toMillis()
                        + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                    : ""));
      }
    }
    return states;
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
