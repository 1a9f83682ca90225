package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.Renderer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders what one release makes of answers, and compares it with what is there. */
final class Guessing {
  private final Questions questions;
  private final String version;
  private final Renderer renderer;
  private final Standing standing;
  private final PresentLines present;
  private final Map<Map<String, String>, Optional<Guess>> known = new HashMap<>();
  private final Map<String, Integer> costs = new HashMap<>();

  Guessing(
      Questions questions,
      String version,
      Renderer renderer,
      Standing standing,
      PresentLines present) {
    this.questions = questions;
    this.version = version;
    this.renderer = renderer;
    this.standing = standing;
    this.present = present;
  }

  /** What {@code given} makes; empty if that is not legal. */
  Optional<Guess> of(Map<String, String> given) {
    return known.computeIfAbsent(Map.copyOf(given), this::rendered);
  }

  /** The same with one answer more, or another one. */
  Optional<Guess> with(Guess guess, Question<?> question, String text) {
    Map<String, String> given = new HashMap<>(guess.given());
    given.put(question.key(), text);
    return of(given);
  }

  private Optional<Guess> rendered(Map<String, String> given) {
    try {
      Map<String, String> asked = asked(given);
      Answers answers = Answers.complete(questions, asked);
      Map<String, String> texts = standing.texts(renderer.render(answers));
      int cost = 0;
      for (Map.Entry<String, String> file : texts.entrySet()) {
        cost +=
            costs.computeIfAbsent(
                file.getKey() + "\0" + file.getValue(), it -> cost(file.getKey(), file.getValue()));
      }
      return Optional.of(new Guess(version, asked, answers, texts, cost));
    } catch (RefusalException | IllegalArgumentException e) {
      // Not every two answers go together, and what is read from files need be no answer.
      return Optional.empty();
    }
  }

  /** Without answers to what the others leave unasked. */
  private Map<String, String> asked(Map<String, String> given) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (Question<?> question : questions.inOrder()) {
      String text = given.get(question.key());
      if (text != null && question.isAsked(asked)) {
        asked.put(question.key(), text);
      }
    }
    return asked;
  }

  private int cost(String path, String text) {
    List<String> parts = PresentLines.parts(text);
    return parts.size() - 2 * common(parts, present.partCounts(path));
  }

  /** How many of some parts are among others, each as often as it is there. */
  static int common(List<String> parts, Map<String, Integer> counts) {
    Map<String, Integer> left = new HashMap<>(counts);
    int common = 0;
    for (String part : parts) {
      int count = left.getOrDefault(part, 0);
      if (count > 0) {
        left.put(part, count - 1);
        common++;
      }
    }
    return common;
  }
}
