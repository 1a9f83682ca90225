package dev.loopscope.scaffold.archetype;

/**
 * Velocity that stops a generation. Velocity has no directive that fails, and the plugin swallows
 * or ignores most of what goes wrong; the exception of a method call is the one thing it passes on,
 * so text is asked for its bytes in a charset whose name is the message.
 */
final class Refusing {
  private Refusing() {}

  /**
   * A directive that renders nothing, not even its line feed, if {@code condition} holds, and
   * throws if it does not.
   *
   * @param condition a Velocity expression
   * @param message may contain references in braces
   */
  static String unless(String condition, String message) {
    return when("!" + condition, message);
  }

  /** The same, if {@code condition} does not hold. */
  static String when(String condition, String message) {
    return "#if(" + condition + ")${artifactId.getBytes(\"" + message + "\")}#end\n";
  }
}
