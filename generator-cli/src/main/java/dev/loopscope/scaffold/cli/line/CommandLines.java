package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * How every command is described to picocli, which reads what is typed and lays out the text of
 * {@code --help}. The models are built by hand, because annotations cost a third of the time a run
 * takes.
 */
public final class CommandLines {
  private static final String HELP = "shows this";

  private CommandLines() {}

  /** A command, with {@code --color} and {@code --help} as its last options. */
  public static CommandSpec spec(CommandSyntax syntax) {
    CommandSpec spec = command(syntax.name(), syntax.description());
    spec.addPositional(spec(syntax.positional()));
    for (Option option : syntax.options()) {
      spec.addOption(spec(option));
    }
    return spec.addOption(spec(ColourArgument.OPTION)).addOption(help());
  }

  /** A command that so far takes nothing. */
  public static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).sortOptions(false);
    return spec;
  }

  /** The option that every command has. */
  public static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .type(boolean.class)
        .arity("0")
        .description(HELP)
        .build();
  }

  /**
   * Reads {@code arguments}.
   *
   * @throws RefusalException if they are not what the command takes
   */
  static TypedArguments read(CommandSyntax syntax, List<String> arguments) {
    CommandSpec spec = spec(syntax);
    CommandLine line =
        new CommandLine(spec).setExpandAtFiles(false).setPosixClusteredShortOptionsAllowed(false);
    try {
      ParseResult parsed = line.parseArgs(arguments.toArray(new String[0]));
      Map<String, String> values = new HashMap<>();
      for (OptionSpec option : parsed.matchedOptions()) {
        boolean flag = option.arity().max() == 0;
        values.put(option.longestName(), flag ? "" : String.join(",", option.stringValues()));
      }
      List<String> positionals = new ArrayList<>();
      for (PositionalParamSpec positional : spec.positionalParameters()) {
        positionals.addAll(positional.stringValues());
      }
      return new TypedArguments(parsed.isUsageHelpRequested(), positionals, values);
    } catch (CommandLine.ParameterException e) {
      throw new RefusalException(
          valueOfFlag(syntax, arguments).orElseGet(() -> refusal(spec, e)), e);
    }
  }

  /** The text of {@code --help}: what it does, what to type, and then what it takes. */
  static String usage(CommandSyntax syntax, int width) {
    Positional positional = syntax.positional();
    String typed = positional.repeated() ? positional.label() + "..." : positional.label();
    List<List<String>> taken = new ArrayList<>();
    taken.add(List.of(positional.label(), positional.description()));
    for (Option option : syntax.options()) {
      taken.add(List.of(option.typed(), said(option)));
    }
    taken.add(List.of(ColourArgument.OPTION.typed(), said(ColourArgument.OPTION)));
    taken.add(List.of("-h, --help", HELP));
    List<List<String>> examples =
        syntax.examples().stream().map(it -> List.of(it.command(), it.does())).toList();
    return Paragraph.of(syntax.description(), "", "", width)
        + "\n"
        + Columns.of(examples, width)
        + "\nusage: "
        + syntax.name()
        + " [OPTION]... "
        + (positional.required() ? typed : "[" + typed + "]")
        + "\n\n"
        + Columns.of(taken, width)
        + "\n"
        + (syntax.more().isEmpty() ? "" : Paragraph.of(syntax.more(), "", "", width))
        + "`scaffold help exit-codes` tells what the exit codes mean.\n";
  }

  private static String said(Option option) {
    return option.takesValue()
        ? option.summary() + " (default: " + option.fallback() + ")"
        : option.summary();
  }

  private static PositionalParamSpec spec(Positional positional) {
    String arity = (positional.required() ? "1" : "0") + (positional.repeated() ? "..*" : "");
    return PositionalParamSpec.builder()
        .index(positional.repeated() ? "0..*" : "0")
        .arity(positional.required() || positional.repeated() ? arity : "0..1")
        .required(positional.required())
        .paramLabel(positional.label())
        .type(positional.repeated() ? String[].class : String.class)
        .description(positional.description())
        .build();
  }

  /** An option, as one of a command. */
  public static OptionSpec spec(Option option) {
    OptionSpec.Builder spec = OptionSpec.builder(option.word());
    if (!option.takesValue()) {
      return spec.type(boolean.class).arity("0").description(option.summary()).build();
    }
    if (!option.values().isEmpty()) {
      spec.completionCandidates(option.values());
    }
    return spec.type(option.repeated() ? String[].class : String.class)
        .arity("1")
        .paramLabel(option.label())
        .description(said(option))
        .build();
  }

  /** picocli's exception does not say which flag it is that has a value. */
  private static Optional<Refusal> valueOfFlag(CommandSyntax syntax, List<String> arguments) {
    for (Option option : syntax.options()) {
      String start = option.word() + "=";
      if (!option.takesValue() && arguments.stream().anyMatch(it -> it.startsWith(start))) {
        return Optional.of(
            new Refusal(
                option.word() + " takes no value",
                syntax.name() + " " + option.word(),
                "leave out what is behind it"));
      }
    }
    return Optional.empty();
  }

  private static Refusal refusal(CommandSpec spec, CommandLine.ParameterException e) {
    String see = "`" + spec.name() + " --help` lists what it takes";
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return unmatched(spec, unmatched.getUnmatched().get(0), see);
    }
    if (e instanceof CommandLine.OverwrittenOptionException overwritten) {
      String word = word(overwritten.getOverwritten());
      return new Refusal(word + " is given twice", spec.name(), "give it once");
    }
    if (e instanceof CommandLine.MissingParameterException missing) {
      return missing(spec, missing, see);
    }
    return new Refusal(firstLine(e), spec.name(), see);
  }

  private static Refusal unmatched(CommandSpec spec, String argument, String see) {
    String where = spec.name() + " " + argument;
    if (!argument.startsWith("-")) {
      return new Refusal("`" + argument + "` is one argument too many", where, see);
    }
    int equals = argument.indexOf('=');
    String typed = equals < 0 ? argument : argument.substring(0, equals);
    List<String> words = spec.options().stream().map(OptionSpec::longestName).toList();
    String next =
        Spelling.nearest(typed, words)
            .map(word -> "did you mean `" + word + "`? " + see)
            .orElse(see);
    return new Refusal("`" + typed + "` is no option of " + spec.name(), where, next);
  }

  private static Refusal missing(
      CommandSpec spec, CommandLine.MissingParameterException e, String see) {
    Optional<ArgSpec> first = e.getMissing().stream().findFirst();
    if (first.isPresent() && first.get() instanceof OptionSpec option) {
      return new Refusal(
          option.longestName() + " has no value",
          spec.name() + " " + option.longestName(),
          "give it one: " + option.longestName() + " " + option.paramLabel());
    }
    String label = first.map(ArgSpec::paramLabel).orElse("an argument");
    return new Refusal(label + " is missing", spec.name(), see);
  }

  private static String word(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String firstLine(CommandLine.ParameterException e) {
    String message = Optional.ofNullable(e.getMessage()).orElse("the arguments cannot be read");
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
