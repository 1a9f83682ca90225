package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one finding of those that have one cause: at the cause, as bad as the worst of them, with
 * the places where it shows. A finding at the cause itself takes them in; else those of one rule
 * are joined if there are several. Those that have a fix are joined if their fixes are one when
 * taken together; else each stays by itself.
 */
final class JoinedFindings {
  private final Map<FindingPlace, List<Finding>> byCause = new LinkedHashMap<>();
  private final Map<FindingPlace, List<Finding>> fixedByCause = new LinkedHashMap<>();
  private final List<Finding> joined = new ArrayList<>();

  private JoinedFindings(List<Finding> inOrder) {
    List<Finding> others = new ArrayList<>();
    for (Finding finding : inOrder) {
      if (finding.cause().isPresent()) {
        (finding.fix().isEmpty() ? byCause : fixedByCause)
            .computeIfAbsent(place(finding.cause().orElseThrow()), it -> new ArrayList<>())
            .add(finding);
      } else {
        others.add(finding);
      }
    }
    for (Finding finding : others) {
      List<Finding> caused = byCause.remove(FindingPlace.of(finding));
      joined.add(caused == null ? finding : told(finding, caused));
    }
    byCause.values().forEach(this::join);
    fixedByCause.values().forEach(this::joinWithFix);
    joined.sort(Finding.IN_ORDER);
  }

  /** The same findings, those of one cause as one, in order. */
  static List<Finding> of(List<Finding> inOrder) {
    return new JoinedFindings(inOrder).joined;
  }

  private static FindingPlace place(Finding.Cause cause) {
    return new FindingPlace(cause.rule(), cause.place().path(), cause.place().start());
  }

  private void join(List<Finding> caused) {
    Map<Rule, List<Finding>> byRule = new LinkedHashMap<>();
    caused.forEach(it -> byRule.computeIfAbsent(it.rule(), rule -> new ArrayList<>()).add(it));
    byRule.forEach((rule, of) -> joined.add(of.size() == 1 ? of.get(0) : atCause(of)));
  }

  private void joinWithFix(List<Finding> caused) {
    Optional<Fix> fix =
        caused.stream().map(Finding::rule).distinct().count() == 1
            ? Fix.together(caused.stream().flatMap(it -> it.fix().stream()).toList())
            : Optional.empty();
    if (caused.size() > 1 && fix.isPresent()) {
      joined.add(atCause(caused).with(fix.orElseThrow()));
    } else {
      joined.addAll(caused);
    }
  }

  /** A finding that stands at the cause of others is as bad as they are. */
  private static Finding told(Finding cause, List<Finding> caused) {
    boolean worse =
        worst(caused).severity() == Severity.ERROR && cause.rule().severity() == Severity.ERROR;
    return with(
        worse ? cause.as(Severity.ERROR) : cause, cause.location(), cause.message(), caused);
  }

  private static Finding atCause(List<Finding> caused) {
    Finding worst = worst(caused);
    int more = caused.size() - 1;
    String message =
        worst.message() + "; so it is in " + more + (more == 1 ? " more place" : " more places");
    return with(worst, worst.cause().orElseThrow().place(), message, caused);
  }

  private static Finding with(Finding told, Location place, String message, List<Finding> caused) {
    return new Finding(
        told.rule(),
        told.severity(),
        place,
        message,
        told.remedy(),
        told.versions(),
        told.fix(),
        Optional.empty(),
        caused.stream()
            .map(it -> new Finding.Use(it.rule().id(), it.severity(), it.location()))
            .toList());
  }

  private static Finding worst(List<Finding> findings) {
    return findings.stream()
        .filter(it -> it.severity() == Severity.ERROR)
        .findFirst()
        .orElse(findings.get(0));
  }
}
