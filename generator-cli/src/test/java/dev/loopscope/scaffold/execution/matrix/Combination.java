package dev.loopscope.scaffold.execution.matrix;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One suite of the matrix.
 *
 * @param archetype the model it follows
 * @param backends what its tests run on
 * @param sharing what they share
 * @param scope the loop scope
 * @param hypothesis whether there are property-based tests
 */
public record Combination(
    Archetype archetype,
    List<Backend> backends,
    Sharing sharing,
    LoopScope scope,
    boolean hypothesis) {

  /** Keeps an unmodifiable copy. */
  public Combination {
    backends = List.copyOf(backends);
  }

  /** The oldest Python that the suite can be promised to run on. */
  public PythonFloor oldestPython() {
    return sharing.oldestPython(backends);
  }

  /** The command line that writes it into a directory. */
  public List<String> commandLine(String directory) {
    List<String> words = new ArrayList<>(List.of("new", directory));
    given().forEach((key, text) -> words.add("--" + key + "=" + text));
    if (hypothesis) {
      words.add("--hypothesis");
    }
    return words;
  }

  /** What that command line asks for. */
  public Answers answers() {
    Map<String, String> all = new LinkedHashMap<>(given());
    all.put("name", "demo");
    all.put("hypothesis", Boolean.toString(hypothesis));
    return Answers.complete(Questions.ALL, all);
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("archetype", archetype.word());
    given.put("backends", new Backends(backends).text());
    given.put("resource", sharing.resources(backends));
    sharing.postgres().ifPresent(client -> given.put("postgres", client.word()));
    given.put("loop-scope", scope.word());
    given.put("python", oldestPython().word());
    return given;
  }

  /** On what it runs, the archetype included. */
  String runner() {
    return archetype.word() + " on " + new Backends(backends).text();
  }

  /** What a directory of its own may be called. */
  public String name() {
    List<String> words =
        List.of(
            archetype.word(),
            String.join("-", Choice.words(backends)),
            sharing.word().replaceAll("[, ]+", "-"),
            scope.word());
    return String.join("-", words) + (hypothesis ? "-hypothesis" : "");
  }

  /** Every two of its values. */
  Set<Pair> pairs() {
    List<String> values =
        List.of(
            runner(),
            sharing.word(),
            scope.word(),
            hypothesis ? "with Hypothesis" : "without Hypothesis");
    Set<Pair> pairs = new HashSet<>();
    for (String one : values) {
      values.stream()
          .filter(other -> one.compareTo(other) < 0)
          .forEach(other -> pairs.add(new Pair(one, other)));
    }
    return pairs;
  }

  /** The same of what the build, which runs fewer, is to have together. */
  Set<Pair> broadPairs() {
    String property = hypothesis ? "with Hypothesis" : "without Hypothesis";
    return Set.of(
        new Pair(archetype.word(), sharing.word()),
        new Pair(archetype.word(), scope.word()),
        new Pair(sharing.word(), scope.word()),
        new Pair(runner(), property),
        new Pair(sharing.word(), property));
  }

  @Override
  public String toString() {
    return String.join(" ", commandLine("demo"));
  }

  /**
   * Two values of different dimensions.
   *
   * @param one a value
   * @param other another
   */
  record Pair(String one, String other) {
    boolean names(String value) {
      return one.equals(value) || other.equals(value);
    }
  }
}
