package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a conda {@code environment.yml} lists, one package a line. */
final class CondaEnvironment {
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\s*+-\\s++[\"']?([A-Za-z0-9][\\w.-]*+(?:\\[[\\w,]*+\\])?)\\s*+([^\"'#]*+).*+",
          Pattern.DOTALL);
  private static final Pattern PREFIX =
      Pattern.compile("=\\s*+([0-9][\\w.]*?)(?:\\.\\*)?(?:=.*+)?", Pattern.DOTALL);

  private CondaEnvironment() {}

  static void read(ConfigFile file, VersionStatements statements) {
    String text = file.text().text();
    for (int line = 1; line <= file.text().lines(); line++) {
      int start = file.text().lineStart(line);
      int end = line < file.text().lines() ? file.text().lineStart(line + 1) : text.length();
      Matcher entry = ENTRY.matcher(text.substring(start, end).stripTrailing());
      if (entry.matches() && !entry.group(2).startsWith(":")) {
        Location place =
            new Location(file.path(), file.text(), start + entry.start(1), start + entry.end(2));
        // One equals sign means a prefix to conda.
        Matcher prefix = PREFIX.matcher(entry.group(2).strip());
        String versions = prefix.matches() ? "==" + prefix.group(1) + ".*" : entry.group(2);
        statements.require(
            entry.group(1) + versions, VersionStatement.Kind.REQUIRED, "conda", place);
      }
    }
  }
}
