package dev.loopscope.scaffold.answers.resource;

import java.util.List;

/**
 * What a resource is, and the names by which templates call the parts of it.
 *
 * @param word what a user writes, and the folder of the kind's templates
 * @param type the Python class of what the fixture gives to a test
 * @param module the Python module, in {@code tests/support}, that opens it
 * @param stem what the classes of its tests are called after: {@code <stem>Suite}
 * @param handle what a test holds, in one word: {@code open_<handle>} and {@code try_<handle>} of
 *     the module take it
 * @param service what a test talks to through it, in words
 * @param reset the call on it that takes out again what a test class put in
 */
public record ResourceKind(
    String word,
    String type,
    String module,
    String stem,
    String handle,
    String service,
    String reset) {
  /** A client of a service that answers lines over TCP. */
  public static final ResourceKind ECHO =
      new ResourceKind(
          "echo", "LineClient", "line_service", "LineService", "client", "line service", "clear()");

  /**
   * All kinds, in the order they are listed to users; a resource of no stated kind is the first.
   */
  public static final List<ResourceKind> ALL = List.of(ECHO);

  /** The Python class that tests of it inherit. */
  public String suite() {
    return stem + "Suite";
  }
}
