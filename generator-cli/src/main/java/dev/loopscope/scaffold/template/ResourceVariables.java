package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.template.dialect.Declarations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What templates see of a suite's resources: a record for each. */
public final class ResourceVariables {
  /** The field that says what a resource is called; all others come from its kind. */
  public static final String NAME = "name";

  private ResourceVariables() {}

  /** What each record has. */
  static Declarations.Fields declared() {
    List<String> texts = new ArrayList<>();
    texts.add(NAME);
    texts.addAll(ofKind(ResourceKind.ALL.get(0)).keySet());
    return new Declarations.Fields(texts, List.of());
  }

  /** The records of {@code resources}. */
  static List<TemplateModel.Fields> of(List<Resource> resources) {
    List<TemplateModel.Fields> records = new ArrayList<>();
    for (Resource resource : resources) {
      Map<String, String> texts = ofKind(resource.kind());
      texts.put(NAME, resource.name().text());
      records.add(new TemplateModel.Fields(texts, Map.of()));
    }
    return records;
  }

  /** The fields that every resource of {@code kind} has alike. */
  public static Map<String, String> ofKind(ResourceKind kind) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("kind", kind.word());
    texts.put("type", kind.type());
    texts.put("module", kind.module());
    texts.put("stem", kind.stem());
    texts.put("suite", kind.suite());
    texts.put("handle", kind.handle());
    texts.put("service", kind.service());
    texts.put("reset", kind.reset());
    return texts;
  }
}
