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
    return project.sources().pythonFiles("", List.of(norecursedirs));
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

    assertThat(project.sources().pythonFiles("./.hidden/", List.of()))
        .containsExactly(".hidden/a.py");
  }

  @Test
  void fileThatIsAskedForIsTheAnswer() {
    project.with("tests/a.py", "").with("tests/b.py", "");

    assertThat(project.sources().pythonFiles("tests/b.py", List.of()))
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
  void linkToADirectoryOutsideIsEntered(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("x.py"), "");
    Files.createSymbolicLink(directory.resolve("link"), outside);

    assertThat(files()).containsExactly("link/x.py");
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
        .isEqualTo(Reading.unknown("`gone/a.py` is not there, or no file"));
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
