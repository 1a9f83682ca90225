package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines that tell an answer from another one: those that only this one makes, and are there.
 */
final class Evidence {
  /** Without these, what tests run on and share would be a guess. */
  private static final Set<String> NEEDED =
      Set.of(
          Questions.BACKENDS.key(),
          Questions.ARCHETYPE.key(),
          Questions.LOOP_SCOPE.key(),
          Questions.RESOURCE.key());

  /** Other answers to questions whose answers cannot be listed; each takes one of them. */
  private static final List<String> OTHERS =
      List.of("zqxone", "zqxone.zqxtwo", "zqxone.zqxtwo:zqxsix", "zqxone {port}");

  private final Guessing guessing;
  private final PresentLines present;
  private final Guess guess;
  private final Map<String, String> said;

  Evidence(Guessing guessing, PresentLines present, Guess guess, Map<String, String> said) {
    this.guessing = guessing;
    this.present = present;
    this.guess = guess;
    this.said = said;
  }

  /** An answer, with the line that tells it from others. */
  Conclusion of(Question<?> question, String text) {
    String topic = question.key();
    if (said.containsKey(topic)) {
      return Conclusion.decided(topic, text, "", List.of(), question.option()).asked(text);
    }
    Optional<Location> line = line(question, text);
    Optional<String> open =
        line.isEmpty() && NEEDED.contains(topic)
            ? Optional.of("no line of the suite tells it from another answer")
            : Optional.empty();
    return new Conclusion(
        topic,
        text,
        line.isPresent() ? "" : "no file says otherwise",
        line.stream().toList(),
        Optional.of(question.option()),
        open);
  }

  private Optional<Location> line(Question<?> question, String text) {
    for (String other : others(question)) {
      if (other.equals(text)) {
        continue;
      }
      Optional<Location> line = other(question, other).flatMap(this::difference);
      if (line.isPresent()) {
        return line;
      }
    }
    return Optional.empty();
  }

  /** The other archetype may not run these backends: then both are asked for asyncio alone. */
  private Optional<Guess> other(Question<?> question, String text) {
    Optional<Guess> other = guessing.with(guess, question, text);
    return other.isPresent() || !question.equals(Questions.ARCHETYPE)
        ? other
        : guessing
            .with(guess, Questions.BACKENDS, "asyncio")
            .flatMap(it -> guessing.with(it, question, text));
  }

  private List<String> others(Question<?> question) {
    if (question.equals(Questions.ARCHETYPE)) {
      return Archetype.ALL.stream().map(Archetype::word).toList();
    }
    if (question instanceof FlagQuestion yesOrNo) {
      return List.of(yesOrNo.print(false), yesOrNo.print(true));
    }
    if (question instanceof ChoiceQuestion<?> choice) {
      return choice.words();
    }
    List<String> others = new ArrayList<>(OTHERS);
    if (question.samples(guess.answers().archetype()).every()) {
      others.addAll(0, question.samples(guess.answers().archetype()).values());
    }
    return others;
  }

  /** What is run says more than what tells of it. */
  private static int rank(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    List<String> first = List.of("conftest.py", "pyproject.toml", "pom.xml");
    return first.contains(name)
        ? first.indexOf(name)
        : name.endsWith(".py") ? 4 : name.startsWith(".") || name.endsWith(".md") ? 6 : 5;
  }

  /** The first line that is there and the other answer does not make. */
  private Optional<Location> difference(Guess other) {
    List<String> paths = new ArrayList<>(guess.texts().keySet());
    paths.sort(Comparator.comparingInt(Evidence::rank));
    for (String path : paths) {
      Set<String> made = new HashSet<>(PresentLines.lines(other.texts().getOrDefault(path, "")));
      for (String line : PresentLines.lines(guess.texts().getOrDefault(path, ""))) {
        if (!made.contains(line) && present.counts(path).containsKey(line)) {
          return present.find(path, line);
        }
      }
    }
    return Optional.empty();
  }
}
