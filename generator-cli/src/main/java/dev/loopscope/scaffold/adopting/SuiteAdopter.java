package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.merge.SuiteOnDisk;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.project.HostReader;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.template.release.Releases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a suite was made from. */
public final class SuiteAdopter {
  /**
   * Of a suite that templates wrote, more is left; what any suite has in common with one is less.
   */
  private static final double LEAST_SHARE = 0.2;

  /**
   * In lines and pairs of them; names and kinds of resources move more than one of them, archetypes
   * hundreds.
   */
  private static final int FAR = 200;

  private final Questions questions;
  private final ConfigFiles files;
  private final PresentLines present;
  private final Standing standing;
  private final Map<String, String> said;
  private final Optional<String> release;

  /**
   * For the suite in a directory.
   *
   * @param files those of the directory
   * @param said answers that were given, by key
   * @param release the version that wrote it, if that was said
   */
  public SuiteAdopter(
      Questions questions, ConfigFiles files, Map<String, String> said, Optional<String> release) {
    this.questions = questions;
    this.files = files;
    this.present = new PresentLines(new SuiteOnDisk(files.snapshot(), files.base()));
    this.standing = Standing.of(present);
    this.said = Map.copyOf(said);
    this.release = release;
  }

  /**
   * What it was made from.
   *
   * @throws dev.loopscope.scaffold.refusal.RefusalException if no answers go with those that were
   *     given
   */
  public Adoption adopt() {
    // Those that were given have to be legal whatever is there.
    for (Map.Entry<String, String> it : said.entrySet()) {
      questions.find(it.getKey()).orElseThrow().parse(it.getValue());
    }
    Optional<Guess> closest = closest();
    int made = closest.map(it -> made(it)).orElse(0);
    int there = closest.map(it -> there(it)).orElse(0);
    if (closest.isPresent() && there >= LEAST_SHARE * made) {
      return written(onTheHostsPython(closest.get()), there, made);
    }
    requireNoneBelow();
    return new ForeignSuite(questions, files, said).adoption();
  }

  /** A release and an archetype that begin far behind another one do not get past it. */
  private Optional<Guess> closest() {
    Map<Guess, ClosestAnswers> firsts = new LinkedHashMap<>();
    for (String version : versions()) {
      ClosestAnswers search = search(version);
      for (Archetype archetype : Archetype.ALL) {
        search.first(archetype, name()).ifPresent(it -> firsts.put(it, search));
      }
    }
    int least = firsts.keySet().stream().mapToInt(Guess::cost).min().orElse(0);
    Optional<Guess> closest = Optional.empty();
    for (Map.Entry<Guess, ClosestAnswers> first : firsts.entrySet()) {
      if (first.getKey().cost() <= least + FAR) {
        Guess guess = first.getValue().closest(first.getKey());
        if (closest.isEmpty() || guess.isCloserThan(closest.orElseThrow())) {
          closest = Optional.of(guess);
        }
      }
    }
    return closest;
  }

  /** No file of an added suite says what Python it promises: that is the project's around it. */
  private Guess onTheHostsPython(Guess guess) {
    if (standing != Standing.PLACED || said.containsKey(Questions.PYTHON.key())) {
      return guess;
    }
    return new HostReader(files)
        .read(Optional.of(""))
        .versions()
        .python()
        .range()
        .floor()
        .flatMap(it -> guessing(guess.version()).with(guess, Questions.PYTHON, it.toString()))
        .filter(it -> it.cost() <= guess.cost())
        .orElse(guess);
  }

  /** Suites that were added to a project are adopted where they are. */
  private void requireNoneBelow() {
    String suffix = "/" + Standing.SUITES;
    List<String> below =
        present.paths().stream()
            .filter(it -> it.endsWith(suffix))
            .map(it -> it.substring(0, it.length() - suffix.length()))
            .filter(it -> present.paths().contains(it + "/support/loop_contract.py"))
            .filter(
                it ->
                    !files
                        .snapshot()
                        .entry(files.base().resolve(it).resolve(AnswersFile.PATH))
                        .isFile())
            .map(
                it -> it.endsWith("/tests") ? it.substring(0, it.length() - "/tests".length()) : it)
            .toList();
    if (!below.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "what scaffold wrote is further down",
              files.base().toString(),
              "name the directory of a suite: " + String.join(", ", below)));
    }
  }

  private List<String> versions() {
    if (release.isPresent()) {
      return List.of(release.get());
    }
    List<String> versions = new ArrayList<>(List.of(ScaffoldVersion.current()));
    for (int i = Releases.FROZEN.size() - 1; i >= 0; i--) {
      versions.add(Releases.FROZEN.get(i));
    }
    return versions;
  }

  private Guessing guessing(String version) {
    return new Guessing(questions, version, Releases.of(version), standing, present);
  }

  private ClosestAnswers search(String version) {
    boolean current = version.equals(ScaffoldVersion.current());
    List<String> known = new ArrayList<>(Releases.FROZEN);
    known.add(ScaffoldVersion.current());
    List<Question<?>> asked =
        questions.inOrder().stream()
            .filter(it -> known.indexOf(it.since()) <= known.indexOf(version))
            .toList();
    // Other kinds than the usual one came with the version after the frozen ones.
    List<ResourceKind> kinds = questions.kinds();
    return new ClosestAnswers(
        questions, guessing(version), present, said, asked, current ? kinds : kinds.subList(0, 1));
  }

  /** The directory's name, as far as it can be a suite's; added ones are called after a package. */
  private String name() {
    String name = String.valueOf(files.base().getFileName());
    String spelt = standing == Standing.PLACED ? name.replace('_', '-') : name;
    try {
      return Questions.NAME.parse(spelt).text();
    } catch (RefusalException e) {
      return "async-suite";
    }
  }

  private int made(Guess guess) {
    return guess.texts().values().stream().mapToInt(it -> PresentLines.lines(it).size()).sum();
  }

  private int there(Guess guess) {
    int there = 0;
    for (Map.Entry<String, String> file : guess.texts().entrySet()) {
      there += Guessing.common(PresentLines.lines(file.getValue()), present.counts(file.getKey()));
    }
    return there;
  }

  private Adoption written(Guess guess, int there, int made) {
    Evidence evidence = new Evidence(guessing(guess.version()), present, guess, said);
    List<Conclusion> conclusions = new ArrayList<>();
    for (Question<?> question : questions.recorded()) {
      guess
          .answers()
          .text(question)
          .ifPresent(text -> conclusions.add(evidence.of(question, text)));
    }
    return new Adoption(
        Optional.of(guess.version()),
        there,
        made,
        guess.answers(),
        conclusions,
        recorded(guess.version(), guess.answers()));
  }

  /** The text of the answers file as the version writes it. */
  static String recorded(String version, Answers answers) {
    return Releases.of(version).render(answers).file(AnswersFile.PATH).orElseThrow().text();
  }
}
