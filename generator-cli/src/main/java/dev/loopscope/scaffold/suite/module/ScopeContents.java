package dev.loopscope.scaffold.suite.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the statements of one scope bind; filled by {@link BindingCollector}, read-only after. */
final class ScopeContents {
  final Map<String, List<PlacedBinding>> bindings = new LinkedHashMap<>();

  /** By name, the index behind the last of its bindings that stands in a loop, if one does. */
  final Map<String, Integer> behindLoops = new HashMap<>();

  final List<PlacedBinding> stars = new ArrayList<>();
  final List<NameScope> children = new ArrayList<>();

  /**
   * By name, the parts of the text in which a variable of a lambda or a comprehension hides it:
   * from where to where. None overlaps another.
   */
  final Map<String, TreeMap<Integer, Integer>> shadows = new HashMap<>();

  final Set<String> globals = new LinkedHashSet<>();
  final Set<String> nonlocals = new LinkedHashSet<>();

  /** Notes that a variable hides a name from start to end. */
  void hide(String name, int start, int end) {
    TreeMap<Integer, Integer> parts = shadows.computeIfAbsent(name, unused -> new TreeMap<>());
    int from = start;
    int to = end;
    Map.Entry<Integer, Integer> other = parts.floorEntry(to);
    while (other != null && other.getValue() >= from) {
      from = Math.min(from, other.getKey());
      to = Math.max(to, other.getValue());
      parts.remove(other.getKey());
      other = parts.floorEntry(to);
    }
    parts.put(from, to);
  }

  void bind(String name, PlacedBinding binding) {
    bindings.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(binding);
  }

  /** Puts everything into the order of the text. */
  void sort() {
    Comparator<PlacedBinding> byPlace = Comparator.comparingInt(PlacedBinding::from);
    bindings.forEach(
        (name, all) -> {
          all.sort(byPlace);
          for (int at = 0; at < all.size(); at++) {
            if (all.get(at).block().isIn(Block.Kind.LOOP)) {
              behindLoops.put(name, at + 1);
            }
          }
        });
    stars.sort(byPlace);
    children.sort(Comparator.comparingInt(NameScope::from));
  }
}
