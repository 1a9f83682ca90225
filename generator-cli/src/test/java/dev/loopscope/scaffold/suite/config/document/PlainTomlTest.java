package dev.loopscope.scaffold.suite.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is read without the library against what the library reads. */
class PlainTomlTest {
  private static final String PROJECT =
      """
      [build-system]
      requires = ["hatchling>=1.27"]  # c
      build-backend = "hatchling.build"

      [project]
      name = "demo"
      description = 'a \\ "b"'
      authors = [{ name = "A", email = "a@b.c" }, {}]
      dependencies = [
        "anyio>=4", # comment, with ] in it
        "tab\\t \\"quoted\\" \\\\",
      ]
      [project.optional-dependencies]
      test = []
      [tool.pytest.ini_options]
      minversion = 8
      strict = true
      empty = ""
      addopts = \"""
        -ra
        --strict "markers"
      \"""
      literal = '''
      a\\b
      '''
      [tool.ruff.lint]
      select = [["ALL"], [], [1, -2, 0]]
      "quoted key" = { 'in line' = false, deep = { a = [ { b = 1 } ] } }
      """;

  private static final List<String> PIECES =
      List.of(
          "[a]\n",
          "[a.b]\n",
          "[a.b.c]\n",
          "[ x . 'y z' ]\n",
          "[[a]]\n",
          "[]\n",
          "[a",
          "a = 1\n",
          "b = 'x'\n",
          "b = \"\\u00e9\"\n",
          "c.d = 1\n",
          "a = [1, 'b', [2]]\n",
          "a = [\n# c\n1,\n]\n",
          "a = {b = 1, c = 'd'}\n",
          "d = {}\n",
          "a = {b = 1,}\n",
          "x = 01\n",
          "x = +1\n",
          "x = 1_0\n",
          "x = 1.5\n",
          "x = -0\n",
          "x = 0x1f\n",
          "x = inf\n",
          "x = 1979-05-27\n",
          "x = 10:00:00\n",
          "m = '''\na'b'''\n",
          "m = \"\"\"a\"b\"\"\"\n",
          "m = \"\"\"a\"\"\"\"\n",
          "m = \"a\n",
          "m = '\u0001'\n",
          "# comment\n",
          "#\u0001\n",
          "\n",
          " \t",
          "é = 1\n",
          "'é' = 'é'\n",
          "\"\" = 1\n",
          "= 1\n",
          "k = \n",
          "k 1\n",
          "k = true false\n",
          "k = truex\n",
          "k = 1#c\n",
          "k = [1 2]\n",
          "k = [,]\n",
          "k = [1,,2]\n",
          "1 = 2\n",
          "-_ = 3\n",
          "🐍",
          "\r\n",
          "k = 9999999999999999999\n",
          "k = 999999999999999999\n",
          "k = '''a''b'''\n",
          "k = \"a\\qb\"\n",
          "k = \"\\\n\"\n");

  private static ConfigFile file(String text) {
    return new ConfigFile("pyproject.toml", SourceText.of(text));
  }

  private static Optional<TomlValue.Table> plain(String text) {
    return PlainToml.read(file(text));
  }

  /** What is read plainly is what the library reads, places and order included. */
  private static boolean agrees(String text) {
    ConfigFile file = file(text);
    Optional<TomlValue.Table> plain = PlainToml.read(file);
    plain.ifPresent(
        read ->
            assertThat(new TomlDocument(file).parseByLibrary().root().map(Object::toString))
                .as(text)
                .contains(read.toString()));
    return plain.isPresent();
  }

  @Test
  void projectFileIsReadWithoutTheLibrary() {
    assertThat(agrees(PROJECT)).isTrue();
  }

  @Test
  void anyPiecesAreReadAsTheLibraryReadsThem() {
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < 4000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      read += agrees(text.toString()) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(100);
  }

  @Test
  void everyCutOfAProjectFileIsReadAsTheLibraryReadsIt() {
    for (int end = 0; end < PROJECT.length(); end++) {
      agrees(PROJECT.substring(0, end));
      agrees(PROJECT.substring(0, end) + PROJECT.substring(Math.min(end + 1, PROJECT.length())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a]\n[a]\n",
        "[a.b]\n[a]\n",
        "a = 1\n[a]\n",
        "a = {}\n[a.b]\n",
        "a = 1\na = 2\n",
        "a = 1 b = 2\n",
        "a = [",
        "a = {b = 1\n}",
        "[a]b\n",
        "[[a]]\n",
        "a.b = 1\n",
        "a = 1.5\n",
        "\r\n",
        "a = \"\\u00e9\"\n"
      })
  void whatIsRareOrWrongIsLeftToTheLibrary(String text) {
    assertThat(plain(text)).isEmpty();
  }

  @Test
  void deepNestingIsLeftToTheLibrary() {
    assertThat(plain("a = " + "[".repeat(100_000))).isEmpty();
    assertThat(plain("a = " + "{a=".repeat(100_000))).isEmpty();
    assertThat(plain("[a" + ".a".repeat(100_000) + "]\n")).isEmpty();
  }
}
