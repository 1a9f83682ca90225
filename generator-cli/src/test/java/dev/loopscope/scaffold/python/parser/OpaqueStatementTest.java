package dev.loopscope.scaffold.python.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Match;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.OpaqueStatement;
import dev.loopscope.scaffold.python.tree.Pattern.OpaquePattern;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Pass;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpaqueStatementTest {
  private static List<Statement> read(String text) {
    return Parser.parse(SourceText.of(text)).module().body();
  }

  private static String opaqueText(String text) {
    List<OpaqueStatement> opaque = Parser.parse(SourceText.of(text)).opaqueStatements();
    assertThat(opaque).hasSize(1);
    return text.substring(opaque.get(0).start(), opaque.get(0).end());
  }

  @Test
  void statementsAroundAnUnreadableOneAreRead() {
    assertThat(read("a = 1\nb ? c\nd = 2\n"))
        .hasExactlyElementsOfTypes(Assign.class, OpaqueStatement.class, Assign.class);
    assertThat(opaqueText("a = 1\nb ? c\nd = 2\n")).isEqualTo("b ? c");
  }

  @Test
  void continuedLineWithNothingBehindItEndsNoEarlierThanItStarts() {
    assertThat(read("     \\\n")).allMatch(statement -> statement.start() <= statement.end());
    assertThat(read("a\n  \\\n")).allMatch(statement -> statement.start() <= statement.end());
  }

  @Test
  void statementsBeforeItOnTheSameLineAreRead() {
    assertThat(opaqueText("a = 1; b c; d = 2\n")).isEqualTo("b c; d = 2");
  }

  @Test
  void reasonAndPlaceOfTheFailureAreTold() {
    OpaqueStatement opaque = (OpaqueStatement) read("f(a=1, b)\n").get(0);
    assertThat(opaque.reason()).isEqualTo("expected a keyword argument");
    assertThat(opaque.failure()).isEqualTo(7);
  }

  @Test
  void blockBelowAnUnreadableHeaderIsRead() {
    OpaqueStatement opaque = (OpaqueStatement) read("class A(:\n    x = 1\n    pass\ny\n").get(0);
    assertThat(opaque.body()).hasExactlyElementsOfTypes(Assign.class, Pass.class);
  }

  @Test
  void unreadableStatementInABlockLeavesTheBlock() {
    FunctionDef function = (FunctionDef) read("def f():\n    a b\n    return 1\n").get(0);
    assertThat(function.body()).hasSize(2).first().isInstanceOf(OpaqueStatement.class);
  }

  @Test
  void decoratorsOfAnUnreadableDefinitionGoWithIt() {
    String text = "@a\n@b\ndef f(:\n    pass\nx = 1\n";
    assertThat(read(text)).hasExactlyElementsOfTypes(OpaqueStatement.class, Assign.class);
    assertThat(opaqueText(text)).isEqualTo("@a\n@b\ndef f(:\n    pass");
  }

  @Test
  void functionUnderAnUnreadableDecoratorIsNotReadAsUndecorated() {
    assertThat(read("@a(\n@b\ndef f():\n    pass\n"))
        .hasExactlyElementsOfTypes(OpaqueStatement.class);
  }

  @Test
  void decoratorAtTheEndOfABlockDoesNotTakeTheNextStatementAlong() {
    assertThat(read("if a:\n    @b\nc = 1\n")).hasExactlyElementsOfTypes(If.class, Assign.class);
  }

  @Test
  void unreadableClauseEndsItsStatement() {
    assertThat(read("if a:\n    b\nelif c d:\n    e\nf\n"))
        .hasExactlyElementsOfTypes(If.class, OpaqueStatement.class, ExpressionStatement.class);
    assertThat(read("try:\n    a\nexcept B as 1:\n    c\nfinally:\n    d\n"))
        .hasExactlyElementsOfTypes(
            OpaqueStatement.class, OpaqueStatement.class, OpaqueStatement.class);
    assertThat(read("try:\n    a\nexcept B:\n    c\nfinally d:\n    e\n"))
        .hasExactlyElementsOfTypes(Try.class, OpaqueStatement.class);
  }

  @Test
  void unreadableCaseLeavesTheOthers() {
    Match match =
        (Match) read("match a:\n    case 1 2:\n        b\n    case 3:\n        c\n").get(0);
    assertThat(match.cases()).hasSize(2);
    assertThat(match.cases().get(0).pattern()).isInstanceOf(OpaquePattern.class);
    assertThat(match.cases().get(0).body()).hasSize(1);
    assertThat(match.cases().get(1).pattern()).isNotInstanceOf(OpaquePattern.class);
  }

  @Test
  void unclosedBracketCostsOnlyItsStatement() {
    assertThat(read("a = f(\nb = 1\nclass C:\n    pass\n"))
        .hasExactlyElementsOfTypes(OpaqueStatement.class, Assign.class, ClassDef.class);
  }

  @Test
  void unexpectedIndentationIsOpaqueAndItsStatementsAreRead() {
    OpaqueStatement opaque = (OpaqueStatement) read("a\n    b = 1\nc\n").get(1);
    assertThat(opaque.body()).hasExactlyElementsOfTypes(Assign.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print 'a'",
        "exec 'a' in b",
        "raise A, 'b'",
        "`a`",
        "a <> b",
        "1 = a",
        "f() = 1",
        "(a, 1) = b",
        "a + 1: int = 2",
        "a, b: int",
        "a, b += 1",
        "del f()",
        "for f() in a: pass",
        "with a as 1: pass",
        "[**a for a in b]",
        "(*a)",
        "f(**a, *b)",
        "f(a for a in b, c)",
        "(a) := 1",
        "x := 1",
        "def f(a=1, b): pass",
        "def f(*): pass",
        "def f(a, /, b, /): pass",
        "def f(**a, b): pass",
        "lambda *: 0",
        "class A: pass pass",
        "if a: if b: pass",
        "try: a",
        "import a.b as c.d",
        "from . import (a",
        "from a import *, b",
        "except",
        "return = 1",
        "a = 1 2",
        "'\\x1'",
        "'\\N{no such character anywhere'",
        "b'ä'",
        "'a' b'b'",
        "t'a' 'b'",
        "f'{}'",
        "f'{a!x}'",
        "f'{a! r}'",
        "f'{lambda x: 1}'",
        "a not b",
        "a + not b",
        "1x",
        "€ = 1",
        "async x = 1",
        "try:\n  a\nexcept A, B as c:\n  d",
        "try:\n  a\nexcept*:\n  d",
      })
  void whatNoVersionAcceptsIsNotRead(String text) {
    assertThat(Parser.parse(SourceText.of(text)).opaqueStatements()).isNotEmpty();
  }
}
