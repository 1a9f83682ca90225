package dev.loopscope.scaffold.witness;

import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.Lie;
import java.util.Map;

/**
 * What each rule says that a run does, as its page tells it, and which rule tells of what a run was
 * seen to do. A rule that is not here speaks of what no trace shows.
 *
 * <p>Errors are known by the words of the one who raises them: pytest, a plugin or Python. Tests of
 * one's own raise errors of the same types.
 */
final class Claims {
  private static final String NO_LOOP_HERE = "no running event loop|no current event loop";
  private static final String MISMATCH = "ScopeMismatch: You tried to access the ";
  private static final String OTHER_LOOP =
      "attached to a different loop|bound to a different event loop|Event loop is closed";
  private static final String MARK_ARGUMENTS =
      "mark\\.asyncio accepts only |pytest marker defines both \"scope\" and \"loop_scope\""
          + "|fixture\\(\\) got an unexpected keyword argument '|_force_asyncio_fixture'";
  private static final String LOOP_SCOPE =
      "is not a valid asyncio_default_(?:fixture|test)_loop_scope"
          + "|mark\\.asyncio got an unexpected loop_scope"
          + "|^AssertionError: assert '([^']*)' in \\{'class', "
          + "|^FixtureLookupError: \\('_(\\w+)_scoped_runner'"
          + "|^KeyError: '([^']*)'$";
  private static final String NOT_OF_A_CLASS =
      "marked to be run in an event loop with scope class, but is not part of any class";
  private static final String LOST_ATTRIBUTE =
      "^AttributeError: '(\\w+)' object has no attribute '(\\w+)'"
          + "|fixtures defined as instance methods are deprecated";
  private static final String NOT_AWAITED =
      "requested an async fixture '(\\w+)'|'(?:coroutine|async_generator)' object ";
  private static final String BUSY =
      "cannot be called from a running event loop|event loop is already running"
          + "|another loop is running|Runner is closed"
          + "|Cannot schedule a coroutine in the test runner while another is already running";

  private static final Map<String, Claim> BY_RULE =
      Map.ofEntries(
          Map.entry("LS001", Claim.crossing("loop").orError(MISMATCH)),
          Map.entry("LS002", Claim.crossing("loop").onTwoLoops()),
          Map.entry("LS003", Claim.crossing("loop").orError(MISMATCH).onTwoLoops()),
          Map.entry("LS005", Claim.crossing("loop").onTwoLoops()),
          Map.entry("LS009", Claim.error(MARK_ARGUMENTS)),
          Map.entry("LS010", Claim.error(LOOP_SCOPE)),
          Map.entry("LS011", Claim.lie("ignored-override")),
          Map.entry(
              "LS012",
              Claim.error(
                  "^FixtureLookupError: \\('event_loop',"
                      + "|explicitly requests the \"event_loop\" fixture")),
          Map.entry("LS014", Claim.lie("shared-package-loop")),
          Map.entry("LS015", Claim.error(NOT_OF_A_CLASS)),
          Map.entry("LS016", Claim.lie("overruled-mark")),
          Map.entry("LS018", Claim.error(LOST_ATTRIBUTE)),
          Map.entry("LS019", Claim.error("^FixtureLookupError: \\('(\\w+)',")),
          Map.entry("LS020", Claim.error(LOST_ATTRIBUTE)),
          Map.entry("LS021", Claim.lie("never-awaited")),
          Map.entry("LS022", Claim.lie("never-awaited")),
          Map.entry("LS023", Claim.lie("never-awaited", "unsupported").orError(NOT_AWAITED)),
          Map.entry("LS024", Claim.crossing("task")),
          Map.entry("LS025", Claim.crossing("no-loop", "loop").orError(BUSY + "|" + NO_LOOP_HERE)),
          Map.entry("LS026", Claim.crossing("loop", "no-loop").orError(NO_LOOP_HERE)),
          Map.entry("LS028", Claim.error(BUSY)),
          Map.entry("LS030", Claim.lie("backend")),
          Map.entry("LS031", Claim.error(MISMATCH)),
          Map.entry("LS032", Claim.lie("backend")),
          Map.entry("LS033", Claim.lie("backend")),
          Map.entry("LS034", Claim.error("was called from multiple different executors")),
          Map.entry("LS035", Claim.lie("backend")),
          Map.entry("LS036", Claim.crossing("backend")),
          Map.entry("LS037", Claim.lie("backend").orError("anyio_backend")),
          Map.entry("LS038", Claim.error(MISMATCH)),
          Map.entry("LS039", Claim.crossing("loop").orLie("backend").onTwoLoops()),
          Map.entry("LS040", Claim.lie("backend")),
          Map.entry("LS041", Claim.lie("unsupported")),
          Map.entry("LS042", Claim.lie("unsupported")),
          Map.entry("LS043", Claim.lie("unsupported")),
          Map.entry("LS044", Claim.crossing("no-loop").orError(NO_LOOP_HERE)),
          Map.entry("LS045", Claim.lie("backend")),
          Map.entry("LS046", Claim.crossing("loop").orError(OTHER_LOOP)),
          Map.entry("LS047", Claim.crossing("loop").orError(OTHER_LOOP)));

  private Claims() {}

  static Claim of(String rule) {
    return BY_RULE.getOrDefault(rule, Claim.NONE);
  }

  /** The rule that tells of crossings of this kind; empty if several do. */
  static String rule(CrossingCause cause) {
    return switch (cause.first().what()) {
      case "task" -> "LS024";
      case "backend" -> "LS036";
      case "no-loop" -> !cause.on().isEmpty() ? "LS025" : "LS044";
      default ->
          cause.fixture().isPresent()
              ? cause.first().when().equals("fixture") ? "LS003" : "LS002"
              : cause.first().module().isEmpty() ? "" : "LS026";
    };
  }

  /** The rule that tells of lies of this kind; empty if several do. */
  static String rule(Lie lie) {
    return switch (lie.what()) {
      case "never-awaited" ->
          lie.fixture().isEmpty() ? "LS022" : isSetup(lie.fixture()) ? "LS021" : "LS023";
      case "unsupported" -> lie.fixture().isEmpty() ? "LS041" : "LS023";
      case "overruled-mark" -> "LS016";
      case "ignored-override" -> "LS011";
      case "shared-package-loop" -> "LS014";
      default -> "";
    };
  }

  /** Whether a name is that of a function which is called before tests by its name. */
  private static boolean isSetup(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.startsWith("setup")
        || last.startsWith("teardown")
        || last.startsWith("setUp")
        || last.startsWith("tearDown");
  }
}
