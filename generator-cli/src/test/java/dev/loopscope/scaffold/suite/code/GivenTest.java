package dev.loopscope.scaffold.suite.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function gives, and what stands around it. */
class GivenTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return pool | RETURNS | pool",
        "yield pool | YIELDS | pool",
        "yield pool; return | YIELDS | pool",
        "yield pool; return 5 | YIELDS | pool",
        "got = yield pool | YIELDS | pool",
        "return pool; return other | RETURNS | pool",
        "raise OSError; yield pool | NOTHING | ",
        "open_all() | NOTHING | ",
        "yield | NOTHING | ",
        "yield None | NOTHING | ",
        "return None | NOTHING | ",
        "return lambda: pool | RETURNS | lambda: pool",
        "yield from pools() | SEVERAL | ",
      })
  void isTheValueOfItsOneReturnOrYield(String body, Given.Kind kind, String only)
      throws IOException {
    Given given = given("def f():\n    " + body + "\n");
    assertThat(given.kind()).isEqualTo(kind);
    assertThat(text(given.only())).isEqualTo(Optional.ofNullable(only));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    if x:\n        return pool\n    return other\n",
        "    if x:\n        return\n    return pool\n",
        "    if x:\n        yield pool\n    else:\n        yield\n",
      })
  void twoValuesAreSeveralAndNoneIsOne(String body) throws IOException {
    Given given = given("def f(x):\n" + body);
    assertThat(given.kind()).isEqualTo(Given.Kind.SEVERAL);
    assertThat(given.only()).isEmpty();
    assertThat(given.values()).hasSize(2);
  }

  @Test
  void whatInnerFunctionsReturnIsTheirOwn() throws IOException {
    Given given =
        given(
            """
            def f():
                def make():
                    return pool
                class Kept:
                    def it(self):
                        return pool
            """);
    assertThat(given.kind()).isEqualTo(Given.Kind.NOTHING);
  }

  @Test
  void aValueKnowsWhetherItIsGivenAndOutOfWhichBlocks() throws IOException {
    Given given =
        given(
            """
            def f(x):
                try:
                    with opened() as pool:
                        if x:
                            yield pool
                except OSError:
                    pass
            """);
    FunctionCode.Place place = given.values().get(0).place();
    assertThat(place.reach()).isEqualTo(Reach.MAYBE);
    assertThat(place.guarded()).isTrue();
    assertThat(place.blocks()).hasSize(1);
  }

  @Test
  void setupStandsBeforeTheYieldAndInIt() throws IOException {
    Given given =
        given(
            """
            def f():
                first()
                with second():
                    last(1, (yield third()), fifth())
                sixth()
            """);
    Given.Value value = given.values().get(0);
    assertThat(calls(given.before(value))).containsExactly("first", "second", "third");
    assertThat(calls(given.behind(value))).containsExactly("last", "fifth", "sixth");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pool = make(); return pool | make()",
        "pool: Pool = make(); yield pool | make()",
        "pool = None; pool = make(); yield pool | make()",
        "pool, other = make(); yield pool | pool",
        "return pool | pool",
      })
  void aVariableThatIsSetOnceStandsForWhatItIsSetTo(String body, String origin) throws IOException {
    assertThat(text(given("def f():\n    " + body + "\n").origin())).contains(origin);
  }

  @Test
  void aVariableOfALoopStandsForItself() throws IOException {
    Given given =
        given(
            """
            def f():
                backend = "asyncio"
                for backend in names:
                    pass
                return backend
            """);
    assertThat(text(given.origin())).contains("backend");
  }

  @Test
  void theParameterMayGoThroughAVariable() throws IOException {
    assertThat(given("def f(request):\n    return request.param\n").isParameter()).isTrue();
    assertThat(given("def f(request):\n    it = request.param\n    yield it\n").isParameter())
        .isTrue();
    assertThat(given("def f(request):\n    return request.node\n").isParameter()).isFalse();
  }

  @Test
  void itIsAloneIfTheBodyDoesNothingElse() throws IOException {
    assertThat(text(given("def f():\n    \"\"\"Says why.\"\"\"\n    return 1\n").alone()))
        .contains("1");
    assertThat(text(given("def f():\n    yield 1\n").alone())).contains("1");
    assertThat(given("def f():\n    opened()\n    yield 1\n").alone()).isEmpty();
    assertThat(given("def f():\n    return None\n").alone()).isEmpty();
  }

  private Given given(String text) throws IOException {
    SourceFile file = file(text);
    return Given.of(file, (FunctionDef) file.tree().module().body().get(0));
  }

  private SourceFile file(String text) throws IOException {
    Files.writeString(directory.resolve("a.py"), text);
    return SourceTree.at(directory).file("a.py").toOptional().orElseThrow();
  }

  private Optional<String> text(Optional<Expression> given) throws IOException {
    String whole = Files.readString(directory.resolve("a.py"));
    return given.map(it -> whole.substring(it.start(), it.end()));
  }

  private static List<String> calls(List<FunctionCode.Place> places) {
    return places.stream()
        .filter(it -> it.node() instanceof Call)
        .map(it -> ((Call) it.node()).function())
        .map(it -> ((Name) it).id())
        .toList();
  }
}
