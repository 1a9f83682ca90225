package dev.loopscope.scaffold.template.release;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import java.util.HashMap;
import java.util.Map;

/** The answers that a recorded suite's options stand for. */
final class RecordedAnswers {
  private RecordedAnswers() {}

  /** The answers of {@code --key=value} and {@code --flag}, one blank between them. */
  static Answers of(String options) {
    Map<String, String> given = new HashMap<>();
    for (String option : options.split(" ", -1)) {
      int equals = option.indexOf('=');
      given.put(
          option.substring(2, equals < 0 ? option.length() : equals),
          equals < 0 ? "true" : option.substring(equals + 1));
    }
    given.putIfAbsent("name", "demo");
    return Answers.complete(Questions.ALL, given);
  }
}
