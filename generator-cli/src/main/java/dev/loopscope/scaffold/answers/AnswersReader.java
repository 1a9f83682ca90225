package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Called;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.ListQuestion;
import dev.loopscope.scaffold.answers.question.OnlyWith;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.text.ShortRuns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/** Reads one answers file. The library that parses TOML is loaded with the first one. */
final class AnswersReader {
  /** A list in a list at most: deeper ones are no answers anyway. */
  private static final int DEEPEST = 4;

  private static final String RESTORE = "or take the file from version control";

  private final Questions questions;
  private final String current;
  private final ShortRuns lines;
  private final TomlParseResult file;
  private final Map<String, String> given = new LinkedHashMap<>();

  AnswersReader(Questions questions, String current, String text) {
    this.questions = questions;
    this.current = current;
    this.lines = new ShortRuns(text.startsWith("\ufeff") ? text.substring(1) : text);
    this.file =
        Toml.parse(lines.text(), TomlParseOptions.sourceless().withMaxNestingDepth(DEEPEST));
  }

  AnswersFile read() {
    if (file.hasErrors()) {
      TomlPosition position = file.errors().get(0).position();
      throw refusal(
          "the answers cannot be read: "
              + firstLine(String.valueOf(file.errors().get(0).getMessage())),
          place(position),
          "mend the line, " + RESTORE);
    }
    ReleaseNumber writer = writer();
    for (String key : file.keySet()) {
      if (!key.equals(AnswersFile.WRITER)) {
        add(key);
      }
    }
    requireAskedAndComplete(writer);
    requireRunnable();
    requireTogether();
    return new AnswersFile(writer.text(), Answers.complete(questions, given));
  }

  /** The version that wrote the file: not a newer one, since its keys may mean something else. */
  private ReleaseNumber writer() {
    String key = AnswersFile.WRITER;
    if (!file.keySet().contains(key)) {
      throw refusal(
          "`" + key + "` is missing",
          AnswersFile.PATH,
          "add " + key + " = \"VERSION\" with the version that wrote the suite, " + RESTORE);
    }
    Optional<ReleaseNumber> number =
        file.get(List.of(key)) instanceof String text ? ReleaseNumber.of(text) : Optional.empty();
    // Each release has asked what the first one did, and for some of that nothing stands in.
    if (number.isEmpty() || number.get().isBefore(first())) {
      throw refusal(
          "`" + key + "` is no version of scaffold",
          line(key),
          "write the version that wrote the suite, such as \"" + current + "\", " + RESTORE);
    }
    if (ReleaseNumber.of(current).orElseThrow().isBefore(number.get())) {
      String newer = number.get().text();
      throw refusal(
          "scaffold " + newer + " wrote the answers, and this is " + current,
          line(key),
          "use scaffold " + newer + " or a newer one");
    }
    return number.get();
  }

  /** The first release. */
  private ReleaseNumber first() {
    ReleaseNumber first = ReleaseNumber.of(current).orElseThrow();
    for (Question<?> question : questions.inOrder()) {
      ReleaseNumber since = ReleaseNumber.of(question.since()).orElseThrow();
      first = since.isBefore(first) ? since : first;
    }
    return first;
  }

  private void add(String key) {
    Question<?> question =
        questions
            .find(key)
            .orElseThrow(
                () ->
                    refusal(
                        "`" + key + "` is no answer that scaffold " + current + " knows",
                        line(key),
                        suggestion(key) + "remove the line, " + RESTORE));
    String text = text(question);
    try {
      question.parse(text, Called.line(key));
    } catch (RefusalException e) {
      throw new RefusalException(new Refusal(e.refusal().what(), line(key), e.refusal().next()), e);
    }
    given.put(key, text);
  }

  private String suggestion(String key) {
    List<String> keys = new ArrayList<>();
    questions.inOrder().forEach(question -> keys.add(question.key()));
    return Spelling.nearest(key, keys).map(near -> "did you mean `" + near + "`? ").orElse("");
  }

  /** The value, as an option would take it. */
  private String text(Question<?> question) {
    String key = question.key();
    Object value = file.get(List.of(key));
    if (question instanceof FlagQuestion && value instanceof Boolean yes) {
      return yes.toString();
    }
    if (question instanceof TextQuestion && value instanceof String text) {
      return text;
    }
    if (question instanceof ListQuestion && value instanceof TomlArray array) {
      List<String> words = new ArrayList<>();
      for (Object word : array.toList()) {
        if (!(word instanceof String text) || text.indexOf(',') >= 0) {
          throw wrongKind(key, "a list of words in quotes");
        }
        words.add(text);
      }
      return String.join(",", words);
    }
    throw wrongKind(
        key,
        question instanceof FlagQuestion
            ? "true or false, without quotes"
            : question instanceof ListQuestion ? "a list of words in quotes" : "a word in quotes");
  }

  private RefusalException wrongKind(String key, String kind) {
    return refusal(
        "`" + key + "` is not " + kind, line(key), "give `" + key + "` " + kind + ", " + RESTORE);
  }

  private void requireAskedAndComplete(ReleaseNumber writer) {
    for (Question<?> question : questions.inOrder()) {
      String key = question.key();
      boolean asked = question.isAsked(given);
      if (given.containsKey(key) && !asked) {
        OnlyWith with = question.onlyWith().orElseThrow();
        throw refusal(
            "`" + key + "` is for " + with.purpose() + ", and none is asked for",
            line(key),
            with.line() + ", or remove the line");
      }
      // A release asks for what it knows: only what came later may be missing.
      boolean known = !writer.isBefore(ReleaseNumber.of(question.since()).orElseThrow());
      if (!given.containsKey(key) && asked && known) {
        throw refusal(
            "`" + key + "` is missing", AnswersFile.PATH, "add `" + key + "`, " + RESTORE);
      }
    }
  }

  private void requireRunnable() {
    String backends = given.get(Questions.BACKENDS.key());
    String archetype = given.get(Questions.ARCHETYPE.key());
    if (backends == null || archetype == null) {
      return;
    }
    try {
      DecisionMatrix.requireRunnable(
          Questions.ARCHETYPE.parse(archetype), Questions.BACKENDS.parse(backends));
    } catch (RefusalException e) {
      String next =
          "give `archetype` the value \""
              + DecisionMatrix.decide(Questions.BACKENDS.parse(backends)).archetype().word()
              + "\", "
              + RESTORE;
      throw new RefusalException(
          new Refusal(e.refusal().what(), line(Questions.ARCHETYPE.key()), next), e);
    }
  }

  /** What is legal by itself may not go with the answers before it. */
  private void requireTogether() {
    for (Question<?> question : questions.inOrder()) {
      String text = given.get(question.key());
      if (text != null) {
        try {
          given.put(question.key(), question.normal(text, given));
        } catch (RefusalException e) {
          throw new RefusalException(
              new Refusal(e.refusal().what(), line(question.key()), e.refusal().next()), e);
        }
      }
    }
  }

  private String line(String key) {
    TomlPosition position = file.inputPositionOf(List.of(key));
    return position == null ? AnswersFile.PATH : place(position);
  }

  private String place(TomlPosition position) {
    return AnswersFile.PATH + ":" + lines.line(position.line());
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static RefusalException refusal(String what, String where, String next) {
    return new RefusalException(new Refusal(what, where, next));
  }
}
