package dev.loopscope.scaffold.execution.matrix;

import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.execution.matrix.Combination.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** How much of the matrix is run in each environment. */
public enum Matrix {
  /** Every combination. */
  FULL {
    @Override
    public List<Combination> combinations() {
      return everyCombination();
    }
  },

  /**
   * So many that every two values meet: an archetype's choice of backends, what tests share, a loop
   * scope, Hypothesis or not.
   */
  PAIRS {
    @Override
    public List<Combination> combinations() {
      return chosen(Combination::pairs);
    }
  },

  /**
   * What the build runs on the Python that it finds first: each thing to share with each archetype
   * and at each loop scope, each choice of backends with and without Hypothesis.
   */
  BUILD {
    @Override
    public List<Combination> combinations() {
      return chosen(Combination::broadPairs);
    }
  };

  /** Those that belong to it. */
  public abstract List<Combination> combinations();

  /**
   * That of a word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Matrix named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** As it is written on a command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What the build runs in every other environment: suites of all kinds at once, on as many
   * backends as they can be together.
   */
  public static List<Combination> crowded() {
    return everyCombination().stream()
        .filter(it -> it.sharing().word().equals(Sharing.ALL_AT_ONCE))
        .filter(it -> it.scope() == LoopScope.SESSION && it.hypothesis())
        .filter(it -> it.backends().size() == Concerns.of(it.archetype()).backends().size())
        .toList();
  }

  /**
   * Takes them for each thing to share in turn, so that another kind of resource changes little of
   * what is chosen for the others.
   */
  private static List<Combination> chosen(Function<Combination, Set<Pair>> pairs) {
    List<Combination> every = everyCombination();
    Cover<Pair> cover = new Cover<>(every, pairs);
    for (Sharing sharing : Sharing.all()) {
      cover.take(
          every.stream().filter(it -> it.sharing().equals(sharing)).toList(),
          pair -> pair.names(sharing.word()));
    }
    return cover.take(every, pair -> true).chosen();
  }

  private static List<Combination> everyCombination() {
    List<Combination> every = new ArrayList<>();
    for (Sharing sharing : Sharing.all()) {
      for (Archetype archetype : Archetype.ALL) {
        for (List<Backend> backends : choices(Concerns.of(archetype).backends())) {
          if (sharing.runsOn(backends)) {
            for (LoopScope scope : LoopScope.ALL) {
              every.add(new Combination(archetype, backends, sharing, scope, false));
              every.add(new Combination(archetype, backends, sharing, scope, true));
            }
          }
        }
      }
    }
    return every;
  }

  /** Every choice of at least one, all of them first, each in the order of the list. */
  private static List<List<Backend>> choices(List<Backend> from) {
    List<List<Backend>> choices = new ArrayList<>();
    for (int chosen = (1 << from.size()) - 1; chosen > 0; chosen--) {
      List<Backend> choice = new ArrayList<>();
      for (int index = 0; index < from.size(); index++) {
        if ((chosen & 1 << index) != 0) {
          choice.add(from.get(index));
        }
      }
      choices.add(choice);
    }
    return choices;
  }
}
