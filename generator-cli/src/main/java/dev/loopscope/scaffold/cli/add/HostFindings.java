package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What {@code scaffold check} finds in a repository that reaches a suite which comes to live there:
 * in the configuration that pytest reads for it, and in the conftests above it. What is wrong with
 * the repository's own tests is told by that command alone.
 */
final class HostFindings {
  /** Of options, hooks and fixtures that hold for tests which do not ask for them. */
  private static final Set<String> REACHING =
      Set.of(
          "LS005", "LS006", "LS010", "LS011", "LS012", "LS013", "LS035", "LS037", "LS042", "LS045");

  private final Addition addition;

  HostFindings(Addition addition) {
    this.addition = addition;
  }

  /** The addition, with a note for each. */
  Addition told() {
    String directory = addition.directory();
    boolean below = (directory + "/").startsWith(addition.host().tests().join(""));
    boolean apart =
        addition.plan().creations().stream()
            .anyMatch(it -> it.path().equals(directory + "/pytest.ini"));
    if (!below || apart || addition.plan().changes().isEmpty()) {
      return addition;
    }
    List<Rule> rules = RuleSet.all().stream().filter(it -> REACHING.contains(it.id())).toList();
    List<String> notes = new ArrayList<>(addition.notes());
    new Checker(rules, CheckSettings.everything(), path -> false)
        .check(addition.host().models()).findings().stream()
            .filter(this::reaches)
            .map(HostFindings::note)
            .distinct()
            .forEach(notes::add);
    return new Addition(
        addition.host(),
        directory,
        addition.answers(),
        addition.decision(),
        addition.conclusions(),
        addition.obstacles(),
        addition.conflicts(),
        addition.edits(),
        addition.plan(),
        notes,
        addition.commands());
  }

  private boolean reaches(Finding finding) {
    String path = finding.location().path();
    String directory = path.substring(0, Math.max(path.lastIndexOf('/'), 0));
    boolean above =
        path.endsWith("conftest.py")
            && (directory.isEmpty() || (addition.directory() + "/").startsWith(directory + "/"));
    return above
        || addition.host().config().file().map(ConfigFile::path).filter(path::equals).isPresent();
  }

  private static String note(Finding finding) {
    return "here already: "
        + AddReport.place(finding.location())
        + ": "
        + finding.rule().id()
        + " "
        + finding.rule().name()
        + ": "
        + finding.message()
        + "; `scaffold explain "
        + finding.rule().id()
        + "` tells more";
  }
}
