package dev.loopscope.scaffold.prediction.item;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Directories;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

  /**
   * Who shares values within one scope.
   *
   * @param keys the values of each item
   * @param items the items of each value, each with its rank: the lowest comes first
   */
  private record Sharing(Map<Integer, List<Key>> keys, Map<Key, Map<Integer, Integer>> items) {
    List<Key> keysOf(Integer item) {
      return keys.getOrDefault(item, List.of());
    }

    Map<Integer, Integer> itemsOf(Key key) {
      return items.computeIfAbsent(key, it -> new HashMap<>());
    }

    void add(Integer item, Key key) {
      keys.computeIfAbsent(item, it -> new ArrayList<>()).add(key);
      itemsOf(key).put(item, item);
    }
  }

  private final List<Sharing> sharing = new ArrayList<>();
  private int first;

  private ItemOrder(List<TestItem> items) {
    for (Scope scope : HIGH) {
      Sharing within = new Sharing(new HashMap<>(), new HashMap<>());
      for (int i = 0; i < items.size(); i++) {
        for (Key key : keys(items.get(i), scope)) {
          within.add(i, key);
        }
      }
      sharing.add(within);
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
    Sharing shared = sharing.get(level);
    Set<Key> ignored = new HashSet<>();
    Deque<Integer> left = new ArrayDeque<>(some);
    Set<Integer> done = new LinkedHashSet<>();
    while (!left.isEmpty()) {
      Set<Integer> plain = new LinkedHashSet<>();
      Optional<Key> slicing = Optional.empty();
      while (!left.isEmpty() && slicing.isEmpty()) {
        Integer item = left.pop();
        if (!done.contains(item) && !plain.contains(item)) {
          slicing = lastKey(item, shared, ignored);
          slicing.ifPresent(key -> bringForward(matching(key, shared, some), left));
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

  private static Optional<Key> lastKey(Integer item, Sharing shared, Set<Key> ignored) {
    return shared.keysOf(item).stream()
        .filter(it -> !ignored.contains(it))
        .reduce((earlier, later) -> later);
  }

  private static List<Integer> matching(Key key, Sharing shared, Set<Integer> some) {
    return shared.itemsOf(key).entrySet().stream()
        .filter(it -> some.contains(it.getKey()))
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void bringForward(List<Integer> matching, Deque<Integer> left) {
    for (int i = matching.size() - 1; i >= 0; i--) {
      Integer item = matching.get(i);
      left.push(item);
      for (Sharing shared : sharing) {
        for (Key key : shared.keysOf(item)) {
          first--;
          shared.itemsOf(key).put(item, first);
        }
      }
    }
  }
}
