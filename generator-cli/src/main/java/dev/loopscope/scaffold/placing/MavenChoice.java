package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.MavenReactor;
import dev.loopscope.scaffold.refusal.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a suite becomes a module of a Maven reactor, or a directory of a Python project. */
final class MavenChoice {
  private static final String OPTION = Questions.MAVEN.option();

  private final Host host;
  private final AdditionRequest request;

  MavenChoice(Host host, AdditionRequest request) {
    this.host = host;
    this.request = request;
  }

  /**
   * What was concluded; nothing where there is no reactor.
   *
   * @throws TargetRefusedException if a place in a reactor was asked for and there is none
   */
  Optional<Conclusion> of(Optional<MavenReactor> reactor) {
    if (reactor.isEmpty() && request.maven().isPresent()) {
      throw new TargetRefusedException(
          new Refusal(
              "there is no Maven reactor: no pom.xml of packaging pom",
              host.directory().toString(),
              "leave " + OPTION + " out, or name the directory of the reactor's pom.xml"));
    }
    return reactor.map(this::conclusion);
  }

  private Conclusion conclusion(MavenReactor reactor) {
    boolean tests = host.models().stream().anyMatch(it -> !it.collected().isEmpty());
    boolean there = isModule(reactor);
    MavenPlace proposed = tests && !there ? MavenPlace.DIRECTORY : MavenPlace.MODULE;
    Conclusion seen =
        new Conclusion(
            "maven",
            proposed.word(),
            there ? "it is one already" : tests ? "" : "there are no Python tests",
            List.of(reactor.place()),
            Optional.of(OPTION),
            tests && !there
                ? Optional.of("the suite may be a module of the reactor, or go below Python tests")
                : Optional.empty());
    return request.maven().map(it -> seen.asked(it.word())).orElse(seen);
  }

  private boolean isModule(MavenReactor reactor) {
    String name = request.given().getOrDefault(Questions.NAME.key(), ProposedAnswers.NAME);
    Path answers = host.directory().resolve(name).resolve(AnswersFile.PATH).normalize();
    return reactor.lists(name)
        && answers.startsWith(host.directory())
        && host.files().snapshot().read(answers).toOptional().isPresent();
  }
}
