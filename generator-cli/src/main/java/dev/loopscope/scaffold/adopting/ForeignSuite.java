package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.placing.ProposedAnswers;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.HostReader;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A suite that no release wrote: what its tests run on, share and promise is read from its code,
 * its configuration and its requirements. It is recorded as one of today's templates, of whose
 * files it has none.
 */
final class ForeignSuite {
  private final Questions questions;
  private final ConfigFiles files;
  private final Map<String, String> said;

  ForeignSuite(Questions questions, ConfigFiles files, Map<String, String> said) {
    this.questions = questions;
    this.files = files;
    this.said = said;
  }

  /**
   * What it may be said to be made from.
   *
   * @throws RefusalException if the answers that were given do not go together
   */
  Adoption adoption() {
    Host host = new HostReader(files).read(Optional.empty());
    requireTests(host);
    Map<String, Conclusion> found = new LinkedHashMap<>();
    Map<String, String> texts = new HashMap<>(said);
    ProposedAnswers proposed = ProposedAnswers.of(host, said);
    for (Conclusion it : proposed.conclusions()) {
      String key = it.topic().replace(' ', '-');
      found.put(key, renamed(it, key));
      texts.put(key, it.value());
    }
    take(Questions.NAME, name(), found, texts);
    ForeignLoops loops = new ForeignLoops(host.models());
    loops.scope().ifPresent(it -> take(Questions.LOOP_SCOPE, it, found, texts));
    boolean mixed =
        Optional.ofNullable(found.get(Questions.BACKENDS.key()))
            .flatMap(Conclusion::open)
            .isPresent();
    loops
        .backends()
        .filter(it -> !mixed)
        .ifPresent(it -> take(Questions.BACKENDS, it, found, texts));
    ForeignResources resources = new ForeignResources(questions, host.models(), texts);
    take(Questions.RESOURCE, resources.conclusion(), found, texts);
    hypothesis(host).ifPresent(it -> take(Questions.HYPOTHESIS, it, found, texts));
    Answers answers = Answers.complete(questions, texts);
    found.putIfAbsent(Questions.ARCHETYPE.key(), archetype(answers, found));
    List<Conclusion> conclusions = new ArrayList<>();
    for (Question<?> question : questions.recorded()) {
      String key = question.key();
      answers
          .text(question)
          .ifPresent(text -> conclusions.add(conclusion(question, text, found.get(key))));
    }
    String version = ScaffoldVersion.current();
    return new Adoption(
        Optional.empty(), 0, 0, answers, conclusions, SuiteAdopter.recorded(version, answers));
  }

  private void requireTests(Host host) {
    if (host.models().stream().anyMatch(it -> !it.collected().isEmpty())) {
      return;
    }
    throw new TargetRefusedException(
        new Refusal(
            "there are no tests here that could be a suite",
            files.base().toString(),
            "name the directory of a suite; `scaffold new` writes one"));
  }

  private static Conclusion archetype(Answers answers, Map<String, Conclusion> found) {
    List<Location> places =
        Optional.ofNullable(found.get(Questions.BACKENDS.key()))
            .map(Conclusion::places)
            .orElse(List.of());
    return Conclusion.decided(
        Questions.ARCHETYPE.key(),
        answers.archetype().word(),
        "decided from the backends",
        places,
        Questions.ARCHETYPE.option());
  }

  private static Conclusion renamed(Conclusion it, String topic) {
    return new Conclusion(topic, it.value(), it.reason(), it.places(), it.option(), it.open());
  }

  private void take(
      Question<?> question,
      Conclusion conclusion,
      Map<String, Conclusion> found,
      Map<String, String> texts) {
    if (!said.containsKey(question.key())) {
      found.put(question.key(), conclusion);
      texts.put(question.key(), conclusion.value());
    }
  }

  private Conclusion conclusion(
      Question<?> question, String text, @org.jspecify.annotations.Nullable Conclusion found) {
    if (found != null && !said.containsKey(question.key())) {
      return found;
    }
    Conclusion decided =
        Conclusion.decided(
            question.key(), text, "no file says otherwise", List.of(), question.option());
    return said.containsKey(question.key()) ? decided.asked(text) : decided;
  }

  private Conclusion name() {
    Optional<TomlValue.Text> stated =
        files
            .table(files.base().resolve("pyproject.toml"))
            .flatMap(it -> it.table("project"))
            .flatMap(it -> it.get("name"))
            .filter(TomlValue.Text.class::isInstance)
            .map(TomlValue.Text.class::cast)
            .filter(it -> isName(it.value()));
    if (stated.isPresent()) {
      return Conclusion.decided(
          Questions.NAME.key(),
          stated.get().value(),
          "",
          List.of(stated.get().location()),
          Questions.NAME.option());
    }
    String directory = String.valueOf(files.base().getFileName());
    boolean fits = isName(directory);
    return new Conclusion(
        Questions.NAME.key(),
        fits ? directory : ProposedAnswers.NAME,
        fits ? "the directory's name" : "",
        List.of(),
        Optional.of(Questions.NAME.option()),
        Optional.empty());
  }

  /** A name from which the package's can be derived as well. */
  private static boolean isName(String text) {
    try {
      Questions.NAME.parse(text);
      return Questions.PACKAGE.fallback(Map.of(Questions.NAME.key(), text)).isPresent();
    } catch (RefusalException e) {
      return false;
    }
  }

  private static Optional<Conclusion> hypothesis(Host host) {
    List<Location> places =
        host.lists().stream()
            .flatMap(it -> it.find("hypothesis").stream())
            .map(it -> it.location())
            .limit(1)
            .toList();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Conclusion.decided(
                Questions.HYPOTHESIS.key(),
                Questions.HYPOTHESIS.print(true),
                "",
                places,
                Questions.HYPOTHESIS.option()));
  }
}
