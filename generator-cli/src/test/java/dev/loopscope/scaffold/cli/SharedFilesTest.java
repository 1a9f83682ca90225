package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.manual.CommandPage;
import dev.loopscope.scaffold.template.RenderedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a system keeps of the command. */
class SharedFilesTest {
  private static String file(String path) {
    return SharedFiles.tree().file(path).orElseThrow().text();
  }

  @Test
  void everyCommandHasAPageWithEveryOptionOfItAndWhatExplainSaysOfIt() {
    for (CommandSyntax command : Commands.syntaxes(Questions.ALL)) {
      String page = file("man/man1/scaffold-" + command.word() + ".1").replace("\\-", "-");
      assertThat(page).contains("\n.SH SYNOPSIS\n.TP\n\\fB" + command.name() + "\\fR ");
      for (Option option : command.options()) {
        assertThat(page).contains("\n.TP\n\\fB" + option.word() + "\\fR");
      }
    }
    assertThat(file("man/man1/scaffold-new.1"))
        .contains("\n.IP\nThe order is kept: it is the order in which the backends run.");
  }

  @Test
  void pageOfTheProductNamesTheCommandsAndTheirPages() {
    assertThat(file("man/man1/scaffold.1"))
        .startsWith(".TH \"scaffold\" 1 \"\" \"scaffold ")
        .contains("\n.TP\n\\fBundo\\fR\ntakes back what the last command changed\n")
        .contains("\\fBscaffold\\-completion\\fR(1)\n");
    assertThat(file("man/man1/loopscope-scaffold.1")).isEqualTo(".so man1/scaffold.1\n");
  }

  @Test
  void textOfAPageIsNeverTakenForARequestAndHyphensCanBeCopied() {
    CommandSyntax odd =
        new CommandSyntax(
            "scaffold odd",
            "Does `a \\ b`.",
            List.of(new Example("scaffold odd ~/x", "'quoted' first")),
            new Positional("PATH", true, true, ".dotted first"),
            List.of(new Option("--loop-scope", "SCOPE", "what", "none", "", false, List.of())),
            "");
    assertThat(CommandPage.of(odd, "scaffold 1.0", "scaffold"))
        .startsWith(
            """
            .TH "scaffold\\-odd" 1 "" "scaffold 1.0"
            .nh
            .ad l
            .SH NAME
            scaffold\\-odd \\- Does `a \\e b`
            .SH SYNOPSIS
            .TP
            \\fBscaffold odd\\fR \\fI[OPTION]... PATH...\\fR
            .SH DESCRIPTION
            .PP
            Does \\fBa \\e b\\fR.
            .TP
            \\fIPATH\\fR
            \\&.dotted first
            .SH OPTIONS
            .TP
            \\fB\\-\\-loop\\-scope\\fR \\fISCOPE\\fR
            what (default: none)
            """)
        .contains("\\fBscaffold odd \\(ti/x\\fR\n\\&\\(aqquoted\\(aq first\n");
  }

  @Test
  void shellsFindCompletionsUnderBothNames() {
    assertThat(SharedFiles.tree().files().stream().map(RenderedFile::path))
        .contains(
            "bash-completion/completions/scaffold",
            "bash-completion/completions/loopscope-scaffold",
            "fish/vendor_completions.d/scaffold.fish",
            "fish/vendor_completions.d/loopscope-scaffold.fish",
            "zsh/vendor-completions/_scaffold");
    assertThat(file("zsh/vendor-completions/_scaffold"))
        .startsWith("#compdef scaffold loopscope-scaffold\n");
  }

  @Test
  void filesAreWrittenBelowTheDirectoryThatIsNamed(@TempDir Path share) {
    SharedFiles.main(new String[] {share.toString()});
    assertThat(share.resolve("man/man1/scaffold-check.1")).isNotEmptyFile();
    assertThat(Files.exists(share.resolve(".scaffold"))).isFalse();
  }
}
