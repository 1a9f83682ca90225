package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.answers.value.Identifiers;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.text.TakenNames;
import java.util.List;

/**
 * The shared resource's name. It becomes a fixture, and so the parameter of every test that uses
 * it: an ASCII identifier of at most 24 characters that means nothing else there.
 *
 * @param text the name
 */
public record ResourceName(String text) {
  /**
   * Every other identifier in the Python files of all suites; a test reads them again. Those of the
   * files that a kind of resource brings, the kind itself has.
   */
  private static final String SUITE =
      "AnotherBackendError|AnotherLoopError|AsyncIterator|BACKENDS|Backend"
          + "|BackendSuite|Callable|EveryResourceSuite|HealthCheck|Iterator|LOOP_SCOPE"
          + "|LoopContractError|Mapping|NamedTuple|Opening|Openings|SHARED|UnmarkedTestError|answer|arrange"
          + "|arranged|asked|asked_backend|asks|autouse|backend|callspec|check_closed"
          + "|check_lent|clear|closed|cls|collections|contextlib|contextmanager|count|current_run|dataclass"
          + "|dataclasses|deadline|default|example|f|first|fixture|fixturename|fixtures|get"
          + "|give|given|inspect|is_async|isolated|item|live|loop|loop_scope|mark|marked"
          + "|message|name|named|node|nodes|of|opened|opened_in|opened_on|opening|openings"
          + "|options|other|own|owner|owner_of|parameters|params|pytestmark|raises|record"
          + "|refuse_another_backend|refuse_another_loop|refuse_async_test_without_mark"
          + "|refuse_wrong_backend|remove|resource|resources|run|running|running_backend"
          + "|runs_in|runs_on|runs_on_its_backend|same|scope|second|self|settings|st"
          + "|strategies|strict|suite|suites|support|suppress_health_check|tests|typing"
          + "|values|write";

  private static final String TAKEN =
      TakenNames.KEYWORDS
          + "|"
          + TakenNames.BUILTINS
          + "|"
          + TakenNames.FIXTURES
          + "|"
          + TakenNames.PLUGIN_MODULES
          + "|"
          + SUITE;

  private static final String TAKEN_BY_ALL = TAKEN + takenBy(ResourceKind.ALL);

  private static final String OF_THE_SUITE = "`%s` is a name that the suite itself uses";

  private static final int LONGEST = 24;

  /** An identifier that is not too long, whether or not it is taken: a regex to show to people. */
  public static final String SHAPE = "[A-Za-z_][A-Za-z0-9_]{0," + (LONGEST - 1) + "}";

  /**
   * Validates.
   *
   * @throws RefusalException if the name is no identifier, or means something already
   */
  public ResourceName {
    String problem = problem(text);
    if (!problem.isEmpty()) {
      throw refused(problem, text);
    }
  }

  /**
   * A name where there are these kinds of resources.
   *
   * @throws RefusalException if the name is no identifier, or means something already
   */
  public static ResourceName of(String text, List<ResourceKind> kinds) {
    // What all kinds take is looked up below, in a text that is made once.
    if (!kinds.equals(ResourceKind.ALL)
        && Identifiers.isIdentifier(text)
        && TakenNames.lists(takenBy(kinds), text)) {
      throw refused(OF_THE_SUITE.formatted(text), text);
    }
    return new ResourceName(text);
  }

  /** What a legal name is where there are these kinds, for {@code String.matches}. */
  public static String regex(List<ResourceKind> kinds) {
    return "(?!__|test|Test|pytest_)(?!(?:" + TAKEN + takenBy(kinds) + ")(?![A-Za-z0-9_]))" + SHAPE;
  }

  private static String takenBy(List<ResourceKind> kinds) {
    StringBuilder taken = new StringBuilder();
    for (ResourceKind kind : kinds) {
      taken.append('|').append(kind.taken());
    }
    return taken.toString();
  }

  private static RefusalException refused(String problem, String text) {
    return new RefusalException(
        new Refusal(problem, text, "another identifier, such as `client`, `broker` or `store`"));
  }

  /** What is wrong with {@code text}; empty if nothing is. */
  private static String problem(String text) {
    if (!Identifiers.isIdentifier(text)) {
      return "`" + text + "` is no Python identifier";
    }
    if (text.length() > LONGEST) {
      return "the resource's name is longer than " + LONGEST + " characters";
    }
    if (text.startsWith("__")) {
      return "`" + text + "` starts with two underscores, which Python changes inside a class";
    }
    if (text.startsWith("test") || text.startsWith("Test") || text.startsWith("pytest_")) {
      return "`" + text + "` begins as a test or a hook does, and pytest would take it for one";
    }
    if (TakenNames.lists(TakenNames.KEYWORDS, text)) {
      return "`" + text + "` is a Python keyword";
    }
    if (TakenNames.lists(TakenNames.BUILTINS, text)) {
      return "`" + text + "` is a Python builtin";
    }
    if (TakenNames.lists(TakenNames.FIXTURES, text)) {
      return "`" + text + "` is a fixture of pytest or of a plugin";
    }
    return TakenNames.lists(TAKEN_BY_ALL, text) ? OF_THE_SUITE.formatted(text) : "";
  }
}
