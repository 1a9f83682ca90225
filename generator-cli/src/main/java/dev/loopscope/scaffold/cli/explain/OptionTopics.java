package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.cli.line.ColourArgument;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of all commands, and the words that they take, as topics.
 *
 * @param commands what is explained, in the order help lists it
 */
record OptionTopics(List<CommandSyntax> commands) {
  private static final String INDENT = "  ";

  /** An option as one command has it. */
  private record Owned(String command, Option option) {}

  OptionTopics {
    commands = List.copyOf(commands);
  }

  /** The options, without their dashes. */
  List<String> words() {
    Set<String> words = new LinkedHashSet<>();
    all().forEach(it -> words.add(bare(it.option())));
    return List.copyOf(words);
  }

  /** The words that options take. */
  List<String> values() {
    Set<String> values = new LinkedHashSet<>();
    all().forEach(it -> values.addAll(it.option().values()));
    return List.copyOf(values);
  }

  /** The option that is called so without its dashes, as each command has it. */
  Optional<String> option(String word, int width) {
    List<Owned> those = all().stream().filter(it -> bare(it.option()).equals(word)).toList();
    return those.isEmpty() ? Optional.empty() : Optional.of(text(those, width));
  }

  /** The options that take this word. */
  Optional<String> value(String word, int width) {
    List<String> texts = new ArrayList<>();
    for (String option : words()) {
      List<Owned> those =
          all().stream()
              .filter(it -> bare(it.option()).equals(option))
              .filter(it -> it.option().values().contains(word))
              .toList();
      if (!those.isEmpty()) {
        String head = "`" + word + "` is what " + those.get(0).option().word() + " can take.\n\n";
        texts.add(head + text(those, width));
      }
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
  }

  private static String text(List<Owned> those, int width) {
    Map<List<String>, List<Owned>> alike = new LinkedHashMap<>();
    for (Owned it : those) {
      alike
          .computeIfAbsent(
              List.of(it.option().typed(), it.option().summary()), key -> new ArrayList<>())
          .add(it);
    }
    return String.join("\n", alike.values().stream().map(it -> same(it, width)).toList());
  }

  /** One option of several commands, which differ in what holds without it at most. */
  private static String same(List<Owned> those, int width) {
    Option first = those.get(0).option();
    Map<String, List<String>> fallbacks = new LinkedHashMap<>();
    for (Owned it : those) {
      fallbacks.computeIfAbsent(it.option().fallback(), key -> new ArrayList<>()).add(it.command());
    }
    List<String> defaults = new ArrayList<>();
    fallbacks.forEach(
        (fallback, commands) ->
            defaults.add(
                fallbacks.size() == 1
                    ? fallback
                    : fallback + " (" + String.join(", ", commands) + ")"));
    String of = String.join(", ", those.stream().map(Owned::command).toList());
    return first.typed()
        + "\n"
        + wrapped(first.summary(), width)
        + wrapped("of: " + of, width)
        + wrapped("default: " + String.join("; ", defaults), width)
        + (first.detail().isEmpty() ? "" : "\n" + wrapped(first.detail(), width));
  }

  private static String wrapped(String text, int width) {
    return Paragraph.of(text, INDENT, INDENT, width);
  }

  private List<Owned> all() {
    List<Owned> all = new ArrayList<>();
    for (CommandSyntax command : commands) {
      command.options().forEach(it -> all.add(new Owned(command.word(), it)));
    }
    all.add(new Owned("every command", ColourArgument.OPTION));
    return all;
  }

  private static String bare(Option option) {
    return option.word().substring(2);
  }
}
