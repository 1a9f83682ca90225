package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * How every command is described to picocli and read by it. The models are built by hand, because
 * annotations cost a third of the time a run takes.
 */
public final class CommandLines {
  /** That picocli allows. */
  private static final int NARROWEST = 55;

  private CommandLines() {}

  /** A command that so far takes {@code --help} alone. */
  public static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).sortOptions(false);
    return spec;
  }

  /** The first argument that is no option. */
  public static PositionalParamSpec positional(String label, String arity, String description) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity(arity)
        .required(arity.equals("1"))
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  /** The option that every command has. */
  public static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .type(boolean.class)
        .arity("0")
        .description("shows this")
        .build();
  }

  /**
   * Reads {@code arguments}.
   *
   * @throws RefusalException if they are not what {@code spec} takes
   */
  public static ParseResult parse(CommandSpec spec, List<String> arguments) {
    CommandLine line =
        new CommandLine(spec).setExpandAtFiles(false).setPosixClusteredShortOptionsAllowed(false);
    try {
      return line.parseArgs(arguments.toArray(new String[0]));
    } catch (CommandLine.ParameterException e) {
      throw new RefusalException(refusal(spec, e), e);
    }
  }

  /** The text of {@code --help}, in lines of this width if picocli can make them so narrow. */
  public static String usage(CommandSpec spec, int width) {
    spec.usageMessage().width(Math.max(NARROWEST, width));
    return new CommandLine(spec).getUsageMessage(Ansi.OFF);
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
