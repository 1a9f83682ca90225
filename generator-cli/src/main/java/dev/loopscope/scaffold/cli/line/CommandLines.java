package dev.loopscope.scaffold.cli.line;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * How every command is described to picocli, which lays out the text of {@code --help}. The models
 * are built by hand, because annotations cost a third of the time a run takes.
 */
public final class CommandLines {
  /** That picocli allows. */
  private static final int NARROWEST = 55;

  private CommandLines() {}

  /** A command, with {@code --help} as its last option. */
  public static CommandSpec spec(CommandSyntax syntax) {
    CommandSpec spec = command(syntax.name(), syntax.description());
    spec.addPositional(spec(syntax.positional()));
    for (Option option : syntax.options()) {
      spec.addOption(spec(option));
    }
    return spec.addOption(help());
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
        .description("shows this")
        .build();
  }

  /** The text of {@code --help}, in lines of this width if picocli can make them so narrow. */
  public static String usage(CommandSpec spec, int width) {
    spec.usageMessage().width(Math.max(NARROWEST, width));
    return new CommandLine(spec).getUsageMessage(Ansi.OFF);
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

  private static OptionSpec spec(Option option) {
    OptionSpec.Builder spec = OptionSpec.builder(option.word());
    if (!option.takesValue()) {
      return spec.type(boolean.class).arity("0").description(option.summary()).build();
    }
    return spec.type(String.class)
        .arity("1")
        .paramLabel(option.label())
        .description(option.summary() + " (default: " + option.fallback() + ")")
        .build();
  }
}
