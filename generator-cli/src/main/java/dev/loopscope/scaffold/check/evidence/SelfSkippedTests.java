package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.Reach;
import dev.loopscope.scaffold.suite.code.StandardLibrary;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.SkippingCode;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tests that their own code may skip before it does anything, and those that a fixture may skip
 * because of their backend. Their fixtures are set up, but nothing passes that should not.
 */
public final class SelfSkippedTests {
  private final SuiteModel model;
  private final SkippingCode skipping;
  private final Map<Fixture, Boolean> known = new ConcurrentHashMap<>();

  /** Of a suite. */
  public SelfSkippedTests(SuiteModel model) {
    this.model = model;
    this.skipping = reader(model);
  }

  /** What reads skips, with the modules that the project names or Python has. */
  static SkippingCode reader(SuiteModel model) {
    return new SkippingCode(model.resolver(), module -> isInstalled(module, model));
  }

  private static boolean isInstalled(String module, SuiteModel model) {
    String first = module.split("\\.", 2)[0];
    return StandardLibrary.isAlwaysThere(first)
        || model.versions().of(first.replace('_', '-')).filter(Allowed::stated).isPresent();
  }

  /** Whether such a test is one. */
  public boolean holds(Test test) {
    Optional<ClassRef> owner = owner(test);
    return skipping.atTheStart(test.file(), test.function(), owner) != Reach.NEVER
        || skipping.of(test.file(), test.function(), owner) == Reach.ALWAYS
        || model.closure(test).fixtures().stream().anyMatch(this::looksAtTheBackend);
  }

  static Optional<ClassRef> owner(Test test) {
    return test.definedIn().map(it -> new ClassRef(it.file(), it.definition()));
  }

  private boolean looksAtTheBackend(Fixture fixture) {
    return known.computeIfAbsent(
        fixture,
        it ->
            !it.name().equals(AnyioBackend.NAME)
                && it.file().mayHold(it.function(), AnyioBackend.NAME)
                && skipping.of(it.file(), it.function(), Optional.empty()) != Reach.NEVER);
  }
}
