package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.TemplateCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of an archetype, and how answers are spelt in them.
 *
 * @param archetype the archetype
 * @param questions what it asks, where it is not made for one answer
 */
record ArchetypeProperties(Archetype archetype, Questions questions) {
  private static final String SEPARATOR = ":";

  /** What Maven gives every archetype, in Maven's order. */
  private static final List<String> OF_EVERY_ARCHETYPE =
      List.of("groupId", "artifactId", "version", "package");

  /** The properties of {@code archetype} as this version asks. */
  static ArchetypeProperties of(Archetype archetype) {
    return new ArchetypeProperties(archetype, Questions.ALL);
  }

  /** The properties in the order in which they are listed to users: Maven's own come first. */
  List<ArchetypeProperty> inOrder() {
    List<ArchetypeProperty> properties = new ArrayList<>();
    for (Question<?> question : questions.inOrder()) {
      asked(question).forEach(asked -> properties.add(new ArchetypeProperty(question, asked)));
    }
    properties.sort(Comparator.comparingInt(property -> place(property.key())));
    return List.copyOf(properties);
  }

  /** How the archetype asks {@code question}; nothing where it is made for one answer. */
  private List<InArchetype.Property> asked(Question<?> question) {
    InArchetype how = question.in(archetype);
    if (how instanceof InArchetype.Property one) {
      return List.of(one);
    }
    return how instanceof InArchetype.Parts parts ? parts.properties() : List.of();
  }

  private static int place(String key) {
    int place = OF_EVERY_ARCHETYPE.indexOf(key);
    return place < 0 ? OF_EVERY_ARCHETYPE.size() : place;
  }

  /** The files of its suites, whatever the kind of their one resource is. */
  List<TemplateCatalog.Entry> templates() {
    return TemplateCatalog.entries(archetype, questions.kinds());
  }

  /** What a user passes to have {@code answers}; they must have Maven coordinates. */
  Map<String, String> values(Answers answers) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Question<?> question : questions.inOrder()) {
      answers.textOrUsual(question).ifPresent(text -> values.putAll(values(question, text)));
    }
    return values;
  }

  /** What a user passes to answer {@code question} with {@code text}. */
  Map<String, String> values(Question<?> question, String text) {
    Map<String, String> values = new LinkedHashMap<>();
    List<InArchetype.Property> asked = asked(question);
    String[] parts = asked.size() == 1 ? new String[] {text} : text.split(SEPARATOR, -1);
    for (int i = 0; i < asked.size(); i++) {
      String part = i < parts.length ? parts[i] : asked.get(i).defaultValue().orElseThrow();
      values.put(asked.get(i).key(), part);
    }
    return values;
  }

  /**
   * The answers that {@code values} stand for; what is left out has its default.
   *
   * @throws RefusalException if a value is not legal
   */
  Answers answers(Map<String, String> values) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Question<?> question : questions.inOrder()) {
      InArchetype how = question.in(archetype);
      if (how instanceof InArchetype.Settled settled) {
        given.put(question.key(), settled.text());
      } else if (question.isAsked(given)) {
        text(question, values).ifPresent(text -> given.put(question.key(), text));
      } else {
        requireUsual(question, values);
      }
    }
    return Answers.complete(questions, given);
  }

  private void requireUsual(Question<?> question, Map<String, String> values) {
    Optional<String> text = text(question, values);
    if (!text.equals(question.fallback(Map.of()))) {
      throw new RefusalException(
          new Refusal(
              question + " is for " + question.onlyWith().orElseThrow().purpose(),
              text.orElse(""),
              "leave it out"));
    }
  }

  /**
   * The text of the answer that {@code values} give; none where it is left to follow.
   *
   * @throws RefusalException if the archetype refuses one of them by its form
   */
  Optional<String> text(Question<?> question, Map<String, String> values) {
    List<String> parts = new ArrayList<>();
    String leftOut =
        question.in(archetype) instanceof InArchetype.Parts several ? several.leftOut() : "";
    for (InArchetype.Property asked : asked(question)) {
      ArchetypeProperty property = new ArchetypeProperty(question, asked);
      Optional<String> value = Optional.ofNullable(values.get(asked.key())).or(asked::defaultValue);
      if (value.isEmpty()
          || property.isLeftToFollow(value.get())
          || (value.get().equals(leftOut) && !parts.isEmpty())) {
        break;
      }
      property.require(value.get());
      parts.add(value.get());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(SEPARATOR, parts));
  }
}
