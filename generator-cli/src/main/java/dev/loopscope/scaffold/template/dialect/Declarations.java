package dev.loopscope.scaffold.template.dialect;

import java.util.List;
import java.util.Map;

/**
 * Every name that a template may use, whatever the answers are. A name has one kind.
 *
 * @param texts strings
 * @param flags booleans
 * @param lists lists of strings
 * @param records lists of records, and what each record of a list has
 */
public record Declarations(
    List<String> texts, List<String> flags, List<String> lists, Map<String, Fields> records) {
  /**
   * What each record of a list has.
   *
   * @param texts strings
   * @param flags booleans
   */
  public record Fields(List<String> texts, List<String> flags) {
    /** Keeps unmodifiable copies. */
    public Fields {
      texts = List.copyOf(texts);
      flags = List.copyOf(flags);
    }
  }

  /** Keeps unmodifiable copies. */
  public Declarations {
    texts = List.copyOf(texts);
    flags = List.copyOf(flags);
    lists = List.copyOf(lists);
    records = Map.copyOf(records);
  }

  /** Whether {@code name} is declared, as whatever it is. */
  boolean declares(String name) {
    return texts.contains(name)
        || flags.contains(name)
        || lists.contains(name)
        || records.containsKey(name);
  }
}
