package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, in a clone that is built already, so that no test runs Maven inside Maven. */
class LauncherIT {
  private static final Path JAVA_HOME = BuiltClone.JAVA_HOME;

  @TempDir Path root = Path.of("");

  private Path clone = Path.of("");

  @BeforeEach
  void copyWhatTheBuildMade() throws IOException {
    clone = BuiltClone.in(root).directory();
  }

  /** Where the launcher keeps the archive of {@code java}, or what belongs to it. */
  private Path archive(Path java, String suffix) {
    return new BuiltClone(clone).archive(java, suffix);
  }

  /** A java that tells {@code arguments.txt}, one a line, what it was last started with. */
  private Path talkingJava() throws IOException {
    Path java = Files.createDirectories(root.resolve("jdk/bin")).resolve("java");
    executable(
        java,
        "printf '%s\\n' \"$@\" >'"
            + root.resolve("arguments.txt")
            + "'; exec '"
            + JAVA_HOME.resolve("bin/java")
            + "' \"$@\"");
    return java;
  }

  private Ended version() throws Exception {
    return ended(
        List.of("sh", clone.resolve("scaffold").toString(), "--version"),
        Map.of("JAVA_HOME", root.resolve("jdk").toString()));
  }

  private static void assertPrintsTheVersion(Ended run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).matches("scaffold \\S+\n");
    assertThat(run.exit()).isZero();
  }

  private List<String> lastArguments() throws IOException {
    return Files.readAllLines(root.resolve("arguments.txt"));
  }

  private static List<String> namesIn(Path directory) throws IOException {
    try (Stream<Path> names = Files.list(directory)) {
      return names.map(name -> name.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void firstRunOfAJavaArchivesItsClassesAndTheNextOneTakesThemFromThere() throws Exception {
    Path java = talkingJava();
    assertPrintsTheVersion(
        ended(
            List.of("sh", "a clone/scaffold", "--version"),
            Map.of("JAVA_HOME", root.resolve("jdk").toString())));
    Path archive = archive(java, "");
    assertThat(namesIn(archive.resolveSibling(""))).containsExactly("java.jsa", "java.jsa.sum");
    FileTime made = Files.getLastModifiedTime(archive);
    assertPrintsTheVersion(version());
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
    assertThat(lastArguments()).contains("-XX:SharedArchiveFile=" + archive);
    List<String> command = new ArrayList<>(lastArguments());
    command.remove("-Xlog:disable");
    command.addAll(0, List.of(JAVA_HOME.resolve("bin/java").toString(), "-Xlog:class+load"));
    command.removeIf("--version"::equals);
    command.addAll(List.of("new", "demo"));
    List<String> loaded = ended(command).out().lines().toList();
    assertThat(loaded)
        .filteredOn(line -> line.contains(" dev.loopscope.") || line.contains(" freemarker."))
        .hasSizeGreaterThan(250)
        .allMatch(line -> line.endsWith("source: shared objects file (top)"));
    assertThat(loaded)
        .as("equals, hashCode or toString of a record, which takes as long as to render a suite")
        .noneMatch(line -> line.contains(" java.lang.runtime.ObjectMethods "));
  }

  @Test
  void damagedArchiveIsMadeAnew() throws Exception {
    Path java = talkingJava();
    version();
    Path archive = archive(java, "");
    byte[] whole = Files.readAllBytes(archive);
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, whole.length / 2, whole.length / 2 + 4096, (byte) 0x5a);
    for (byte[] bytes : List.of(damaged, Arrays.copyOf(whole, whole.length / 3))) {
      Files.delete(archive);
      Files.write(archive, bytes);
      assertPrintsTheVersion(version());
      assertThat(Arrays.equals(Files.readAllBytes(archive), bytes)).isFalse();
      assertThat(lastArguments()).contains("-XX:SharedArchiveFile=" + archive);
    }
  }

  @Test
  void damagedArchiveIsNotUsedWhereNoneCanBeMade() throws Exception {
    Path java = talkingJava();
    Path archive = archive(java, "");
    // What cannot be written is simulated by a java that makes no archive.
    executable(
        java,
        "case \"$*\" in *ArchiveClassesAtExit*) exit 1 ;; esac; exec '"
            + JAVA_HOME.resolve("bin/java")
            + "' \"$@\"");
    Files.createDirectories(archive.getParent());
    Files.writeString(archive, "damaged");
    Files.writeString(archive(java, ".sum"), "1 2\n" + clone.toRealPath() + "\n");
    assertPrintsTheVersion(version());
    assertThat(archive(java, ".sum")).hasContent("none\n" + clone.toRealPath());
    assertPrintsTheVersion(version());
  }

  @Test
  void ofASmallHeapNothingIsSaidInFrontOfAReport() throws Exception {
    Path java = talkingJava();
    // Without an archive, Java logs its warnings.
    executable(
        java,
        "case \"$*\" in *ArchiveClassesAtExit*) exit 1 ;; esac; exec '"
            + JAVA_HOME.resolve("bin/java")
            + "' -Xmx96m \"$@\"");
    Path suite = Files.createDirectories(root.resolve("suite"));
    Files.writeString(suite.resolve("test_it.py"), "def test_it():\n    pass\n");
    Ended run =
        ended(
            List.of(
                "sh", clone.resolve("scaffold").toString(), "check", "--json", suite.toString()),
            Map.of("JAVA_HOME", root.resolve("jdk").toString()));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("{\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void archiveOfAnotherJavaIsIgnoredWithoutAWord() throws Exception {
    Path java = talkingJava();
    version();
    Path archive = archive(java, "");
    byte[] bytes = Files.readAllBytes(archive);
    // The magic number and the version of the format.
    Arrays.fill(bytes, 0, 16, (byte) 0x7f);
    Files.delete(archive);
    Files.write(archive, bytes);
    String sum = ended(List.of("sh", "-c", "cksum <\"$0\"", archive.toString())).out();
    Files.writeString(archive(java, ".sum"), sum + clone.toRealPath() + "\n");
    assertPrintsTheVersion(version());
    assertThat(lastArguments()).contains("-XX:SharedArchiveFile=" + archive);
  }

  @Test
  void movedCloneGetsAnArchiveOfItsOwn() throws Exception {
    Path java = talkingJava();
    version();
    clone = Files.move(clone, root.resolve("moved"));
    assertPrintsTheVersion(version());
    assertThat(archive(java, ".sum")).content().endsWith("\n" + clone.toRealPath() + "\n");
    assertPrintsTheVersion(version());
    assertThat(lastArguments()).contains("-XX:SharedArchiveFile=" + archive(java, ""));
  }

  @Test
  void twoFirstRunsAtOnceBothEndWell() throws Exception {
    Path java = talkingJava();
    String line = "\"$0\" --version & \"$0\" --version; wait $!";
    Ended both =
        ended(
            List.of("sh", "-c", line, clone.resolve("scaffold").toString()),
            Map.of("JAVA_HOME", root.resolve("jdk").toString()));
    assertThat(both.err()).isEmpty();
    assertThat(both.exit()).isZero();
    assertThat(both.out()).matches("(scaffold \\S+\n){2}");
    assertPrintsTheVersion(version());
    assertThat(namesIn(archive(java, "").resolveSibling("")))
        .containsExactly("java.jsa", "java.jsa.sum");
  }

  @Test
  void twoFirstBuildsAtOnceAreDoneOneAfterTheOther() throws Exception {
    Path bin = Files.createDirectories(root.resolve("bin"));
    Path log = root.resolve("mvn.txt");
    executable(bin.resolve("mvn"), "echo begin >>'" + log + "'; sleep 2; echo end >>'" + log + "'");
    Files.delete(clone.resolve("generator-cli/target/launcher.built"));
    String line = "\"$0\" --version & \"$0\" --version; wait $!";
    Ended both =
        ended(
            List.of("sh", "-c", line, clone.resolve("scaffold").toString()),
            Map.of(
                "JAVA_HOME",
                JAVA_HOME.toString(),
                "PATH",
                bin + File.pathSeparator + System.getenv("PATH")));
    assertThat(both.exit()).isZero();
    assertThat(both.out()).matches("(scaffold \\S+\n){2}");
    assertThat(both.err()).contains("scaffold: waiting for process ", ", which is building\n");
    assertThat(log).content().isEqualTo("begin\nend\n");
    assertThat(clone.resolve("generator-cli/target/launcher.building")).doesNotExist();
  }

  @Test
  void builtCommandWritesASuite() throws Exception {
    Ended run = launch(Map.of("JAVA_HOME", JAVA_HOME.toString()), "new", "demo", "--hypothesis");
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(root.resolve("demo/tests/test_properties.py")).exists();
    Path here = Files.createDirectory(root.resolve("here"));
    assertThat(run.out()).isEqualTo(Run.in(here, "new", "demo", "--hypothesis").out());
    assertThat(tree(root.resolve("demo"))).isEqualTo(tree(here.resolve("demo")));
  }

  @Test
  void builtCommandChecksASuiteAndMendsIt() throws Exception {
    Path tests = Files.createDirectories(root.resolve("suite/tests"));
    Path test = tests.resolve("test_a.py");
    Files.writeString(root.resolve("suite/pyproject.toml"), "[tool.pytest.ini_options]\n");
    Files.writeString(root.resolve("suite/requirements.txt"), "pytest-asyncio>=1.0\n");
    Files.writeString(
        test,
        """
        import pytest

        @pytest.mark.asyncio(scope="session")
        async def test_a():
            pass
        """);
    Map<String, String> environment = Map.of("JAVA_HOME", JAVA_HOME.toString());
    Ended found = launch(environment, "check", "suite");
    assertThat(found.err()).isEmpty();
    assertThat(found.exit()).isEqualTo(1);
    assertThat(found.out()).contains("suite/tests/test_a.py:3:22: warning LS008");
    Files.delete(root.resolve("link"));
    launch(environment, "check", "suite", "--fix");
    assertThat(test).content().contains("@pytest.mark.asyncio(loop_scope=\"session\")");
  }

  @Test
  void jarFindsItsLibrariesWithoutTheLauncher() throws Exception {
    Path jar = clone.resolve("generator-cli/target/scaffold.jar");
    Ended run =
        ended(
            List.of(JAVA_HOME.resolve("bin/java").toString(), "-jar", jar.toString(), "new", "x"));
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(root.resolve("x/pyproject.toml")).exists();
  }

  @ParameterizedTest
  @CsvSource({"explain, uvloop", "new, --help"})
  void linesAreAsLongAsTheTerminalIsWide(String command, String word) throws Exception {
    String python =
        """
        import fcntl, os, pty, struct, sys, termios
        child, terminal = pty.fork()
        if child == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
            os.execvp(sys.argv[1], sys.argv[1:])
        shown = b""
        while True:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                break
        os.write(1, shown.replace(b"\\r\\n", b"\\n"))
        """;
    Ended run =
        ended(
            List.of("python3", "-c", python, "sh", "a clone/scaffold", command, word),
            Map.of("JAVA_HOME", JAVA_HOME.toString()));
    assertThat(run.out().lines().mapToInt(String::length).max().orElseThrow()).isBetween(50, 60);
  }

  @Test
  void whatIsTypedOnTheTerminalAnswersWhatIsAsked() throws Exception {
    Path host = root.resolve("host");
    for (String name : List.of("unit", "whole")) {
      Files.createDirectories(host.resolve(name));
      Files.writeString(
          host.resolve(name + "/test_" + name + ".py"),
          "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_a():\n    pass\n");
    }
    Files.writeString(host.resolve("pytest.ini"), "[pytest]\ntestpaths = unit whole\n");
    String python =
        """
        import os, pty, sys
        child, terminal = pty.fork()
        if child == 0:
            os.execvp(sys.argv[1], sys.argv[1:])
        shown = b""
        answered = False
        while True:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                break
            if not answered and shown.endswith(b"]: "):
                answered = True
                os.write(terminal, b"whole\\n")
        os.write(1, shown.replace(b"\\r\\n", b"\\n"))
        """;
    Ended run =
        ended(
            List.of("python3", "-c", python, "sh", "a clone/scaffold", "add", "host"),
            Map.of("JAVA_HOME", JAVA_HOME.toString()));
    assertThat(run.out()).contains("--tests [unit/]: whole\n");
    assertThat(host.resolve("whole/async_suite/conftest.py")).exists();
  }

  @Test
  void newWithoutADirectoryAsksOnTheTerminal() throws Exception {
    String python =
        """
        import os, pty, sys
        child, terminal = pty.fork()
        if child == 0:
            os.execvp(sys.argv[1], sys.argv[1:])
        shown = b""
        answers = [b"1", b"client", b"1,2", b"", b"suite", b"n", b"y"]
        while True:
            try:
                read = os.read(terminal, 65536)
            except OSError:
                break
            shown += read
            if shown.endswith(b"]: ") and answers:
                os.write(terminal, answers.pop(0) + b"\\n")
        os.write(1, shown.replace(b"\\r\\n", b"\\n"))
        """;
    Ended run =
        ended(
            List.of("python3", "-c", python, "sh", "a clone/scaffold", "new"),
            Map.of("JAVA_HOME", JAVA_HOME.toString()));
    assertThat(run.out())
        .contains("--backends [asyncio]: 1,2\n", "\n  scaffold new suite --backends asyncio,trio\n")
        .contains("Write it? [Y/n]: y\nWrote 16 files to suite/\n");
    assertThat(root.resolve("suite/pyproject.toml")).exists();
  }

  @Test
  void refusalReachesTheShell() throws Exception {
    Ended run = launch(Map.of("JAVA_HOME", JAVA_HOME.toString()), "new", "demo", "--ci", "travis");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("scaffold: `travis` is no value of --ci\n");
  }

  @Test
  void javaHomeWithoutJavaIsRefused() throws Exception {
    Ended run = launch(Map.of("JAVA_HOME", root.toString()), "--version");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).startsWith("scaffold: no java is there\n      at: JAVA_HOME=" + root);
  }

  @Test
  void olderJavaIsRefused() throws Exception {
    Path bin = Files.createDirectories(root.resolve("old/bin"));
    executable(bin.resolve("java"), "echo 'openjdk version \"11.0.2\"' >&2");
    Ended run = launch(Map.of("JAVA_HOME", root.resolve("old").toString()), "--version");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).startsWith("scaffold: this java is older than 17\n");
  }

  @Test
  void newerSourceBuildsAgainAndAFailedBuildIsRefused() throws Exception {
    Path source = Files.createFile(clone.resolve("generator-cli/src/main/Newer.java"));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(120)));
    Path bin = Files.createDirectories(root.resolve("bin"));
    executable(bin.resolve("mvn"), "echo \"$@\"; exit 1");
    Ended run =
        launch(
            Map.of(
                "JAVA_HOME",
                JAVA_HOME.toString(),
                "PATH",
                bin + File.pathSeparator + System.getenv("PATH")),
            "--version");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("scaffold: building", "-pl generator-cli -am -DskipTests package")
        .contains("scaffold: the build failed\n");
  }

  @Test
  void buildWritesNoEscapeCodes() throws Exception {
    Files.delete(clone.resolve("generator-cli/target/launcher.built"));
    Path bin = Files.createDirectories(root.resolve("bin"));
    executable(
        bin.resolve("mvn"),
        "printf '\\033[1;31mERROR\\033[m on out\\n"
            + "\\033[0m'; printf '\\033[0mon err\\n"
            + "' >&2; exit 1");
    Ended run =
        launch(
            Map.of(
                "JAVA_HOME",
                JAVA_HOME.toString(),
                "PATH",
                bin + File.pathSeparator + System.getenv("PATH")),
            "--version");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("\nERROR on out\n", "on err\n", "\nscaffold: the build failed\n")
        .doesNotContain("\u001b");
  }

  @Test
  void buildIsOfThisCloneWhateverCdpathSays() throws Exception {
    Files.createDirectories(root.resolve("elsewhere/a clone"));
    Path bin = Files.createDirectories(root.resolve("bin"));
    executable(bin.resolve("mvn"), "pwd -P; exit 1");
    Files.delete(clone.resolve("generator-cli/target/launcher.built"));
    Ended run =
        ended(
            List.of("sh", "a clone/scaffold", "--version"),
            Map.of(
                "JAVA_HOME",
                JAVA_HOME.toString(),
                "CDPATH",
                root.resolve("elsewhere").toString(),
                "PATH",
                bin + File.pathSeparator + System.getenv("PATH")));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err().lines()).contains(clone.toRealPath().toString());
    assertThat(run.err()).doesNotContain("elsewhere");
  }

  @Test
  void buildThatCannotBeWrittenIsRefused() throws Exception {
    // A file where a directory should be: to the one who runs this, all may be writable.
    Path target = clone.resolve("generator-cli/target");
    Files.move(target, root.resolve("moved"));
    Files.createFile(target);
    Ended run = launch(Map.of("JAVA_HOME", JAVA_HOME.toString()), "--version");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err().lines())
        .containsExactly(
            "scaffold: building, which takes a minute the first time",
            "scaffold: the build cannot be written",
            "      at: " + root + "/a clone/generator-cli/target",
            "    next: make the clone writable, or clone it elsewhere");
  }

  @Test
  void buildThatCannotBeLockedIsRefusedInsteadOfBeingWaitedFor() throws Exception {
    Files.delete(clone.resolve("generator-cli/target/launcher.built"));
    Path bin = Files.createDirectories(root.resolve("bin"));
    for (String name : List.of("sh", "sed", "head", "find", "mkdir", "sleep", "rm", "readlink")) {
      Path tool =
          Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
              .map(directory -> Path.of(directory, name))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(bin.resolve(name), tool);
    }
    Ended run =
        launch(Map.of("JAVA_HOME", JAVA_HOME.toString(), "PATH", bin.toString()), "--version");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            "scaffold: no lock can be made for the build\n      at: "
                + root
                + "/a clone/generator-cli/target/launcher.building\n    next: put ln and readlink");
  }

  @Test
  void deletedWorkingDirectoryIsRefused() throws Exception {
    String line = "mkdir gone; cd gone; rmdir ../gone; exec \"$CLONE/scaffold\" --version";
    Ended run =
        ended(
            List.of("sh", "-c", line),
            Map.of("JAVA_HOME", JAVA_HOME.toString(), "CLONE", clone.toString()));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("scaffold: the current directory cannot be found\n      at: ")
        .doesNotContain("VM");
  }

  /** The shell makes what is not ASCII, because this process may be in such a locale too. */
  private Ended shell(String script, String locale) throws Exception {
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            JAVA_HOME.toString(),
            "CLONE",
            clone.toString(),
            "JAVA",
            JAVA_HOME.resolve("bin/java").toString(),
            "LC_ALL",
            locale);
    return ended(List.of("sh", "-c", script), environment);
  }

  /** {@code dä} in UTF-8, and a suite in it with one finding. */
  private static final String SUITE_WITH_FOREIGN_NAMES =
      """
      d=$(printf 'd\\303\\244'); f=$(printf 'test_\\346\\227\\245.py'); mkdir "$d"; cd "$d"
      echo 'pytest-asyncio>=1.0' >requirements.txt; echo '[pytest]' >pytest.ini
      printf 'import pytest\\n@pytest.mark.asyncio(scope="session")\\nasync def test_a():\\n    pass\\n' >"$f"
      """;

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "xx_XX.UTF-8", "C.UTF-8"})
  void anyLocaleReadsAnyName(String locale) throws Exception {
    String script = SUITE_WITH_FOREIGN_NAMES + "exec \"$CLONE/scaffold\" check";
    Ended inside = shell(script, locale);
    assertThat(inside.err()).isEmpty();
    assertThat(inside.out()).contains("test_\u65e5.py:2:22: warning LS008");
    assertThat(inside.exit()).isEqualTo(1);
    Ended named = shell("exec \"$CLONE/scaffold\" check d*/test_*.py --fix", locale);
    assertThat(named.err()).isEmpty();
    assertThat(named.out()).contains("d\u00e4/test_\u65e5.py");
    assertThat(shell("cat d*/test_*.py", locale).out()).contains("(loop_scope=\"session\")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "xx_XX.UTF-8"})
  void anyLocaleWritesAnyName(String locale) throws Exception {
    String script =
        "d=$(printf 'd\\303\\244'); \"$CLONE/scaffold\" new \"$d/s\"; cd \"$d\";"
            + " \"$CLONE/scaffold\" new t";
    Ended run = shell(script, locale);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Wrote 16 files to d\u00e4/s/\n");
    assertThat(shell("ls d*/s/pyproject.toml d*/t/pyproject.toml", "C.UTF-8").out())
        .isEqualTo("d\u00e4/s/pyproject.toml\nd\u00e4/t/pyproject.toml\n");
  }

  @Test
  void workingDirectoryThatTheLocaleCannotSpellIsRefused() throws Exception {
    // What Java takes the name for is there as well.
    Files.createDirectory(root.resolve("d??"));
    String script =
        "d=$(printf 'd\\303\\244'); mkdir \"$d\"; cd \"$d\";"
            + " exec \"$JAVA\" -jar \"$CLONE/generator-cli/target/scaffold.jar\" ";
    for (String command : List.of("new sub", "check")) {
      Ended run = shell(script.replace("mkdir", "mkdir -p") + command, "C");
      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith("scaffold: the current directory's name cannot be read in this locale")
          .endsWith("    next: set LC_ALL=C.UTF-8, or change to another directory\n");
    }
    assertThat(root.resolve("d??")).isEmptyDirectory();
  }

  @Test
  void nameThatTheLocaleCannotSpellIsToldOf() throws Exception {
    String scaffold = "exec \"$JAVA\" -jar \"$CLONE/generator-cli/target/scaffold.jar\" ";
    shell(SUITE_WITH_FOREIGN_NAMES + "mv \"$f\" ../; cd ..; mv d* suite; mv test_* suite", "C");
    Ended listed = shell("cd suite; " + scaffold + "check --show-unknown", "C");
    assertThat(listed.err()).isEmpty();
    assertThat(listed.exit()).isZero();
    assertThat(listed.out())
        .contains(
            "holds names that are not in the character set of the locale: 1 of them; set"
                + " LC_ALL=C.UTF-8");
    Ended named = shell("cd suite; " + scaffold + "check test_*.py", "C");
    assertThat(named.exit()).isEqualTo(2);
    assertThat(named.err())
        .startsWith("scaffold: PATH cannot be a path here\n")
        .endsWith("    next: set LC_ALL=C.UTF-8\n");
    Ended written = shell(scaffold + "new \"$(printf 'd\\303\\244')\"", "C");
    assertThat(written.exit()).isEqualTo(2);
    assertThat(written.err()).endsWith("    next: set LC_ALL=C.UTF-8\n");
  }

  private static void executable(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private record Ended(int exit, String out, String err) {}

  /** Runs the launcher through a symbolic link, from another directory than the clone. */
  private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
    Path link = root.resolve("link");
    Files.createSymbolicLink(link, clone.resolve("scaffold"));
    List<String> command = new ArrayList<>(List.of(link.toString()));
    command.addAll(List.of(arguments));
    return ended(command, environment);
  }

  private Ended ended(List<String> command) throws Exception {
    return ended(command, Map.of());
  }

  private Ended ended(List<String> command, Map<String, String> environment) throws Exception {
    ProcessBuilder process = new ProcessBuilder(command).directory(root.toFile());
    process.environment().putAll(environment);
    process.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Path out = root.resolve("out.txt");
    Path err = root.resolve("err.txt");
    process.redirectOutput(out.toFile()).redirectError(err.toFile());
    int exit = process.start().waitFor();
    return new Ended(exit, Files.readString(out), Files.readString(err));
  }

  private static List<String> tree(Path root) throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.add(root.relativize(path) + "\n" + Files.readString(path));
      }
    }
    return files;
  }
}
