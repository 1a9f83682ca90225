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
      lines.add(line());
    }
    return lines;
  }

  private List<String> line() {
    List<String> line = new ArrayList<>();
    switch (random.nextInt(24)) {
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
      default -> check(line);
    }
    if (random.nextInt(40) == 0 && !line.isEmpty()) {
      line.add(random.nextInt(line.size() + 1), pick(GARBAGE));
    }
    return List.copyOf(line);
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
