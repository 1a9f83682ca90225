package dev.loopscope.scaffold.suite.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the statements of one scope bind; filled by {@link BindingCollector}, read-only after. */
final class ScopeContents {
  /** A variable of a lambda or a comprehension, which hides the name from start to end. */
  record Shadow(String name, int start, int end) {}

  final Map<String, List<PlacedBinding>> bindings = new LinkedHashMap<>();
  final List<PlacedBinding> stars = new ArrayList<>();
  final List<NameScope> children = new ArrayList<>();
  final List<Shadow> shadows = new ArrayList<>();
  final Set<String> globals = new LinkedHashSet<>();
  final Set<String> nonlocals = new LinkedHashSet<>();

  void bind(String name, PlacedBinding binding) {
    bindings.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(binding);
  }

  /** Puts everything into the order of the text. */
  void sort() {
    Comparator<PlacedBinding> byPlace = Comparator.comparingInt(PlacedBinding::from);
    bindings.values().forEach(all -> all.sort(byPlace));
    stars.sort(byPlace);
    children.sort(Comparator.comparingInt(NameScope::from));
  }
}
