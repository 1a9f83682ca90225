package dev.loopscope.scaffold.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Command lines: mostly such as people type, and such as they do not. */
final class HostileArguments {
  // Nothing that names a place outside: with --fix, a place that is named may be changed.
  private static final List<String> GARBAGE =
      List.of(
          "",
          " ",
          "-",
          "--",
          "---",
          "\0",
          "a\0b",
          "\n",
          "\u001b[31m",
          "\ud800",
          "\u00fc",
          "'",
          "\"",
          "%s",
          "${HOME}",
          "$(x)",
          "@pyproject.toml",
          "@/dev/zero",
          "@",
          "~",
          "*",
          "**",
          "[",
          "\\",
          "=",
          ",",
          ",,",
          "a,b",
          "0",
          "-1",
          "99999999999999999999",
          "null",
          "true",
          "x".repeat(300),
          "x".repeat(20_000),
          "LS",
          "LS002,LS002",
          "ls002",
          "--help",
          "-h",
          "--version",
          "-V");

  private static final List<String> DIRECTORIES =
      List.of(
          "demo",
          "demo",
          "demo",
          "sub/demo",
          ".",
          "tests",
          "test_it.py",
          "a b",
          "demo/",
          "./demo/../demo",
          "x/".repeat(200) + "y",
          "x".repeat(256),
          "nul",
          "con",
          "a\nb",
          "a\0b",
          "\u00fc",
          "link",
          "-x",
          "",
          " ",
          "demo.",
          "--",
          ".scaffold",
          "kit.py/demo",
          "1",
          "class",
          "pytest",
          "a".repeat(60));

  private static final List<List<String>> NEW =
      List.of(
          List.of(
              "--backends",
              "asyncio",
              "asyncio,trio",
              "uvloop",
              "trio,trio",
              "asyncio,",
              ",",
              "curio"),
          List.of("--archetype", "explicit-scope", "multibackend", "Multibackend", "explicit"),
          List.of("--loop-scope", "session", "module", "class", "function", "package", "Session"),
          List.of(
              "--resource",
              "client",
              "pool",
              "request",
              "event_loop",
              "class",
              "__init__",
              "a-b",
              "é"),
          List.of("--name", "demo", "a..b", "-a", "A_B.c", "pytest", "x".repeat(500), "ü"),
          List.of(
              "--package", "demo", "tests", "pytest", "a.b", "1a", "lazy", "con", "x".repeat(200)),
          List.of("--python", "3.10", "3.15", "3.9", "3.16", "3", "3.1O", "3.10.1"),
          List.of("--hypothesis"),
          List.of("--ci", "none", "github", "gitlab", "jenkins"),
          List.of("--maven"),
          List.of(
              "--group-id", "com.example", "a..b", "com.example.", "java.lang", "x".repeat(300)),
          List.of("--version", "1.0", "1.0-SNAPSHOT", "${x}", "a b", "../x", "x".repeat(300)),
          List.of("--dry-run"),
          List.of("--json"),
          List.of("--no-such"),
          List.of("--backend", "trio"));

  private static final List<List<String>> CHECK =
      List.of(
          List.of("--select", "LS", "LS002", "LS008,LS0", "XX", "LS999", ","),
          List.of("--ignore", "LS014", "LS", "", "X"),
          List.of("--severity", "error", "warning", "info", "ERROR"),
          List.of(
              "--exclude",
              "tests",
              "**/*.py",
              "**/".repeat(25) + "x",
              "*a".repeat(30) + "b",
              "[",
              "!x",
              "/",
              "..",
              "tests,kit.py",
              "{a,b}",
              "?".repeat(2_000)),
          List.of("--fix"),
          List.of("--unsafe-fixes"),
          List.of("--fix"),
          List.of("--unsafe-fixes"),
          List.of("--diff"),
          List.of("--show-unknown"),
          List.of("--statistics"),
          List.of("--format", "text", "json", "sarif", "github", "gitlab", "xml", "JSON"),
          List.of("--format", "text", "json", "sarif", "github", "gitlab"),
          List.of("--json"),
          List.of(
              "--baseline",
              ".scaffold/known.json",
              "known.json",
              "new.json",
              "no/such/new.json",
              "tests",
              "test_it.py",
              "pyproject.toml",
              "fifo",
              "/dev/zero",
              "/dev/null",
              "/dev/full",
              "a\0b",
              ""),
          List.of("--write-baseline"),
          List.of("--exit-zero"),
          List.of("--no-such"));

