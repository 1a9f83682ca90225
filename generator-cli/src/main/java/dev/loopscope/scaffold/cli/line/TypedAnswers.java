package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.OnlyWith;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The answers among what was typed. */
public final class TypedAnswers {
  /** What an option begins with that answers a yes-or-no question with no. */
  public static final String NO = "--no-";

  private TypedAnswers() {}

  /** The option that answers a yes-or-no question with no, of commands that have it. */
  public static String no(Question<?> question) {
    return NO + question.key();
  }

  /**
   * Their texts, by the questions' keys.
   *
   * @throws RefusalException if one is for what was not asked for, or is a kind in a name's place
   */
  public static Map<String, String> given(Questions questions, TypedArguments typed) {
    return given(questions, typed, Map.of());
  }

  /**
   * What was typed over what was answered before, which holds as far as it is still asked. What had
   * followed from other answers is left out, so that it follows from the new ones.
   *
   * @param before texts by key: answers to all that was asked, or none
   * @throws RefusalException as the other one
   */
  public static Map<String, String> given(
      Questions questions, TypedArguments typed, Map<String, String> before) {
    Map<String, String> given = new HashMap<>();
    for (Question<?> question : questions.inOrder()) {
      Optional<String> text = text(typed, question);
      String answered = before.get(question.key());
      if (text.isPresent()) {
        requireAsked(question, text.get(), given);
        requireNamed(questions, question, text.get());
        given.put(question.key(), text.get());
      } else if (answered != null
          && question.isAsked(given)
          && !(question.follows() && question.fallback(before).equals(Optional.of(answered)))) {
        given.put(question.key(), answered);
      }
    }
    return given;
  }

  private static void requireAsked(Question<?> question, String text, Map<String, String> given) {
    if (!question.isAsked(given)) {
      OnlyWith with = question.onlyWith().orElseThrow();
      // A mistake in that answer is told first: it may be why this question is not asked.
      Optional.ofNullable(given.get(with.question().key())).ifPresent(with.question()::parse);
      throw new RefusalException(
          new Refusal(
              question.option() + " is for " + with.purpose() + ", and none is asked for",
              question.option() + " " + text,
              "add " + with.option() + ", or leave " + question.option() + " out"));
    }
  }

  /** Refuses a kind in a name's place: nobody means a resource of the usual kind by it. */
  private static void requireNamed(Questions questions, Question<?> question, String text) {
    if (!question.key().equals(Questions.RESOURCE.key())) {
      return;
    }
    String usual = questions.kinds().get(0).word();
    for (ResourceKind kind : questions.kinds()) {
      String word = kind.word();
      if (!word.equals(usual) && ("," + text + ",").contains("," + word + ",")) {
        throw new RefusalException(
            new Refusal(
                "`" + word + "` is a kind of resource, and stands behind a name",
                question.option() + " " + text,
                "give it a name, as in `mine:%s`, or say that it is one: `%s:%s`"
                    .formatted(word, word, usual)));
      }
    }
  }

  /** The text of what was typed to answer {@code question}. */
  public static Optional<String> text(TypedArguments typed, Question<?> question) {
    if (question instanceof FlagQuestion yesOrNo) {
      boolean yes = typed.has(question.option());
      boolean no = typed.has(no(question));
      if (yes && no) {
        throw new RefusalException(
            new Refusal(
                question.option() + " and " + no(question) + " contradict each other",
                no(question),
                "give one of them"));
      }
      return yes || no ? Optional.of(yesOrNo.print(yes)) : Optional.empty();
    }
    return typed.value(question.option());
  }
}
