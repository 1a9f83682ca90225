package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import dev.loopscope.scaffold.suite.config.version.Specifiers;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.config.version.VersionSolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * From what is said in many places to what is allowed. What is always installed and what one group
 * adds to it hold together; groups, extras and files stand beside each other, and any of them may
 * be what the tests are run with. Statements under environment markers stand beside each other,
 * too; those for Pythons that the project does not allow are left out.
 */
final class StatedVersions {
  private final List<VersionStatement> statements;

  private StatedVersions(List<VersionStatement> statements) {
    this.statements = statements;
  }

  /**
   * What is allowed.
   *
   * @param own the distributions that the project itself names, and not only one above it
   */
  static PluginVersions of(
      List<VersionStatement> statements,
      Set<String> own,
      AskedVersions asked,
      VersionSolver solver,
      List<UnreadableConfig> unreadable) {
    VersionRange pythons =
        new StatedVersions(select(statements, it -> it.distribution().equals("python"))).range();
    Map<String, List<VersionStatement>> byDistribution =
        statements.stream()
            .filter(it -> Requirement.pythons(it.marker()).overlaps(pythons))
            .collect(
                Collectors.groupingBy(
                    VersionStatement::distribution, TreeMap::new, Collectors.toList()));
    SortedMap<String, Allowed> allowed = new TreeMap<>();
    byDistribution.forEach(
        (name, those) -> allowed.put(name, new StatedVersions(those).of(name, own.contains(name))));
    return PluginVersions.of(allowed, asked, solver, unreadable);
  }

  private Allowed of(String distribution, boolean named) {
    List<VersionRange> locked =
        ranges(select(statements, it -> it.kind() == VersionStatement.Kind.LOCKED));
    List<VersionRange> pinned =
        ranges(select(statements, VersionStatement::pin)).stream().distinct().toList();
    StatedVersions loose =
        new StatedVersions(select(statements, it -> it.requirement() && !it.pin()));
    VersionRange stated = stated(loose, union(locked).union(union(pinned)));
    Optional<Version> chosen = installed(VersionStatement.Kind.CHOSEN);
    VersionRange range = chosen.map(it -> stated.union(Specifiers.equal(it, false))).orElse(stated);
    // An environment that holds what the requirements do not allow is out of date.
    Optional<Version> installed =
        installed(VersionStatement.Kind.INSTALLED).filter(stated::contains);
    Optional<Version> one = locked.isEmpty() ? agreed(pinned, stated) : highest(locked);
    return new Allowed(
        distribution,
        named,
        range,
        chosen.or(() -> one).or(() -> installed),
        statements.stream().map(VersionStatement::statedRange).toList());
  }

  /** What may be installed; everything if nothing is said but what is there. */
  private static VersionRange stated(StatedVersions loose, VersionRange certain) {
    if (loose.statements.isEmpty()) {
      return certain.isEmpty() ? VersionRange.all() : certain;
    }
    return loose.range().union(certain);
  }

  private Optional<Version> installed(VersionStatement.Kind kind) {
    return highest(ranges(select(statements, it -> it.kind() == kind)));
  }

  /** The one version that is allowed, or the one that requirements files agree on. */
  private static Optional<Version> agreed(List<VersionRange> pinned, VersionRange range) {
    return pinned.size() == 1 ? pinned.get(0).only() : range.only();
  }

  /** Lock files hold several versions where older Pythons need older ones. */
  private static Optional<Version> highest(List<VersionRange> locked) {
    return locked.stream().flatMap(it -> it.only().stream()).max(Comparator.naturalOrder());
  }

  private VersionRange range() {
    Map<String, List<VersionStatement>> byGroup =
        statements.stream()
            .collect(
                Collectors.groupingBy(VersionStatement::group, TreeMap::new, Collectors.toList()));
    VersionRange always = together(byGroup.getOrDefault("", List.of()));
    List<VersionRange> groups = new ArrayList<>();
    byGroup.forEach(
        (group, those) -> {
          if (!group.isEmpty()) {
            groups.add(together(those));
          }
        });
    return groups.isEmpty() ? always : both(always, union(groups));
  }

  private static VersionRange together(List<VersionStatement> group) {
    if (group.stream().anyMatch(VersionStatement::conditional)) {
      return union(ranges(group));
    }
    return ranges(group).stream().reduce(VersionRange.all(), StatedVersions::both);
  }

  /** Ranges that contradict each other are not installed together. */
  private static VersionRange both(VersionRange left, VersionRange right) {
    VersionRange common = left.intersect(right);
    return common.isEmpty() ? left.union(right) : common;
  }

  private static VersionRange union(Collection<VersionRange> ranges) {
    return ranges.stream().reduce(VersionRange.none(), VersionRange::union);
  }

  private static List<VersionRange> ranges(List<VersionStatement> those) {
    return those.stream().map(VersionStatement::range).toList();
  }

  private static List<VersionStatement> select(
      List<VersionStatement> from, Predicate<VersionStatement> which) {
    return from.stream().filter(which).toList();
  }
}
