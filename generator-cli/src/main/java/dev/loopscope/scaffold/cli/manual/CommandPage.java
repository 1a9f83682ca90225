package dev.loopscope.scaffold.cli.manual;

import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.ColourArgument;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.Positional;
import java.util.ArrayList;
import java.util.List;

/** The page of a command: what help tells, and of each option what {@code explain} adds. */
public final class CommandPage {
  private CommandPage() {}

  /** What the page of a command is called: {@code scaffold-new}. */
  public static String name(CommandSyntax command) {
    return command.name().replace(' ', '-');
  }

  /**
   * The page.
   *
   * @param source the product and its version
   * @param above the page of the product
   */
  public static String of(CommandSyntax command, String source, String above) {
    ManualPage page = new ManualPage(name(command), source, command.description());
    Positional positional = command.positional();
    String typed = positional.label() + (positional.repeated() ? "..." : "");
    page.section("SYNOPSIS")
        .term(
            command.name(),
            "[OPTION]... " + (positional.required() ? typed : "[" + typed + "]"),
            List.of());
    page.section("DESCRIPTION").paragraph(command.description());
    if (!command.more().isEmpty()) {
      page.paragraph(command.more());
    }
    page.term("", positional.label(), List.of(positional.description()));
    page.section("OPTIONS");
    List<Option> options = new ArrayList<>(command.options());
    options.add(ColourArgument.OPTION);
    options.forEach(it -> option(page, it));
    page.term("-h, --help", "", List.of("shows what the command takes"));
    page.section("EXAMPLES");
    command.examples().forEach(it -> page.term(it.command(), "", List.of(it.does())));
    exitCodes(page);
    return page.seeAlso(List.of(above)).text();
  }

  /** How runs end, as a section of any page. */
  public static void exitCodes(ManualPage page) {
    page.section("EXIT STATUS");
    ExitCode.meanings().forEach((number, meaning) -> page.term(number, "", List.of(meaning)));
  }

  private static void option(ManualPage page, Option option) {
    String byDefault = option.takesValue() ? " (default: " + option.fallback() + ")" : "";
    page.term(
        option.word(), option.label(), List.of(option.summary() + byDefault, option.detail()));
  }
}
