package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.check.report.GithubReport;
import dev.loopscope.scaffold.check.report.GitlabReport;
import dev.loopscope.scaffold.check.report.JsonReport;
import dev.loopscope.scaffold.check.report.Layout;
import dev.loopscope.scaffold.check.report.Report;
import dev.loopscope.scaffold.check.report.SarifReport;
import dev.loopscope.scaffold.check.report.TextReport;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.template.ScaffoldVersion;

/** From a format to what prints it. */
final class CheckReports {
  private CheckReports() {}

  static Report of(CheckFormat format, CheckArguments asked, Terminal terminal) {
    return switch (format) {
      case TEXT ->
          new TextReport(
              new Layout(terminal.resultColours(), terminal.width(), terminal.sourceWidth()),
              !asked.flag(CheckOption.STATISTICS),
              asked.flag(CheckOption.SHOW_UNKNOWN));
      case JSON -> new JsonReport(ScaffoldVersion.current());
      case SARIF -> new SarifReport(ScaffoldVersion.current(), RuleSet.all());
      case GITHUB -> new GithubReport();
      case GITLAB -> new GitlabReport();
    };
  }
}
