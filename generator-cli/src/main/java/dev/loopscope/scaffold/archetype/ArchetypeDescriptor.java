package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.template.TemplateCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes {@code archetype-metadata.xml}: the properties, and which files are made when. */
final class ArchetypeDescriptor {
  private static final String MODEL =
      "https://maven.apache.org/plugins/maven-archetype-plugin/archetype-descriptor/1.2.0";

  private final ArchetypeProperties properties;
  private final VelocityNames names;
  private final StringBuilder xml = new StringBuilder();

  private ArchetypeDescriptor(ArchetypeProperties properties, VelocityNames names) {
    this.properties = properties;
    this.names = names;
  }

  /** The descriptor's text. */
  static String of(ArchetypeProperties properties, VelocityNames names) {
    return new ArchetypeDescriptor(properties, names).write();
  }

  private String write() {
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<archetype-descriptor xmlns=\"").append(MODEL).append("\" name=\"");
    xml.append(properties.archetype().word()).append("\">\n");
    xml.append("  <requiredProperties>\n");
    for (ArchetypeProperty property : properties.inOrder()) {
      property(property.key(), property.defaultValue(), property.asked().shape());
    }
    property(Validation.KEY, Optional.of(Validation.defaultValue(properties)), Validation.PASSED);
    xml.append("  </requiredProperties>\n");
    xml.append("  <fileSets>\n");
    pathsByCondition().forEach(this::fileSet);
    xml.append("  </fileSets>\n");
    return xml.append("</archetype-descriptor>\n").toString();
  }

  private void property(String key, Optional<String> defaultValue, String regex) {
    xml.append("    <requiredProperty key=\"").append(key).append("\">\n");
    defaultValue.ifPresent(value -> element("      ", "defaultValue", value));
    element("      ", "validationRegex", regex);
    xml.append("    </requiredProperty>\n");
  }

  /** The pom is not among them: the plugin makes it first, whatever the descriptor says. */
  private Map<String, List<String>> pathsByCondition() {
    Map<String, List<String>> paths = new LinkedHashMap<>();
    for (TemplateCatalog.Entry entry : properties.templates()) {
      if (!entry.target().equals(ArchetypeResources.POM)) {
        String condition = entry.when().map(names::condition).orElse("");
        paths
            .computeIfAbsent(condition, key -> new ArrayList<>())
            .add(ArchetypeResources.path(entry));
      }
    }
    return paths;
  }

  private void fileSet(String condition, List<String> paths) {
    xml.append("    <fileSet filtered=\"true\" encoding=\"UTF-8\"");
    if (!condition.isEmpty()) {
      xml.append(" includeCondition=\"#if(").append(escaped(condition)).append(")true#end\"");
    }
    xml.append(">\n");
    xml.append("      <directory></directory>\n");
    xml.append("      <includes>\n");
    paths.forEach(path -> element("        ", "include", path));
    xml.append("      </includes>\n");
    xml.append("    </fileSet>\n");
  }

  private void element(String indent, String name, String text) {
    xml.append(indent).append('<').append(name).append('>');
    xml.append(escaped(text)).append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
