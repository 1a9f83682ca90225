package dev.loopscope.scaffold.answers.question;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question whose answer is yes or no; no when nobody answers. */
public final class FlagQuestion extends Question<Boolean> {
  /** The text of yes. */
  static final String YES = "true";

  /** The text of no. */
  static final String NO = "false";

  private final boolean yesInArchetypes;
  private final boolean seldom;

  /**
   * A question that an archetype asks too.
   *
   * @param since the release that asks it first
   */
  public FlagQuestion(String key, String since, Help help) {
    this(key, since, help, false, false);
  }

  private FlagQuestion(
      String key, String since, Help help, boolean yesInArchetypes, boolean seldom) {
    super(key, since, help);
    this.yesInArchetypes = yesInArchetypes;
    this.seldom = seldom;
  }

  /** A question that every archetype answers with yes. */
  public static FlagQuestion yesInArchetypes(String key, String since, Help help) {
    return new FlagQuestion(key, since, help, true, false);
  }

  /** A question on which so little hangs that yes need not meet every answer to the others. */
  public static FlagQuestion seldom(String key, String since, Help help) {
    return new FlagQuestion(key, since, help, false, true);
  }

  @Override
  public Boolean parse(String text, Called called) {
    if (!text.equals(YES) && !text.equals(NO)) {
      throw Choice.refused(called.name(), text, "use " + YES + " or " + NO);
    }
    return text.equals(YES);
  }

  @Override
  public String print(Boolean answer) {
    return answer ? YES : NO;
  }

  @Override
  public Optional<String> fallback(Map<String, String> before) {
    return Optional.of(NO);
  }

  @Override
  public String fallbackInWords() {
    return "off";
  }

  @Override
  public List<Variable> variables() {
    return List.of(variable());
  }

  /** The one thing that templates see of it. */
  Variable.Flag variable() {
    return new Variable.Flag(camelCase(), YES);
  }

  @Override
  public String recordTemplate(List<Question<?>> all) {
    StringBuilder template = new StringBuilder();
    template.append("<#if ").append(camelCase()).append(">\n");
    template.append(key()).append(" = ").append(YES).append('\n');
    for (Question<?> question : all) {
      if (question.hangsOn(this)) {
        template.append(question.recordTemplate(all));
      }
    }
    template.append("<#else>\n").append(key()).append(" = ").append(NO).append('\n');
    return template.append("</#if>\n").toString();
  }

  @Override
  public InArchetype in(Archetype archetype) {
    return yesInArchetypes
        ? new InArchetype.Settled(YES)
        : new InArchetype.Property(
            camelCase(), Optional.of(NO), YES + "|" + NO, YES + "|" + NO, YES + " or " + NO);
  }

  @Override
  public Samples samples(Archetype archetype) {
    return seldom ? Samples.some(NO, YES) : Samples.every(List.of(NO, YES));
  }
}
