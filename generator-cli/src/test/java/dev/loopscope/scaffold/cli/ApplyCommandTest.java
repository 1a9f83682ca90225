package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that is carried out later is what the command would have done, or nothing. */
class ApplyCommandTest {
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new suite --backends asyncio,trio --maven",
        "add pipfile --resource store:redis",
        "add requirements-crlf-old-pin --accept pin --yes",
        "update older --backends asyncio,trio"
      })
  void carriedOutIsWhatTheCommandWouldHaveDone(String line) throws IOException {
    Path planned = worldIn("planned");
    Path done = worldIn("done");
    plan(planned, line);

    Run run = Run.in(planned, "apply", "../plan.json");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith("Carried out ../plan.json, a plan of `scaffold ");
    assertThat(Run.in(done, line.split(" ")).end()).isEqualTo(ExitCode.DONE);
    assertThat(bytes(planned)).isEqualTo(bytes(done)).isNotEqualTo(bytes(worldIn("before")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"new suite", "add pipfile", "update older"})
  void isTakenBackByUndo(String line) throws IOException {
    Path world = worldIn("world");
    Map<String, String> before = bytes(world);
    plan(world, line);
    assertThat(Run.in(world, "apply", "../plan.json").end()).isEqualTo(ExitCode.DONE);

    Run undo = Run.in(world, "undo", line.split(" ", -1)[1]);

    assertThat(undo.end()).as(undo.err()).isEqualTo(ExitCode.DONE);
    assertThat(bytes(world)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"new suite", "add pipfile", "update older"})
  void dryRunAndDiffWriteNothing(String line) throws IOException {
    Path world = worldIn("world");
    Map<String, String> before = bytes(world);
    plan(world, line);

    Run dry = Run.in(world, "apply", "../plan.json", "--dry-run");
    Run diff = Run.in(world, "apply", "../plan.json", "--diff");

    assertThat(dry.out()).startsWith("Would carry out ../plan.json");
    assertThat(diff.out()).contains("--- /dev/null\n+++ b/").contains("conftest.py");
    assertThat(bytes(world)).isEqualTo(before);
  }

  /** What a plan changes, what it makes, and what it was concluded from. */
  @ParameterizedTest
  @CsvSource({
    "add pipfile, pipfile/Pipfile, Pipfile",
    "add pipfile, pipfile/tests/async_suite/suites.py, tests/async_suite/suites.py",
    "add pipfile, pipfile/tests/test_press.py, tests/test_press.py",
    "update older, older/tests/conftest.py, tests/conftest.py",
    "update older, older/.scaffold/answers.toml, .scaffold/answers.toml"
  })
  void isRefusedIfTheDiskHasChanged(String line, String path, String named) throws IOException {
    Path world = worldIn("world");
    plan(world, line);
    Files.createDirectories(world.resolve(path).getParent());
    Files.writeString(world.resolve(path), "# another\n");
    Map<String, String> before = bytes(world);

    Run run = Run.in(world, "apply", "../plan.json");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains("the disk is not as it was when the plan was made")
        .contains(named + "\n")
        .contains("make the plan again, with --dry-run --json");
    assertThat(bytes(world)).isEqualTo(before);
  }

  @Test
  void everyFileThatHasChangedIsNamed() throws IOException {
    Path world = worldIn("world");
    plan(world, "add pipfile");
    Files.writeString(world.resolve("pipfile/Pipfile"), "[packages]\n");
    Files.createDirectories(world.resolve("pipfile/tests/async_suite"));
    Files.writeString(world.resolve("pipfile/tests/async_suite/conftest.py"), "");

    assertThat(Run.in(world, "apply", "../plan.json").err())
        .contains("Pipfile, tests/async_suite/conftest.py");
  }

  @Test
  void planOfNewIsRefusedWhereSomethingIsMeanwhile() throws IOException {
    Path world = worldIn("world");
    plan(world, "new suite");
    Files.createDirectories(world.resolve("suite"));
    Files.writeString(world.resolve("suite/mine.txt"), "mine\n");

    Run run = Run.in(world, "apply", "../plan.json");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("not as it was").contains("it holds mine.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"new suite", "add pipfile", "update older"})
  void secondTimeIsRefused(String line) throws IOException {
    Path world = worldIn("world");
    plan(world, line);
    assertThat(Run.in(world, "apply", "../plan.json").end()).isEqualTo(ExitCode.DONE);

    assertThat(Run.in(world, "apply", "../plan.json").end()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void planOfWhatIsThereAlreadyIsNothingToDo() throws IOException {
    Path world = worldIn("world");
    Run.in(world, "add", "pipfile");
    plan(world, "add pipfile");

    Run run = Run.in(world, "apply", "../plan.json");

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEqualTo("Nothing to do: the plan changes nothing in pipfile\n");
  }

  @Test
  void planWithMarkersIsAnUpdateUnderWay() throws IOException {
    Path world = worldIn("world");
    SuiteTree suite = new SuiteTree(world.resolve("older"));
    suite.write("pyproject.toml", "[project]\nname = \"mine\"\n");
    plan(world, "update older --on-conflict markers");

    Run run = Run.in(world, "apply", "../plan.json");

    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("run `scaffold update --continue older`");
    assertThat(Run.in(world, "update", "older", "--abort").end()).isEqualTo(ExitCode.DONE);
    assertThat(suite.text("pyproject.toml")).isEqualTo("[project]\nname = \"mine\"\n");
  }

  @Test
  void planOfARefusedCommandIsRefusedWithItsReason() throws IOException {
    Path world = worldIn("world");
    Run add = Run.in(world, "add", "requirements-crlf-old-pin", "--dry-run", "--json");
    Files.writeString(directory.resolve("plan.json"), add.out());

    Run run = Run.in(world, "apply", "../plan.json");

    assertThat(add.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains("the command that made the plan was refused: ")
        .contains("--accept pin");
  }

  @Test
  void whatWasWrittenIsNoPlan() throws IOException {
    Path world = worldIn("world");
    Files.writeString(
        directory.resolve("plan.json"), Run.in(world, "add", "pipfile", "--json").out());

    assertThat(Run.in(world, "apply", "../plan.json").err())
        .contains("this is no plan any more: the command wrote what stands in it");
  }

  @Test
  void bytesThatAreNoUtf8Survive() throws IOException {
    Path world = worldIn("world");
    byte[] old = "caf\u00e9 1\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(world.resolve("x.txt"), old);
    String change =
        """
        {"change": "replace", "path": "x.txt", "base64": "Y2Fm6SAyCg==",
         "before": "%s"}\
        """
            .formatted(sha256(old));

    Run run = apply(world, change);

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllBytes(world.resolve("x.txt")))
        .isEqualTo("caf\u00e9 2\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../out.py",
        "a/../../out.py",
        "a/../b.py",
        "/etc/out.py",
        "C:/out.py",
        "c:out.py",
        "a\\\\..\\\\b.py",
        "",
        ".",
        "a//b.py",
        "a/./b.py",
        "a/b/",
        "nul",
        "a/CON.py",
        "com1.txt",
        "a./b.py",
        "a /b.py",
        "a\\u0000b.py",
        "a\\nb.py",
        ".git/hooks/pre-commit",
        ".GIT/config",
        "a/.git/config",
        ".g\\u200cit/config",
        "GIT~1/config",
        ".scaffold/undo/1/record",
        ".SCAFFOLD/undo/1/record",
        ".scaffold-apply/journal",
        "link/out.py",
        "pipfile/Pipfile/below.py"
      })
  void pathsThatAreNoneOfAPlanAreRefused(String path) throws IOException {
    Path world = worldIn("world");
    Files.createSymbolicLink(world.resolve("link"), directory);
    Map<String, String> before = bytes(directory);

    Run run = apply(world, create("ok.py") + "," + create(path));

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err().lines()).hasSize(3);
    assertThat(bytes(directory)).isEqualTo(before);
  }

  @Test
  void replacedDeletedAndReadPathsStayInsideAsWell() throws IOException {
    Path world = worldIn("world");
    Files.writeString(directory.resolve("empty"), "");
    for (String change :
        List.of(
            replace("../empty"),
            "{\"change\": \"delete\", \"path\": \"../empty\", \"before\": \"" + EMPTY + "\"}",
            "{\"change\": \"move\", \"from\": \"../empty\", \"path\": \"x\", \"text\": \"\","
                + " \"before\": \""
                + EMPTY
                + "\"}",
            "{\"change\": \"move\", \"from\": \".git/config\", \"path\": \"x\", \"text\": \"\","
                + " \"before\": \""
                + EMPTY
                + "\"}")) {
      assertThat(apply(world, change).end()).as(change).isEqualTo(ExitCode.REFUSED);
    }
    assertThat(directory.resolve("empty")).isEmptyFile();
  }

  @Test
  void linkThatLeadsOutIsNotWrittenThrough() throws IOException {
    Path world = worldIn("world");
    Files.writeString(directory.resolve("empty"), "");
    Files.createSymbolicLink(world.resolve("inner"), directory.resolve("empty"));
    Files.createSymbolicLink(world.resolve("nowhere"), directory.resolve("made"));

    assertThat(apply(world, replace("inner")).end()).isEqualTo(ExitCode.REFUSED);
    assertThat(apply(world, create("nowhere")).end()).isEqualTo(ExitCode.REFUSED);
    assertThat(directory.resolve("empty")).isEmptyFile();
    assertThat(directory.resolve("made")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"a.py, a.py", "a.py, A.py", "caf\u00e9.py, cafe\u0301.py", "a, a/b.py", "a/b.py, A"})
  void twoChangesOfOneFileAreRefused(String one, String other) throws IOException {
    Run run = apply(worldIn("world"), create(one) + "," + create(other));

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).containsAnyOf("are of one file", "below a file of the same plan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"change\": \"chmod\", \"path\": \"a\"} | `chmod` is no change",
        "{\"path\": \"a\", \"text\": \"\"} | `change` is missing",
        "{\"change\": \"create\", \"path\": 1, \"text\": \"\"} | `path` is no text",
        "{\"change\": \"create\", \"path\": \"a\"} | one of `text` and `base64`",
        "{\"change\": \"create\", \"path\": \"a\", \"text\": \"\", \"base64\": \"\"} | one of",
        "{\"change\": \"create\", \"path\": \"a\", \"base64\": \"*\"} | `base64` is none",
        "{\"change\": \"create\", \"path\": \"a\", \"base64\": \"6Q==\"} | not in UTF-8",
        "{\"change\": \"create\", \"path\": \"a\", \"text\": \"\\ud800\"} | half a character",
        "{\"change\": \"replace\", \"path\": \"a\", \"text\": \"\", \"before\": \"1\"} | no"
            + " SHA-256",
        "7 | it is no object"
      })
  void changesThatAreNoneAreRefused(String change, String what) throws IOException {
    Run run = apply(worldIn("world"), change);

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains(what).contains("plan.json, `changes` 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the plan is empty",
        "what | the plan is no JSON",
        "[] | it is no object",
        "{} | this is no plan that scaffold wrote",
        "{\"schema\": 2, \"scaffold\": \"9\", \"command\": \"add\"} | another schema",
        "{\"schema\": \"1\", \"scaffold\": \"9\", \"command\": \"add\"} | another schema",
        "{\"schema\": 1, \"scaffold\": \"9\", \"command\": \"check\"} | no command that makes"
            + " plans",
        "{\"schema\": 1, \"scaffold\": \"9\", \"command\": \"update\"} | does not say what it"
            + " changes",
        "{\"schema\": 1, \"scaffold\": \"9\", \"command\": \"add\", \"changes\": 1} | is no list",
        "{\"schema\": 1, \"scaffold\": \"9\", \"command\": \"add\", \"changes\": []} | `directory`"
            + " is missing"
      })
  void whatIsNoPlanIsRefused(String text, String what) throws IOException {
    Files.writeString(directory.resolve("plan.json"), text);

    Run run = Run.in(directory, "apply", "plan.json");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains(what)
        .contains("plan.json")
        .contains("next: make the plan again");
  }

  @Test
  void hugeNestedBinaryAndMissingPlansAreRefused() throws IOException {
    byte[] huge = new byte[33 << 20];
    Arrays.fill(huge, (byte) ' ');
    Files.write(directory.resolve("huge"), huge);
    Files.writeString(directory.resolve("nested"), "[".repeat(200_000));
    Files.write(directory.resolve("binary"), new byte[] {'{', (byte) 0xff, '}'});
    List<String> told = new ArrayList<>();
    for (String name : List.of("huge", "nested", "binary", "missing", ".")) {
      Run run = Run.in(directory, "apply", name);
      assertThat(run.end()).as(name).isEqualTo(ExitCode.REFUSED);
      told.add(run.err().lines().findFirst().orElseThrow());
    }
    assertThat(told)
        .containsExactly(
            "scaffold: the plan is larger than 32 MiB",
            "scaffold: the plan is no JSON: it is nested too deeply",
            "scaffold: the plan is no JSON: it is not in UTF-8",
            "scaffold: the plan is not there",
            "scaffold: the plan is a directory");
  }

  private Path worldIn(String name) throws IOException {
    Path world = directory.resolve(name);
    Files.createDirectories(world);
    HostTree.named("pipfile").in(world);
    HostTree.named("requirements-crlf-old-pin").in(world);
    SuiteTree.written(world.resolve("older"), "0.1.0", Map.of("name", "older"));
    return world;
  }

  private void plan(Path world, String line) throws IOException {
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    words.addAll(List.of("--dry-run", "--json"));
    Run run = Run.in(world, words.toArray(new String[0]));
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    Files.writeString(directory.resolve("plan.json"), run.out());
  }

  private Run apply(Path world, String changes) throws IOException {
    Path plan = world.resolveSibling("plan.json");
    Files.writeString(
        plan,
        "{\"schema\": 1, \"scaffold\": \"0.2.0\", \"command\": \"add\", \"directory\": \".\","
            + " \"changes\": ["
            + changes
            + "]}");
    Run run = Run.in(world, "apply", "../plan.json");
    Files.delete(plan);
    return run;
  }

  private static String create(String path) {
    return "{\"change\": \"create\", \"path\": \"" + path + "\", \"text\": \"x = 1\\n\"}";
  }

  private static String replace(String path) {
    return "{\"change\": \"replace\", \"path\": \""
        + path
        + "\", \"text\": \"x = 1\\n\", \"before\": \""
        + EMPTY
        + "\"}";
  }

  private static String sha256(byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static SortedMap<String, String> bytes(Path root) throws IOException {
    SortedMap<String, String> bytes = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      paths
          .filter(Files::isRegularFile)
          .filter(it -> !it.toString().contains("/.scaffold/undo/"))
          .forEach(
              it -> {
                try {
                  bytes.put(
                      root.relativize(it).toString(),
                      Files.getPosixFilePermissions(it)
                          + new String(Files.readAllBytes(it), StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return bytes;
  }
}
