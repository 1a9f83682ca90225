package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether what pytest calls of a module names something: tests, fixtures, hooks, setup functions.
 * What these call is followed, and what stands behind the {@code yield} of a generator is not.
 */
final class SpokenOf {
  private static final Pattern CALLED_BY_PYTEST =
      Pattern.compile("test.*|pytest_.*|(async)?(setup|teardown).*", Pattern.CASE_INSENSITIVE);

  private SpokenOf() {}

  /** Whether the code that pytest calls of a file holds a text. */
  static boolean by(SourceFile file, String name) {
    return file.source().text().contains(name)
        && by(
            file,
            file.tree().module().body(),
            Pattern.compile("\\b" + Pattern.quote(name) + "\\b"));
  }

  private static boolean by(SourceFile file, List<Statement> body, Pattern name) {
    return body.stream()
        .anyMatch(
            it ->
                it instanceof ClassDef type
                    ? by(file, type.body(), name)
                    : it instanceof FunctionDef function
                        && isCalled(file, function)
                        && name.matcher(whole(file, function)).find());
  }

  private static boolean isCalled(SourceFile file, FunctionDef function) {
    FunctionKind kind = FunctionKind.of(file, function);
    return CALLED_BY_PYTEST.matcher(function.name().id()).matches()
        || kind == FunctionKind.GENERATOR
        || kind == FunctionKind.ASYNC_GENERATOR
        || function.decorators().stream().anyMatch(it -> file.text(it).contains("fixture"));
  }

  /** With what decorates it, such as a patch. */
  static String whole(SourceFile file, FunctionDef function) {
    int start =
        function.decorators().isEmpty()
            ? function.start()
            : Math.min(function.start(), function.decorators().get(0).start());
    return file.source().text().substring(start, function.end());
  }
}
