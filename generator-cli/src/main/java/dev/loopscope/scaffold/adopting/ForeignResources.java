package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tests of suites share: the async fixtures that live longer than a test. */
final class ForeignResources {
  /** More than anybody means by what a suite shares. */
  private static final int MOST = 5;

  /** Words of a fixture that tell its kind, by the kind; the first that fits. */
  private static final Map<ResourceKind, List<String>> WORDS = words();

  private final Questions questions;
  private final List<SuiteModel> models;
  private final Map<String, String> texts;

  /**
   * Of suites.
   *
   * @param texts the answers to the other questions, by key
   */
  ForeignResources(Questions questions, List<SuiteModel> models, Map<String, String> texts) {
    this.questions = questions;
    this.models = models;
    this.texts = Map.copyOf(texts);
  }

  private static Map<ResourceKind, List<String>> words() {
    Map<ResourceKind, List<String>> words = new LinkedHashMap<>();
    words.put(ResourceKind.REDIS, List.of("redis", "valkey"));
    words.put(
        ResourceKind.POSTGRES, List.of("asyncpg", "psycopg", "postgres", "create_async_engine"));
    words.put(ResourceKind.WEBSOCKET, List.of("websocket"));
    words.put(ResourceKind.HTTP, List.of("httpx", "asgitransport", "asyncclient", "lifespan"));
    words.put(ResourceKind.SUBPROCESS, List.of("create_subprocess", "popen", "open_process"));
    return words;
  }

  /** The resources that the tests share, with their fixtures; open if none is found. */
  Conclusion conclusion() {
    List<String> resources = new ArrayList<>();
    List<Location> places = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (SuiteModel model : models) {
      for (Fixture fixture : model.fixtures()) {
        boolean shared =
            fixture.isAsync()
                && fixture.scope().toOptional().filter(it -> it != Scope.FUNCTION).isPresent()
                && !fixture.location().isInstalled();
        Optional<String> resource =
            shared && resources.size() < MOST && names.add(fixture.name())
                ? resource(fixture, resources)
                : Optional.empty();
        if (resource.isPresent()) {
          resources.add(resource.get());
          places.add(fixture.location());
        }
      }
    }
    return resources.isEmpty()
        ? new Conclusion(
            Questions.RESOURCE.key(),
            "client",
            "",
            List.of(),
            Optional.of(Questions.RESOURCE.option()),
            Optional.of("no async fixture lives longer than a test"))
        : Conclusion.decided(
            Questions.RESOURCE.key(),
            String.join(",", resources),
            "async and longer than a test",
            places,
            Questions.RESOURCE.option());
  }

  /** The fixture as a resource that may stand beside the others. */
  private Optional<String> resource(Fixture fixture, List<String> others) {
    String text = fixture.file().text(fixture.function()).toLowerCase(Locale.ROOT);
    List<String> spelt = new ArrayList<>();
    WORDS.forEach(
        (kind, words) -> {
          if (words.stream().anyMatch(text::contains)) {
            spelt.add(fixture.name() + ":" + kind.word());
          }
        });
    spelt.add(fixture.name());
    return spelt.stream().filter(it -> isLegal(it, others)).findFirst();
  }

  private boolean isLegal(String resource, List<String> others) {
    List<String> all = new ArrayList<>(others);
    all.add(resource);
    Map<String, String> with = new HashMap<>(texts);
    with.put(Questions.RESOURCE.key(), String.join(",", all));
    try {
      Answers.complete(questions, with);
      return true;
    } catch (RefusalException | IllegalArgumentException e) {
      return false;
    }
  }
}
