package dev.loopscope.scaffold.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rules are wanted, by id or by the start of ids. The longest match decides, so that {@code
 * select LS012} holds against {@code ignore LS01}; of two equally long, ignoring wins.
 *
 * @param select what is wanted; empty for every rule
 * @param ignore what is not
 */
public record RuleSelection(List<String> select, List<String> ignore) {
  private static final Pattern NUMBER = Pattern.compile("(?:[lL][sS])?[-_ ]?0*([0-9]{1,3})");

  /** Every rule. */
  public static final RuleSelection ALL = new RuleSelection(List.of(), List.of());

  /** Keeps unmodifiable copies. */
  public RuleSelection {
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
  }

  /** Whether the rule of this id is wanted. */
  public boolean wants(String id) {
    int selected = select.isEmpty() ? 0 : longest(select, id);
    return selected > longest(ignore, id);
  }

  /** The first of {@code words} that no id of {@code rules} starts with. */
  public static Optional<String> unknown(List<String> words, List<Rule> rules) {
    return words.stream()
        .filter(word -> rules.stream().noneMatch(rule -> rule.id().startsWith(word)))
        .findFirst();
  }

  /**
   * The id that was meant by a number that is not as long: {@code LS2}, {@code ls-02}, {@code 2}.
   */
  public static Optional<String> meant(String word, List<Rule> rules) {
    Matcher matcher = NUMBER.matcher(word);
    return matcher.matches()
        ? rules.stream()
            .map(Rule::id)
            .filter(id -> id.substring(2).replaceFirst("^0+(?=.)", "").equals(matcher.group(1)))
            .findFirst()
        : Optional.empty();
  }

  private static int longest(List<String> words, String id) {
    return words.stream().filter(id::startsWith).mapToInt(String::length).max().orElse(-1);
  }
}
