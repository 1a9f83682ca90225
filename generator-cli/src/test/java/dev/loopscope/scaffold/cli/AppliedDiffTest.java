package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --diff} prints is what {@code git apply} and {@code patch} make {@code --fix} of. */
class AppliedDiffTest {
  private static final String TEST =
      """
      import pytest


      @pytest.mark.asyncio(scope="session")
      async def test_a():
          pass
      """;
  private static final String CONFTEST =
      """
      import asyncio

      import pytest


      @pytest.fixture
      def event_loop():
          loop = asyncio.new_event_loop()
          yield loop
          loop.close()


      # kept
      @pytest.fixture
      def name():
          return "é"
      """;
  private static final String LATIN =
      "# -*- coding: latin-1 -*-\n" + TEST.replace("\n\n\n", "\n\n# \u00e9t\u00e9 \u0085\n");

  @TempDir Path root = Path.of("");

  @Test
  void gitMakesTheTreeThatFixMakes() throws Exception {
    for (Map.Entry<String, byte[]> file : contents().entrySet()) {
      applied(Map.of(file.getKey(), file.getValue()), "git", "apply", "--whitespace=nowarn");
    }
  }

  @Test
  void patchMakesTheTreeThatFixMakes() throws Exception {
    for (Map.Entry<String, byte[]> file : contents().entrySet()) {
      applied(Map.of(file.getKey(), file.getValue()), "patch", "-s", "-p1", "-i");
    }
  }

  @Test
  void gitFindsFilesOfAnyName() throws Exception {
    applied(names(), "git", "apply", "--whitespace=nowarn");
  }

  @Test
  void patchFindsFilesOfAnyName() throws Exception {
    Map<String, byte[]> names = names();
    // GNU patch refuses names with a line feed in them, however they are spelt.
    names.keySet().removeIf(name -> name.contains("\n"));
    applied(names, "patch", "-s", "-p1", "-i");
  }

  @Test
  void gitFindsFilesFromADirectoryBelowTheTopOfItsRepository() throws Exception {
    Map<String, byte[]> files =
        Map.of(
            "in/suite/test_a.py", utf8(TEST),
            "in/suite/requirements.txt", utf8("pytest-asyncio>=1.0\n"));
    Path fixed = tree("fixed", files);
    Path patched = tree("patched", files);
    Files.write(root.resolve("the.diff"), diff(patched.resolve("in/suite")));
    Run.in(fixed, "check", "--fix");
    ended(patched, "git", "init", "-q");
    ended(patched.resolve("in/suite"), "git", "apply", root.resolve("the.diff").toString());
    assertThat(files(patched.resolve("in"))).isEqualTo(files(fixed.resolve("in")));
  }

  @Test
  void terminalGetsNothingToObeyAndAFileGetsTheBytes() throws Exception {
    byte[] test = utf8("\uFEFF" + TEST.replace("import pytest\n", "import pytest # \u001b[31m\n"));
    Path tree = tree("tree", Map.of("test_a.py", test));
    String shown = new String(diff(tree, true), StandardCharsets.UTF_8);
    assertThat(shown)
        .contains("\n \\ufeffimport pytest # \\u001b[31m\n")
        .doesNotContain("\u001b", "\uFEFF");
    assertThat(new String(diff(tree, false), StandardCharsets.UTF_8))
        .contains("\n \uFEFFimport pytest # \u001b[31m\n");
  }

  @Test
  void bytesThatAreNoTextAreSpeltOnATerminal() throws Exception {
    Path tree = tree("tree", Map.of("test_a.py", LATIN.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(new String(diff(tree, true), StandardCharsets.UTF_8))
        .contains("\n # \\xe9t\\xe9 \\x85\n");
  }

  private static Map<String, byte[]> contents() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("mark/conftest.py", utf8("\uFEFF" + CONFTEST));
    files.put("mark/test_mark.py", utf8("\uFEFF" + TEST));
    files.put("crlf/conftest.py", utf8(CONFTEST.replace("\n", "\r\n")));
    files.put("crlf_mark/conftest.py", utf8("\uFEFF" + CONFTEST.replace("\n", "\r\n")));
    files.put("cr/conftest.py", utf8(CONFTEST.replace('\n', '\r')));
    files.put("cr/test_cr.py", utf8(TEST.replace('\n', '\r')));
    files.put(
        "mixed/test_mixed.py", utf8(TEST.replaceFirst("\n", "\r").replaceFirst("\n", "\r\n")));
    files.put("end/test_end.py", utf8(TEST.stripTrailing()));
    files.put("latin/test_latin.py", LATIN.getBytes(StandardCharsets.ISO_8859_1));
    files.put("odd/test_odd.py", utf8("# \f \u001b[31m \u2028 \u0085 \u202e\n" + TEST));
    return files;
  }

  private static Map<String, byte[]> names() {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name :
        List.of(
            "with blank",
            "ends with a blank /test_a",
            " starts with one/test_a",
            "2020-01-01 00:00:00 +0000/test_a",
            "tab\there",
            "line\nfeed",
            "return\rhere",
            "escape\u001b[31m",
            "bell\u0007",
            "delete\u007f",
            "quote\"s'",
            "back\\slash",
            "ä",
            "日本",
            "𝔘",
            "right\u202eleft",
            "line\u2028separator",
            "percent%41,colon:")) {
      String directory = name.contains("/") ? "" : "d/test_";
      files.put(directory + name + ".py", utf8(TEST));
    }
    return files;
  }

  /** The same files twice: one tree is fixed, and the other is given the diff. */
  private void applied(Map<String, byte[]> files, String... command) throws Exception {
    String name = Integer.toString(files.hashCode());
    Path fixed = tree("fixed-" + name, files);
    Path patched = tree("patched-" + name, files);
    Map<String, String> before = files(patched);
    Path diff = Files.write(root.resolve("the.diff"), diff(patched));
    assertThat(Run.in(fixed, "check", "--fix").out()).startsWith("Fixed ");
    List<String> words = new ArrayList<>(List.of(command));
    words.add(diff.toString());
    ended(patched, words.toArray(new String[0]));
    assertThat(files(fixed)).as(files.keySet().toString()).isNotEqualTo(before);
    assertThat(files(patched)).as(files.keySet().toString()).isEqualTo(files(fixed));
  }

  private Path tree(String name, Map<String, byte[]> files) throws IOException {
    Path tree = Files.createDirectory(root.resolve(name));
    Files.writeString(tree.resolve("requirements.txt"), "pytest-asyncio>=1.0\n");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = tree.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, file.getValue());
      Path test = path.resolveSibling("test_event_loop.py");
      if (path.endsWith("conftest.py") && !Files.exists(test)) {
        Files.writeString(test, TEST.replace("(scope=\"session\")", ""));
      }
    }
    return tree;
  }

  private static byte[] diff(Path tree) throws IOException {
    return diff(tree, false);
  }

  private static byte[] diff(Path tree, boolean terminal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal leadsTo = new Terminal(terminal, 0, false, false, false);
    Console console = new Console(out, err, leadsTo);
    ExitCode end = new Scaffold(console, tree, true).run("check", "--diff");
    assertThat(end)
        .as(files(tree) + err.toString(StandardCharsets.UTF_8))
        .isEqualTo(ExitCode.FINDINGS);
    return out.toByteArray();
  }

  private static void ended(Path where, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
  }

  private static Map<String, String> files(Path tree) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        // A run records what it did, which is no part of it.
        if (tree.relativize(path).startsWith(".scaffold/undo")) {
          continue;
        }
        files.put(
            tree.relativize(path).toString(),
            new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
