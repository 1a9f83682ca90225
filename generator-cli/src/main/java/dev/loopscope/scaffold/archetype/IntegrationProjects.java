package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Archetype;
import dev.loopscope.scaffold.answers.Backend;
import dev.loopscope.scaffold.answers.Backends;
import dev.loopscope.scaffold.answers.Choice;
import dev.loopscope.scaffold.answers.Ci;
import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.LoopScope;
import dev.loopscope.scaffold.answers.PythonFloor;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Projects for {@code archetype:integration-test}, which generates each with the real plugin and
 * compares the whole tree with what the command's renderer makes of the same answers.
 */
final class IntegrationProjects {
  /** Legal names, awkward ones among them; one goes along with each combination. */
  private static final List<String> NAMES =
      List.of("demo", "My-Suite", "9lives", "a", "x.y_z--1", "IMPORTANT-I");

  private static final List<String> RESOURCES = List.of("client", "broker", "_x9");
  private static final List<String> PACKAGES =
      List.of(ImportNameExpression.FROM_ARTIFACT_ID, "chosen_name");
  private static final List<String> GROUPS = List.of("com.example", "org.example-1.x_y");

  private final Renderer renderer = new Renderer();
  private final Archetype archetype;
  private final List<RenderedFile> files = new ArrayList<>();

  private IntegrationProjects(Archetype archetype) {
    this.archetype = archetype;
  }

  /** One project for each combination that {@code archetype} can be asked for. */
  static FileTree of(Archetype archetype) {
    IntegrationProjects projects = new IntegrationProjects(archetype);
    combinations(archetype).forEach(projects::add);
    return new FileTree(projects.files);
  }

  /** What {@code scaffold new --maven} writes for the properties of an integration test. */
  static FileTree reference(Archetype archetype, Map<String, String> properties) {
    return new Renderer().render(ArchetypeProperties.answers(archetype, properties));
  }

  /** Every order of every choice of backends, with every value of every other choice. */
  static List<Map<String, String>> combinations(Archetype archetype) {
    List<Map<String, String>> combinations = List.of(Map.of());
    combinations = times(combinations, "backends", backends(archetype));
    combinations = times(combinations, "loopScope", Choice.words(LoopScope.ALL));
    combinations = times(combinations, "hypothesis", List.of("false", "true"));
    combinations = times(combinations, "ci", Choice.words(Ci.ALL));
    combinations = times(combinations, "python", Choice.words(PythonFloor.ALL));
    List<Map<String, String>> named = new ArrayList<>();
    for (Map<String, String> combination : combinations) {
      named.add(withNames(combination, named.size()));
    }
    return named;
  }

  private static List<Map<String, String>> times(
      List<Map<String, String>> combinations, String key, List<String> values) {
    List<Map<String, String>> product = new ArrayList<>();
    for (Map<String, String> combination : combinations) {
      for (String value : values) {
        Map<String, String> extended = new LinkedHashMap<>(combination);
        extended.put(key, value);
        product.add(extended);
      }
    }
    return product;
  }

  /** Names are free text, so they have no product: they go round, each list at its own pace. */
  private static Map<String, String> withNames(Map<String, String> combination, int number) {
    Map<String, String> named = new LinkedHashMap<>(combination);
    named.put("artifactId", NAMES.get(number % NAMES.size()));
    named.put("resource", RESOURCES.get(number / 2 % RESOURCES.size()));
    named.put("package", PACKAGES.get(number / 3 % PACKAGES.size()));
    named.put("groupId", GROUPS.get(number / 5 % GROUPS.size()));
    return named;
  }

  private static List<String> backends(Archetype archetype) {
    List<String> orders = new ArrayList<>();
    addOrders(List.of(), Concerns.of(archetype).backends(), orders);
    return orders;
  }

  private static void addOrders(List<Backend> chosen, List<Backend> from, List<String> orders) {
    for (Backend backend : from) {
      if (!chosen.contains(backend)) {
        List<Backend> longer = new ArrayList<>(chosen);
        longer.add(backend);
        orders.add(new Backends(longer).text());
        addOrders(longer, from, orders);
      }
    }
  }

  private void add(Map<String, String> properties) {
    Answers answers = ArchetypeProperties.answers(archetype, properties);
    String directory =
        String.join(
                ".",
                answers.backends().text().replace(',', '-'),
                answers.loopScope().word(),
                answers.hypothesis() ? "hypothesis" : "plain",
                answers.ci().word(),
                answers.python().tag())
            + "/";
    StringBuilder text = new StringBuilder();
    properties.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    files.add(new RenderedFile(directory + "archetype.properties", text.toString()));
    files.add(new RenderedFile(directory + "goal.txt", ""));
    for (RenderedFile file : renderer.render(answers).files()) {
      files.add(new RenderedFile(directory + "reference/" + file.path(), file.text()));
    }
  }
}
