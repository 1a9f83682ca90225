package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.fix.EditedFiles;
import dev.loopscope.scaffold.suite.FoundSuite;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the repair of each suite: of the drafts, the first that leaves none of the findings that it
 * is for and brings no other one; if there is none, the one that leaves the fewest and brings no
 * other one. That is found out by judging the suite with the edits made. Suites are judged
 * together, so configuration is read as many times as there are drafts of one.
 */
public final class RepairPlanner {
  private static final Set<String> OF_LOOP_SCOPES =
      Set.of("LS001", "LS002", "LS003", "LS004", "LS005", "LS011", "LS012", "LS017", "LS026");

  private final Function<ConfigFiles, List<FoundSuite>> read;
  private final Checker checker;
  private final Predicate<String> excluded;
  private final String command;

  /**
   * A planner.
   *
   * @param read reads the suites from files
   * @param checker judges by every rule
   * @param excluded which files are not to be touched
   * @param command what writes a repair that it finds
   */
  public RepairPlanner(
      Function<ConfigFiles, List<FoundSuite>> read,
      Checker checker,
      Predicate<String> excluded,
      String command) {
    this.read = read;
    this.checker = checker;
    this.excluded = excluded;
    this.command = command;
  }

  /** A suite whose repair is looked for. */
  private record Open(Judgement before, List<Draft> drafts) {
    String root() {
      return before.root();
    }
  }

  /**
   * The outcome of a check, with the repairs that there are.
   *
   * @param files that the suites were read from
   * @param suites as they were read
   */
  public Outcome plan(ConfigFiles files, List<FoundSuite> suites, Outcome outcome) {
    Set<String> paths =
        outcome.findings().stream()
            .filter(it -> OF_LOOP_SCOPES.contains(it.rule().id()))
            .map(it -> it.location().path())
            .collect(Collectors.toSet());
    List<Open> open = paths.isEmpty() ? List.of() : open(suites, paths);
    Map<String, Repair> found = new TreeMap<>();
    for (int round = 0; !open.isEmpty(); round++) {
      open = next(files, open, round, found);
    }
    List<Repair> repairs =
        found.values().stream()
            .filter(it -> outcome.findings().stream().anyMatch(it::ends))
            .toList();
    return repairs.isEmpty() ? outcome : outcome.with(repairs);
  }

  private List<Open> open(List<FoundSuite> suites, Set<String> paths) {
    List<Open> open = new ArrayList<>();
    Set<String> elsewhere = new HashSet<>(paths);
    suites.forEach(
        it -> {
          elsewhere.removeAll(it.paths());
          it.config().file().ifPresent(file -> elsewhere.remove(file.path()));
        });
    for (FoundSuite found : suites) {
      boolean has =
          found.paths().stream().anyMatch(paths::contains)
              || found.config().file().filter(it -> paths.contains(it.path())).isPresent()
              // Of modules that pytest does not load itself each suite may be the one that does.
              || !elsewhere.isEmpty();
      if (has) {
        SuiteModel suite = found.model();
        Judgement before = Judgement.of(suite, checker);
        List<Finding> findings = before.of(OF_LOOP_SCOPES);
        List<Draft> drafts =
            findings.stream().allMatch(RepairPlanner::isFixedSafely)
                ? List.of()
                : Drafts.of(suite, findings);
        drafts = drafts.stream().filter(this::mayBeWritten).toList();
        if (!drafts.isEmpty()) {
          open.add(new Open(before, drafts));
        }
      }
    }
    return open;
  }

  /** What `--fix` ends needs no repair. */
  private static boolean isFixedSafely(Finding finding) {
    return finding.fix().filter(it -> it.safety() == Safety.SAFE).isPresent();
  }

  private boolean mayBeWritten(Draft draft) {
    return draft.edits().stream().map(Edit::path).noneMatch(excluded);
  }

  /** Judges one draft of each suite; those that go on are the ones whose draft did not do. */
  private List<Open> next(
      ConfigFiles files, List<Open> open, int round, Map<String, Repair> found) {
    EditedFiles edited = new EditedFiles(files);
    Set<String> touched = new HashSet<>();
    List<Open> left = new ArrayList<>();
    Map<String, Open> tried = new HashMap<>();
    for (Open suite : open) {
      if (round >= suite.drafts().size()) {
        continue;
      }
      Map<String, List<Edit>> edits = suite.drafts().get(round).byPath();
      // What two suites share is changed for one of them.
      if (edits.keySet().stream().noneMatch(touched::contains)) {
        touched.addAll(edits.keySet());
        edited.apply(edits);
        tried.put(suite.root(), suite);
      }
    }
    if (tried.isEmpty()) {
      return List.of();
    }
    for (FoundSuite after : read.apply(edited.files())) {
      Open suite = tried.get(after.config().rootDirectory());
      if (suite != null) {
        Optional<Repair> repair = repair(suite, suite.drafts().get(round), after.model());
        repair.ifPresent(it -> found.merge(suite.root(), it, RepairPlanner::better));
        if (repair.filter(Repair::isWhole).isEmpty()) {
          left.add(suite);
        }
      }
    }
    return left;
  }

  private Optional<Repair> repair(Open suite, Draft draft, SuiteModel after) {
    Judgement judgement = Judgement.of(after, checker);
    return judgement.isNoWorseThan(suite.before(), OF_LOOP_SCOPES)
        ? new Verdict(draft, suite.before().of(OF_LOOP_SCOPES), judgement.of(OF_LOOP_SCOPES))
            .repair(command)
        : Optional.empty();
  }

  /** Of repairs that leave something: few findings left, then few steps. */
  private static Repair better(Repair one, Repair other) {
    return Comparator.comparingInt((Repair it) -> it.remaining().size())
                .thenComparingInt(it -> it.steps().size())
                .compare(other, one)
            < 0
        ? other
        : one;
  }
}
