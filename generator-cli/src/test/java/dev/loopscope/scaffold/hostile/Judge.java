package dev.loopscope.scaffold.hostile;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What has to hold of every run, whatever was asked of whom. */
final class Judge {
  private static final Pattern WHAT_UNDO_NEEDS = Pattern.compile("(.*/)?\\.scaffold/(undo/.*)?");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> MACHINE_READABLE = Set.of("json", "sarif", "gitlab");
  private static final Pattern TIME = Pattern.compile(" [0-9T:.-]+Z$");

  /** What each command is told so that it writes nothing. */
  private static final Map<String, Set<String>> LOOKS_ONLY =
      Map.of(
          "new", Set.of(),
          "add", Set.of("--dry-run", "--diff"),
          "adopt", Set.of("--dry-run"),
          "update", Set.of("--check", "--dry-run", "--diff"),
          "apply", Set.of("--dry-run", "--diff"),
          "undo", Set.of("--list", "--dry-run"));

  private final Sandbox sandbox;

  /** The last run, if it changed something that can be taken back, and what was there before. */
  private Optional<Undoable> undoable = Optional.empty();

  private record Undoable(String command, String directory, SortedMap<String, String> before) {}

  Judge(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** One command line, and what came of it. */
  record Run(List<String> line, ExitCode end, String out, String err) {}

  /**
   * What does not hold; nothing if all is well.
   *
   * @param before the project before the run
   * @param recovers whether the run may have had a change to finish or to take back
   */
  List<String> faults(Run run, SortedMap<String, String> before, boolean recovers)
      throws IOException {
    List<String> faults = new ArrayList<>();
    if (run.end() == ExitCode.DEFECT) {
      faults.add("a defect: " + signature(run.err()));
    }
    // A damaged journal reads like a damaged disk.
    boolean failed = run.end() == ExitCode.WRITE_FAILED && !recovers;
    if (failed || run.end() == ExitCode.UNPRINTED) {
      faults.add(run.end() + ", and disk and output are well: " + firstLine(run.err()));
    }
    String outside = sandbox.outsideChanges();
    if (!outside.isEmpty()) {
      faults.add("what is outside has changed: " + outside);
    }
    boolean refused = run.end() != ExitCode.DONE && run.end() != ExitCode.FINDINGS;
    if (refused && run.end() != ExitCode.DEFECT && !isRefusal(run.err())) {
      faults.add(run.end() + " without what, where and next action");
    }
    if (!recovers) {
      project(run, before, refused, faults);
    }
    if (!refused) {
      output(run, faults);
    }
    return faults;
  }

  private void project(
      Run run, SortedMap<String, String> before, boolean refused, List<String> faults)
      throws IOException {
    SortedMap<String, String> after = sandbox.state();
    List<String> line = run.line();
    String command = line.isEmpty() ? "" : line.get(0);
    boolean fixes = has(line, "--fix") || has(line, "--unsafe-fixes");
    boolean baseline = has(line, "--write-baseline");
    boolean checks = command.equals("check") && !has(line, "--diff") && !asksForHelp(line);
    boolean writes =
        checks
            ? fixes || baseline
            : LOOKS_ONLY.containsKey(command)
                && LOOKS_ONLY.get(command).stream().noneMatch(line::contains);
    if (refused || !writes) {
      unless(before.equals(after), "changed although it wrote nothing", before, after, faults);
    } else if (command.equals("new")) {
      boolean kept =
          before.entrySet().stream().allMatch(it -> it.getValue().equals(after.get(it.getKey())));
      unless(kept, "something that was there has changed", before, after, faults);
    } else if (!checks) {
      written(command, line, before, after, faults);
    } else {
      Set<String> added = new HashSet<>(after.keySet());
      added.removeAll(before.keySet());
      added.removeIf(it -> it.endsWith("/") && baseline);
      added.removeIf(it -> WHAT_UNDO_NEEDS.matcher(it).matches());
      boolean sameFiles = after.keySet().containsAll(before.keySet());
      unless(
          sameFiles && added.size() <= (baseline ? 1 : 0),
          "files came or went",
          before,
          after,
          faults);
    }
    undo(run, before, after, faults);
  }

  /** What commands of suites in repositories may change, if they are done. */
  private static void written(
      String command,
      List<String> line,
      SortedMap<String, String> before,
      SortedMap<String, String> after,
      List<String> faults) {
    Set<String> others = new TreeSet<>();
    for (Map.Entry<String, String> it : before.entrySet()) {
      if (!it.getValue().equals(after.get(it.getKey()))) {
        others.add(it.getKey());
      }
    }
    if (command.equals("add") && !has(line, "--on-conflict")) {
      others.removeIf(
          it -> after.containsKey(it) && (it.endsWith("setup.py") || !it.endsWith(".py")));
    } else if (command.equals("add")) {
      others.removeAll(after.keySet());
    } else if (!command.equals("adopt")) {
      others.clear();
    }
    unless(others.isEmpty(), "it changed what it must not", before, after, faults);
  }

  /** What is taken back at once is as it was, but for times: they are kept to the microsecond. */
  private void undo(
      Run run,
      SortedMap<String, String> before,
      SortedMap<String, String> after,
      List<String> faults) {
    List<String> line = run.line();
    if (line.size() == 2 && line.get(0).equals("undo") && undoable.isPresent()) {
      Undoable last = undoable.orElseThrow();
      if (line.get(1).equals(last.directory())) {
        unless(
            withoutTimes(after).equals(withoutTimes(last.before())),
            "undo of " + last.command() + " ended with " + run.end() + " " + firstLine(run.err()),
            withoutTimes(last.before()),
            withoutTimes(after),
            faults);
      }
    }
    boolean changed = !withoutTimes(before).equals(withoutTimes(after));
    undoable =
        changed && line.size() > 1 && Set.of("add", "adopt", "update").contains(line.get(0))
            ? Optional.of(new Undoable(line.get(0), line.get(1), before))
            : changed ? Optional.empty() : undoable;
  }

  private static SortedMap<String, String> withoutTimes(SortedMap<String, String> state) {
    SortedMap<String, String> all = new TreeMap<>();
    state.forEach(
        (path, it) -> {
          if (!WHAT_UNDO_NEEDS.matcher(path).matches() && !path.equals(HostileTree.PLAN)) {
            all.put(path, TIME.matcher(it).replaceFirst(""));
          }
        });
    return all;
  }

  private static void unless(
      boolean holds,
      String fault,
      SortedMap<String, String> before,
      SortedMap<String, String> after,
      List<String> faults) {
    if (!holds) {
      faults.add(fault + ": " + Sandbox.difference(before, after));
    }
  }

  private static void output(Run run, List<String> faults) {
    List<String> line = run.line();
    String command = line.isEmpty() ? "" : line.get(0);
    if (asksForHelp(line) || !(command.equals("check") || LOOKS_ONLY.containsKey(command))) {
      return;
    }
    String format = has(line, "--json") ? "json" : valueOf(line, "--format");
    boolean machine = MACHINE_READABLE.contains(format) && !has(line, "--diff");
    boolean silent = has(line, "--statistics") || has(line, "--write-baseline");
    if (machine && !(silent && run.out().isEmpty())) {
      try {
        JSON.readTree(run.out());
      } catch (JacksonException e) {
        faults.add("no JSON: " + e.getOriginalMessage());
      }
    }
    if (run.out().chars().anyMatch(it -> it < ' ' && it != '\n' && it != '\t')
        && !has(line, "--diff")) {
      faults.add("control characters in the output");
    }
  }

  private static boolean isRefusal(String err) {
    List<String> lines = err.lines().toList();
    for (int at = 0; at + 2 < lines.size(); at++) {
      if (lines.get(at).startsWith("scaffold: ")
          && lines.get(at + 1).startsWith("      at: ")
          && lines.get(at + 2).startsWith("    next: ")) {
        return true;
      }
    }
    return false;
  }

  /** The exception, and the first of our own methods on the stack. */
  private static String signature(String err) {
    String exception =
        err.lines().filter(it -> it.contains("a defect in scaffold")).findFirst().orElse("?");
    String cause =
        err.lines().filter(it -> it.startsWith("Caused by")).reduce((a, b) -> b).orElse("");
    int from = cause.isEmpty() ? 0 : err.lastIndexOf("Caused by");
    String place =
        err.substring(from)
            .lines()
            .filter(it -> it.contains("at dev.loopscope.scaffold"))
            .findFirst()
            .orElse("");
    return exception.replaceAll("[0-9]+", "N") + " " + cause.replaceAll("[0-9]+", "N") + place;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static boolean has(List<String> line, String option) {
    return line.contains(option);
  }

  private static boolean asksForHelp(List<String> line) {
    return has(line, "--help") || has(line, "-h");
  }

  private static String valueOf(List<String> line, String option) {
    String value = "";
    for (int at = 0; at < line.size(); at++) {
      if (line.get(at).equals(option) && at + 1 < line.size()) {
        value = line.get(at + 1);
      } else if (line.get(at).startsWith(option + "=")) {
        value = line.get(at).substring(option.length() + 1);
      }
    }
    return value;
  }
}
