package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandLines;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code scaffold --help} prints. */
final class MainHelp {
  private MainHelp() {}

  static String text(int width) {
    CommandSpec spec =
        CommandLines.command(
            "scaffold",
            "Writes async pytest suites whose fixtures and tests share their event loop, and checks"
                + " others.");
    spec.addOption(CommandLines.help());
    spec.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .type(boolean.class)
            .arity("0")
            .description("shows the version")
            .build());
    spec.addSubcommand(
        "new", CommandLines.command("new", "writes a suite into a new or an empty directory"));
    spec.addSubcommand(
        "add", CommandLines.command("add", "adds a suite to a repository that has tests"));
    spec.addSubcommand(
        "adopt",
        CommandLines.command(
            "adopt", "records what a suite was made from that does not say so, for updates"));
    spec.addSubcommand(
        "update",
        CommandLines.command(
            "update", "brings a suite to today's templates, or to other answers; edits survive"));
    spec.addSubcommand(
        "apply",
        CommandLines.command("apply", "carries out a plan that another command wrote as JSON"));
    spec.addSubcommand(
        "undo", CommandLines.command("undo", "takes back what the last command changed"));
    spec.addSubcommand(
        "check",
        CommandLines.command(
            "check", "reports loop-scope hazards of suites, without running them"));
    spec.addSubcommand(
        "explain",
        CommandLines.command(
            "explain",
            "shows how the archetype is chosen, what an option is for, or a rule's page"));
    spec.usageMessage()
        .exitCodeListHeading("Exit codes:%n")
        .exitCodeList(ExitCode.meanings())
        .footer("", "`scaffold new --help`, and so for each command, lists its options.");
    return CommandLines.usage(spec, width);
  }
}
