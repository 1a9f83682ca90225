package dev.loopscope.scaffold.template;

import java.util.List;

/**
 * What stands in {@code <#if ...>} and decides whether a file is written. Terms joined by {@code
 * &&} or by {@code ||}, never both; a term is {@code flag}, {@code !flag}, {@code text ==
 * "literal"} or {@code text != "literal"}.
 */
public sealed interface Condition {
  /** Whether the condition holds under {@code model}. */
  boolean holds(TemplateModel model);

  /**
   * Reads the text between {@code <#if} and {@code >}.
   *
   * @throws IllegalArgumentException with the reason, if it is outside the grammar or names a
   *     variable that no template has
   */
  static Condition parse(String source) {
    return parse(source, List.of());
  }

  /**
   * As {@link #parse(String)}, inside {@code <#list>}.
   *
   * @param loopVariables strings that the lists around the condition declare
   * @throws IllegalArgumentException with the reason, if it is outside the grammar or names a
   *     variable that is not declared
   */
  static Condition parse(String source, List<String> loopVariables) {
    return new ConditionReader(source, loopVariables).read();
  }

  /** {@code flag}, a boolean. */
  record Flag(String name) implements Condition {
    @Override
    public boolean holds(TemplateModel model) {
      return model
          .flag(name)
          .orElseThrow(() -> new IllegalStateException("no boolean called " + name));
    }
  }

  /** {@code !flag}. */
  record NotFlag(String name) implements Condition {
    @Override
    public boolean holds(TemplateModel model) {
      return !new Flag(name).holds(model);
    }
  }

  /** {@code text == "literal"}. The literal has no quote and no backslash in it. */
  record Equal(String name, String literal) implements Condition {
    @Override
    public boolean holds(TemplateModel model) {
      return model
          .text(name)
          .orElseThrow(() -> new IllegalStateException("no string called " + name))
          .equals(literal);
    }
  }

  /** {@code text != "literal"}. */
  record NotEqual(String name, String literal) implements Condition {
    @Override
    public boolean holds(TemplateModel model) {
      return !new Equal(name, literal).holds(model);
    }
  }

  /** Two or more terms joined by {@code &&}. */
  record All(List<Condition> terms) implements Condition {
    /** Keeps an unmodifiable copy. */
    public All {
      terms = List.copyOf(terms);
    }

    @Override
    public boolean holds(TemplateModel model) {
      for (Condition term : terms) {
        if (!term.holds(model)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Two or more terms joined by {@code ||}. */
  record Any(List<Condition> terms) implements Condition {
    /** Keeps an unmodifiable copy. */
    public Any {
      terms = List.copyOf(terms);
    }

    @Override
    public boolean holds(TemplateModel model) {
      for (Condition term : terms) {
        if (term.holds(model)) {
          return true;
        }
      }
      return false;
    }
  }
}