  private static final List<List<String>> ADD =
      List.of(
          List.of("--yes"),
          List.of("--yes"),
          List.of("--accept", "pin", "pin", "all"),
          List.of("--backends", "asyncio", "asyncio,trio", "trio", "curio"),
          List.of("--archetype", "explicit-scope", "multibackend", "x"),
          List.of("--name", "demo", "a..b", "async-suite", "con", "x".repeat(500)),
          List.of("--package", "demo", "suite", "tests", "pytest", "class", "a.b", "con"),
          List.of("--python", "3.10", "3.12", "3.9"),
          List.of("--tests", "tests", "src", "..", "../outside", "link", "test_it.py", "a\0b", ""),
          List.of(
              "--dependencies",
              "group:dev",
              "none",
              "file:requirements.txt",
              "extra:test",
              "file:../outside/requirements.txt",
              "file:/dev/zero",
              "group:",
              ":",
              ""),
          List.of("--isolated"),
          List.of("--maven", "module", "directory", "x"),
          List.of("--on-conflict", "theirs", "markers", "ours", "skip", "stop", "x"),
          List.of("--hypothesis"),
          List.of("--dry-run"),
          List.of("--diff"),
          List.of("--json"),
          List.of("--no-such"));

  private static final List<List<String>> UPDATE =
      List.of(
          List.of("--check"),
          List.of("--dry-run"),
          List.of("--diff"),
          List.of("--json"),
          List.of("--on-conflict", "theirs", "markers", "ours", "skip", "stop", "x"),
          List.of("--on-conflict", "ours", "markers"),
          List.of("--continue"),
          List.of("--abort"),
          List.of("--backends", "asyncio", "asyncio,trio", "curio"),
          List.of("--loop-scope", "session", "module", "Session"),
          List.of("--resource", "client", "pool", "class"),
          List.of("--name", "demo", "other", "pytest"),
          List.of("--no-hypothesis"),
          List.of("--lint"),
          List.of("--no-maven"));

  private static final List<List<String>> ADOPT =
      List.of(
          List.of("--yes"),
          List.of("--yes"),
          List.of("--yes"),
          List.of("--release", "0.1.0", "0.2.0", "0.0", "x"),
          List.of("--backends", "asyncio", "asyncio,trio", "curio"),
          List.of("--name", "demo", "other", "pytest"),
          List.of("--dry-run"),
          List.of("--json"));

  private static final List<String> PROJECTS =
      List.of(".", ".", ".", ".", ".", ".", "./tests/..", "src", "suite", "no/such", "test_it.py");

  private static final List<String> SUITES =
      List.of(
          ".", ".", ".", "suite", "suite", "tests/suite", "tests", "demo", "test_it.py", "link");

  private final Random random;
  private final List<String> names;

  HostileArguments(Random random, List<String> names) {
    this.random = random;
    this.names = names;
  }

