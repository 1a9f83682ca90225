package dev.loopscope.scaffold.suite.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files there are, and that each is read once. */
class SourceTreeTest {
  @TempDir Path directory;
  private Project project;

  @BeforeEach
  void start() {
    project = Project.in(directory);
  }

  private List<String> files(String... norecursedirs) {
    return project.sources().pythonFiles("", List.of(norecursedirs)).paths();
  }

  @Test
  void pythonFilesAreFoundInOrder() {
    project.with("b.py", "").with("a/z.py", "").with("a/y.txt", "").with("c.py", "");

    assertThat(files()).containsExactly("a/z.py", "b.py", "c.py");
  }

  @Test
  void directoriesThatHoldNoSuitesAreLeftOut() {
    project
        .with(".git/a.py", "")
        .with("__pycache__/a.py", "")
        .with("node_modules/a.py", "")
        .with("env/pyvenv.cfg", "")
        .with("env/lib/a.py", "")
        .with("conda/conda-meta/history", "")
        .with("conda/a.py", "")
        .with("tests/a.py", "");

    assertThat(files()).containsExactly("tests/a.py");
  }

  @Test
  void patternsOfNorecursedirsAreLeftOut() {
    project
        .with("build/a.py", "")
        .with("x.egg/a.py", "")
        .with("tests/data/a.py", "")
        .with("other/data/a.py", "")
        .with("tests/a.py", "");

    assertThat(files("build", "*.egg", "tests/data"))
        .containsExactly("other/data/a.py", "tests/a.py");
  }

  @Test
  void directoryThatIsAskedForIsEnteredWhateverItsName() {
    project.with(".hidden/a.py", "");

    assertThat(project.sources().pythonFiles("./.hidden/", List.of()).paths())
        .containsExactly(".hidden/a.py");
  }

  @Test
  void fileThatIsAskedForIsTheAnswer() {
    project.with("tests/a.py", "").with("tests/b.py", "");

    assertThat(project.sources().pythonFiles("tests/b.py", List.of()).paths())
        .containsExactly("tests/b.py");
  }

  @Test
  void linksInACircleAreEnteredOnce() throws IOException {
    project.with("a/x.py", "");
    Files.createSymbolicLink(directory.resolve("a/loop"), directory);
    Files.createSymbolicLink(directory.resolve("0link"), directory.resolve("a"));

    assertThat(files()).containsExactly("a/x.py");
  }

  @Test
  void linkToADirectoryOutsideIsToldOfInsteadOfEntered(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("x.py"), "");
    Files.createSymbolicLink(directory.resolve("link"), outside);
    Files.createSymbolicLink(directory.resolve("README.md"), outside.resolve("x.py"));

