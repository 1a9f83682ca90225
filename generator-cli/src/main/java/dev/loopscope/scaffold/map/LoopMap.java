package dev.loopscope.scaffold.map;

import java.util.List;

/**
 * Which loops a suite has, and what lives on them.
 *
 * <p>Texts are as the suite has them; whoever draws them escapes them. A span that reaches from
 * before the first test to behind the last one begins and ends with these.
 *
 * @param title what it is of, in a few words: {@code shop/tests}
 * @param origin where it comes from
 * @param facts said below the title, each in a few words: {@code Python 3.12.3}, {@code pytest
 *     8.4.2}
 * @param panels one, or one for each worker, or one for each state that is compared
 */
public record LoopMap(String title, MapOrigin origin, List<String> facts, List<MapPanel> panels) {
  /** Keeps unmodifiable copies. */
  public LoopMap {
    facts = List.copyOf(facts);
    panels = List.copyOf(panels);
  }

  /** How many crossings there are in all panels. */
  public int crossings() {
    return panels.stream().mapToInt(it -> it.crossings().size()).sum();
  }

  /** How many lies there are in all panels. */
  public int lies() {
    return panels.stream().mapToInt(it -> it.lies().size()).sum();
  }

  /** How many tests there are in all panels. */
  public int tests() {
    return panels.stream().mapToInt(it -> it.tests().size()).sum();
  }
}
