package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.cli.completion.CompletionCommand;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.cli.line.ColourArgument;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.manual.CommandPage;
import dev.loopscope.scaffold.cli.manual.ManualPage;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a system keeps of the command below {@code /usr/share}: a page of the manual for each
 * command, and what completes command lines. Whoever builds a package for a system starts it.
 */
public final class SharedFiles {
  private static final String PRODUCT = "scaffold";

  private SharedFiles() {}

  /** Writes them into the first argument, an empty directory. */
  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]).toAbsolutePath();
    new PlanWriter(Disk.real()).apply(ChangePlan.ofNew(tree()), TargetLocator.locate(directory));
  }

  /** Their paths below {@code /usr/share}, and what is in them. */
  static FileTree tree() {
    List<CommandSyntax> commands = Commands.syntaxes(Questions.ALL);
    String source = PRODUCT + " " + ScaffoldVersion.current();
    List<RenderedFile> files = new ArrayList<>();
    files.add(new RenderedFile(page(PRODUCT), product(commands, source)));
    for (CommandSyntax command : commands) {
      files.add(
          new RenderedFile(
              page(CommandPage.name(command)), CommandPage.of(command, source, PRODUCT)));
    }
    // A page that names another one is that one.
    files.add(new RenderedFile(page(CompletionCommand.INSTALLED), ".so man1/scaffold.1\n"));
    for (String name : List.of(PRODUCT, CompletionCommand.INSTALLED)) {
      String fish = "fish/vendor_completions.d/" + name + ".fish";
      files.add(new RenderedFile(fish, completion(commands, "fish")));
      String bash = "bash-completion/completions/" + name;
      files.add(new RenderedFile(bash, completion(commands, "bash")));
    }
    String zsh = "zsh/vendor-completions/_" + PRODUCT;
    files.add(new RenderedFile(zsh, completion(commands, "zsh")));
    return new FileTree(files);
  }

  private static String page(String name) {
    return "man/man1/" + name + ".1";
  }

  private static String product(List<CommandSyntax> commands, String source) {
    ManualPage page = new ManualPage(PRODUCT, source, MainHelp.DOES);
    page.section("SYNOPSIS").term(PRODUCT, "COMMAND [OPTION]... [ARGUMENT]...", List.of());
    page.section("DESCRIPTION").paragraph(MainHelp.DOES);
    page.section("EXAMPLES");
    MainHelp.EXAMPLES.forEach(it -> page.term(it.get(0), "", List.of(it.get(1))));
    page.section("COMMANDS");
    MainHelp.commands().forEach(it -> page.term(it.get(0), "", List.of(it.get(1))));
    page.section("OPTIONS");
    page.term(
        ColourArgument.OPTION.word(),
        ColourArgument.OPTION.label(),
        List.of(ColourArgument.OPTION.summary(), ColourArgument.OPTION.detail()));
    page.term("-h, --help", "", List.of("lists the commands"));
    page.term("-V, --version", "", List.of("shows the version"));
    CommandPage.exitCodes(page);
    return page.seeAlso(commands.stream().map(CommandPage::name).toList()).text();
  }

  private static String completion(List<CommandSyntax> commands, String shell) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(out, OutputStream.nullOutputStream(), Terminal.none());
    new CompletionCommand(console, commands).run(List.of(shell));
    console.flush();
    return out.toString(StandardCharsets.UTF_8);
  }
}
