package dev.loopscope.scaffold.template.dialect;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that stand inside of lists: those of the items, and behind them those of the suite.
 */
final class ListItems implements Condition.Values {
  /** What would be more than text in what FreeMarker reads. */
  private static final String SIGNS = "$<#@/{";

  private final SuiteValues suite;
  private final @Nullable ListItems outer;
  private final String name;
  private final Condition.Values item;

  /** Those outside of all lists. */
  ListItems(SuiteValues suite) {
    this(suite, null, "", suite);
  }

  private ListItems(
      SuiteValues suite, @Nullable ListItems outer, String name, Condition.Values item) {
    this.suite = suite;
    this.outer = outer;
    this.name = name;
    this.item = item;
  }

  /** Those of one more list, whose item is called {@code name}. */
  ListItems with(String name, Condition.Values item) {
    return new ListItems(suite, this, name, item);
  }

  /** What {@link SuiteValues#items} says. */
  Optional<List<Condition.Values>> of(String list, String item) {
    return suite.items(list, item);
  }

  @Override
  public Optional<String> text(String name) {
    return owner(name).text(name);
  }

  @Override
  public Optional<Boolean> flag(String name) {
    return owner(name).flag(name);
  }

  /** Whose value {@code name} would be. */
  private Condition.Values owner(String written) {
    for (ListItems at = this; at.outer != null; at = at.outer) {
      if (at.owns(written)) {
        return at.item;
      }
    }
    return suite;
  }

  /** Whether {@code written} names the item or, of a record, a field. A string has none. */
  private boolean owns(String written) {
    return written.equals(name)
        || (written.startsWith(name)
            && written.startsWith(".", name.length())
            && item.text(name).isEmpty());
  }

  /**
   * Writes what stands between two places of a template, with the items' values in the place of
   * their names. The suite's own are left to FreeMarker.
   *
   * @return whether it can be written: not if an item has no such value, or one that is not text to
   *     FreeMarker
   */
  boolean write(String template, int begin, int end, StringBuilder to) {
    if (outer == null) {
      to.append(template, begin, end);
      return true;
    }
    String text = template.substring(begin, end);
    int from = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", open + 2)) {
      int close = closing(text, open + 2);
      String written = close < 0 ? "" : text.substring(open + 2, close);
      Condition.Values owner = owner(written);
      if (close < 0 || owner == suite) {
        continue;
      }
      Optional<String> value = owner.text(written);
      if (value.isEmpty() || !isText(value.get())) {
        return false;
      }
      to.append(text, from, open).append(value.get());
      from = close + 1;
    }
    to.append(text, from, text.length());
    return true;
  }

  /** Where the brace stands that closes a name, or a record's and its field's; else negative. */
  private static int closing(String template, int from) {
    int end = Identifier.end(template, from);
    if (end > from && template.startsWith(".", end)) {
      end = Identifier.end(template, end + 1);
    }
    return end > from && template.startsWith("}", end) ? end : -1;
  }

  private static boolean isText(String value) {
    for (int at = 0; at < value.length(); at++) {
      if (SIGNS.indexOf(value.charAt(at)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
