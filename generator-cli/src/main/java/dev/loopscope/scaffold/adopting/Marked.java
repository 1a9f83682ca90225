package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.question.Question;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads answers that are texts of one's own from what is there: a suite is rendered with marks in
 * the answer's place, and wherever a mark stands in a line of it, the same line of the file that is
 * there holds the answer.
 */
final class Marked {
  private static final List<String> MARKS = List.of("zqxone", "zqxtwo", "zqxsix");

  /** Answers of each shape; the first that a question takes is the one it is read by. */
  private static final List<String> SHAPES =
      List.of("zqxone", "zqxone.zqxtwo", "zqxone.zqxtwo:zqxsix");

  private static final Pattern MARK = Pattern.compile(String.join("|", MARKS));
  private static final String ANYTHING = "([^\\s\"'`<>/]+?)";
  private static final int MOST = 12;

  private final PresentLines present;

  Marked(PresentLines present) {
    this.present = present;
  }

  /** What may be the answer to a question about a text. */
  List<String> answers(Guessing guessing, Guess guess, Question<?> question) {
    for (String shape : SHAPES) {
      Optional<Guess> marked = guessing.with(guess, question, shape);
      if (marked.isPresent()) {
        return read(marked.get(), shape);
      }
    }
    return List.of();
  }

  /** What stands in the places of the first mark, wherever that stands in what was made. */
  List<String> read(Guess marked, String shape) {
    Set<String> found = new LinkedHashSet<>();
    for (Map.Entry<String, String> file : marked.texts().entrySet()) {
      for (String path : paths(file.getKey(), shape, found)) {
        for (String line : PresentLines.lines(file.getValue())) {
          if (MARK.matcher(line).find() && found.size() < MOST) {
            read(line, path, shape, found);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** The files that are there for one whose path may hold a mark itself. */
  private List<String> paths(String path, String shape, Set<String> found) {
    if (!MARK.matcher(path).find()) {
      return List.of(path);
    }
    List<String> paths = new ArrayList<>();
    Pattern pattern = pattern(path);
    for (String there : present.paths()) {
      Matcher matcher = pattern.matcher(there);
      if (matcher.matches()) {
        paths.add(there);
        answer(path, matcher, shape).ifPresent(found::add);
      }
    }
    return paths;
  }

  private void read(String line, String path, String shape, Set<String> found) {
    Pattern pattern = pattern(line);
    for (String there : present.counts(path).keySet()) {
      Matcher matcher = pattern.matcher(there);
      if (matcher.matches()) {
        answer(line, matcher, shape).ifPresent(found::add);
      }
    }
  }

  private static Pattern pattern(String text) {
    StringBuilder pattern = new StringBuilder();
    Matcher marks = MARK.matcher(text);
    int done = 0;
    while (marks.find()) {
      pattern.append(Pattern.quote(text.substring(done, marks.start()))).append(ANYTHING);
      done = marks.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(text.substring(done))).toString());
  }

  /** The shape with what was found in its marks' places; empty if a mark was found nowhere. */
  private static Optional<String> answer(String text, Matcher found, String shape) {
    String answer = shape;
    Matcher marks = MARK.matcher(text);
    for (int group = 1; marks.find(); group++) {
      answer = answer.replace(marks.group(), found.group(group));
    }
    return MARK.matcher(answer).find() ? Optional.empty() : Optional.of(answer);
  }
}
