package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.answers.value.Identifiers;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.text.TakenNames;

/**
 * The shared resource's name. It becomes a fixture, and so the parameter of every test that uses
 * it: an ASCII identifier of at most 24 characters that means nothing else there.
 *
 * @param text the name
 */
public record ResourceName(String text) {
  /** Every other identifier in the Python files of the suites; a test reads them again. */
  private static final String SUITE =
      "AnotherBackendError|AnotherLoopError|AsyncIterator|BACKENDS|Backend|"
          + "BufferedByteReceiveStream|Callable|HOST|HealthCheck|Iterator|KEYS|LONGEST_LINE|"
          + "LOOP_SCOPE|LOOP_SCOPE_NODE|LineClient|LineServiceSuite|LoopContractError|"
          + "Mapping|NamedTuple|Opening|Openings|SHARED|SocketAttribute|SocketStream|VALUES|"
          + "_ask|accept|answer|arrange|arranged|asked|asked_backend|asks|"
          + "asynccontextmanager|autouse|backend|callspec|check_closed|checked|clear|closed|cls|"
          + "codec|collections|contextlib|contextmanager|conversations|converse|count|"
          + "current_run|dataclass|dataclasses|deadline|default|example|exclude_characters|f|"
          + "fixture|fixturename|fixtures|fullmatch|get|give|given|item|key|lines|listener|live|local_host|loop|"
          + "loop_scope|mark|marked|message|name|named|node|of|open_client|opened|opened_in|"
          + "opened_on|opening|openings|options|other|own|owner|owner_of|parameters|params|port|"
          + "pytestmark|r|raises|reader|record|refuse_another_backend|refuse_another_loop|"
          + "refuse_wrong_backend|remove|resource|respond|run|running|running_backend|"
          + "runs_in|runs_on|runs_on_its_backend|same|scope|self|serve|server|settings|st|"
          + "strategies|stream|strict|suite|suites|support|suppress|suppress_health_check|"
          + "tasks|tests|try_client|typing|value|values|writer";

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

  private static final int LONGEST = 24;

  /** An identifier that is not too long, whether or not it is taken: a regex to show to people. */
  public static final String SHAPE = "[A-Za-z_][A-Za-z0-9_]{0," + (LONGEST - 1) + "}";

  /** What a legal name is, for {@code String.matches}. */
  public static final String REGEX =
      "(?!__|test|Test|pytest_)(?!(?:" + TAKEN + ")(?![A-Za-z0-9_]))" + SHAPE;

  /**
   * Validates.
   *
   * @throws RefusalException if the name is no identifier, or means something already
   */
  public ResourceName {
    String problem = problem(text);
    if (!problem.isEmpty()) {
      throw new RefusalException(
          new Refusal(problem, text, "another identifier, such as `client`, `broker` or `store`"));
    }
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
    return TakenNames.lists(TAKEN, text)
        ? "`" + text + "` is a name that the suite itself uses"
        : "";
  }
}