  /** One to three command lines, to be run one after the other. */
  List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    for (int more = random.nextInt(8) == 0 ? 2 : random.nextInt(2); more >= 0; more--) {
      List<String> line = line();
      lines.add(line);
      lines.addAll(after(line));
    }
    return lines;
  }

  /** What people say next: they take it back, or have the plan carried out. */
  private List<List<String>> after(List<String> line) {
    boolean plans = line.size() > 1 && List.of("add", "adopt", "update").contains(line.get(0));
    if (!plans || random.nextInt(3) == 0) {
      return List.of();
    }
    List<String> undo = List.of("undo", line.get(1));
    return line.contains("--json")
        ? List.of(List.of("apply", HostileTree.PLAN), undo)
        : List.of(undo);
  }

  private List<String> line() {
    List<String> line = new ArrayList<>();
    switch (random.nextInt(40)) {
      case 0, 1, 2, 3 -> {
        line.add("new");
        line.add(pick(DIRECTORIES));
        options(line, NEW, 5);
      }
      case 4 -> {
        line.add("explain");
        options(line, random.nextBoolean() ? NEW : CHECK, random.nextInt(6) == 0 ? 2 : 0);
        line.add(
            pick(List.of("LS002", "LS000", "--loop-scope", "--backends", "LS99", "archetype")));
      }
      case 5 -> {
        for (int more = random.nextInt(4); more > 0; more--) {
          line.add(pick(GARBAGE));
        }
      }
      case 6, 7, 8, 9, 10 -> on(pick(PROJECTS), "add", line, ADD, 5);
      case 11, 12, 13 -> on(pick(SUITES), "update", line, UPDATE, 3);
      case 14, 15 -> on(pick(SUITES), "adopt", line, ADOPT, 3);
      case 16 ->
          on(pick(SUITES), "undo", line, List.of(List.of("--list"), List.of("--dry-run")), 1);
      case 17 ->
          on(
              pick(List.of(HostileTree.PLAN, ".scaffold/known.json", "known.json", "fifo")),
              "apply",
              line,
              List.of(List.of("--dry-run"), List.of("--diff")),
              1);
      default -> check(line);
    }
    if (random.nextInt(40) == 0 && !line.isEmpty()) {
      line.add(random.nextInt(line.size() + 1), pick(GARBAGE));
    }
    return List.copyOf(line);
  }

  private void on(
      String place, String command, List<String> line, List<List<String>> options, int most) {
    line.add(command);
    line.add(random.nextInt(30) == 0 ? pick(GARBAGE) : place);
    options(line, options, most);
  }

  private void check(List<String> line) {
    line.add("check");
    options(line, CHECK, 4);
    if (line.contains("--write-baseline") && random.nextInt(8) > 0) {
      line.add(
          "--baseline=" + pick(List.of("known.json", "new.json", ".scaffold/known.json", "link")));
    }
    boolean writes = line.contains("--fix") || line.contains("--unsafe-fixes");
    for (int more = random.nextInt(3); more > 0; more--) {
      switch (random.nextInt(6)) {
        case 0 ->
            line.add(pick(List.of(".", ".", ".", "tests", "./tests/..", "no/such", "tests/")));
        case 1 -> line.add(random.nextInt(8) == 0 ? pick(GARBAGE) : ".");
        case 2 ->
            line.add(writes ? "." : pick(List.of("../outside", "../outside/victim.py", "..")));
        default -> line.add(names.isEmpty() ? "." : pick(names));
      }
    }
  }

  private void options(List<String> line, List<List<String>> options, int most) {
    for (int more = random.nextInt(most + 1); more > 0; more--) {
      List<String> option = pick(options);
      if (line.contains(option.get(0)) && random.nextInt(40) > 0) {
        continue;
      }
      boolean bare = option.size() == 1;
      // The first two values of each option are good ones.
      int choice = random.nextInt(4) > 0 ? Math.min(2, option.size() - 1) : option.size() - 1;
      String value = bare ? "" : option.get(1 + random.nextInt(choice));
      if (random.nextInt(60) == 0) {
        value = pick(GARBAGE);
        bare = false;
      }
      if (bare) {
        line.add(option.get(0));
      } else if (random.nextInt(4) == 0) {
        line.add(option.get(0) + "=" + value);
      } else {
        line.add(option.get(0));
        line.add(value);
      }
    }
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
