package dev.loopscope.scaffold.execution.matrix;

import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Archetype;
import java.util.List;
import java.util.Map;

/**
 * How many tests of a suite end how. It is the same in every environment, and at every loop scope.
 *
 * @param passed those that pass
 * @param refused those that are expected to fail
 */
public record TestCount(int passed, int refused) {
  /**
   * How many tests of a kind pass on each backend: without and with Hypothesis, in explicit-scope
   * and in multibackend.
   */
  private static final Map<String, List<Integer>> OF_A_KIND =
      Map.of(
          "echo", List.of(11, 13, 10, 13),
          "http", List.of(22, 23, 21, 23),
          "postgres", List.of(15, 16, 14, 16),
          "redis", List.of(13, 14, 12, 14),
          "subprocess", List.of(20, 21, 19, 21),
          "websocket", List.of(13, 14, 12, 14));

  /**
   * What is expected of a suite.
   *
   * @throws AssertionError if nobody has counted the tests of one of its kinds
   */
  public static TestCount of(Combination suite) {
    boolean explicit = suite.archetype() == Archetype.EXPLICIT_SCOPE;
    int backends = suite.backends().size();
    List<ResourceKind> kinds = suite.sharing().kindsOn(suite.backends());
    int passed = 0;
    for (ResourceKind kind : kinds) {
      List<Integer> counts = OF_A_KIND.get(kind.word());
      if (counts == null) {
        throw new AssertionError("count the tests of a suite of kind " + kind.word() + " here");
      }
      passed += counts.get((explicit ? 0 : 2) + (suite.hypothesis() ? 1 : 0)) * backends;
    }
    // An app is kept off other databases.
    boolean onADatabase = kinds.containsAll(List.of(ResourceKind.HTTP, ResourceKind.POSTGRES));
    passed += onADatabase ? backends : 0;
    // The example of several resources at once.
    passed += kinds.size() > 1 ? backends : 0;
    // One has no backend, so there is one of it.
    int refused = kinds.size() * (explicit ? backends : 1) + 1;
    return new TestCount(passed, refused);
  }

  /** Both together. */
  public TestCount plus(TestCount other) {
    return new TestCount(passed + other.passed, refused + other.refused);
  }

  /** As pytest sums it up. */
  public String summary() {
    return passed + " passed, " + refused + " xfailed";
  }
}
