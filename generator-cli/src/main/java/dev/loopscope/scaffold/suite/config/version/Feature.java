package dev.loopscope.scaffold.suite.config.version;

/**
 * What versions of pytest, its plugins and others know or do: the one table of it. Each line names
 * its distribution, the first version that has it, the first that has it no more, and the source:
 * the page of the rule that runs it in those versions, or where the distribution says so.
 */
public enum Feature {
  /** The option {@code asyncio_mode}; before, every async fixture is taken. */
  MODES("pytest-asyncio", "0.17", "", "pytest-asyncio's changelog, 0.17.0"),
  /** Where no mode is set, it is strict; before, every async fixture is taken. */
  STRICT_BY_DEFAULT("pytest-asyncio", "0.19", "", "LS023"),
  /** The mode {@code legacy}. */
  LEGACY_MODE("pytest-asyncio", "0.17", "0.20", "pytest-asyncio's changelog, 0.17.0 and 0.20.0"),
  /** In auto mode tests are collected after anyio gave them their backends. */
  COLLECTS_AFTER_ANYIO("pytest-asyncio", "0.19", "", "LS035"),
  /** Event loops of other scopes than a function, and {@code event_loop} overrides deprecated. */
  SCOPED_LOOPS("pytest-asyncio", "0.23", "", "LS011"),
  /** {@code loop_scope}, in marks and in {@code pytest_asyncio.fixture}; {@code scope} goes. */
  LOOP_SCOPE("pytest-asyncio", "0.24", "", "LS029"),
  /** The option {@code asyncio_default_fixture_loop_scope}, and a warning where it is unset. */
  FIXTURE_DEFAULT("pytest-asyncio", "0.24", "", "LS007"),
  /** Unknown arguments of an asyncio mark are errors. */
  STRICT_MARKS("pytest-asyncio", "0.24", "", "LS009"),
  /** The option {@code asyncio_default_test_loop_scope}. */
  TEST_DEFAULT("pytest-asyncio", "0.26", "", "LS005"),
  /** There is no {@code event_loop} fixture. */
  NO_EVENT_LOOP_FIXTURE("pytest-asyncio", "1.0", "", "LS011"),
  /** An {@code event_loop} override is taken, with a warning. */
  DEPRECATED_EVENT_LOOP("pytest-asyncio", "0.23", "1.0", "LS011"),
  /** {@code loop_scope="class"} outside a class stops the test. */
  CLASS_SCOPE_REFUSED("pytest-asyncio", "0.23", "1.0", "LS015"),
  /** {@code loop_scope="class"} outside a class is taken for the function's. */
  CLASS_SCOPE_SILENT("pytest-asyncio", "1.0", "", "LS015"),
  /** The loop scope {@code package} is one loop for the session. */
  ONE_PACKAGE_LOOP("pytest-asyncio", "1.0", "", "LS014"),
  /** A fixture is taken when it is set up; before, when it was collected. */
  FIXTURES_TAKEN_LATE("pytest-asyncio", "1.1", "", "pytest-asyncio's changelog, 1.1.0"),
  /** What is left on a loop is cancelled, and its generators closed, when the loop ends. */
  CANCELS_WHAT_IS_LEFT("pytest-asyncio", "1.1", "", "pytest-asyncio's changelog, 1.1.0"),
  /** The option {@code asyncio_debug}. */
  DEBUG_OPTION("pytest-asyncio", "1.2", "", "LS006"),
  /** The values of the options for loop scopes are checked when pytest is configured. */
  CHECKED_DEFAULTS("pytest-asyncio", "1.2", "", "LS010"),
  /** {@code asyncio.run} in a sync fixture takes the current loop away from tests. */
  RUN_TAKES_LOOP("pytest-asyncio", "0.24", "1.2", "LS025"),
  /** Between tests the current loop is one that none of them runs on. */
  FOREIGN_CURRENT_LOOP("pytest-asyncio", "0.23", "1.4", "LS025"),
  /** Between tests there is no current loop. */
  NO_CURRENT_LOOP("pytest-asyncio", "1.4", "", "LS025"),
  /** The hook for loop factories, and the mark's {@code loop_factories}. */
  LOOP_FACTORIES("pytest-asyncio", "1.4", "", "LS029"),
  /** An {@code event_loop_policy} override warns. */
  DEPRECATED_POLICY("pytest-asyncio", "1.4", "", "LS013"),
  /** {@code fixture-scope} as a default for fixtures: the scope of each. */
  FIXTURE_SCOPE_DEFAULT("pytest-asyncio", "1.5", "", "LS010"),
  /** A default for fixtures can be set, and cannot be {@code fixture-scope}. */
  NO_FIXTURE_SCOPE_DEFAULT("pytest-asyncio", "0.24", "1.5", "LS010"),
  /** The option {@code anyio_mode}. */
  ANYIO_MODE("anyio", "4.11", "", "LS006"),
  /** The default backends are those that are installed; before, all. */
  INSTALLED_BACKENDS("anyio", "4.12", "", "anyio's version history, 4.12.0"),
  /** Tests are taken that a hook marks after they were collected. */
  LATE_MARKS("anyio", "4.13", "", "LS037"),
  /** {@code @given} works on methods. */
  GIVEN_ON_METHODS("anyio", "4.13", "", "LS029"),
  /** An outcome that a test raises on asyncio, such as a skip, ends the task of its fixtures. */
  OUTCOMES_END_RUNNERS("anyio", "4.14.0", "4.14.1", "LS024"),
  /** {@code @given} runs each item on its own backend. */
  GIVEN_ON_EACH_BACKEND("anyio", "4.16", "", "LS033"),
  /** pytest finds fixtures behind a class method made of one. */
  CLASSMETHOD_UNWRAPPED("pytest", "8.4", "9.2", "LS019"),
  /** pytest does not find fixtures behind a class method made of one. */
  CLASSMETHOD_OPAQUE("pytest", "9.2", "", "LS019"),
  /** The table {@code [tool.pytest]} and the file {@code pytest.toml} are read. */
  TYPED_TOML("pytest", "9.0", "", "LS006"),
  /** A mark on a fixture is an error. */
  MARK_ON_FIXTURE_REFUSED("pytest", "9.0", "", "LS027"),
  /** An async test that no plugin runs fails; before, it is skipped. */
  UNRUN_TEST_FAILS("pytest", "8.4", "", "LS041"),
  /** A sync test that requests an async fixture nobody runs is an error. */
  ASYNC_FIXTURE_REFUSED("pytest", "9.0", "", "LS023"),
  /** Class-scoped fixtures that are instance methods warn. */
  CLASS_METHOD_WARNING("pytest", "9.1", "", "LS018"),
  /** Wider fixtures that are instance methods warn. */
  WIDE_METHOD_WARNING("pytest", "9.2", "", "LS020"),
  /** The configuration's filters of warnings hold while pytest is configured. */
  EARLY_FILTERS("pytest", "9.2", "", "LS007"),
  /** A class method has no {@code __wrapped__}. */
  CLASSMETHOD_BARE("python", "3.13", "", "LS019"),
  /** {@code aiohttp.ClientSession} needs a running loop when it is made. */
  SESSION_NEEDS_LOOP("aiohttp", "3.10", "", "LS026");

