package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.value.Archetype;
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
      if (question.in(archetype) instanceof InArchetype.Property asked) {
        properties.add(new ArchetypeProperty(question, asked));
      }
    }
    properties.sort(Comparator.comparingInt(property -> place(property.key())));
    return List.copyOf(properties);
  }

  private static int place(String key) {
    int place = OF_EVERY_ARCHETYPE.indexOf(key);
    return place < 0 ? OF_EVERY_ARCHETYPE.size() : place;
  }

  /** The files of its suites: there is one resource, and no kind is stated for it. */
  List<TemplateCatalog.Entry> templates() {
    return TemplateCatalog.entries(archetype, List.of(questions.usualKind()));
  }

  /** What a user passes to have {@code answers}; they must have Maven coordinates. */
  Map<String, String> values(Answers answers) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ArchetypeProperty property : inOrder()) {
      values.put(property.key(), answers.text(property.question()).orElseThrow());
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
      } else if (how instanceof InArchetype.Property asked) {
        ArchetypeProperty property = new ArchetypeProperty(question, asked);
        Optional<String> value =
            Optional.ofNullable(values.get(asked.key())).or(asked::defaultValue);
        if (value.isPresent() && !property.isLeftToFollow(value.get())) {
          given.put(question.key(), value.get());
        }
      }
    }
    return Answers.complete(questions, given);
  }
}
