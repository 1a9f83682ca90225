package dev.loopscope.scaffold.cli;

import java.util.List;

/**
 * The options of {@code scaffold new}, in the order help lists them. Help, parsing and {@code
 * scaffold explain} read the same rows.
 */
enum NewOption implements Option {
  BACKENDS(
      "--backends",
      "LIST",
      "what the tests run on: asyncio, trio, uvloop, separated by commas",
      "asyncio",
      "The order is kept: it is the order in which the backends run. trio and uvloop are"
          + " installed and tested only when they are asked for."),
  ARCHETYPE(
      "--archetype",
      "NAME",
      "explicit-scope or multibackend",
      "decided from the backends",
      "`scaffold explain` shows how it is decided. An archetype that cannot run the backends is"
          + " refused: explicit-scope is built on pytest-asyncio, which knows no trio."),
  LOOP_SCOPE(
      "--loop-scope",
      "SCOPE",
      "what shares one event loop and one resource: session, module, class or function",
      "session",
      "A fixture that outlives the loop it was made on fails with `attached to a different loop`,"
          + " or passes while it tests something else. So one scope is written over every test and"
          + " every async fixture. `package` is refused: since pytest-asyncio 1.0 it is one loop"
          + " for the whole session. In multibackend it is the scope of anyio_backend and of the"
          + " resource."),
  RESOURCE(
      "--resource",
      "NAME",
      "the shared resource's name, which is its fixture's name",
      "client",
      "An identifier of at most 24 characters that is no keyword, no builtin, no fixture of pytest"
          + " or a plugin, and no name the suite uses already. The resource is a client of a real"
          + " TCP service, because a dict would pass on any loop."),
  NAME(
      "--name",
      "NAME",
      "the distribution name",
      "the directory's name",
      "At most 60 of A-Z a-z 0-9 . _ -, a letter or digit at both ends; not a distribution that"
          + " the suite installs."),
  PACKAGE(
      "--package",
      "NAME",
      "the import name",
      "derived from the distribution name",
      "Derived in lower case, each run of - _ . as one _, with a _ in front of a leading digit. A"
          + " keyword, a module of the standard library or of a plugin is refused: src/ comes first"
          + " on the path, so the package would hide it."),
  PYTHON(
      "--python",
      "VERSION",
      "the oldest Python promised: 3.10 to 3.15",
      "3.10",
      "The versions are those that the pinned pytest, pytest-asyncio, anyio and trio all support."),
  HYPOTHESIS(
      "--hypothesis",
      "",
      "adds property-based async tests",
      "off",
      "Under anyio the second backend's examples would run on the first backend unless a fixture"
          + " holds the runner; the suite has that fixture, and a test that would notice."),
  CI(
      "--ci",
      "SERVICE",
      "writes a workflow: none, github or gitlab",
      "none",
      "The workflow runs the suite on every Python from --python up."),
  MAVEN(
      "--maven",
      "",
      "adds a pom.xml whose `mvn verify` runs the suite",
      "off",
      "For a Python module in a Maven reactor. The Maven archetypes always write it."),
  GROUP_ID(
      "--group-id",
      "ID",
      "the pom's groupId; only with --maven",
      "com.example",
      "Words of A-Z a-z 0-9 _ - joined by full stops."),
  VERSION(
      "--version",
      "VERSION",
      "the pom's version; only with --maven",
      "1.0-SNAPSHOT",
      "At most 60 of A-Z a-z 0-9 . _ + -, a letter or digit at both ends."),
  DRY_RUN(
      "--dry-run",
      "",
      "prints the plan and writes nothing",
      "off",
      "Everything is checked as in a real run, the directory too."),
  JSON(
      "--json",
      "",
      "prints the plan, or what was written, as JSON",
      "off",
      "One object: schema, scaffold, command, written, directory, archetype, reason, answers,"
          + " files.");

  static final List<NewOption> ALL = List.of(values());

  private final String word;
  private final String label;
  private final String summary;
  private final String fallback;
  private final String detail;

  NewOption(String word, String label, String summary, String fallback, String detail) {
    this.word = word;
    this.label = label;
    this.summary = summary;
    this.fallback = fallback;
    this.detail = detail;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String fallback() {
    return fallback;
  }

  /** The values it takes and the fact behind it. */
  String detail() {
    return detail;
  }
}
