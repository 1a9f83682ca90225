package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.create.NewOptions;
import dev.loopscope.scaffold.cli.line.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
  @Test
  void planTellsTheSizesOfTheFilesThatAreWritten(@TempDir Path disk) throws IOException {
    Run plan = Run.in(disk, "new", "x", "--hypothesis", "--maven", "--ci", "github", "--dry-run");
    assertThat(disk).isEmptyDirectory();
    Run real = Run.in(disk, "new", "x", "--hypothesis", "--maven", "--ci", "github");
    List<String> sizes = new ArrayList<>();
    for (Path file : files(disk.resolve("x"))) {
      sizes.add(Files.size(file) + "  " + disk.resolve("x").relativize(file));
    }
    assertThat(plan.out().lines().skip(3).map(String::strip))
        .containsExactlyInAnyOrderElementsOf(sizes);
    assertThat(plan.out()).startsWith("Would write " + sizes.size() + " files to x/\n");
    assertThat(real.out()).startsWith("Wrote " + sizes.size() + " files to x/\n");
  }

  @Test
  void jsonSaysWhetherAnythingWasWritten(@TempDir Path disk) {
    assertThat(Run.in(disk, "new", "x", "--json", "--dry-run").out())
        .startsWith("{\n  \"schema\": 1,\n")
        .contains("\"command\": \"new\",\n  \"written\": false,\n  \"directory\": \"x\",\n")
        .contains("\"backends\": [\n      \"asyncio\"\n    ],\n")
        .contains("\"maven\": false\n  },\n")
        .endsWith("    }\n  ]\n}\n");
    assertThat(Run.in(disk, "new", "x", "--json", "--maven").out())
        .contains("\"written\": true,")
        .contains(
            """
            "maven": {
                  "group-id": "com.example",
                  "version": "1.0-SNAPSHOT"
                }\
            """);
  }

  @Test
  void keysOfTheJsonAreTheOnesThatExplainNames(@TempDir Path disk) {
    List<String> keys =
        Run.in(disk, "new", "x", "--json", "--dry-run")
            .out()
            .lines()
            .filter(line -> line.startsWith("  \""))
            .map(line -> line.substring(3, line.indexOf('"', 3)))
            .toList();
    assertThat(NewOptions.of(Questions.ALL))
        .filteredOn(option -> option.word().equals("--json"))
        .extracting(Option::detail)
        .containsExactly("One object: " + String.join(", ", keys) + ".");
  }

  @Test
  void directoryWithControlCharactersIsEscapedOnTheWayOut(@TempDir Path disk) {
    Run run = Run.in(disk, "new", "a\u001b[31m", "--name", "a");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).doesNotContain("\u001b").contains("a\\u001b[31m/");
    assertThat(Run.in(disk, "new", "b\u001b\"\n", "--name", "a", "--json").out())
        .contains("\"directory\": \"b\\u001b\\\"\\n\"");
  }

  @Test
  void thisDirectoryIsFilledAndGivesItsName(@TempDir Path disk) throws IOException {
    Path suite = Files.createDirectory(disk.resolve("my-suite"));
    Run run = Run.in(suite, "new", ".");
    assertThat(run.out()).startsWith("Wrote ").doesNotContain("  cd ");
    assertThat(suite.resolve("src/my_suite/__init__.py")).exists();
  }

  @Test
  void trailingSlashIsNoPartOfTheName(@TempDir Path disk) {
    assertThat(Run.in(disk, "new", "my-suite/").out()).contains(" files to my-suite/\n");
    assertThat(disk.resolve("my-suite/src/my_suite")).isDirectory();
  }

  @Test
  void optionsMayComeFirstAndDirectoryAfterTwoDashes(@TempDir Path disk) {
    Run run = Run.in(disk, "new", "--name=a", "--", "--x");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("  cd ./--x\n");
  }

  @Test
  void everyWordOfTheMatrixIsInTheReasonLine(@TempDir Path disk) {
    assertThat(Run.in(disk, "new", "x", "--backends", "uvloop").out().lines().skip(1).findFirst())
        .hasValueSatisfying(
            line -> assertThat(line).startsWith("explicit-scope: because uvloop is"));
  }

  @Test
  void nonEmptyDirectoryIsRefusedAndLeftAlone(@TempDir Path disk) throws IOException {
    Files.writeString(disk.resolve("notes.txt"), "mine");
    Run run = Run.in(disk, "new", ".", "--name", "x");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(files(disk)).containsExactly(disk.resolve("notes.txt"));
  }

  @Test
  void relativeDirectoryIsRefusedWhereTheWorkingDirectoryIsNotFound(@TempDir Path disk) {
    Path gone = disk.resolve("d??");
    Run run = Run.in(gone, "new", "x");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .isEqualTo(
            """
            scaffold: the current directory's name cannot be read in this locale, or it was deleted
                  at: %s
                next: set LC_ALL=C.UTF-8, or change to another directory
            """
                .formatted(gone));
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void absoluteDirectoryIsTakenWhereTheWorkingDirectoryIsNotFound(@TempDir Path disk) {
    Run run = Run.in(disk.resolve("d??"), "new", disk.resolve("x").toString());
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(disk.resolve("x/pyproject.toml")).exists();
  }

  @Test
  void pathThatNoFileSystemHasIsRefused(@TempDir Path disk) {
    Run run = Run.in(disk, "new", "a\0b");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("DIRECTORY cannot be a path").doesNotContain("\0");
  }

  @Property(tries = 300)
  void noCommandLineEndsInADefectOrAHalfWrittenDirectory(@ForAll("lines") List<String> line)
      throws IOException {
    Path disk = Files.createTempDirectory("fuzz");
    try {
      Run run = Run.in(disk, line.toArray(new String[0]));
      assertThat(run.end()).as(run.err()).isNotEqualTo(ExitCode.DEFECT);
      assertThat(run.out() + run.err()).doesNotContain("\u001b", "\r", "\0", "\tat ");
      if (run.end() == ExitCode.DONE) {
        assertThat(run.err()).isEmpty();
      } else {
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(3);
        assertThat(files(disk)).isEmpty();
        assertThat(disk).isEmptyDirectory();
      }
    } finally {
      delete(disk);
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.of(
                "asyncio",
                "asyncio,trio",
                "trio,uvloop",
                "explicit-scope",
                "multibackend",
                "module",
                "client",
                "x",
                "a.b",
                "3.12",
                "github",
                "",
                " ",
                ".",
                "..",
                "@x",
                "\"x\"",
                "'x'",
                "${x}",
                "a\u001b[1m",
                "--",
                "-",
                "-h",
                "%s",
                "true",
                "ä\ud800",
                "a/b",
                "\0"),
            Arbitraries.strings().ofMaxLength(5));
    Arbitrary<String> words =
        Arbitraries.oneOf(
            Arbitraries.of(NewOptions.of(Questions.ALL)).map(Option::word),
            Arbitraries.of(NewOptions.of(Questions.ALL))
                .flatMap(option -> values.map(value -> option.word() + "=" + value)),
            values);
    Arbitrary<String> commands =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, Arbitraries.just("new")),
            net.jqwik.api.Tuple.of(1, Arbitraries.of("explain", "--version", "--help")),
            net.jqwik.api.Tuple.of(1, values));
    return commands.flatMap(
        command ->
            words
                // Paths stay below the directory that is thrown away afterwards.
                .filter(word -> !word.startsWith("/") && !word.contains(".."))
                .list()
                .ofMaxSize(6)
                .map(rest -> Stream.concat(Stream.of(command), rest.stream()).toList()));
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void projectOfTheAppIsInstalledUnlessTheSuiteIsThatProject(@TempDir Path place) {
    String[] http = {"new", "shop", "--resource", "api:http", "--app", "shop.main:app"};
    assertThat(Run.in(place, http).out()).doesNotContain("THE-PROJECT");
    http[1] = "tests-of-shop";
    assertThat(Run.in(place, http).out())
        .endsWith(
            "--group dev\n  .venv/bin/pip install -e ../THE-PROJECT-OF-shop\n  .venv/bin/pytest\n");
    assertThat(Run.in(place, "new", "own", "--resource", "api:http").out())
        .doesNotContain("THE-PROJECT");
  }

  @Test
  void pomInAReactorHasTheGroupAndTheVersionOfTheReactor(@TempDir Path reactor) throws IOException {
    Path parent = reactor.resolve("pom.xml");
    Files.writeString(
        parent,
        """
        <project>
          <parent><groupId>org.example</groupId><version>7</version></parent>
          <artifactId>shop</artifactId>
          <version>${revision}</version>
          <packaging>pom</packaging>
        </project>
        """);
    Run run = Run.in(reactor, "new", "demo", "--maven");
    assertThat(run.out())
        .contains("\n<module>demo</module> in the pom.xml above makes it a part of");
    assertThat(Files.readString(reactor.resolve("demo/pom.xml")))
        .contains("  <groupId>org.example</groupId>\n", "  <version>1.0-SNAPSHOT</version>\n");

    Files.writeString(
        parent,
        Files.readString(parent)
            .replace("${revision}", "8")
            .replace("<packaging>", "<modules><module>told</module></modules><packaging>"));
    Run told = Run.in(reactor, "new", "told", "--maven", "--group-id", "com.example");
    assertThat(told.out()).doesNotContain("<module>");
    assertThat(Files.readString(reactor.resolve("told/pom.xml")))
        .contains("  <groupId>com.example</groupId>\n", "  <version>8</version>\n");
    assertThat(Run.in(reactor, "update", "told", "--check").end()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void kindInPlaceOfANameIsRefused(@TempDir Path place) {
    Run run = Run.in(place, "new", "demo", "--resource", "api:http", "--resource", "postgres");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("`postgres` is a kind of resource, and stands behind a name")
        .contains("give it a name, as in `mine:postgres`, or say that it is one: `postgres:echo`");
    assertThat(Run.in(place, "new", "demo", "--dry-run", "--resource", "postgres:echo").err())
        .isEmpty();
  }
}
