package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads arguments as GNU programs do: an option's value stands behind it or behind an equals sign,
 * options and others come in any order, and after two dashes that stand alone there are no options
 * any more. An option's name is written out, and it is given once, if nothing else is said. No
 * library does this, because setting up the one that prints help takes longer than all else before
 * a suite is rendered.
 */
final class ArgumentReader {
  private static final List<String> HELP = List.of("-h", "--help");

  private final CommandSyntax syntax;
  private final List<String> arguments;
  private final List<String> positionals = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();
  private boolean help;
  private int at;

  ArgumentReader(CommandSyntax syntax, List<String> arguments) {
    this.syntax = syntax;
    this.arguments = arguments;
  }

  TypedArguments read() {
    boolean options = true;
    for (at = 0; at < arguments.size(); at++) {
      String argument = arguments.get(at);
      if (options && argument.equals("--")) {
        options = false;
      } else if (options && HELP.contains(argument)) {
        help = true;
      } else if (options && argument.length() > 1 && argument.startsWith("-")) {
        option(argument);
      } else {
        positional(argument);
      }
    }
    if (!help && syntax.positional().required() && positionals.isEmpty()) {
      throw refused(syntax.positional().label() + " is missing", syntax.name(), see());
    }
    return new TypedArguments(help, positionals, values);
  }

  private void positional(String argument) {
    if (!syntax.positional().repeated() && !positionals.isEmpty()) {
      throw refused("`" + argument + "` is one argument too many", where(argument), see());
    }
    positionals.add(argument);
  }

  private void option(String argument) {
    int equals = argument.indexOf('=');
    String word = equals < 0 ? argument : argument.substring(0, equals);
    Optional<Option> found = called(word);
    if (found.isEmpty()) {
      throw refused("`" + word + "` is no option of " + syntax.name(), where(argument), near(word));
    }
    Option option = found.get();
    String value = "";
    if (option.takesValue()) {
      value = equals < 0 ? next(option) : argument.substring(equals + 1);
    } else if (equals >= 0) {
      throw refused(word + " takes no value", where(argument), "leave out what is behind it");
    }
    if (option.repeated()) {
      values.merge(word, value, (first, next) -> first + "," + next);
    } else if (values.put(word, value) != null) {
      throw refused(word + " is given twice", syntax.name(), "give it once");
    }
  }

  /** The argument behind an option, unless that is an option, too. */
  private String next(Option option) {
    at++;
    String value = at < arguments.size() ? arguments.get(at) : "--";
    int equals = value.indexOf('=');
    String word = equals < 0 ? value : value.substring(0, equals);
    if (value.equals("--") || HELP.contains(value) || called(word).isPresent()) {
      throw refused(
          option.word() + " has no value", where(option.word()), "give it one: " + option.typed());
    }
    return value;
  }

  private Optional<Option> called(String word) {
    for (Option option : syntax.options()) {
      if (option.word().equals(word)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  private String near(String word) {
    List<String> words = new ArrayList<>();
    for (Option option : syntax.options()) {
      words.add(option.word());
    }
    words.add(HELP.get(1));
    return Spelling.nearest(word, words)
        .map(nearest -> "did you mean `" + nearest + "`? " + see())
        .orElse(see());
  }

  private String where(String argument) {
    return syntax.name() + " " + argument;
  }

  private String see() {
    return "`" + syntax.name() + " --help` lists what it takes";
  }

  private static RefusalException refused(String what, String where, String next) {
    return new RefusalException(new Refusal(what, where, next));
  }
}
