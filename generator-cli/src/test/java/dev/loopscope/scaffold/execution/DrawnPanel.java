package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a map of one panel draws, in words that the map of a run and that of the model must have in
 * common. Lanes have no names in common, so they are numbered by the first test on them.
 *
 * @param tests each as {@code id on number kind}, in order; those that fail or are skipped before
 *     they run say so
 * @param bars each as {@code name first-last kind of its lane}, sorted
 * @param crossings each as {@code id -> fixture}, sorted
 */
record DrawnPanel(List<String> tests, List<String> bars, List<String> crossings) {
  private static final String BEGIN = "id=\"drawn\">";

  /** The model does not tell what makes a loop: docs/map.md. */
  private static final String UVLOOP = " (uvloop)";

  /**
   * Tests of a freshly written suite that hooks of its own refuse in their set-up. No rule tells
   * so, and the model takes for granted that nothing else fails: docs/map.md. What would be set up
   * for them is left out.
   */
  private static final String REFUSED_BY_HOOKS = "_is_refused";

  private static final Set<String> BEFORE_IT_RUNS = Set.of("error", "skipped");
  private static final String REFUSED = "its set-up fails";

  DrawnPanel {
    tests = List.copyOf(tests);
    bars = List.copyOf(bars);
    crossings = List.copyOf(crossings);
  }

  /**
   * Reads a page that {@code map} or {@code trace --map} wrote. The crossing that a fixture would
   * be, if pytest did not refuse to set it up, is in no run, and left out: see docs/map.md.
   */
  static DrawnPanel of(Path page) throws IOException, JsonException {
    String html = Files.readString(page);
    int begin = html.indexOf(BEGIN) + BEGIN.length();
    Map<?, ?> drawn =
        (Map<?, ?>) JsonReader.read(html.substring(begin, html.indexOf("</script>", begin)));
    List<?> panels = list(drawn, "panels");
    assertThat(panels).as("panels of %s", page).hasSize(1);
    return of((Map<?, ?>) panels.get(0));
  }

  private static DrawnPanel of(Map<?, ?> panel) {
    List<List<?>> lanes = rows(panel, "lanes");
    List<List<?>> all = rows(panel, "bars");
    List<String> tests = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    for (List<?> test : rows(panel, "tests")) {
      String id = test.get(0).toString();
      ids.add(id);
      if (id.endsWith(REFUSED_BY_HOOKS)) {
        tests.add(id);
        continue;
      }
      StringBuilder drawn = new StringBuilder(id);
      for (Object lane : (List<?>) test.get(4)) {
        int index = number(lane);
        numbers.putIfAbsent(index, numbers.size() + 1);
        drawn.append(" on ").append(numbers.get(index)).append(' ').append(kind(lanes, index));
      }
      String outcome = test.get(2).toString();
      tests.add(drawn + (BEFORE_IT_RUNS.contains(outcome) ? " " + outcome : ""));
    }
    List<String> bars = new ArrayList<>();
    for (List<?> bar : all) {
      int from = number(bar.get(4));
      if (!ids.get(from).endsWith(REFUSED_BY_HOOKS)) {
        String span = from + "-" + number(bar.get(5));
        bars.add(bar.get(0) + " " + span + " " + kind(lanes, number(bar.get(3))));
      }
    }
    TreeSet<String> crossings = new TreeSet<>();
    for (List<?> crossing : rows(panel, "crossings")) {
      List<?> met = (List<?>) crossing.get(0);
      List<?> ends = (List<?>) crossing.get(9);
      for (int i = 0; i < met.size(); i++) {
        Object end = ends.isEmpty() ? crossing.get(2) : ((List<?>) ends.get(i)).get(0);
        int by = number(crossing.get(1));
        int fixture = number(end);
        if (by < 0 || !isRefused(all.get(by))) {
          String name = fixture < 0 ? "no fixture" : all.get(fixture).get(0).toString();
          crossings.add(ids.get(number(met.get(i))) + " -> " + name);
        }
      }
    }
    return new DrawnPanel(tests, bars.stream().sorted().toList(), List.copyOf(crossings));
  }

  private static boolean isRefused(List<?> bar) {
    return number(bar.get(3)) < 0 && ((List<?>) bar.get(7)).contains(REFUSED);
  }

  private static String kind(List<List<?>> lanes, int index) {
    return index < 0 ? "on none" : lanes.get(index).get(1).toString().replace(UVLOOP, "");
  }

  private static int number(Object it) {
    return ((Number) it).intValue();
  }

  private static List<List<?>> rows(Map<?, ?> panel, String name) {
    return list(panel, name).stream().<List<?>>map(it -> (List<?>) it).toList();
  }

  private static List<?> list(Map<?, ?> of, String name) {
    return (List<?>) Objects.requireNonNull(of.get(name));
  }
}
