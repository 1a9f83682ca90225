package dev.loopscope.scaffold.python.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.token.Tokens;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.OpaqueStatement;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

class ParserPropertiesTest {
  /** The same samples in every run: no change meets a failure that is not its own. */
  private static final String SEED = "20250711";

  private static final String[] SOUP = {
    "a",
    "b1",
    "_",
    "match",
    "case",
    "type",
    "async",
    "await",
    "def",
    "class",
    "return",
    "yield",
    "from",
    "import",
    "if",
    "elif",
    "else",
    "for",
    "in",
    "while",
    "with",
    "as",
    "try",
    "except",
    "finally",
    "lambda",
    "not",
    "is",
    "and",
    "or",
    "del",
    "global",
    "raise",
    "assert",
    "pass",
    "None",
    "True",
    "0",
    "1.5e3",
    "0x1f",
    "1j",
    "'s'",
    "\"\"\"",
    "'''",
    "'",
    "\"",
    "f'",
    "f'{",
    "}'",
    "rb''",
    "t\"{",
    "}\"",
    "u''",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ":",
    ":=",
    "=",
    "==",
    "!=",
    "!",
    "!r",
    "->",
    ",",
    ";",
    ".",
    "...",
    "@",
    "*",
    "**",
    "+",
    "-=",
    "|",
    "~",
    "<",
    ">>",
    "%",
    "\\",
    "\\\n",
    "\n",
    "\n    ",
    "\n        ",
    "\n\t",
    "\r\n",
    "\r",
    "\f",
    " ",
    "\t",
    "# c",
    "$",
    "?",
    "`",
    "ä",
    "€",
    "\u0000",
    "\uD800",
    "😀",
    "ªº",
    "\uFEFF"
  };

  private static final String PROGRAM =
      resource("/dev/loopscope/scaffold/python/cpython_oracle.py");

  @Provide
  Arbitrary<String> soups() {
    return Arbitraries.of(SOUP).list().ofMaxSize(60).map(parts -> String.join("", parts));
  }

  @Property(tries = 3000, seed = SEED)
  void tokenSoupIsRead(@ForAll("soups") String text) {
    holdsForEveryText(text);
  }

  @Property(tries = 1000, seed = SEED)
  void anyTextIsRead(@ForAll String text) {
    holdsForEveryText(text);
  }

  @Property(tries = 500, seed = SEED)
  void truncatedProgramIsRead(@ForAll int cut) {
    holdsForEveryText(PROGRAM.substring(0, Math.floorMod(cut, PROGRAM.length())));
  }

  @Property(tries = 500, seed = SEED)
  void programWithAHoleIsRead(@ForAll int from, @ForAll("holes") int length) {
    int start = Math.floorMod(from, PROGRAM.length() - length);
    holdsForEveryText(PROGRAM.substring(0, start) + PROGRAM.substring(start + length));
  }

  @Provide
  Arbitrary<Integer> holes() {
    return Arbitraries.integers().between(1, 200);
  }

  @Property(tries = 300, seed = SEED)
  void truncatedProgramKeepsTheStatementsBeforeTheCut(@ForAll int cut) {
    int end = Math.floorMod(cut, PROGRAM.length());
    List<Statement> whole = parse(PROGRAM).module().body();
    List<Statement> truncated = parse(PROGRAM.substring(0, end)).module().body();
    for (int at = 0; at + 1 < whole.size() && whole.get(at + 1).start() < end; at++) {
      assertThat(truncated.get(at)).isEqualTo(whole.get(at));
    }
  }

  @Property(tries = 300, seed = SEED)
  void unreadableLineBetweenStatementsCostsNothingElse(
      @ForAll int place, @ForAll("unreadable") String line) {
    List<Statement> whole = parse(PROGRAM).module().body();
    int after = Math.floorMod(place, whole.size());
    int at = PROGRAM.indexOf('\n', whole.get(after).end()) + 1;
    SyntaxTree tree = parse(PROGRAM.substring(0, at) + line + "\n" + PROGRAM.substring(at));
    assertThat(tree.module().body()).hasSize(whole.size() + 1);
    assertThat(tree.opaqueStatements())
        .containsExactly((OpaqueStatement) tree.module().body().get(after + 1));
  }

  @Provide
  Arbitrary<String> unreadable() {
    return Arbitraries.of(
        "?", "a b", "print 'a'", "x = )", "f(a=1, b)", "'", "else", "$ = (]", "f'{'");
  }

  private static SyntaxTree parse(String text) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> Parser.parse(SourceText.of(text)));
  }

  private static void holdsForEveryText(String text) {
    SyntaxTree tree = parse(text);
    assertThat(joined(tree.tokens())).isEqualTo(text);
    Walk.preOrder(tree.module(), node -> assertThat(isInside(node, text)).isTrue());
    int last = 0;
    for (Statement statement : tree.module().body()) {
      assertThat(statement.start()).isGreaterThanOrEqualTo(last);
      last = statement.end();
    }
  }

  private static boolean isInside(Node node, String text) {
    return 0 <= node.start() && node.start() <= node.end() && node.end() <= text.length();
  }

  private static String joined(Tokens tokens) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < tokens.size(); index++) {
      String leading = tokens.leading(index);
      assertThat(leading.replaceAll("\\\\(\r\n|\n|\r)", "")).matches("[ \t\f]*");
      text.append(leading).append(tokens.text(index));
    }
    return text.toString();
  }

  private static String resource(String name) {
    try (InputStream resource = ParserPropertiesTest.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
