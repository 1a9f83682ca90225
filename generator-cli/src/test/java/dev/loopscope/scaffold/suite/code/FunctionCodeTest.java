package dev.loopscope.scaffold.suite.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a function's body is its own, and when it runs. */
class FunctionCodeTest {
  @TempDir Path directory;

  @Test
  void behindAConditionalReturnCodeMayRun() throws IOException {
    assertThat(
            calls(
                """
                def f(x):
                    first()
                    if x:
                        second()
                        return
                    third()
                """))
        .containsExactly("first() ALWAYS", "second() MAYBE", "third() MAYBE");
  }

  @Test
  void behindAReturnNothingRunsAndIsStillWritten() throws IOException {
    SourceFile file = file("def f():\n    first()\n    return\n    yield never()\n");
    assertThat(calls(file)).containsExactly("first() ALWAYS");
    assertThat(FunctionKind.of(file, function(file))).isEqualTo(FunctionKind.GENERATOR);
  }

  @Test
  void innerFunctionsAndGeneratorsRunElsewhere() throws IOException {
    assertThat(
            calls(
                """
                def f():
                    def inner():
                        within()
                    later = (within(it) for it in own())
                    return lambda: within()
                """))
        .isEmpty();
  }

  @Test
  void theElseOfATryRunsIfNothingWasRaised() throws IOException {
    assertThat(
            calls(
                """
                def f():
                    try:
                        tried()
                    except OSError:
                        caught()
                    else:
                        fine()
                    finally:
                        last()
                """))
        .containsExactly(
            "tried() ALWAYS guarded", "caught() MAYBE", "fine() MAYBE", "last() ALWAYS");
  }

  @Test
  void handlersOfMissingKeysLetPassWhatAWrongLoopRaises() throws IOException {
    assertThat(
            calls(
                """
                def f():
                    try:
                        missing()
                    except (KeyError, asyncio.QueueEmpty):
                        pass
                    with contextlib.suppress(IndexError):
                        beyond()
                    with suppress(KeyError, Exception):
                        anything()
                    with pytest.raises(KeyError):
                        expected()
                    try:
                        either()
                    except KeyError:
                        pass
                    except RuntimeError:
                        pass
                """))
        .filteredOn(it -> !it.contains("suppress(") && !it.contains("raises("))
        .containsExactly(
            "missing() ALWAYS",
            "beyond() ALWAYS",
            "anything() ALWAYS guarded",
            "expected() ALWAYS guarded",
            "either() ALWAYS guarded");
  }

  @Test
  void theMessageOfAnAssertionIsForFailures() throws IOException {
    assertThat(calls("def f():\n    assert test(), message()\n"))
        .containsExactly("test() ALWAYS", "message() MAYBE");
  }

  @Test
  void aChainOfComparisonsEndsAtTheFirstThatFails() throws IOException {
    assertThat(calls("def f():\n    return a() < b() < c()\n"))
        .containsExactly("a() ALWAYS", "b() ALWAYS", "c() MAYBE");
  }

  @Test
  void aBlockThatExpectsAnExceptionGuardsItsBody() throws IOException {
    assertThat(calls("def f():\n    with pytest.raises(OSError):\n        work()\n    rest()\n"))
        .containsExactly("pytest.raises(OSError) ALWAYS", "work() ALWAYS guarded", "rest() ALWAYS");
  }

  @Test
  void aFunctionIsWalkedOverOnce() throws IOException {
    SourceFile file = file("def f():\n    first()\n");
    assertThat(FunctionCode.of(file, function(file)))
        .isSameAs(FunctionCode.of(file, function(file)));
  }

  private List<String> calls(String text) throws IOException {
    return calls(file(text));
  }

  private static List<String> calls(SourceFile file) {
    return FunctionCode.of(file, function(file)).calls().stream()
        .map(
            place ->
                file.text((Call) place.node())
                    + " "
                    + place.reach()
                    + (place.guarded() ? " guarded" : ""))
        .toList();
  }

  private SourceFile file(String text) throws IOException {
    Files.writeString(directory.resolve("conftest.py"), text);
    return SourceTree.at(directory).file("conftest.py").toOptional().orElseThrow();
  }

  private static FunctionDef function(SourceFile file) {
    return (FunctionDef) file.tree().module().body().get(0);
  }
}
