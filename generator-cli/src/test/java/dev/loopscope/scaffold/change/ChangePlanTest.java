package dev.loopscope.scaffold.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangePlanTest {
  private static final FileTree TREE =
      new FileTree(
          List.of(
              new RenderedFile("README.md", "new é\n"),
              new RenderedFile("tests/__init__.py", ""),
              new RenderedFile("tests/conftest.py", "same\n"),
              new RenderedFile("tests/deep/test_new.py", "no line end")));
  private static final List<String> EARLIER =
      List.of("README.md", "tests/conftest.py", "tests/gone.py", "tests/empty.py", "deleted.py");

  @TempDir Path directory = Path.of("");

  private ChangePlan plan() throws IOException {
    Files.createDirectories(directory.resolve("tests"));
    Files.write(directory.resolve("README.md"), new byte[] {(byte) 0xe9, '\r', '\n'});
    Files.writeString(directory.resolve("tests/conftest.py"), "same\n");
    Files.writeString(directory.resolve("tests/gone.py"), "a\r\nb\n");
    Files.writeString(directory.resolve("tests/empty.py"), "");
    Files.writeString(directory.resolve("tests/mine.py"), "mine\n");
    return ChangePlan.of(Snapshot.of(List.of(directory)), directory, TREE, EARLIER);
  }

  @Test
  void treeIsReachedByCreationsReplacementsAndDeletions() throws IOException {
    ChangePlan plan = plan();
    assertThat(plan.creations().stream().map(Change::path))
        .containsExactly("tests/__init__.py", "tests/deep/test_new.py");
    assertThat(plan.replacements().stream().map(Change::path)).containsExactly("README.md");
    assertThat(plan.deletions().stream().map(Change::path))
        .containsExactly("tests/empty.py", "tests/gone.py");
    new PlanWriter(Disk.real()).apply(plan, TargetLocator.files(directory, directory));
    assertThat(files())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "README.md", "new é\n",
                    "tests/__init__.py", "",
                    "tests/conftest.py", "same\n",
                    "tests/deep/test_new.py", "no line end",
                    "tests/mine.py", "mine\n")));
  }

  @Test
  void gitDoesWithTheDiffWhatTheWriterDoes() throws Exception {
    ChangePlan plan = plan();
    byte[] diff = UnifiedDiff.of(plan);
    assertThat(new String(diff, StandardCharsets.UTF_8))
        .contains(
            """
            --- /dev/null
            +++ b/tests/deep/test_new.py
            @@ -0,0 +1,1 @@
            +no line end
            \\ No newline at end of file
            --- a/tests/gone.py
            +++ /dev/null
            @@ -1,2 +0,0 @@
            """)
        .endsWith(
            """
            diff --git a/tests/__init__.py b/tests/__init__.py
            new file mode 100644
            diff --git a/tests/empty.py b/tests/empty.py
            deleted file mode 100644
            """);
    Files.write(directory.resolve("plan.diff"), diff);
    Process git =
        new ProcessBuilder("git", "apply", "--whitespace=nowarn", "plan.diff")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(told).isZero();
    Files.delete(directory.resolve("plan.diff"));
    SortedMap<String, String> byGit = files();
    for (String path : byGit.keySet()) {
      Files.delete(directory.resolve(path));
    }
    new PlanWriter(Disk.real()).apply(plan(), TargetLocator.files(directory, directory));
    assertThat(files()).isEqualTo(byGit);
  }

  @Test
  void directoryWhereAFileIsToBeIsRefused() throws IOException {
    Files.createDirectories(directory.resolve("README.md"));
    Snapshot snapshot = Snapshot.of(List.of(directory));
    Refusal refusal =
        catchThrowableOfType(
                TargetRefusedException.class,
                () -> ChangePlan.of(snapshot, directory, TREE, EARLIER))
            .refusal();
    assertThat(refusal.what())
        .isEqualTo("a file is to be written here, but what is there is a directory");
    assertThat(refusal.where()).isEqualTo(directory.resolve("README.md").toString());
  }

  private SortedMap<String, String> files() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
