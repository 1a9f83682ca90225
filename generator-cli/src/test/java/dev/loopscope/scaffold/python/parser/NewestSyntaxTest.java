package dev.loopscope.scaffold.python.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText.Conversion;
import dev.loopscope.scaffold.python.tree.FormattedText.FormattedValue;
import dev.loopscope.scaffold.python.tree.FormattedText.Interpolation;
import dev.loopscope.scaffold.python.tree.FormattedText.TemplateStr;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Python 3.14 added; the older versions are compared with CPython itself. */
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
}
