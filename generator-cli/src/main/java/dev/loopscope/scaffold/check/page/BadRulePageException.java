package dev.loopscope.scaffold.check.page;

/** A rule's page that is not in the form that all pages have. */
public final class BadRulePageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A page with a mistake.
   *
   * @param line the 1-based line of the page
   * @param what what is wrong there
   */
  public BadRulePageException(int line, String what) {
    super("line " + line + ": " + what);
  }
}
