package dev.loopscope.scaffold.python.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.Clause.Alias;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Match;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.Comprehension.DictComp;
import dev.loopscope.scaffold.python.tree.Comprehension.GeneratorExp;
import dev.loopscope.scaffold.python.tree.Comprehension.ListComp;
import dev.loopscope.scaffold.python.tree.Comprehension.SetComp;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText.Conversion;
import dev.loopscope.scaffold.python.tree.FormattedText.FormattedValue;
import dev.loopscope.scaffold.python.tree.FormattedText.Interpolation;
import dev.loopscope.scaffold.python.tree.FormattedText.TemplateStr;
import dev.loopscope.scaffold.python.tree.Literal.NumberLiteral;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Operation.BinOp;
import dev.loopscope.scaffold.python.tree.Operation.BoolOp;
import dev.loopscope.scaffold.python.tree.Pattern.MatchMapping;
import dev.loopscope.scaffold.python.tree.Pattern.MatchValue;
import dev.loopscope.scaffold.python.tree.Pattern.OpaquePattern;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Python 3.14 and 3.15 added, by their grammar; the versions that are installed are compared
 * with CPython itself.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NewestSyntaxTest {
  private static Statement only(String text) {
    SyntaxTree tree = Parser.parse(SourceText.of(text));
    assertThat(tree.opaqueStatements()).isEmpty();
    assertThat(tree.module().body()).hasSize(1);
    return tree.module().body().get(0);
  }

  private static Expression expression(String text) {
    return ((ExpressionStatement) only(text)).value();
  }

  @Test
  void templateStringHoldsTextAndInterpolations() {
    assertThat(expression("t'a{ b !r}'"))
        .isEqualTo(
            new TemplateStr(
                0,
                11,
                List.of(
                    new StringLiteral(2, 3, "a"),
                    new Interpolation(
                        3, 10, new Name(5, 6, "b"), "b", Conversion.REPR, Optional.empty()))));
  }

  @Test
  void templateStringsJoinWithEachOther() {
    TemplateStr template = (TemplateStr) expression("t'a' rt'b{c=}\\n'");
    assertThat(template.values()).hasSize(3);
    assertThat(template.values().get(0)).isEqualTo(new StringLiteral(2, 12, "abc="));
    assertThat(template.values().get(2)).isEqualTo(new StringLiteral(13, 15, "\\n"));
  }

  @Test
  void fieldsOfASpecificationAreFormattedValues() {
    TemplateStr template = (TemplateStr) expression("t'{a:{b}}'");
    Interpolation interpolation = (Interpolation) template.values().get(0);
    assertThat(interpolation.formatSpec().orElseThrow().values())
        .hasExactlyElementsOfTypes(FormattedValue.class);
  }

  @Test
  void exceptTakesSeveralTypesWithoutParentheses() {
    Try statement = (Try) only("try:\n    a\nexcept B, C:\n    d\n");
    assertThat(statement.handlers().get(0).type())
        .contains(new Tuple(18, 22, List.of(new Name(18, 19, "B"), new Name(21, 22, "C"))));
  }

  @Test
  void exceptStarTakesSeveralTypesWithoutParentheses() {
    Try statement = (Try) only("try:\n    a\nexcept* B, C:\n    d\n");
    assertThat(statement.star()).isTrue();
    assertThat(statement.handlers().get(0).type()).containsInstanceOf(Tuple.class);
  }

  @Test
  void lazyImportsAreImports() {
    assertThat(only("lazy import a.b as c, d"))
        .isEqualTo(
            new Import(
                0,
                23,
                true,
                List.of(
                    new Alias(12, 20, "a.b", Optional.of("c")),
                    new Alias(22, 23, "d", Optional.empty()))));
    assertThat(only("lazy from ..a import (b, c as d,)"))
        .isEqualTo(
            new ImportFrom(
                0,
                33,
                true,
                Optional.of("a"),
                2,
                List.of(
                    new Alias(22, 23, "b", Optional.empty()),
                    new Alias(25, 31, "c", Optional.of("d")))));
    assertThat(((ImportFrom) only("lazy from . import a")).module()).isEmpty();
    assertThat(((ImportFrom) only("lazy from .a import *")).lazy()).isTrue();
    assertThat(((Import) only("import a")).lazy()).isFalse();
    assertThat(((ImportFrom) only("from a import b")).lazy()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lazy",
        "lazy = 1",
        "lazy: int = 1",
        "lazy.a(b)",
        "lazy(a)",
        "lazy[a] = lazy",
        "lazy + a",
        "a = lazy if lazy else lazy",
        "import lazy",
        "from lazy import lazy as lazy",
        "lazy import lazy",
        "lazy from lazy import lazy",
        "def lazy(lazy): return lazy",
        "for lazy in lazy: pass",
        "lazy = a; lazy import b; lazy",
        "if a: lazy import b",
        "yield_from = lazy, a",
      })
  void lazyIsANameWhereverNoImportFollows(String text) {
    assertThat(Parser.parse(SourceText.of(text)).opaqueStatements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lazy a",
        "lazy lazy import a",
        "lazy from a",
        "lazy import",
        "lazy import *",
        "lazy from a import",
        "lazy def f(): pass",
        "Lazy import a",
        "a lazy import b",
        "x = lazy import a",
        "(*a or b, c)",
        "[*a or b for c in d]",
        "{*a if b else c for d in e}",
        "[**a for b in c]",
        "(**a for b in c)",
        "{**a: b for c in d}",
        "{a: **b for c in d}",
        "{*a: b for c in d}",
        "{**a or b for c in d, e}",
        "f(a, *b for c in d)",
        "f(a=1, *b for c in d)",
        "f(**a for b in c)",
        "[*a for b in c, d]",
        "(*a)",
        "match a:\n  case +b: pass",
        "match a:\n  case ++1: pass",
        "match a:\n  case 1 + +2j: pass",
      })
  void whatItsGrammarRefusesIsNotRead(String text) {
    SyntaxTree tree = Parser.parse(SourceText.of(text));
    boolean pattern =
        tree.module().body().stream()
            .filter(Match.class::isInstance)
            .map(Match.class::cast)
            .anyMatch(it -> it.cases().get(0).pattern() instanceof OpaquePattern);
    assertThat(!tree.opaqueStatements().isEmpty() || pattern).isTrue();
  }

  @Test
  void comprehensionsUnpackTheirElements() {
    ListComp list = (ListComp) expression("[*a for a in b]");
    assertThat(list.element()).isEqualTo(new Starred(1, 3, new Name(2, 3, "a")));
    assertThat(((SetComp) expression("{*a for a in b if c}")).element())
        .isEqualTo(new Starred(1, 3, new Name(2, 3, "a")));
    assertThat(((GeneratorExp) expression("(*a for a in b)")).element())
        .isEqualTo(new Starred(1, 3, new Name(2, 3, "a")));
    assertThat(((Starred) ((GeneratorExp) expression("(*a or b for a in c)")).element()).value())
        .isInstanceOf(BoolOp.class);
    assertThat(((ListComp) expression("[*a async for a in b]")).clauses().get(0).async()).isTrue();
  }

  @Test
  void generatorThatUnpacksMayBeTheOnlyArgument() {
    Call call = (Call) expression("f(*a for a in b)");
    GeneratorExp generator = (GeneratorExp) call.arguments().get(0);
    assertThat(generator.start()).isEqualTo(1);
    assertThat(generator.end()).isEqualTo(16);
    assertThat(generator.element()).isEqualTo(new Starred(2, 4, new Name(3, 4, "a")));
  }

  @Test
  void dictComprehensionThatUnpacksHasNoValue() {
    DictComp dict = (DictComp) expression("{**a for a in b}");
    assertThat(dict.key()).isEqualTo(new Name(3, 4, "a"));
    assertThat(dict.value()).isEmpty();
    assertThat(((DictComp) expression("{a: b for a in b}")).value()).contains(new Name(4, 5, "b"));
  }

  @Test
  void numbersInPatternsMayHaveAPlus() {
    Match match =
        (Match) only("match a:\n  case +1: pass\n  case +1 - 2j: pass\n  case {+3: b}: pass");
    MatchValue number = (MatchValue) match.cases().get(0).pattern();
    assertThat(number).isEqualTo(new MatchValue(16, 18, new NumberLiteral(17, 18, "1")));
    BinOp complex = (BinOp) ((MatchValue) match.cases().get(1).pattern()).value();
    assertThat(complex.start()).isEqualTo(32);
    assertThat(complex.left()).isEqualTo(new NumberLiteral(33, 34, "1"));
    assertThat(((MatchMapping) match.cases().get(2).pattern()).keys()).hasSize(1);
  }
}
