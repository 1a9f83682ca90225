package dev.loopscope.scaffold.answers.value;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The backends a suite runs on: at least one, none twice, in the order that was asked for.
 *
 * @param inOrder the backends, unmodifiable
 */
public record Backends(List<Backend> inOrder) {
  private static final String NEXT =
      "name one or more of asyncio, trio and uvloop, each once, separated by commas";

  /**
   * Keeps an unmodifiable copy.
   *
   * @throws IllegalArgumentException if there is none, or one twice
   */
  public Backends {
    inOrder = List.copyOf(inOrder);
    if (inOrder.isEmpty()) {
      throw new IllegalArgumentException("no backend is named");
    }
    if (Set.copyOf(inOrder).size() < inOrder.size()) {
      throw new IllegalArgumentException("a backend is named twice");
    }
  }

  /**
   * Reads {@code asyncio,trio}.
   *
   * @throws RefusalException if an item is empty, unknown or there already
   */
  public static Backends parse(String text) {
    List<Backend> backends = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      backends.add(backend(text.substring(from, to), text, backends));
      from = to + 1;
    }
    return new Backends(backends);
  }

  private static Backend backend(String word, String text, List<Backend> before) {
    if (word.isEmpty()) {
      throw refusal(text.isEmpty() ? "no backend is named" : "a backend's name is empty", text);
    }
    for (Backend backend : Backend.ALL) {
      if (backend.word().equals(word)) {
        if (before.contains(backend)) {
          throw refusal("`" + word + "` is named twice", text);
        }
        return backend;
      }
    }
    String next =
        Spelling.nearest(word, Choice.words(Backend.ALL))
            .map(nearest -> "did you mean `" + nearest + "`? " + NEXT)
            .orElse(NEXT);
    throw new RefusalException(new Refusal("`" + word + "` is no backend", text, next));
  }

  /** Whether {@code backend} was asked for. */
  public boolean contains(Backend backend) {
    return inOrder.contains(backend);
  }

  /** As the user writes it: {@code asyncio,trio}. */
  public String text() {
    return String.join(",", Choice.words(inOrder));
  }

  private static RefusalException refusal(String what, String text) {
    return new RefusalException(new Refusal(what, text, NEXT));
  }
}
