package dev.loopscope.scaffold.python.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.Walk;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NestingTest {
  private static SyntaxTree parse(String text) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Parser.parse(SourceText.of(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "-",
        "not ",
        "lambda: ",
        "a if b else ",
        "f(",
        "a[",
        "f'{",
        "f'{a:{",
        "2**",
        "await ",
        "x = ",
        "{a: ",
        "(yield ",
        "*",
        "@",
        "if a: ",
        "a(\n",
        "(\n",
        "f'{(\n",
        "f'{a\n",
        "case ",
        "match ",
        "match (",
        "with (",
        "try:\n",
        "if a:\n",
        "def f():\n\t",
        "'''",
        "\\\n",
        "for a in (",
        "class A(",
        "print(f\"\"\"{",
        "t'{t\"{",
        "while x:\r",
        "# coding\r\n",
        "a.b",
        "elif b:\n",
        "(\ndef\n",
        "[\n@a\nclass ",
        "[a for b in ",
        "[a for [",
        "[a for b in [c] if ",
        "(a async for b in ",
        "[*",
        "{**",
        "a[*",
        "f(a for b in ",
        "x = [*",
        "a <",
        "a.b(*",
        "(yield *",
        "match *",
        "case {'a': "
      })
  void whatIsRepeatedTenThousandTimesIsReadInTime(String part) {
    SyntaxTree tree = parse(part.repeat(10_000));
    assertThat(tree.tokens().size()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"if a", "while a", "try", "class A", "with a", "for a in b", "match a"})
  void blocksWithUnreadableClausesAreReadOnce(String header) {
    StringBuilder text = new StringBuilder();
    for (int depth = 0; depth < 90; depth++) {
      text.append(" ".repeat(depth)).append(header).append(":\n");
    }
    text.append(" ".repeat(90)).append("pass\n");
    for (int depth = 89; depth >= 0; depth--) {
      text.append(" ".repeat(depth))
          .append("else ?:\n")
          .append(" ".repeat(depth + 1))
          .append("x\n");
    }
    assertThat(parse(text.toString()).opaqueStatements()).hasSizeGreaterThanOrEqualTo(90);
  }

  @Test
  void bracketsAsDeepAsCPythonAllowsAreRead() {
    String text = "(".repeat(150) + "a" + ")".repeat(150) + "\n";
    assertThat(parse(text).opaqueStatements()).isEmpty();
  }

  @Test
  void deepestExpressionInTheDeepestBlockLeavesStackToSpare() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int depth = 0; depth < 99; depth++) {
      text.append(" ".repeat(depth)).append("if a:\n");
    }
    text.append(" ".repeat(99)).append("x = " + "a[b:".repeat(199) + "c" + "]".repeat(199) + "\n");
    FutureTask<SyntaxTree> reading =
        new FutureTask<>(() -> Parser.parse(SourceText.of(text.toString())));
    // Threads have 1 MB where nothing else is said.
    Thread thread = new Thread(null, reading, "three quarters of a stack", 768 * 1024);
    thread.start();
    assertThat(reading.get(20, TimeUnit.SECONDS).opaqueStatements()).isEmpty();
  }

  @Test
  void longChainsAreReadAndWalked() {
    SyntaxTree tree = parse("a = 1" + " + b".repeat(50_000) + "\n");
    assertThat(tree.opaqueStatements()).isEmpty();
    AtomicInteger nodes = new AtomicInteger();
    Walk.preOrder(tree.module(), node -> nodes.incrementAndGet());
    assertThat(nodes).hasValue(100_004);
  }

  @Test
  void longChainsOfBranchesAreRead() {
    SyntaxTree tree = parse("if a:\n  b\n" + "elif c:\n  d\n".repeat(20_000) + "else:\n  e\n");
    assertThat(tree.opaqueStatements()).isEmpty();
    assertThat(tree.module().body()).hasSize(1);
  }
}
