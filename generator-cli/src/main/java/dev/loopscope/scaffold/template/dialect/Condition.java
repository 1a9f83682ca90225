package dev.loopscope.scaffold.template.dialect;

import java.util.List;
import java.util.Optional;

/**
 * What stands in {@code <#if ...>} and decides whether a file is written. Terms joined by {@code
 * &&} or by {@code ||}, never both; a term is {@code flag}, {@code !flag}, {@code text ==
 * "literal"} or {@code text != "literal"}. A record's field is called {@code list.field} in it.
 */
public sealed interface Condition {
  /** The values of one suite. */
  interface Values {
    /** The string called {@code name}; absent if it has no value. */
    Optional<String> text(String name);

    /** Whether the boolean called {@code name} holds; absent if there is no such boolean. */
    Optional<Boolean> flag(String name);
  }

  /**
   * Whether the condition holds.
   *
   * @throws IllegalStateException if {@code values} lack a name in it
   */
  boolean holds(Values values);

  /**
   * Reads the text between {@code <#if} and {@code >}, outside of every list.
   *
   * @throws IllegalArgumentException with the reason, if it is outside the grammar or names a
   *     variable that is not declared
   */
  static Condition parse(String source, Declarations declarations) {
    return new ConditionReader(source, new VisibleNames(declarations)).read();
  }

  /** {@code flag}, a boolean. */
  record Flag(String name) implements Condition {
    @Override
    public boolean holds(Values values) {
      Optional<Boolean> flag = values.flag(name);
      if (flag.isEmpty()) {
        throw new IllegalStateException("no boolean called " + name);
      }
      return flag.get();
    }
  }

  /** {@code !flag}. */
  record NotFlag(String name) implements Condition {
    @Override
    public boolean holds(Values values) {
      return !new Flag(name).holds(values);
    }
  }

  /** {@code text == "literal"}. The literal has no quote and no backslash in it. */
  record Equal(String name, String literal) implements Condition {
    @Override
    public boolean holds(Values values) {
      Optional<String> text = values.text(name);
      if (text.isEmpty()) {
        throw new IllegalStateException("no string called " + name);
      }
      return text.get().equals(literal);
    }
  }

  /** {@code text != "literal"}. */
  record NotEqual(String name, String literal) implements Condition {
    @Override
    public boolean holds(Values values) {
      return !new Equal(name, literal).holds(values);
    }
  }

  /** Two or more terms joined by {@code &&}. */
  record All(List<Condition> terms) implements Condition {
    /** Keeps an unmodifiable copy. */
    public All {
      terms = List.copyOf(terms);
    }

    @Override
    public boolean holds(Values values) {
      for (Condition term : terms) {
        if (!term.holds(values)) {
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
    public boolean holds(Values values) {
      for (Condition term : terms) {
        if (term.holds(values)) {
          return true;
        }
      }
      return false;
    }
  }
}
