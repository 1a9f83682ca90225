package dev.loopscope.scaffold.change.disk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replace 1:2 3:4 %00",
        "replace 1:2 3:4 %zz",
        "replace 1:2 3:4 a%",
        "replace 1:2 3:4 [",
        "replace 1:2 3:4 ?x",
        "replace 1:2 3:4 #x",
        "replace 1:2 3:4 %2e%2e/x",
        "replace 1:2 3:4 ../x",
        "replace 1:2 3:4",
        "replace x:2 3:4 x",
        "replace 1 3:4 x",
        "remove 1:2 3:4 x",
        "delete 1:2 - .git/hooks/post-checkout",
        "delete 1:2 - vendor/.GIT/config",
        "delete 1:2 - git~1/config",
        "delete 1:2 - .git%20./config",
        "delete 1:2 - .g%e2%80%8cit/config",
      })
  void lineThatNoRunWroteIsNotFollowed(String line) throws IOException {
    Path file =
        Files.writeString(root.resolve("journal"), "scaffold-journal 1\n" + line + "\nend\n");

    assertThatThrownBy(() -> Journal.read(file, root)).isInstanceOf(IOException.class);
  }
}
