package dev.loopscope.scaffold.execution.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Chooses few suites that have everything together that there is in all of them.
 *
 * @param <T> what a suite may have
 */
final class Cover<T> {
  private final Function<Combination, Set<T>> having;
  private final Set<T> missing = new HashSet<>();
  private final List<Combination> chosen = new ArrayList<>();

  /** Nothing is chosen yet. */
  Cover(List<Combination> every, Function<Combination, Set<T>> having) {
    this.having = having;
    every.forEach(suite -> missing.addAll(having.apply(suite)));
  }

  /**
   * Takes suites until nothing that is {@code wanted} is missing: each time the first of those that
   * bring the most.
   *
   * @param candidates suites that have all that is wanted
   */
  Cover<T> take(List<Combination> candidates, Predicate<T> wanted) {
    while (missing.stream().anyMatch(wanted)) {
      Combination best = candidates.get(0);
      long most = 0;
      for (Combination candidate : candidates) {
        List<T> brought = having.apply(candidate).stream().filter(missing::contains).toList();
        if (brought.size() > most && brought.stream().anyMatch(wanted)) {
          best = candidate;
          most = brought.size();
        }
      }
      missing.removeAll(having.apply(best));
      chosen.add(best);
    }
    return this;
  }

  List<Combination> chosen() {
    return List.copyOf(chosen);
  }
}
