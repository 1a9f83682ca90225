package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.resource.left.Left;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who else may put something where a function that is called before tests keeps what it opens, or
 * close what the first of several users bound. Told by the text: it is reason to say nothing.
 */
public final class SetupRenewal {
  private static final Set<String> OF_CLASSES =
      Set.of("setup_class", "setUpClass", "teardown_class", "tearDownClass");

  /** What pytest and unittest call by these names. */
  private static final Set<String> HOOKS =
      Set.of(
          "setup_class",
          "setUpClass",
          "setup_method",
          "setUp",
          "asyncSetUp",
          "asyncTearDown",
          "tearDown",
          "teardown_method",
          "teardown_class",
          "tearDownClass");

  private final Fixture setup;
  private final SuiteModel model;
  private final Pattern keeping;
  private final Pattern closing;
  private final boolean binds;
  private final Map<SuiteClass, Boolean> classes = new HashMap<>();
  private final Map<Fixture, Boolean> fixtures = new HashMap<>();

  /** Of what {@code setup} keeps at a place. */
  public SetupRenewal(Fixture setup, Left.Held held, SuiteModel model) {
    this.setup = setup;
    this.model = model;
    this.binds = held.bindsLater();
    String place = held.place().map(Part.Kept::name).orElse("");
    String last = Pattern.quote(place.substring(place.lastIndexOf('.') + 1));
    String before = place.contains(".") ? "\\." : "(?:^[ \\t]*|\\.|,[ \\t]*)";
    this.keeping =
        Pattern.compile(
            before + last + "\\b[^=()<>!\\n]*=(?!=)|setattr\\([^\\n]*['\"]" + last + "['\"]",
            Pattern.MULTILINE);
    this.closing =
        Pattern.compile(
            "\\b" + last + "\\b[^\\n]*(?:close|disconnect|shutdown|stop)|with [^\\n]*\\b" + last);
  }

  /** Whether somebody may do so before a test, or behind it. */
  public boolean mayConcern(Test test) {
    return closes(test.file().text(test.function()))
        || test.collectedBy().filter(it -> classes.computeIfAbsent(it, this::inClass)).isPresent()
        || model.closure(test).fixtures().stream()
            .anyMatch(it -> fixtures.computeIfAbsent(it, this::inFixture));
  }

  private boolean inFixture(Fixture fixture) {
    String text = fixture.file().text(fixture.function());
    return keeps(text) || closes(text);
  }

  private boolean inClass(SuiteClass owner) {
    Set<String> hooks = new LinkedHashSet<>();
    Set<String> helpers = new LinkedHashSet<>();
    for (ClassRef type : owner.mro().classes()) {
      for (Statement statement : type.definition().body()) {
        if (statement instanceof FunctionDef method) {
          String name = method.name().id();
          String text = type.file().text(method);
          if (isCalled(name) && (closes(text) || (isBefore(name) && keeps(text)))) {
            return true;
          }
          if (isCalled(name)) {
            hooks.add(text);
          } else if (!HOOKS.contains(name) && !name.startsWith("test") && keeps(text)) {
            helpers.add("." + name + "(");
          }
        }
      }
    }
    return hooks.stream().anyMatch(hook -> helpers.stream().anyMatch(hook::contains));
  }

  /** Whether a method of this name is called for a test, behind the setup function. */
  private boolean isCalled(String name) {
    boolean earlier = OF_CLASSES.contains(name) && !setup.scope().is(Scope.MODULE);
    return HOOKS.contains(name) && !earlier && !name.equals(setup.name());
  }

  private static boolean isBefore(String name) {
    return !name.toLowerCase(Locale.ROOT).contains("teardown");
  }

  private boolean keeps(String text) {
    return keeping.matcher(text).find();
  }

  private boolean closes(String text) {
    return binds && closing.matcher(text).find();
  }
}
