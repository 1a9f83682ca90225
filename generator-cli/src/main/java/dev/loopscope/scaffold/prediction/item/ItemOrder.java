package dev.loopscope.scaffold.prediction.item;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Directories;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts items into the order in which pytest runs them: those that share a value of a parameter of a
 * wider scope stand together. It goes the way of pytest's own {@code reorder_items}, step by step,
 * as the result depends on it.
 */
public final class ItemOrder {
  private static final List<Scope> HIGH =
      List.of(Scope.SESSION, Scope.PACKAGE, Scope.MODULE, Scope.CLASS);

  /** A value that is shared within its scope. */
  private record Key(String name, int index, Object range) {}

  private final List<TestItem> items;
  private final Map<Scope, Map<Integer, List<Key>>> keysOfItems = new EnumMap<>(Scope.class);

  /** The items of each value, each with its rank: the lowest comes first. */
  private final Map<Scope, Map<Key, Map<Integer, Integer>>> itemsOfKeys =
      new EnumMap<>(Scope.class);

  private int first;

  private ItemOrder(List<TestItem> items) {
    this.items = items;
    for (Scope scope : HIGH) {
      Map<Integer, List<Key>> keys = new HashMap<>();
      Map<Key, Map<Integer, Integer>> sharing = new HashMap<>();
      for (int i = 0; i < items.size(); i++) {
        for (Key key : keys(items.get(i), scope)) {
          keys.computeIfAbsent(i, it -> new ArrayList<>()).add(key);
          sharing.computeIfAbsent(key, it -> new HashMap<>()).put(i, i);
        }
      }
      keysOfItems.put(scope, keys);
      itemsOfKeys.put(scope, sharing);
    }
  }

  /** All items of a suite in the order of a run. */
  public static List<TestItem> of(SuiteModel model) {
    TestItems all = new TestItems(model);
    return sorted(CollectionOrder.of(model).stream().flatMap(it -> all.of(it).stream()).toList());
  }

  /** The same items, which stand in the order of their collection, in that of a run. */
  static List<TestItem> sorted(List<TestItem> collected) {
    ItemOrder order = new ItemOrder(collected);
    Set<Integer> numbers = new LinkedHashSet<>();
    for (int i = 0; i < collected.size(); i++) {
      numbers.add(i);
    }
    return order.within(numbers, 0).stream().map(collected::get).toList();
  }

  private static List<Key> keys(TestItem item, Scope scope) {
    List<Key> keys = new ArrayList<>();
    for (ItemParameter parameter : item.parameters()) {
      if (parameter.scope() == scope) {
        keys.add(new Key(parameter.name(), parameter.index(), range(item.test(), scope)));
      }
    }
    return keys;
  }

  private static Object range(Test test, Scope scope) {
    String path = test.collectedIn().path();
    return switch (scope) {
      case SESSION -> "";
      case PACKAGE -> Directories.parent(path);
      case MODULE -> path;
      case CLASS, FUNCTION -> List.of(path, test.collectedBy());
    };
  }

  private Set<Integer> within(Set<Integer> some, int level) {
    if (level == HIGH.size() || some.size() < 3) {
      return some;
    }
    Scope scope = HIGH.get(level);
    Set<Key> ignored = new HashSet<>();
    Deque<Integer> left = new ArrayDeque<>(some);
    Set<Integer> done = new LinkedHashSet<>();
    while (!left.isEmpty()) {
      Set<Integer> plain = new LinkedHashSet<>();
      Optional<Key> slicing = Optional.empty();
      while (!left.isEmpty() && slicing.isEmpty()) {
        Integer item = left.pop();
        if (!done.contains(item) && !plain.contains(item)) {
          slicing = lastKey(item, scope, ignored);
          slicing.ifPresent(key -> bringForward(matching(key, scope, some), left));
          if (slicing.isEmpty()) {
            plain.add(item);
          }
        }
      }
      done.addAll(within(plain, level + 1));
      slicing.ifPresent(ignored::add);
    }
    return done;
  }

  private Optional<Key> lastKey(Integer item, Scope scope, Set<Key> ignored) {
    return keysOfItems.get(scope).getOrDefault(item, List.of()).stream()
        .filter(it -> !ignored.contains(it))
        .reduce((earlier, later) -> later);
  }

  private List<Integer> matching(Key key, Scope scope, Set<Integer> some) {
    return itemsOfKeys.get(scope).get(key).entrySet().stream()
        .filter(it -> some.contains(it.getKey()))
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void bringForward(List<Integer> matching, Deque<Integer> left) {
    for (int i = matching.size() - 1; i >= 0; i--) {
      Integer item = matching.get(i);
      left.push(item);
      for (Scope scope : HIGH) {
        for (Key key : keysOfItems.get(scope).getOrDefault(item, List.of())) {
          first--;
          itemsOfKeys.get(scope).get(key).put(item, first);
        }
      }
    }
  }
}
