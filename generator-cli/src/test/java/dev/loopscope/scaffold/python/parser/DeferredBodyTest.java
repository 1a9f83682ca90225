package dev.loopscope.scaffold.python.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The body of a function is read later, and is what it would have been. */
class DeferredBodyTest {
  /** Behind it, a text has an error token, and all of it is read at once. */
  private static final String NO_PYTHON = "\n?\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f():\n    return 1\n",
        "def f():\n    return 1",
        "def f():\r\n\tx = 1;\r\n\treturn x\r\n",
        "def f():\n    # first\n\n    '''Ä 🎉'''\n    def g():\n        yield\n    # last\n",
        "async def f(a, *, b=1) -> int:\n  if a:\n      await b\n  else:\n      pass\n",
        "class A:\n    @d\n    def f(self):\n        (1,\n 2)\n    def g(self): pass\n",
        "def f():\n    x = '''\ndef g():\n    pass\n'''\n    return x\n",
        "def f():\n    x = [\n\n        1]  # comment\n        \ndef g():\n    pass\n",
        "def f():\n        if a:\n            b\n        )\n        return\n",
        "def f():\n    f'{a!r:>{b}} {\n      c}'\n    match x:\n        case 1: pass\n",
        "if a:\n    def f():\n        b = \\\n  c\n        return b\n    f()\n",
        "def f():\n def g():\n  def h():\n   global x\n   x = 1\n  return h\n return g\n",
      })
  void laterBodyIsTheOneReadAtOnce(String text) {
    List<Statement> later = body(text);
    List<Statement> atOnce = body(text + NO_PYTHON);

    assertThat(later).isEqualTo(atOnce.subList(0, later.size()));
  }

  @Test
  void functionEndsWhereItsBodyDoes() {
    FunctionDef function = (FunctionDef) body("def f():\n    a = 1;  # b\n\n# c\n").get(0);

    assertThat(function.end()).isEqualTo("def f():\n    a = 1;".length());
  }

  @Test
  void unreadableStatementOfABodyIsFound() {
    SyntaxTree tree = Parser.parse(SourceText.of("def f():\n    a b\n    return 1\n"));

    assertThat(tree.opaqueStatements()).hasSize(1);
  }

  private static List<Statement> body(String text) {
    return Parser.parse(SourceText.of(text)).module().body();
  }
}
