package dev.loopscope.scaffold.archetype;

/** How an archetype comes from its artifactId to the import name, as the command does. */
final class ImportNameExpression {
  private ImportNameExpression() {}

  /**
   * The import name: the property {@code packageKey}, or what follows from the property {@code
   * nameKey} if the first is {@code left}. {@code I} is lowered by name because {@code toLowerCase}
   * makes another letter of it under a Turkish locale.
   */
  static String of(String packageKey, String left, String nameKey) {
    return "$"
        + packageKey
        + ".replace('"
        + left
        + "', $"
        + nameKey
        + ".replace('I', 'i').toLowerCase().replaceAll('[-_.]+',"
        + " '_').replaceAll('^([0-9])', '_$1'))";
  }
}
