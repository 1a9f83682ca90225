package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.template.dialect.Declarations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What templates see of a suite's resources: a record for each, and one for each kind among them.
 * Both stand in the order in which Python's imports are sorted.
 */
public final class ResourceVariables {
  /** The field that says what a resource is called. */
  public static final String NAME = "name";

  /** The field that says how the fixture is called that opens it. */
  public static final String SHARED = "shared";

  /** The field that says how much of a run shares one opening. */
  public static final String SCOPE = "scope";

  private static final String STEM = "stem";
  private static final String SUITE = "suite";

  /** Whether the URL of a server is handed to what opens it. */
  private static final String SERVED = "served";

  /** The fixture that has the URL. */
  private static final String SERVER = "server";

  private ResourceVariables() {}

  /** What each record has. */
  static Declarations.Fields declared(boolean each) {
    List<String> texts = new ArrayList<>(ofKind(ResourceKind.ALL.get(0)).keySet());
    if (each) {
      texts.addAll(List.of(NAME, SHARED, SCOPE));
    }
    return new Declarations.Fields(texts, List.of());
  }

  /** A record for each of {@code resources}. */
  static List<TemplateModel.Fields> ofEach(List<Resource> resources, LoopScope loopScope) {
    Resources all = new Resources(resources);
    Map<String, TemplateModel.Fields> bySuite = new TreeMap<>(ImportOrder.INSTANCE);
    for (Resource resource : resources) {
      Map<String, String> texts = ofKind(resource.kind());
      String name = resource.name().text();
      texts.put(NAME, name);
      texts.put(SHARED, Resources.SHARED + name);
      texts.put(SCOPE, resource.scopeOn(loopScope).word());
      texts.put(STEM, all.stem(resource));
      texts.put(SUITE, all.stem(resource) + Resources.SUITE);
      if (isOnADatabase(resource, resources)) {
        texts.put(SERVED, "yes");
        texts.put(SERVER, server(ResourceKind.POSTGRES));
      }
      bySuite.put(texts.get(SUITE), new TemplateModel.Fields(texts, Map.of()));
    }
    return List.copyOf(bySuite.values());
  }

  /** An app whose tests share a database is to use that one. */
  private static boolean isOnADatabase(Resource resource, List<Resource> all) {
    return resource.kind().word().equals(ResourceKind.HTTP.word())
        && all.stream().anyMatch(it -> it.kind().word().equals(ResourceKind.POSTGRES.word()));
  }

  private static String server(ResourceKind kind) {
    return kind.handle() + "_server";
  }

  /** A record for each kind among {@code resources}. */
  static List<TemplateModel.Fields> ofKinds(List<Resource> resources) {
    Map<String, TemplateModel.Fields> byModule = new TreeMap<>();
    for (Resource resource : resources) {
      byModule.put(
          resource.kind().module(), new TemplateModel.Fields(ofKind(resource.kind()), Map.of()));
    }
    return List.copyOf(byModule.values());
  }

  /** The fields that every resource of {@code kind} has alike, unless there are two of them. */
  public static Map<String, String> ofKind(ResourceKind kind) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("kind", kind.word());
    texts.put("view", kind.view());
    texts.put("type", kind.type());
    texts.put("module", kind.module());
    texts.put(STEM, kind.stem());
    texts.put(SUITE, kind.suite());
    texts.put("handle", kind.handle());
    texts.put("service", kind.service());
    texts.put("undone", kind.undone());
    texts.put(SERVED, kind.isServed() ? "yes" : "no");
    texts.put(SERVER, server(kind));
    return texts;
  }
}
