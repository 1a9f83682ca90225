package dev.loopscope.scaffold.execution.matrix;

import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.execution.DependencyGroups;
import dev.loopscope.scaffold.template.Renderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What suites of the matrix ask pip for, and the oldest that they let in. */
public final class Floors {
  /** The oldest trio that anyio's extra of that name accepts, at anyio's floor. */
  public static final String OLDEST_TRIO = "trio==0.32.0";

  private static final Renderer RENDERER = new Renderer();

  private Floors() {}

  /** The requirements of a suite's {@code dev} group. */
  public static List<String> requirements(Combination suite) {
    return groups(suite).group("dev");
  }

  /** The oldest version that each of them allows: {@code pytest==8.4}. */
  public static List<String> of(Combination suite) {
    List<String> floors = new ArrayList<>(groups(suite).floors("dev"));
    if (floors.stream().anyMatch(floor -> floor.startsWith("anyio[trio]"))) {
      floors.add(OLDEST_TRIO);
    }
    return floors;
  }

  /** Few of {@code suites}, with all floors together that each archetype has in them. */
  public static List<Combination> each(List<Combination> suites) {
    List<Combination> widest = suites.stream().filter(Floors::isWidest).toList();
    Map<Combination, Set<String>> floors = new HashMap<>();
    for (Combination suite : widest) {
      floors.put(
          suite,
          of(suite).stream()
              .map(floor -> suite.archetype() + " " + floor)
              .collect(Collectors.toSet()));
    }
    return new Cover<>(widest, floors::get).take(widest, floor -> true).chosen();
  }

  /** The floors of all of {@code suites}. */
  static SortedSet<String> of(List<Combination> suites) {
    SortedSet<String> floors = new TreeSet<>();
    for (Combination suite : suites) {
      if (isWidest(suite)) {
        floors.addAll(of(suite));
      }
    }
    return floors;
  }

  /** Whether it asks for all that its likes of another scope, or without Hypothesis, ask for. */
  public static boolean isWidest(Combination suite) {
    return suite.scope() == LoopScope.SESSION && suite.hypothesis();
  }

  /** The distribution of {@code anyio[trio]==4.15}. */
  public static String distribution(String floor) {
    return floor.substring(0, floor.indexOf("==")).replaceAll("\\[.*", "");
  }

  /** The version of {@code anyio[trio]==4.15}. */
  public static String version(String floor) {
    return floor.substring(floor.indexOf("==") + 2);
  }

  private static DependencyGroups groups(Combination suite) {
    return RENDERER
        .render(suite.answers())
        .file("pyproject.toml")
        .map(file -> DependencyGroups.of(file.text()))
        .orElseThrow();
  }
}
