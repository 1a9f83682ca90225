package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.regex.Pattern;

/** Tells where code may keep a test from running on trio, or knows which backend runs it. */
public final class TrioGuards {
  private static final List<String> WORDS =
      List.of(
          "skip",
          "xfail",
          "trio",
          "async_library",
          "sniffio",
          "backend",
          "patch",
          "setattr",
          "mock");

  private static final Pattern BACKEND_PARAMETER =
      Pattern.compile("\\b" + AnyioBackend.NAME + "(?:_name|_options)?\\b");

  private TrioGuards() {}

  /** Whether a hook of the suite may skip, drop or run tests by its own rules. */
  public static boolean inHooks(SuiteModel model) {
    return model.files().stream().anyMatch(TrioGuards::hasGuardingHook);
  }

  private static boolean hasGuardingHook(SourceFile file) {
    for (Statement statement : file.tree().module().body()) {
      if (statement instanceof FunctionDef function
          && function.name().id().startsWith("pytest_")
          && mentions(file, function, "deselect")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a fixture of a test may skip it, or turn its calls into others. */
  public static boolean inFixtures(AnyioTest test) {
    return test.closure().fixtures().stream()
        .filter(it -> !it.name().equals(AnyioBackend.NAME))
        .filter(it -> !it.isAsync())
        .anyMatch(TrioGuards::isGuard);
  }

  private static boolean isGuard(Fixture fixture) {
    return mentions(fixture.file(), fixture.function(), "deselect");
  }

  /** Whether a function looks at the backend, skips, or replaces what it calls. */
  public static boolean in(SourceFile file, FunctionDef function) {
    return mentions(file, function, "importorskip")
        || function.decorators().stream().anyMatch(it -> file.text(it).contains("patch"));
  }

  private static boolean mentions(SourceFile file, FunctionDef function, String further) {
    String text = text(file, function);
    return text.contains(further) || WORDS.stream().anyMatch(text::contains);
  }

  /** A function as it is written, but for parameters that are there to be set up after them. */
  private static String text(SourceFile file, FunctionDef function) {
    String text = file.text(function);
    int body = function.body().get(0).start() - function.start();
    return BACKEND_PARAMETER.matcher(text.substring(0, body)).replaceAll("") + text.substring(body);
  }
}
