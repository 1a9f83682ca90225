package dev.loopscope.scaffold.template.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The names that may be used at one place of a template: what is declared, and the items of the
 * lists around the place.
 */
final class VisibleNames implements ConditionReader.Names {
  private final Declarations declarations;
  private final Deque<Item> items = new ArrayDeque<>();

  private record Item(String name, String list) {}

  VisibleNames(Declarations declarations) {
    this.declarations = declarations;
  }

  /** Goes into a list. */
  void open(String list, String item) {
    items.push(new Item(item, list));
  }

  /** Leaves the innermost list. */
  void close() {
    items.pop();
  }

  /** Whether {@code name} means something here. */
  boolean has(String name) {
    return declarations.declares(name) || list(name).isPresent();
  }

  /** Whether {@code name} is the item of a list of records. */
  boolean isRecord(String name) {
    return list(name).map(declarations.records()::containsKey).orElse(false);
  }

  @Override
  public Optional<String> text(String written) {
    int dot = written.indexOf('.');
    if (dot >= 0) {
      return field(written, dot, true);
    }
    boolean isText = declarations.texts().contains(written);
    boolean isItem = list(written).map(declarations.lists()::contains).orElse(false);
    return isText || isItem ? Optional.of(written) : Optional.empty();
  }

  @Override
  public Optional<String> flag(String written) {
    int dot = written.indexOf('.');
    if (dot >= 0) {
      return field(written, dot, false);
    }
    return declarations.flags().contains(written) ? Optional.of(written) : Optional.empty();
  }

  private Optional<String> field(String written, int dot, boolean text) {
    String item = written.substring(0, dot);
    String field = written.substring(dot + 1);
    if (!isRecord(item)) {
      return Optional.empty();
    }
    String list = list(item).orElseThrow();
    Declarations.Fields fields =
        Optional.ofNullable(declarations.records().get(list)).orElseThrow();
    List<String> names = text ? fields.texts() : fields.flags();
    return names.contains(field) ? Optional.of(list + "." + field) : Optional.empty();
  }

  private Optional<String> list(String item) {
    for (Item open : items) {
      if (open.name().equals(item)) {
        return Optional.of(open.list());
      }
    }
    return Optional.empty();
  }
}
