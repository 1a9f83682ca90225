package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Projects for {@code archetype:integration-test}, which generates each with the real plugin and
 * compares the whole tree with what the command's renderer makes of the same answers.
 */
final class IntegrationProjects {
  /** Any would do: a test sees that every name meets every value of every other property. */
  private static final long SEED = 1;

  /** So many that each pair of values that are drawn comes up in some project. */
  private static final int FEWEST = 150;

  /** So many draws in all that hardly a pair of values is left over, however few projects. */
  private static final int DRAWS = 20_000;

  private final Renderer renderer = new Renderer();
  private final ArchetypeProperties properties;
  private final List<RenderedFile> files = new ArrayList<>();
  private final Set<String> directories = new HashSet<>();

  private IntegrationProjects(ArchetypeProperties properties) {
    this.properties = properties;
  }

  /** One project for each combination that {@code archetype} can be asked for. */
  static FileTree of(Archetype archetype) {
    IntegrationProjects projects = new IntegrationProjects(ArchetypeProperties.of(archetype));
    combinations(projects.properties).forEach(projects::add);
    return new FileTree(projects.files);
  }

  /** What {@code scaffold new --maven} writes for the properties of an integration test. */
  static FileTree reference(Archetype archetype, Map<String, String> properties) {
    return new Renderer().render(ArchetypeProperties.of(archetype).answers(properties));
  }

  /** Every value of each question that has few, with every value of every other such question. */
  static List<Map<String, String>> combinations(ArchetypeProperties properties) {
    List<Map<String, String>> combinations = List.of(Map.of());
    for (ArchetypeProperty property : properties.inOrder()) {
      Samples samples = property.question().samples(properties.archetype());
      if (samples.every()) {
        combinations = times(combinations, property.key(), samples.values());
      }
    }
    Names names = Names.of(properties);
    Random dice = new Random(SEED);
    List<Map<String, String>> completed = new ArrayList<>();
    Set<String> met = new HashSet<>();
    int draws = 1 + DRAWS / Math.max(combinations.size(), FEWEST);
    while (completed.size() < FEWEST) {
      for (Map<String, String> combination : combinations) {
        completed.add(mostThatIsNew(combination, names, dice, draws, met));
      }
    }
    return completed;
  }

  /** Of several ways to complete a combination, the one in which most pairs of values are new. */
  private static Map<String, String> mostThatIsNew(
      Map<String, String> combination, Names names, Random dice, int draws, Set<String> met) {
    Map<String, String> best = Map.of();
    List<String> ofBest = List.of();
    for (int draw = 0; draw < draws; draw++) {
      Map<String, String> completed = names.drawnFor(combination, dice);
      List<String> pairs = pairs(completed);
      pairs.removeIf(met::contains);
      if (best.isEmpty() || pairs.size() > ofBest.size()) {
        best = completed;
        ofBest = pairs;
      }
    }
    met.addAll(ofBest);
    return best;
  }

  private static List<String> pairs(Map<String, String> values) {
    List<String> texts = new ArrayList<>();
    values.forEach((key, value) -> texts.add(key + "=" + value));
    List<String> pairs = new ArrayList<>();
    for (int one = 0; one < texts.size(); one++) {
      for (int other = one + 1; other < texts.size(); other++) {
        pairs.add(texts.get(one) + " " + texts.get(other));
      }
    }
    return pairs;
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
   * What is not combined. Names are free text, so they have no product: each is drawn by itself.
   * Going round the lists would tie them to the choices, whose numbers share their factors. The
   * numbers that follow from a seed are part of what {@link Random} promises, so the projects are
   * always the same.
   *
   * @param settled what the archetype is made for: the texts of the answers, by key
   * @param combined the properties that are combined
   * @param drawn the questions whose answers are drawn, with samples
   */
  private record Names(
      Map<String, String> settled,
      List<ArchetypeProperty> combined,
      Map<Question<?>, List<Sample>> drawn) {

    /**
     * @param values the properties that stand for it
     */
    private record Sample(String text, Map<String, String> values) {}

    static Names of(ArchetypeProperties properties) {
      Map<String, String> settled = new LinkedHashMap<>();
      Map<Question<?>, List<Sample>> drawn = new LinkedHashMap<>();
      for (Question<?> question : properties.questions().inOrder()) {
        Samples samples = question.samples(properties.archetype());
        if (question.in(properties.archetype()) instanceof InArchetype.Settled it) {
          settled.put(question.key(), it.text());
        } else if (!samples.every()) {
          drawn.put(
              question,
              samples.values().stream()
                  .map(text -> new Sample(text, properties.values(question, text)))
                  .toList());
        }
      }
      List<ArchetypeProperty> combined =
          properties.inOrder().stream()
              .filter(property -> !drawn.containsKey(property.question()))
              .toList();
      return new Names(settled, combined, drawn);
    }

    /** The combination, with one sample of each question that is asked then. */
    Map<String, String> drawnFor(Map<String, String> combination, Random dice) {
      Map<String, String> named = new LinkedHashMap<>(combination);
      Map<String, String> texts = new LinkedHashMap<>(settled);
      for (ArchetypeProperty property : combined) {
        texts.put(property.question().key(), combination.getOrDefault(property.key(), ""));
      }
      drawn.forEach(
          (question, samples) -> {
            if (question.isAsked(texts)) {
              Sample sample = draw(question, samples, texts, dice);
              texts.put(question.key(), sample.text());
              named.putAll(sample.values());
            }
          });
      return named;
    }

    /** One of {@code samples} that goes with what there is already. */
    private static Sample draw(
        Question<?> question, List<Sample> samples, Map<String, String> texts, Random dice) {
      while (true) {
        Sample sample = samples.get(dice.nextInt(samples.size()));
        // What stands for a package that follows from the name is no package itself.
        if (question.follows() || goesWith(question, sample.text(), texts)) {
          return sample;
        }
      }
    }

    private static boolean goesWith(Question<?> question, String text, Map<String, String> texts) {
      try {
        return !question.normal(text, texts).isEmpty();
      } catch (RefusalException e) {
        return false;
      }
    }
  }

  private void add(Map<String, String> values) {
    Answers answers = properties.answers(values);
    String directory = directory(values) + "/";
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    files.add(new RenderedFile(directory + "archetype.properties", text.toString()));
    files.add(new RenderedFile(directory + "goal.txt", ""));
    for (RenderedFile file : renderer.render(answers).files()) {
      files.add(new RenderedFile(directory + "reference/" + file.path(), file.text()));
    }
  }

  /** The values that no other project of its round has together. */
  private String directory(Map<String, String> values) {
    List<String> words = new ArrayList<>();
    for (ArchetypeProperty property : properties.inOrder()) {
      if (property.question().samples(properties.archetype()).every()) {
        String value = values.getOrDefault(property.key(), "").replace(',', '-');
        words.add(
            property.question() instanceof FlagQuestion ? property.key() + "-" + value : value);
      }
    }
    String together = String.join(".", words);
    return directories.add(together) ? together : together + ".again";
  }
}
