package dev.loopscope.scaffold.answers.value;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value that is one of a fixed few words, spelt the same in an option and in a property. */
public interface Choice {
  /** The word a user writes. */
  String word();

  /** The words of all {@code choices}, in their order. */
  static List<String> words(List<? extends Choice> choices) {
    List<String> words = new ArrayList<>(choices.size());
    for (Choice choice : choices) {
      words.add(choice.word());
    }
    return List.copyOf(words);
  }

  /**
   * The choice that is spelt exactly as {@code value}.
   *
   * @param where how the user names this value, e.g. {@code --ci}
   * @throws RefusalException if none is; it lists the words, and the nearest one if there is one
   */
  static <T extends Choice> T parse(String where, String value, List<T> choices) {
    Optional<T> spelt = spelt(value, choices);
    if (spelt.isEmpty()) {
      throw refused(where, value, Spelling.advice(value, words(choices)));
    }
    return spelt.get();
  }

  /** The choice that is spelt exactly as {@code value}, if there is one. */
  static <T extends Choice> Optional<T> spelt(String value, List<T> choices) {
    for (T choice : choices) {
      if (choice.word().equals(value)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  /** The refusal of a {@code value} that is none of the choices, with {@code next} to do. */
  static RefusalException refused(String where, String value, String next) {
    String what =
        value.isEmpty() ? where + " has no value" : "`" + value + "` is no value of " + where;
    return new RefusalException(new Refusal(what, where + " " + value, next));
  }
}
