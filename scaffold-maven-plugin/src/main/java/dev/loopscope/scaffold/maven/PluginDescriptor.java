package dev.loopscope.scaffold.maven;

import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Maven reads of the plugin: {@code META-INF/maven/plugin.xml}. Runs in this module's build.
 */
public final class PluginDescriptor {
  /** Where it stands in the plugin's jar. */
  static final String PATH = "META-INF/maven/plugin.xml";

  /** What every goal is given by Maven, and nobody sets: the goal, its directory, its modules. */
  private static final List<List<String>> GIVEN =
      List.of(
          List.of(ScaffoldMojo.BASEDIR, "java.lang.String", "${basedir}"),
          List.of(ScaffoldMojo.MODULES, "java.util.List", "${project.modules}"));

  /** What every goal takes that its command does not. */
  private static final List<Parameter> OWN =
      List.of(
          new Parameter(ScaffoldMojo.SKIP, "", "does nothing", true),
          new Parameter(
              ScaffoldMojo.OUTPUT,
              "",
              "the file that what is printed is written to, such as a report in JSON or SARIF"
                  + " (default: Maven's log)",
              false));

  private PluginDescriptor() {}

  /**
   * Writes it.
   *
   * @param arguments the directory of the module's classes
   * @throws IOException if it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]).resolve(PATH);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text());
  }

  /** The text of the file. */
  static String text() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plugin>\n");
    element(xml, "name", "scaffold");
    element(
        xml, "description", "Writes async pytest suites, and checks them for loop-scope hazards.");
    element(xml, "groupId", "dev.loopscope");
    element(xml, "artifactId", "scaffold-maven-plugin");
    element(xml, "version", ScaffoldVersion.current());
    element(xml, "goalPrefix", "scaffold");
    element(xml, "isolatedRealm", "false");
    element(xml, "inheritedByDefault", "true");
    xml.append("<mojos>\n");
    Goal.ALL.forEach(it -> goal(xml, it));
    return xml.append("</mojos>\n</plugin>\n").toString();
  }

  private static void goal(StringBuilder xml, Goal goal) {
    xml.append("<mojo>\n");
    element(xml, "goal", goal.word());
    element(xml, "description", goal.command().description());
    // A suite can be written where there is no POM yet; but Maven runs a goal that needs none once.
    element(xml, "requiresProject", Boolean.toString(!goal.aggregator()));
    element(xml, "aggregator", Boolean.toString(goal.aggregator()));
    element(xml, "inheritedByDefault", "true");
    goal.phase().ifPresent(it -> element(xml, "phase", it));
    element(xml, "implementation", ScaffoldMojo.class.getName());
    element(xml, "language", "java");
    element(xml, "instantiationStrategy", "per-lookup");
    element(xml, "executionStrategy", "once-per-session");
    element(xml, "threadSafe", "true");
    element(xml, "configurator", "map-oriented");
    xml.append("<parameters>\n");
    given(xml, ScaffoldMojo.GOAL, "java.lang.String");
    GIVEN.forEach(it -> given(xml, it.get(0), it.get(1)));
    goal.parameters().forEach(it -> parameter(xml, it));
    OWN.forEach(it -> parameter(xml, it));
    xml.append("</parameters>\n<configuration>\n");
    value(xml, ScaffoldMojo.GOAL, "java.lang.String", goal.word());
    GIVEN.forEach(it -> value(xml, it.get(0), it.get(1), it.get(2)));
    goal.parameters().forEach(it -> value(xml, it));
    OWN.forEach(it -> value(xml, it));
    xml.append("</configuration>\n</mojo>\n");
  }

  private static void given(StringBuilder xml, String name, String type) {
    parameter(xml, name, type, false, "Maven's.");
  }

  private static void parameter(StringBuilder xml, Parameter it) {
    String type = it.flag() ? "boolean" : "java.lang.String";
    parameter(xml, it.name(), type, true, it.description());
  }

  private static void parameter(
      StringBuilder xml, String name, String type, boolean editable, String description) {
    xml.append("<parameter>\n");
    element(xml, "name", name);
    element(xml, "type", type);
    element(xml, "required", "false");
    element(xml, "editable", Boolean.toString(editable));
    element(xml, "description", description);
    xml.append("</parameter>\n");
  }

  private static void value(StringBuilder xml, Parameter it) {
    String type = it.flag() ? "boolean" : "java.lang.String";
    xml.append('<').append(it.name()).append(" implementation=\"").append(type).append("\">${");
    xml.append(it.property()).append("}</").append(it.name()).append(">\n");
  }

  private static void value(StringBuilder xml, String name, String type, String byDefault) {
    xml.append('<').append(name).append(" implementation=\"").append(type);
    xml.append("\" default-value=\"").append(byDefault).append("\"/>\n");
  }

  private static void element(StringBuilder xml, String name, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    xml.append('<').append(name).append('>').append(escaped);
    xml.append("</").append(name).append(">\n");
  }
}