    FoundFiles found = project.sources().pythonFiles("", List.of());
    assertThat(found.paths()).isEmpty();
    assertThat(found.missed())
        .containsExactly(
            new FoundFiles.Missed(
                "link",
                "is a link that leads out of what was asked for, to " + outside.toRealPath()));
  }

  @Test
  void linkToAFileOutsideIsFoundAndNotRead(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("x.py"), "");
    Files.createSymbolicLink(directory.resolve("test_x.py"), outside.resolve("x.py"));

    assertThat(files()).containsExactly("test_x.py");
    assertThat(project.sources().file("test_x.py"))
        .isEqualTo(
            Reading.unknown(
                "`test_x.py` is a link that leads out of what was asked for, to "
                    + outside.toRealPath().resolve("x.py")));
  }

  @Test
  void pipesAndDirectoriesThatAreCalledLikeFilesAreNoFiles() throws Exception {
    project.with("conftest.py/test_a.py", "");
    Path pipe = directory.resolve("test_pipe.py");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(files()).containsExactly("conftest.py/test_a.py");
    assertThat(project.sources().holds("conftest.py")).isFalse();
    assertThat(project.sources().file("test_pipe.py"))
        .isEqualTo(Reading.unknown("`test_pipe.py` is a pipe, a socket or a device"));
  }

  @Test
  void nameThatIsNoTextIsToldOf() throws Exception {
    String script = "touch \"$(printf 'test_\\377.py')\" \"$(printf '\\377.bin')\"";
    Process made = new ProcessBuilder("sh", "-c", script).directory(directory.toFile()).start();
    assertThat(made.waitFor()).isZero();
    FoundFiles found = project.sources().pythonFiles("", List.of());
    assertThat(found.paths()).isEmpty();
    assertThat(found.missed()).hasSize(1);
    assertThat(found.missed().get(0).reason())
        .startsWith("holds names that are not in the character set of the locale: 1 of them");
  }

  @Test
  void fileIsReadOnceForAllThreads() {
    project.with("a.py", "x = 1\n");

    Set<SourceFile> read =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(unused -> project.sources().file("a.py").toOptional().orElseThrow())
            .collect(Collectors.toSet());

    assertThat(read).hasSize(1);
  }

  @Test
  void treeWithMoreRootsReadsNoFileAgain() {
    project.with("a.py", "x = 1\n");

    assertThat(project.sources().importingFrom(List.of("lib")).file("a.py"))
        .isEqualTo(project.sources().file("./a.py"));
  }

  @Test
  void missingFileIsUnknown() {
    assertThat(project.sources().file("gone/a.py"))
        .isEqualTo(Reading.unknown("`gone/a.py` is not there"));
  }

  @Test
  void undecodableFileIsUnknown() throws IOException {
    Files.write(directory.resolve("a.py"), new byte[] {'#', (byte) 0xff});

    assertThat(project.sources().file("a.py"))
        .isEqualTo(Reading.unknown("`a.py` holds bytes that are not utf-8"));
  }

  @Test
  void directoryThatLooksLikeAFileIsUnknown() {
    project.with("a.py/b.py", "");

    assertThat(project.sources().file("a.py").isKnown()).isFalse();
    assertThat(files()).containsExactly("a.py/b.py");
  }

  @Test
  void moduleNameStartsAboveThePackages() {
    project
        .with("src/app/__init__.py", "")
        .with("src/app/db/__init__.py", "")
        .with("src/app/db/pool.py", "")
        .with("tests/test_it.py", "");

    assertThat(project.sources().moduleName(project.file("src/app/db/pool.py")))
        .isEqualTo("app.db.pool");
    assertThat(project.sources().moduleName(project.file("src/app/db/__init__.py")))
        .isEqualTo("app.db");
    assertThat(project.sources().moduleName(project.file("tests/test_it.py"))).isEqualTo("test_it");
  }

  @Test
  void locationCountsFromOneInCodePoints() {
    project.with("a.py", "'\uD83D\uDE00', x\n");

    Location location = project.file("a.py").location(project.expression("a.py", "x"));

    assertThat(location.line()).isEqualTo(1);
    assertThat(location.column()).isEqualTo(6);
    assertThat(location.endColumn()).isEqualTo(7);
  }

  @Test
  void enclosingDefinitionIsTheInnermostAroundABody() {
    project.with("a.py", "class A:\n    @x\n    def f(self, y=z):\n        return 1\n");

    assertThat(project.file("a.py").names().enclosing(project.expression("a.py", "1")))
        .containsSame(project.function("a.py", "f"));
    assertThat(project.file("a.py").names().enclosing(project.expression("a.py", "z")))
        .containsSame(project.type("a.py", "A"));
    assertThat(project.file("a.py").names().enclosing(project.type("a.py", "A"))).isEmpty();
  }

  @Test
  void namesAreThoseOfTheModuleAndOfClassBodies() {
    project.with("a.py", "import b.c\nclass A:\n    x = 1\n    def f(self):\n        y = 1\n");

    assertThat(project.file("a.py").names().bound()).containsExactly("b", "A");
    assertThat(project.file("a.py").names().bound(project.type("a.py", "A")))
        .containsExactly("x", "f");
  }
}
