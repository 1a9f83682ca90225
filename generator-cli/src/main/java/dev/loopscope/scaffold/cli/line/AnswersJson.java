package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.ListQuestion;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.text.JsonWriter;
import java.util.List;

/** Answers in the JSON of every command that has some: by the questions' keys, in order. */
public final class AnswersJson {
  private final Answers answers;

  private AnswersJson(Answers answers) {
    this.answers = answers;
  }

  /** Writes them as one object; a yes on which others hang is an object of those. */
  public static void write(Answers answers, JsonWriter json) {
    new AnswersJson(answers).writeAll(json);
  }

  /** The archetype stands beside the answers, with its reason. */
  private void writeAll(JsonWriter json) {
    json.open("{");
    for (Question<?> question : answers.questions().recorded()) {
      if (question != Questions.ARCHETYPE) {
        json.key(question.key());
        write(question, answers.text(question).orElseThrow(), json);
      }
    }
    json.close("}");
  }

  private void write(Question<?> question, String text, JsonWriter json) {
    if (question instanceof ListQuestion) {
      json.open("[");
      for (String word : text.split(",", -1)) {
        json.string(word);
      }
      json.close("]");
    } else if (question instanceof FlagQuestion yesOrNo) {
      write(yesOrNo, yesOrNo.parse(text), json);
    } else {
      json.string(text);
    }
  }

  /** With what hangs on it, yes is an object. */
  private void write(FlagQuestion question, boolean yes, JsonWriter json) {
    List<Question<?>> hanging = answers.questions().hangingOn(question);
    if (!yes || hanging.isEmpty()) {
      json.bool(yes);
      return;
    }
    json.open("{");
    for (Question<?> more : hanging) {
      json.key(more.key());
      write(more, answers.text(more).orElseThrow(), json);
    }
    json.close("}");
  }
}
