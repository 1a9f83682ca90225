package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.suite.SuiteModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No chain of operators, calls or blocks is too long, on the stacks of a megabyte that threads have
 * where nothing else is said.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeepCodeTest {
  @TempDir private Path directory;

  /** Everywhere that a rule looks at expressions. */
  private static final String EVERYWHERE =
      """
      import pytest, pytest_asyncio, anyio, asyncio
      from pytest import mark

      alias = $
      made = pytest.fixture($)
      pytestmark = [mark.asyncio(loop_scope=$), $]
      target, *rest = $

      @$
      @pytest.fixture(scope=$, params=[$], name=$, autouse=$)
      def first(): return $

      @alias
      def unknown(): pass

      @pytest_asyncio.fixture(loop_scope=$)
      async def second(first, unknown, made, alias):
          async with $ as it:
              yield $
          await asyncio.wait_for($)

      @pytest.fixture(params=[$])
      def anyio_backend(request): return $

      @pytest.mark.parametrize('second, a', $, indirect=$)
      @pytest.mark.usefixtures($)
      @given($)
      async def test_it(second, a=$, *, b: $ = 1):
          assert $
          if $:
              request.getfixturevalue($)
          for c in $:
              asyncio.run($)

      class Base($): pass

      class TestIt(Base, alias, metaclass=$):
          loop = asyncio.get_event_loop() or $
          async def setup_method(self): self.it = $
          @pytest.fixture
          def event_loop(self): yield $
          async def test_it(self, event_loop, unknown): await $

      def pytest_collection_modifyitems(items):
          for item in items: item.add_marker($)
          items[:] = $
      """;

  /** What stands before the chain, a link of it, and what stands behind it. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "a~()~",
        "pytest.fixture~()~",
        "pytest.mark.asyncio~()~",
        "a~.b~",
        "a~[0]~",
        "a~.b(c)[0]~",
        "[a]~ + [b]~",
        "'a'~ + 'b'~",
        "[mark.asyncio]~ + [mark.anyio]~",
        "a~ * b~",
        "a~ @ b~",
        "a~ << b~",
        "a~ | b~",
        "a~ or b~",
        "a~ or b and c~",
        "a~ < b~",
        "'a'~ 'b'~",
        "f'a'~ f'{b}'~",
        "~not ~a",
        "~-~a",
        "~a ** ~b",
        "~lambda: ~a",
        "~a if b else ~c",
        "~'a' if b else ~'a'",
        "~(~a",
        "~[~a",
        "~f(~a",
        "[a ~for b in c ~]",
        "[a for b in c ~if d ~]",
        "[~a, ~]",
        "[~'a', ~]",
        "f(~a=1, ~)",
        "(~a := ~b)",
        "~await ~a",
        "~*~a",
        "a[~:, ~]",
        "f(g~().h~)",
      })
  void chainOfAnyLengthIsChecked(String shape) throws IOException {
    String[] parts = shape.split("~", -1);
    for (int length : List.of(900, 3_000, 100_000)) {
      String chain = parts[0] + parts[1].repeat(length) + parts[2];
      check("import pytest\nit = " + chain + "\n" + EVERYWHERE.replace("$", "it"));
      if (length == 900) {
        check(EVERYWHERE.replace("$", chain));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "if a:\n  pass\n~elif a:\n  asyncio.run(a)\n~else:\n  yield a\n",
        "try:\n  pass\n~except a as b:\n  await a\n~else:\n  return a\n",
        "match a:\n~  case a.b(c=d):\n    await a\n~",
        "match a:\n  case a~.b~():\n    await a\n",
        "match a:\n  case 1~ | 1~:\n    await a\n",
        "~@a\n~def f(): pass\n",
        "~@mark.asyncio\n~async def test_more(): pass\n",
        "~a = ~b\n",
        "~a += b\n~",
        "~a; ~b\n",
        "~async with a(): await b\n~",
        "async with a~, a() as c~: await b\n",
        "def f(a~, b=1~): pass\n",
        "def f(a~, b~): pass\n",
        "class A(a~, b~): pass\n",
        "def f~[A~](): pass\n",
        "def f[A~, B: a = b~](): pass\n",
        "type A[T] = T~[T]~\n",
        "del a~, b~\n",
        "global a~, b~\n",
        "import a~.b~\n",
        "import a~, b~\n",
        "from ~.~a import b\n",
        "from a import b~, c as d~\n",
        "~import pytest\n~",
        "~def f(): pass\n~",
        "~class TestIt: pass\n~",
        "~a = b\nb = c\nc = a\n~",
        "~a = b()\nb = a()\n~",
        "~if a: a = b\n~",
        "~from test_it import *\n~",
        "~\\\n~a\n",
        "~(\n~a",
        "~# scaffold: ignore[LS001] a\n~a",
      })
  void statementOfAnyLengthIsChecked(String shape) throws IOException {
    String[] parts = shape.split("~", -1);
    for (int length : List.of(100, 10_000)) {
      String code = parts[0] + parts[1].repeat(length) + parts[2];
      check(
          "import asyncio, pytest\nfrom pytest import mark\n"
              + code
              + "@mark.asyncio\nasync def test_it(a, f):\n"
              + code.indent(4)
              + "@pytest.fixture\ndef event_loop():\n"
              + code.indent(4)
              + "def pytest_collection_modifyitems(items):\n"
              + code.indent(4));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "if a:",
        "for a in b:",
        "while True:",
        "async with a() as b:",
        "try:",
        "match a:",
        "case a:",
        "def f(a):",
        "async def test_it(f):",
        "class TestIt:",
        "class TestIt(TestIt):",
        "x",
      })
  void blockOfAnyDepthIsChecked(String header) throws IOException {
    for (int depth : List.of(50, 99, 1_000)) {
      StringBuilder code = new StringBuilder("import pytest\nasync def test_it(f):\n");
      for (int at = 1; at < depth; at++) {
        code.append(" ".repeat(at)).append(header).append('\n');
      }
      check(code.append(" ".repeat(depth)).append("await a\n").toString());
    }
  }

  private void check(String text) throws IOException {
    Files.write(directory.resolve("test_it.py"), text.getBytes(StandardCharsets.UTF_8));
    Outcome outcome =
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(2),
            () ->
                new Checker(RuleSet.all(), CheckSettings.everything(), path -> true)
                    .check(SuiteModel.read(directory, List.of(directory))));
    assertThat(outcome.files()).isEqualTo(1);
  }
}
