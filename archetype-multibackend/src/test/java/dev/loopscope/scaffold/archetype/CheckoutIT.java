package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests take for a fresh clone. */
class CheckoutIT {
  @Test
  void suiteThatTheReadmesFirstCommandLeftIsNotCloned(@TempDir Path directory) throws IOException {
    Path used = directory.resolve("used");
    Checkout.cloneTo(used);
    Files.createDirectories(used.resolve("demo/tests"));
    Files.writeString(used.resolve("demo/tests/conftest.py"), "");

    Path clone = directory.resolve("clone");
    Checkout.clone(used, clone);

    assertThat(clone.resolve("demo")).doesNotExist();
    assertThat(clone.resolve("scaffold")).isExecutable();
    assertThat(clone.resolve("generator-cli/pom.xml")).isNotEmptyFile();
  }
}
