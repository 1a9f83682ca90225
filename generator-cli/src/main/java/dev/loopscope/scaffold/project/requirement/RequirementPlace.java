package dev.loopscope.scaffold.project.requirement;

import dev.loopscope.scaffold.project.requirement.RequirementList.Form;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Chooses the list that the requirements of a suite go into. */
public final class RequirementPlace {
  private static final Set<String> PLUGINS =
      Set.of("anyio", "pytest-asyncio", "pytest-trio", "trio", "pytest-cov", "pytest-xdist");

  /** What it counts that a list names pytest. */
  private static final int NAMED = 8;

  /** What it counts that a list takes in one which names pytest. */
  private static final int INCLUDED = 7;

  /** In names of lists that hold for some machines, or for some runs, and not for all. */
  private static final Set<String> VARIANTS =
      Set.of(
          "pypy",
          "win",
          "windows",
          "linux",
          "macos",
          "ci",
          "min",
          "minimum",
          "minimal",
          "lowest",
          "oldest",
          "nightly",
          "doc",
          "docs",
          "lint",
          "bench",
          "benchmark",
          "benchmarks");

  private RequirementPlace() {}

  /**
   * The list that tests are installed from: the one that names pytest and its plugins, else one
   * that is called after tests or development. Empty if there is none, or none that can be told.
   */
  public static Optional<RequirementList> of(List<RequirementList> lists) {
    return best(lists, lists);
  }

  /**
   * The same of a member of a workspace: its own list if that names pytest, else the better one of
   * its own and the workspace's.
   *
   * @param project the member's directory, relative to the repository; empty for that itself
   */
  public static Optional<RequirementList> of(List<RequirementList> lists, String project) {
    List<RequirementList> own =
        lists.stream()
            .filter(it -> it.file().path().startsWith(project.isEmpty() ? "" : project + "/"))
            .toList();
    return best(own, lists).filter(it -> namesPytest(it, lists)).or(() -> of(lists));
  }

  /** Whether a list, or one that it takes in, names pytest. */
  public static boolean namesPytest(RequirementList list, List<RequirementList> lists) {
    return score(list, lists) >= INCLUDED;
  }

  private static Optional<RequirementList> best(
      List<RequirementList> candidates, List<RequirementList> lists) {
    ToIntFunction<RequirementList> score = it -> score(it, lists);
    Comparator<RequirementList> best =
        Comparator.<RequirementList>comparingInt(it -> -score.applyAsInt(it))
            .thenComparingInt(it -> words(it).size());
    return candidates.stream()
        .filter(it -> score.applyAsInt(it) > 0 && it.generatedBy().isEmpty())
        .min(best)
        .or(() -> candidates.stream().filter(it -> score.applyAsInt(it) > 0).min(best));
  }

  private static int score(RequirementList list, List<RequirementList> lists) {
    boolean pytest = list.find("pytest").isPresent();
    // What the product itself needs is no place for what its tests need.
    if (list.kind() == Kind.PROJECT) {
      return pytest ? 1 : 0;
    }
    List<RequirementList> takenIn =
        installedWith(list, lists).stream().filter(it -> it.kind() != Kind.PROJECT).toList();
    boolean included = takenIn.stream().anyMatch(it -> it.find("pytest").isPresent());
    int score = pytest ? NAMED : included ? INCLUDED : 0;
    boolean plugin =
        takenIn.stream()
            .flatMap(it -> it.stated().stream())
            .anyMatch(it -> PLUGINS.contains(it.distribution()));
    score += plugin ? 4 : 0;
    String name = list.name().toLowerCase(Locale.ROOT);
    boolean ofTests = name.contains("test") && list.kind() != Kind.TOX;
    score += ofTests ? 2 : name.contains("dev") || list.kind() == Kind.PIPENV ? 1 : 0;
    return words(list).stream().anyMatch(VARIANTS::contains) && score > 0
        ? Math.max(1, score - 3)
        : score;
  }

  private static List<String> words(RequirementList list) {
    return List.of(list.name().toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1));
  }

  /** The list that is typed as {@code group:dev}, or by its name alone where one has it. */
  public static Optional<RequirementList> named(List<RequirementList> lists, String typed) {
    List<RequirementList> byWord = lists.stream().filter(it -> it.word().equals(typed)).toList();
    if (!byWord.isEmpty()) {
      return Optional.of(byWord.get(0));
    }
    List<RequirementList> byName = lists.stream().filter(it -> it.name().equals(typed)).toList();
    return byName.size() == 1 ? Optional.of(byName.get(0)) : Optional.empty();
  }

  /** Those that are installed with a list: itself, what it takes in, and the project's own. */
  public static List<RequirementList> installedWith(
      RequirementList list, List<RequirementList> lists) {
    List<RequirementList> found = new ArrayList<>();
    Set<RequirementList> seen = new HashSet<>();
    Deque<RequirementList> left = new ArrayDeque<>(List.of(list));
    while (!left.isEmpty()) {
      RequirementList next = left.remove();
      if (seen.add(next)) {
        found.add(next);
        lists.stream().filter(it -> takesIn(next, it)).forEach(left::add);
      }
    }
    lists.stream()
        .filter(it -> it.kind() == Kind.PROJECT && !found.contains(it))
        .filter(it -> it.directory().equals(list.directory()) || list.kind() == Kind.FILE)
        .forEach(found::add);
    return found;
  }

  private static boolean takesIn(RequirementList outer, RequirementList inner) {
    boolean sameKind =
        outer.kind() == inner.kind()
            && (outer.kind() == Kind.FILE || outer.file().path().equals(inner.file().path()));
    boolean file = outer.kind() == Kind.TOX && inner.kind() == Kind.FILE;
    return (sameKind || file) && outer.includes().contains(inner.name());
  }

  /**
   * A list that is not there yet, in the way that the project would write it: a group in {@code
   * pyproject.toml}, of Poetry where Poetry's own tables hold the requirements. Empty where there
   * is no project in one.
   */
  public static Optional<RequirementList> fresh(Path directory, ConfigFiles files) {
    Optional<ConfigFile> file = files.content(directory, "pyproject.toml").file();
    Optional<TomlValue.Table> root = file.flatMap(it -> files.toml(it).root());
    if (root.isEmpty() || GeneratedText.by(file.orElseThrow().text().text()).isPresent()) {
      return Optional.empty();
    }
    boolean project = root.flatMap(it -> it.table("project")).isPresent();
    boolean poetry = root.flatMap(it -> it.table("tool", "poetry", "dependencies")).isPresent();
    if (!project && !poetry) {
      return Optional.empty();
    }
    Optional<TomlValue.Table> groups = root.flatMap(it -> it.table("dependency-groups"));
    boolean ofPoetry = poetry && groups.isEmpty();
    ConfigFile it = file.orElseThrow();
    Location end =
        new Location(it.path(), it.text(), it.text().text().length(), it.text().text().length());
    Optional<Location> header =
        groups
            .map(TomlValue.Table::location)
            .filter(at -> at.text().text().startsWith("[", at.start()));
    if (groups.isPresent() && header.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RequirementList(
            ofPoetry ? Kind.POETRY : Kind.GROUP,
            "dev",
            it,
            Form.NEW_TABLE,
            header.orElse(end),
            List.of(),
            List.of(),
            Optional.empty()));
  }
}
