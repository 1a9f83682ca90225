package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A shared async fixture that keeps anyio's runner on one backend from its first use to its
 * teardown.
 *
 * @param fixture the fixture
 * @param user a test that sets it up
 */
public record HeldRunner(Fixture fixture, AnyioTest user) {
  /** The runners that tests of a suite leave held, and that no change of the backend releases. */
  public static List<HeldRunner> of(SuiteModel model, List<AnyioTest> tests) {
    List<HeldRunner> held = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (AnyioTest test : tests) {
      for (Fixture fixture : test.sharedHolders(model)) {
        boolean fits =
            fixture
                .scope()
                .toOptional()
                .filter(it -> !it.widerThan(test.backend().scope()))
                .isPresent();
        if (fits && (!test.backend().several() || test.outlivedBy(fixture, model))) {
          HeldRunner runner = new HeldRunner(fixture, test);
          // Later users of the same one find it alive.
          if (seen.add(List.of(fixture, runner.backend(), runner.range()))) {
            held.add(runner);
          }
        }
      }
    }
    return List.copyOf(held);
  }

  /** The backend it is held on. */
  public String backend() {
    return user.backend().first();
  }

  /** Of several users within it, the first is enough. */
  private Object range() {
    boolean ofClass = fixture.scope().is(Scope.CLASS);
    return ofClass
        ? List.of(user.test().collectedIn(), user.test().collectedBy())
        : user.test().collectedIn();
  }

  /** Whether a test lies within the fixture's scope, if the two are run one after the other. */
  public boolean reaches(Test test) {
    return switch (fixture.scope().toOptional().orElse(Scope.FUNCTION)) {
      case FUNCTION -> false;
      case CLASS -> inSameModule(test) && test.collectedBy().equals(user.test().collectedBy());
      case MODULE -> inSameModule(test);
      case PACKAGE -> inSameDirectory(test);
      case SESSION -> true;
    };
  }

  /** Whether both are collected from one file. */
  @SuppressWarnings("ReferenceEquality") // a file has one object
  public boolean inSameModule(Test test) {
    return test.collectedIn() == user.test().collectedIn();
  }

  /** Whether both are collected from one directory. */
  boolean inSameDirectory(Test test) {
    return test.collectedIn().directory().equals(user.test().collectedIn().directory());
  }
}
