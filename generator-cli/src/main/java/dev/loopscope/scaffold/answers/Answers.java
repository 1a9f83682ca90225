package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.answers.value.Ci;
import dev.loopscope.scaffold.answers.value.DistributionName;
import dev.loopscope.scaffold.answers.value.ImportName;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.answers.value.MavenCoordinates;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a suite is made from: an answer to each question that is asked. Equal answers make
 * equal bytes.
 *
 * @param questions what was asked
 * @param texts the answers as their questions print them, by key; unmodifiable
 */
public record Answers(Questions questions, Map<String, String> texts) {

  /**
   * Validates each answer, and what no single one can.
   *
   * @throws RefusalException if an answer is not legal, or the archetype cannot run the backends
   * @throws IllegalArgumentException if an answer is missing, or to something that was not asked
   */
  public Answers {
    Map<String, String> normal = new LinkedHashMap<>();
    for (Question<?> question : questions.inOrder()) {
      String text = texts.get(question.key());
      if (question.isAsked(normal) != (text != null)) {
        throw new IllegalArgumentException(
            question + (text == null ? " has no answer" : " is answered, and was not asked"));
      }
      if (text != null) {
        normal.put(question.key(), question.normal(text, normal));
      }
    }
    if (!normal.keySet().containsAll(texts.keySet())) {
      throw new IllegalArgumentException("nobody asked for all of " + texts.keySet());
    }
    texts = Collections.unmodifiableMap(normal);
    DecisionMatrix.requireRunnable(
        Questions.ARCHETYPE.parse(normal.getOrDefault(Questions.ARCHETYPE.key(), "")),
        Questions.BACKENDS.parse(normal.getOrDefault(Questions.BACKENDS.key(), "")));
  }

  /**
   * The answers that {@code given} stands for; what is left out falls back.
   *
   * @param given texts by key
   * @throws RefusalException if an answer is not legal, or the archetype cannot run the backends
   * @throws IllegalArgumentException if an answer is missing that nothing stands in for, or one is
   *     to something that is not asked
   */
  public static Answers complete(Questions questions, Map<String, String> given) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Question<?> question : questions.inOrder()) {
      if (question.isAsked(texts)) {
        String text = given.get(question.key());
        Optional<String> answer =
            text == null ? question.fallback(texts) : Optional.of(question.normal(text, texts));
        if (answer.isPresent()) {
          texts.put(question.key(), answer.get());
        }
      }
    }
    if (!texts.keySet().containsAll(given.keySet())) {
      throw new IllegalArgumentException("nobody asked for all of " + given.keySet());
    }
    return new Answers(questions, texts);
  }

  /** The text of the answer to {@code question}; none if it was not asked. */
  public Optional<String> text(Question<?> question) {
    return Optional.ofNullable(texts.get(question.key()));
  }

  /** The text of the answer to {@code question}; what it usually is if it was not asked. */
  public Optional<String> textOrUsual(Question<?> question) {
    return question.onlyWith().isEmpty() || texts.containsKey(question.key())
        ? text(question)
        : question.fallback(texts);
  }

  /** The answer to {@code question}; none if it was not asked. */
  public <T> Optional<T> find(Question<T> question) {
    return text(question).map(question::parse);
  }

  /**
   * The answer to {@code question}.
   *
   * @throws IllegalArgumentException if it was not asked
   */
  public <T> T get(Question<T> question) {
    String text = texts.get(question.key());
    if (text == null) {
      throw new IllegalArgumentException(question + " was not asked");
    }
    return question.parse(text);
  }

  /** These, but for the answer to one question and what hangs on it. */
  public <T> Answers with(Question<T> question, T answer) {
    Map<String, String> changed = new LinkedHashMap<>(texts);
    changed.put(question.key(), question.print(answer));
    for (Question<?> hanging : questions.hangingOn(question)) {
      if (!hanging.isAsked(changed)) {
        changed.remove(hanging.key());
      }
    }
    return complete(questions, changed);
  }

  /** The distribution name, and the artifactId where there are coordinates. */
  public DistributionName name() {
    return get(Questions.NAME);
  }

  /** The import name. */
  public ImportName packageName() {
    return get(Questions.PACKAGE);
  }

  /** The model the suite follows. */
  public Archetype archetype() {
    return get(Questions.ARCHETYPE);
  }

  /** What the tests run on. */
  public Backends backends() {
    return get(Questions.BACKENDS);
  }

  /** How much of a run shares a loop and the resources. */
  public LoopScope loopScope() {
    return get(Questions.LOOP_SCOPE);
  }

  /** What the tests share, in the order it was asked for. */
  public List<Resource> resources() {
    return get(questions.resource()).inOrder();
  }

  /** The oldest Python promised. */
  public PythonFloor python() {
    return get(Questions.PYTHON);
  }

  /** Whether there are property-based tests. */
  public boolean hypothesis() {
    return get(Questions.HYPOTHESIS);
  }

  /** The service a workflow is written for. */
  public Ci ci() {
    return get(Questions.CI);
  }

  /** The coordinates of a {@code pom.xml}; none without one. */
  public Optional<MavenCoordinates> maven() {
    return get(Questions.MAVEN)
        ? Optional.of(new MavenCoordinates(get(Questions.GROUP_ID), get(Questions.VERSION)))
        : Optional.empty();
  }
}