  private final String distribution;
  private final String since;
  private final String until;
  private final String source;

  // A version's fields are final, and its lists are unmodifiable.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Version first;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Version firstWithout;

  Feature(String distribution, String since, String until, String source) {
    this.distribution = distribution;
    this.since = since;
    this.until = until;
    this.source = source;
    this.first = Version.of(since + ".0a0");
    this.firstWithout = Version.of((until.isEmpty() ? since : until) + ".0a0");
  }

  /** The normal name of the distribution; {@code python} for the interpreter. */
  public String distribution() {
    return distribution;
  }

  /** The first version that has it, as people write it: {@code 0.24}. */
  public String since() {
    return since;
  }

  /** The first later version that does not have it; empty if there is none. */
  public String until() {
    return until;
  }

  /** The id of a rule whose page runs it, or words on where it stands. */
  public String source() {
    return source;
  }

  /** The versions that have it. */
  public VersionRange range() {
    return VersionRange.of(">=" + since + (until.isEmpty() ? "" : ",<" + until));
  }

  /** The versions that do not have it yet. */
  public VersionRange before() {
    return VersionRange.of("<" + since);
  }

  /** Whether a version has it; a pre-release of its first version does. */
  public boolean isIn(Version version) {
    return version.compareTo(first) >= 0
        && (until.isEmpty() || version.compareTo(firstWithout) < 0);
  }
}
