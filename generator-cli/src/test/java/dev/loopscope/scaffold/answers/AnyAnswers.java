package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Legal answers to every question: sampled values and random names, awkward ones among them. */
public final class AnyAnswers {
  private static final List<String> PIECES =
      List.of("a", "Z", "9", "-", "_", ".", "+", "suite", "0x", "I", "q", "rest");

  private AnyAnswers() {}

  /** Answers to all questions of this version. */
  public static Arbitrary<Answers> any() {
    return to(Questions.ALL);
  }

  /** Answers to {@code questions}. */
  public static Arbitrary<Answers> to(Questions questions) {
    return Arbitraries.randomValue(random -> draw(questions, random));
  }

  private static Answers draw(Questions questions, Random random) {
    Archetype archetype = pick(random, Archetype.ALL);
    Map<String, String> given = new LinkedHashMap<>();
    for (Question<?> question : questions.inOrder()) {
      if (question.isAsked(given)) {
        given.put(
            question.key(),
            question == Questions.ARCHETYPE
                ? archetype.word()
                : text(question, archetype, given, random));
      }
    }
    return new Answers(questions, given);
  }

  private static String text(
      Question<?> question, Archetype archetype, Map<String, String> before, Random random) {
    Samples samples = question.samples(archetype);
    List<String> tried = new ArrayList<>();
    while (tried.size() < 1000) {
      String text =
          samples.every() || random.nextInt(3) == 0 ? pick(random, samples.values()) : word(random);
      if (isLegal(question, text, before)) {
        return text;
      }
      tried.add(text);
    }
    throw new IllegalStateException("nothing legal for " + question + " in " + tried);
  }

  private static boolean isLegal(Question<?> question, String text, Map<String, String> before) {
    try {
      return !question.normal(text, before).isEmpty();
    } catch (RefusalException e) {
      return false;
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int pieces = 1 + random.nextInt(6); pieces > 0; pieces--) {
      word.append(pick(random, PIECES));
    }
    return word.toString();
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
