package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.resource.flow.Left;
import dev.loopscope.scaffold.suite.resource.flow.Part;
import java.util.HashMap;
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
    return keeping.matcher(text).find() || closes(text);
  }

  private boolean inClass(SuiteClass owner) {
    for (ClassRef type : owner.mro().classes()) {
      boolean found =
          type.definition().body().stream()
              .anyMatch(it -> it instanceof FunctionDef method && inMethod(type.file(), method));
      if (found) {
        return true;
      }
    }
    return false;
  }

  private boolean inMethod(SourceFile file, FunctionDef method) {
    String name = method.name().id();
    boolean earlier = OF_CLASSES.contains(name) && !setup.scope().is(Scope.MODULE);
    if (earlier || name.startsWith("test") || name.equals(setup.name())) {
      return false;
    }
    String text = file.text(method);
    boolean after = name.toLowerCase(Locale.ROOT).contains("teardown");
    return closes(text) || (!after && keeping.matcher(text).find());
  }

  private boolean closes(String text) {
    return binds && closing.matcher(text).find();
  }
}
