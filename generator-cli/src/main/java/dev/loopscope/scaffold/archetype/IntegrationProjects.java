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
import java.util.Random;

/**
 * Projects for {@code archetype:integration-test}, which generates each with the real plugin and
 * compares the whole tree with what the command's renderer makes of the same answers.
 */
final class IntegrationProjects {
  /** Legal names, awkward ones among them; one is drawn for each combination. */
  private static final List<String> NAMES =
      List.of("demo", "My-Suite", "9lives", "a", "x.y_z--1", "IMPORTANT-I");

  private static final List<String> RESOURCES = List.of("client", "broker", "_x9");
  private static final List<String> PACKAGES =
      List.of(ImportNameExpression.FROM_ARTIFACT_ID, "chosen_name");
  private static final List<String> GROUPS = List.of("com.example", "org.example-1.x_y");
  private static final List<String> VERSIONS = List.of("1.0-SNAPSHOT", "3", "0.1+x_y-z");

  /** Any would do: a test sees that every name meets every value of every other property. */
  private static final long SEED = 1;

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
    Random dice = new Random(SEED);
    List<Map<String, String>> named = new ArrayList<>();
    for (Map<String, String> combination : combinations) {
      named.add(withNames(combination, dice));
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

  /**
   * Names are free text, so they have no product: each is drawn by itself. Going round the lists
   * would tie them to the choices, whose numbers share their factors. The numbers that follow from
   * a seed are part of what {@link Random} promises, so the projects are always the same.
   */
  private static Map<String, String> withNames(Map<String, String> combination, Random dice) {
    Map<String, String> named = new LinkedHashMap<>(combination);
    named.put("artifactId", oneOf(NAMES, dice));
    named.put("resource", oneOf(RESOURCES, dice));
    named.put("package", oneOf(PACKAGES, dice));
    named.put("groupId", oneOf(GROUPS, dice));
    named.put("version", oneOf(VERSIONS, dice));
    return named;
  }

  private static String oneOf(List<String> values, Random dice) {
    return values.get(dice.nextInt(values.size()));
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
