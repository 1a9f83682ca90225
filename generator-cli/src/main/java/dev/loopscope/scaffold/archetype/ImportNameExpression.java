package dev.loopscope.scaffold.archetype;

/** How an archetype comes from its artifactId to the import name, as the command does. */
final class ImportNameExpression {
  /**
   * The default of the property {@code package}. No import name, so nobody can mean it; and plain
   * text, so the plugin does not ask for it.
   */
  static final String FROM_ARTIFACT_ID = "from-artifactId";

  /**
   * The import name: the property {@code package}, or what follows from the artifactId. {@code I}
   * is lowered by name because {@code toLowerCase} makes another letter of it under a Turkish
   * locale.
   */
  static final String TEXT =
      "$package.replace('"
          + FROM_ARTIFACT_ID
          + "', $artifactId.replace('I', 'i').toLowerCase().replaceAll('[-_.]+',"
          + " '_').replaceAll('^([0-9])', '_$1'))";

  private ImportNameExpression() {}
}
