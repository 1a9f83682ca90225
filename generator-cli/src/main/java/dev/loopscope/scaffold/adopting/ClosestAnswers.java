package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.answers.value.LoopScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the answers from which one release makes what comes closest to what is there: one
 * question after the other, each with every answer that it may have, until none is better.
 */
final class ClosestAnswers {
  /** What an answer changes may let the next round see another one. */
  private static final int ROUNDS = 3;

  private static final String MARK = "zqxone";

  private final Questions questions;
  private final Guessing guessing;
  private final Marked marked;
  private final Map<String, String> said;
  private final List<Question<?>> asked;
  private final List<ResourceKind> kinds;

  /**
   * For one release.
   *
   * @param said answers that are certain, by key
   * @param asked the questions that the release asked
   * @param kinds the kinds of resources that it knew
   */
  ClosestAnswers(
      Questions questions,
      Guessing guessing,
      PresentLines present,
      Map<String, String> said,
      List<Question<?>> asked,
      List<ResourceKind> kinds) {
    this.questions = questions;
    this.guessing = guessing;
    this.marked = new Marked(present);
    this.said = Map.copyOf(said);
    this.asked = List.copyOf(asked);
    this.kinds = List.copyOf(kinds);
  }

  /**
   * The first guess, of one archetype.
   *
   * @param name what the suite is called if no file says so
   */
  Optional<Guess> first(Archetype archetype, String name) {
    Map<String, String> start = new HashMap<>(said);
    start.putIfAbsent(Questions.ARCHETYPE.key(), archetype.word());
    start.putIfAbsent(Questions.NAME.key(), name);
    if (archetype == Archetype.MULTIBACKEND) {
      start.putIfAbsent(Questions.BACKENDS.key(), "asyncio,trio");
    }
    return guessing.of(start);
  }

  /** The closest that comes of a first guess. */
  Guess closest(Guess first) {
    Guess guess = first;
    for (int round = 0; round < ROUNDS; round++) {
      Guess before = guess;
      guess = round(before, before.answers().archetype());
      if (!guess.isCloserThan(before)) {
        return guess;
      }
    }
    return guess;
  }

  private Guess round(Guess start, Archetype archetype) {
    Guess guess = start;
    for (Question<?> question : asked) {
      if (said.containsKey(question.key()) || question.equals(Questions.ARCHETYPE)) {
        continue;
      }
      if (question.key().equals(Questions.RESOURCE.key())) {
        guess = resources(guess);
      } else if (question.isAsked(guess.answers().texts())) {
        guess = closest(guess, question, values(question, guess, archetype));
      }
    }
    return guess;
  }

  /** What the answer to a question may be. */
  List<String> values(Question<?> question, Guess guess, Archetype archetype) {
    if (question instanceof FlagQuestion yesOrNo) {
      return List.of(yesOrNo.print(false), yesOrNo.print(true));
    }
    if (question instanceof ChoiceQuestion<?> choice) {
      return choice.words();
    }
    return question.samples(archetype).every()
        ? question.samples(archetype).values()
        : marked.answers(guessing, guess, question);
  }

  private Guess closest(Guess start, Question<?> question, List<String> values) {
    Guess closest = start;
    for (String value : values) {
      Optional<Guess> other = guessing.with(closest, question, value);
      if (other.isPresent() && other.get().isCloserThan(closest)) {
        closest = other.get();
      }
    }
    return closest;
  }

  private Guess resources(Guess start) {
    List<String> candidates = candidates(start);
    Guess closest = start;
    List<String> chosen = new ArrayList<>();
    boolean closer = true;
    while (closer) {
      closer = false;
      Optional<String> next = Optional.empty();
      for (String candidate : candidates) {
        Optional<Guess> other = withResources(start, plus(chosen, candidate));
        if (other.isPresent() && other.get().isCloserThan(closest)) {
          closest = other.get();
          next = Optional.of(candidate);
          closer = true;
        }
      }
      next.ifPresent(chosen::add);
    }
    return scopes(closest, chosen);
  }

  private Guess scopes(Guess start, List<String> chosen) {
    Guess closest = start;
    List<String> scoped = chosen;
    boolean closer = true;
    while (closer) {
      closer = false;
      for (List<String> other : otherScopes(scoped, chosen)) {
        Optional<Guess> guess = withResources(start, other);
        if (guess.isPresent() && guess.get().isCloserThan(closest)) {
          closest = guess.get();
          scoped = other;
          closer = true;
        }
      }
    }
    return closest;
  }

  /** The same resources, each in turn with each other scope. */
  private static List<List<String>> otherScopes(List<String> scoped, List<String> chosen) {
    List<List<String>> others = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      for (String scope : Choice.words(LoopScope.ALL)) {
        List<String> other = new ArrayList<>(scoped);
        other.set(i, chosen.get(i) + ":" + scope);
        others.add(other);
      }
    }
    return others;
  }

  private Optional<Guess> withResources(Guess guess, List<String> resources) {
    return guessing.with(
        guess, questions.find(Questions.RESOURCE.key()).orElseThrow(), String.join(",", resources));
  }

  private static List<String> plus(List<String> chosen, String one) {
    List<String> more = new ArrayList<>(chosen);
    more.add(one);
    return more;
  }

  /** Each name that a resource of a kind may have, with the kind. */
  private List<String> candidates(Guess guess) {
    Set<String> candidates = new LinkedHashSet<>();
    for (ResourceKind kind : kinds) {
      withResources(guess, List.of(MARK + ":" + kind.word())).stream()
          .flatMap(it -> marked.read(it, MARK).stream())
          .forEach(name -> candidates.add(name + ":" + kind.word()));
    }
    return List.copyOf(candidates);
  }
}
