package dev.loopscope.scaffold.cli.ask;

import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks until an answer is taken: one that is refused is told why, and asked again.
 *
 * @param console where somebody answers
 */
public record Asker(Console console) {
  private static final List<String> YES = List.of("y", "yes");
  private static final List<String> NO = List.of("n", "no");

  /**
   * Asks.
   *
   * @param proposed what Enter stands for
   * @param take makes something of the answer, or refuses it
   * @return what was made of it; empty if nobody answers
   */
  public <T> Optional<T> ask(String prompt, String proposed, Function<String, T> take) {
    while (true) {
      Optional<String> answer = console.ask(prompt + " [" + proposed + "]: ");
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(take.apply(answer.get().isEmpty() ? proposed : answer.get()));
      } catch (RefusalException e) {
        console.refuse(e.refusal());
      }
    }
  }

  /** Asks for yes or no; empty if nobody answers. */
  public Optional<Boolean> yesOrNo(String prompt, boolean proposed) {
    return ask(prompt, proposed ? "Y/n" : "y/N", answer -> yes(answer, proposed));
  }

  private static boolean yes(String answer, boolean proposed) {
    String word = answer.toLowerCase(Locale.ROOT);
    if (word.equals("y/n")) {
      return proposed;
    }
    if (!YES.contains(word) && !NO.contains(word)) {
      throw new RefusalException(
          new Refusal("`" + answer + "` is neither yes nor no", answer, "answer y or n"));
    }
    return YES.contains(word);
  }
}
