package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is concluded about repositories of many layouts, and what would be written. Beside each tree
 * in src/test/resources/hosts stands what {@code scaffold add} says of it; {@code
 * -Dgolden.update=true} writes that anew.
 */
class AddedLayoutsTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicTest> isPlannedAsItStandsBeside(@TempDir Path directory) {
    return HostTree.all().stream()
        .map(tree -> DynamicTest.dynamicTest(tree.name(), () -> compare(tree, directory)));
  }

  private static void compare(HostTree tree, Path directory) throws IOException {
    Path root = tree.in(directory);
    Run asked = Run.in(root, "add", "--dry-run");
    String said = said(asked, root);
    if (asked.err().contains("--yes")) {
      said += "\nwith --yes: " + said(Run.in(root, "add", "--dry-run", "--yes"), root);
    }
    Run diff = Run.in(root, "add", "--yes", "--diff");
    said += edits(diff).replace("\r", "\\r");
    if (UPDATE) {
      Files.writeString(tree.golden(), said);
    }
    assertThat(said).isEqualTo(Files.readString(tree.golden()));
  }

  private static String said(Run run, Path root) {
    return ("exit code " + run.end().number() + "\n" + run.err() + run.out())
        .replace(root.toString(), "HOST")
        .replace("\r", "\\r");
  }

  /** The part of a diff that changes files which are there. */
  private static String edits(Run diff) {
    StringBuilder edits = new StringBuilder();
    boolean shown = false;
    for (String line : diff.out().split("(?<=\n)", -1)) {
      if (line.startsWith("--- ")) {
        shown = !line.startsWith("--- /dev/null");
      }
      edits.append(shown ? line : "");
    }
    return edits.toString();
  }

  @Test
  void noPlanIsWithoutItsTree() throws IOException {
    List<Path> trees = HostTree.all().stream().map(HostTree::golden).toList();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/hosts"))) {
      assertThat(files.filter(it -> it.toString().endsWith(".plan"))).isSubsetOf(trees);
    }
  }
}
