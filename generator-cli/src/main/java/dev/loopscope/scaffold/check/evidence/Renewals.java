package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.Lazy;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether something that a module keeps may be let go between two tests, by whatever pytest calls
 * on the way: fixtures, hooks of any plugin of the project, setup functions, patches, and what is
 * handed on for later.
 */
final class Renewals {
  private static final Pattern HOOKS = Pattern.compile("pytest_.*");
  private static final Pattern SET_UPS =
      Pattern.compile("(async)?(setup|teardown).*", Pattern.CASE_INSENSITIVE);

  /** A request of that method is none. */
  private static final Pattern PATCHES =
      Pattern.compile("(?<!\\w)patch(\\.\\w+)*\\(\\s*(?!\\w?[\"']/)|setattr\\(|(?<!\\w)mocker\\.");

  private static final Pattern LATER = Pattern.compile("addfinalizer\\(|callback\\(");

  private final SuiteModel model;
  private final Lazy<List<Called>> hooks = new Lazy<>(this::findHooks);
  private final Map<Part.Shared, Map<FunctionDef, Boolean>> known = new HashMap<>();

  Renewals(SuiteModel model) {
    this.model = model;
  }

  /** A function that pytest calls. */
  private record Called(SourceFile file, FunctionDef function) {}

  /** Whether any function that is called for a test puts something at a place, or closes it. */
  boolean byCalls(Part.Shared place, Test test) {
    Map<FunctionDef, Boolean> functions =
        known.computeIfAbsent(place, unused -> new IdentityHashMap<>());
    return all(test)
        .anyMatch(it -> functions.computeIfAbsent(it.function(), unused -> renews(it, place)));
  }

  /** Whether any of them, or what decorates them, patches something, or hands it on for later. */
  boolean byPatches(Test test) {
    return Stream.concat(
            fixtures(test).map(it -> it.file().text(it.function())),
            Stream.concat(
                Stream.of(SpokenOf.whole(test.file(), test.function())), decorators(test)))
        .anyMatch(it -> PATCHES.matcher(it).find() || LATER.matcher(it).find());
  }

  /** Whether a hook, or a setup function of the test's class, names something. */
  boolean byName(String name, Test test) {
    Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    return Stream.concat(hooks.get().stream(), setUps(test).stream())
        .anyMatch(it -> word.matcher(it.file().text(it.function())).find());
  }

  /** Whether modules may be imported anew. */
  boolean byImports() {
    return model.mentions("sys.modules")
        || (model.mentions("importlib") && model.mentions("reload"));
  }

  private Stream<Called> all(Test test) {
    return Stream.of(
            Stream.of(new Called(test.file(), test.function())),
            fixtures(test),
            hooks.get().stream(),
            setUps(test).stream())
        .flatMap(it -> it);
  }

  private Stream<Called> fixtures(Test test) {
    List<Fixture> fixtures = model.closure(test).fixtures();
    return fixtures.stream().map(it -> new Called(it.file(), it.function()));
  }

  private boolean renews(Called called, Part.Shared place) {
    return model.renews(called.file(), called.function(), place)
        || FunctionCode.of(called.file(), called.function()).withInner().stream()
            .filter(it -> it instanceof Name || it instanceof Attribute)
            .map(it -> model.resolver().resolve(called.file(), (Expression) it))
            .anyMatch(
                it ->
                    it instanceof Resolution.Function handed
                        && model.renews(handed.file(), handed.definition(), place));
  }

  private List<Called> findHooks() {
    List<Called> found = new ArrayList<>();
    for (SourceFile file : model.files()) {
      if (file.source().text().contains("pytest_")) {
        add(file, file.tree().module().body(), HOOKS, found);
      }
    }
    return found;
  }

  private static List<Called> setUps(Test test) {
    List<Called> found = new ArrayList<>();
    add(test.file(), test.file().tree().module().body(), SET_UPS, found);
    for (ClassRef owner : classes(test)) {
      add(owner.file(), owner.definition().body(), SET_UPS, found);
    }
    return found;
  }

  private static List<ClassRef> classes(Test test) {
    return test.collectedBy().stream().flatMap(it -> it.mro().classes().stream()).toList();
  }

  private static Stream<String> decorators(Test test) {
    return classes(test).stream()
        .flatMap(
            it ->
                it.definition().decorators().stream().map(decorator -> it.file().text(decorator)));
  }

  private static void add(
      SourceFile file, List<Statement> body, Pattern names, List<Called> found) {
    for (Statement statement : body) {
      if (statement instanceof ClassDef type) {
        add(file, type.body(), names, found);
      } else if (statement instanceof FunctionDef function
          && names.matcher(function.name().id()).matches()) {
        found.add(new Called(file, function));
      }
    }
  }
}
