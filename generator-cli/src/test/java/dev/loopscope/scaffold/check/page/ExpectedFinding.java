package dev.loopscope.scaffold.check.page;

/**
 * What is to be reported on a line of a case.
 *
 * @param path the file
 * @param line 1-based
 * @param severity {@code error} or {@code warning}
 * @param rule the rule's id
 */
public record ExpectedFinding(String path, int line, String severity, String rule) {
  @Override
  public String toString() {
    return path + ":" + line + " " + severity + " " + rule;
  }
}
