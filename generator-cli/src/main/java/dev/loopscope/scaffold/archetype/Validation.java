package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.value.ImportName;

/**
 * Stops a generation whose values are not legal.
 *
 * <p>The plugin checks nothing of what is passed with {@code -D}. Before it writes, it evaluates
 * one thing that may throw: the default of a property that was not passed. So there is one property
 * that nobody has a reason to pass, and its default checks all the others. The price: what is
 * evaluated is also asked, so an interactive user presses Enter once more.
 */
final class Validation {
  /** The property whose default checks the others. */
  static final String KEY = "validated";

  /** What {@link #KEY} is once everything is legal. */
  static final String PASSED = "yes";

  private Validation() {}

  /** The default of {@link #KEY}: renders {@link #PASSED}, or throws. */
  static String defaultValue(ArchetypeProperties properties) {
    return "#set($"
        + VelocityNames.PACKAGE
        + " = "
        + VelocityNames.importName(properties)
        + ")\n"
        + checks(properties)
        + PASSED;
  }

  /**
   * Directives that render nothing, or throw. They need the value of {@link VelocityNames#PACKAGE}.
   * They stand in the first file too: somebody who passes {@link #KEY} gets an empty {@code
   * pom.xml} and the message, never a wrong suite.
   */
  static String checks(ArchetypeProperties properties) {
    StringBuilder checks = new StringBuilder();
    for (ArchetypeProperty property : properties.inOrder()) {
      checks.append(property.check());
    }
    for (Question<?> question : properties.questions().inOrder()) {
      if (question.in(properties.archetype()) instanceof InArchetype.Parts parts) {
        checks.append(new ResourceNames(parts).checks(properties.questions()));
      }
    }
    checks.append(
        Refusing.unless(
            "$" + VelocityNames.PACKAGE + ".matches('" + ImportName.REGEX + "')",
            "the import name ${"
                + VelocityNames.PACKAGE
                + "} is refused. Pass -D"
                + VelocityNames.packageProperty(properties).key()
                + "= with "
                + ImportName.ALLOWED));
    return checks.toString();
  }
}
