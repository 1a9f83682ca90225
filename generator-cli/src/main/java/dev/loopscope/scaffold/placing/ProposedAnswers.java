package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.HostRunners;
import dev.loopscope.scaffold.suite.config.version.StatedRange;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answers that a repository gives to the questions that nobody answered.
 *
 * @param texts by the questions' keys; those that were given among them
 * @param conclusions what each of them was concluded from
 */
public record ProposedAnswers(Map<String, String> texts, List<Conclusion> conclusions) {
  /** What a suite is called where nobody names it. */
  public static final String NAME = "async-suite";

  private static final String NO_ASYNC_CODE =
      "no test, configuration or requirement says what async tests would run on";

  /** Keeps unmodifiable copies. */
  public ProposedAnswers {
    texts = Map.copyOf(texts);
    conclusions = List.copyOf(conclusions);
  }

  /** From a repository, and what was typed. */
  public static ProposedAnswers of(Host host, Map<String, String> given) {
    Map<String, String> texts = new HashMap<>(given);
    List<Conclusion> conclusions = new ArrayList<>();
    propose(Questions.BACKENDS, backends(host.use(), given), texts, conclusions);
    if (!given.containsKey(Questions.BACKENDS.key())
        && !given.containsKey(Questions.ARCHETYPE.key())
        && "asyncio".equals(texts.get(Questions.BACKENDS.key()))
        && runsOnAnyio(host.use())) {
      texts.put(Questions.ARCHETYPE.key(), Archetype.MULTIBACKEND.word());
      conclusions.add(archetype(host.use()));
    }
    propose(Questions.PYTHON, python(host), texts, conclusions);
    scope(host, texts).ifPresent(it -> propose(Questions.LOOP_SCOPE, it, texts, conclusions));
    propose(
        Questions.NAME,
        Conclusion.decided("name", NAME, "", List.of(), Questions.NAME.option()),
        texts,
        conclusions);
    return new ProposedAnswers(texts, conclusions);
  }

  private static void propose(
      Question<?> question,
      Conclusion conclusion,
      Map<String, String> texts,
      List<Conclusion> conclusions) {
    String given = texts.get(question.key());
    if (given == null) {
      texts.put(question.key(), conclusion.value());
      conclusions.add(conclusion);
    } else {
      conclusions.add(conclusion.asked(given));
    }
  }

  private static boolean runsOnAnyio(HostRunners use) {
    return use.testsSayAsyncio() != use.testsSayAnyio()
        ? use.testsSayAnyio()
        : use.pytestAsyncio().isEmpty() && !use.anyio().isEmpty();
  }

  private static Conclusion backends(HostRunners use, Map<String, String> given) {
    String option = Questions.BACKENDS.option();
    boolean byArchetype = given.containsKey(Questions.ARCHETYPE.key());
    boolean both = use.testsSayAsyncio() && use.testsSayAnyio();
    boolean trio = !use.trio().isEmpty() && (both || !use.testsSayAsyncio());
    String value = trio ? "asyncio,trio" : "asyncio";
    List<Location> places =
        Stream.of(
                runsOnAnyio(use) || both ? use.anyio() : List.<Location>of(),
                runsOnAnyio(use) && !both ? List.<Location>of() : use.pytestAsyncio(),
                trio ? use.trio() : List.<Location>of())
            .flatMap(it -> it.stream().limit(1))
            .toList();
    Optional<String> open = Optional.empty();
    if (use.none() && !byArchetype) {
      open = Optional.of(NO_ASYNC_CODE);
    } else if (both && !byArchetype) {
      open = Optional.of("tests run on pytest-asyncio and on anyio");
    }
    return new Conclusion("backends", value, "", places, Optional.of(option), open);
  }

  private static Conclusion archetype(HostRunners use) {
    return Conclusion.decided(
        "archetype",
        Archetype.MULTIBACKEND.word(),
        "anyio runs the tests",
        use.anyio().stream().limit(1).toList(),
        Questions.ARCHETYPE.option());
  }

  private static Conclusion python(Host host) {
    Optional<Version> floor = host.versions().python().range().floor();
    PythonFloor oldest = PythonFloor.ALL.get(0);
    for (PythonFloor it : PythonFloor.ALL) {
      if (floor.isPresent() && Version.of(it.word()).compareTo(floor.orElseThrow()) <= 0) {
        oldest = it;
      }
    }
    List<Location> places =
        host.versions().python().statements().stream()
            .filter(it -> floor.isPresent() && it.range().floor().equals(floor))
            .map(StatedRange::location)
            .toList();
    return Conclusion.decided(
        "python",
        oldest.word(),
        floor.isEmpty() ? "the project promises none" : "",
        places,
        Questions.PYTHON.option());
  }

  /**
   * anyio has one runner at a time, and whoever asks for another one while it is open gets it: a
   * session's would go on under the repository's own tests, whatever backend they name, and trio
   * refuses to be run within it.
   */
  private static Optional<Conclusion> scope(Host host, Map<String, String> texts) {
    boolean anyio =
        texts.getOrDefault(Questions.BACKENDS.key(), "").contains("trio")
            || Archetype.MULTIBACKEND.word().equals(texts.get(Questions.ARCHETYPE.key()));
    if (!anyio || texts.containsKey(Questions.LOOP_SCOPE.key())) {
      return Optional.empty();
    }
    return Optional.of(
        Conclusion.decided(
            "loop scope",
            "module",
            "anyio has one runner at a time, and a session's would go on under other tests",
            host.use().pytestTrio().stream().toList(),
            Questions.LOOP_SCOPE.option()));
  }
}
