package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that is full, where tests may mount one. */
class FullDiskTest {
  @TempDir Path directory = Path.of("");

  @BeforeEach
  void mountASmallDisk() throws Exception {
    assumeThat(mounts("-t", "tmpfs", "-o", "size=256k", "tmpfs", directory.toString())).isTrue();
  }

  @AfterEach
  void unmount() throws Exception {
    ends("umount", directory.toString());
  }

  @Test
  void suiteThatDoesNotFitIsNotThereAtAll() throws Exception {
    fillUpTo(20_000);
    Files.createDirectory(directory.resolve("empty"));
    SortedMap<String, String> before = tree();
    for (String target : new String[] {"empty", "absent", "a/b"}) {
      Run run = Run.in(directory, "new", target);
      assertThat(run.end()).isEqualTo(ExitCode.WRITE_FAILED);
      assertThat(run.err())
          .startsWith("scaffold: nothing was written: No space left on device\n      at: ");
      assertThat(tree()).isEqualTo(before);
    }
    Files.delete(directory.resolve("filler"));
    assertThat(Run.in(directory, "new", "a/b").end()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void fixesThatDoNotFitAreNotThereAtAll() throws Exception {
    Files.writeString(directory.resolve("requirements.txt"), "pytest-asyncio>=1.0\n");
    for (int i = 0; i < 20; i++) {
      Files.writeString(
          directory.resolve("test_" + i + ".py"),
          """
          import pytest


          @pytest.mark.asyncio(scope="session")
          async def test_a():
              pass
          """);
    }
    fillUpTo(40_000);
    SortedMap<String, String> before = tree();
    Run run = Run.in(directory, "check", "--select=LS008", "--fix");
    assertThat(run.end()).as(run.out()).isEqualTo(ExitCode.WRITE_FAILED);
    assertThat(tree()).isEqualTo(before);
    Files.delete(directory.resolve("filler"));
    assertThat(Run.in(directory, "check", "--select=LS008", "--fix").end())
        .isEqualTo(ExitCode.DONE);
  }

  private void fillUpTo(int left) throws IOException {
    long usable = Files.getFileStore(directory).getUsableSpace();
    Files.write(directory.resolve("filler"), new byte[(int) usable - left]);
  }

  private SortedMap<String, String> tree() throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        tree.put(path.toString(), Files.isRegularFile(path) ? Files.readString(path) : "/");
      }
    }
    return tree;
  }

  private static boolean mounts(String... arguments) throws Exception {
    String[] words = new String[arguments.length + 1];
    words[0] = "mount";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return ends(words);
  }

  private static boolean ends(String... words) throws Exception {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      // There is no such command here.
      return false;
    }
  }
}
