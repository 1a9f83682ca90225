package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Decision;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.MavenReactor;
import dev.loopscope.scaffold.project.Obstacle;
import dev.loopscope.scaffold.project.requirement.GeneratedText;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A suite as a module of a Maven reactor: a project of its own, and a line in the parent's pom. It
 * has its own configuration, so nothing of what runs the repository's tests reaches it.
 */
final class ModuleAddition {
  private final Questions questions;
  private final Host host;
  private final MavenReactor reactor;
  private final AdditionRequest request;

  ModuleAddition(Questions questions, Host host, MavenReactor reactor, AdditionRequest request) {
    this.questions = questions;
    this.host = host;
    this.reactor = reactor;
    this.request = request;
  }

  /**
   * The plan.
   *
   * @param place what was concluded about the module
   * @param decided which archetype it is, and why
   */
  Addition plan(Conclusion place, Function<Answers, Decision> decided) {
    Map<String, String> given = new HashMap<>(request.given());
    // No other test runs in the module's session.
    given.putIfAbsent(Questions.LOOP_SCOPE.key(), "session");
    ProposedAnswers proposed = ProposedAnswers.of(host, given);
    Map<String, String> texts = new HashMap<>(proposed.texts());
    texts.put(Questions.MAVEN.key(), "true");
    reactor.groupId().ifPresent(it -> texts.putIfAbsent(Questions.GROUP_ID.key(), it));
    reactor
        .version()
        .filter(it -> !it.contains("${"))
        .ifPresent(it -> texts.putIfAbsent(Questions.VERSION.key(), it));
    Answers answers = Answers.complete(questions, texts);
    String module = texts.getOrDefault(Questions.NAME.key(), ProposedAnswers.NAME);
    PlannedFiles planned =
        PlannedFiles.of(
            host.files().snapshot(), host.directory(), tree(answers, module), request.onConflict());
    List<AddedLine> lines = lines(module);
    List<Change> changes = new ArrayList<>(planned.changes());
    changes.addAll(HostReplacements.of(host.files(), lines));
    List<Conclusion> conclusions = new ArrayList<>(List.of(place));
    conclusions.addAll(proposed.conclusions());
    List<Obstacle> obstacles = generated(module).stream().toList();
    return new Addition(
        host,
        module,
        answers,
        decided.apply(answers),
        conclusions,
        obstacles,
        planned.conflicts(),
        lines,
        new ChangePlan(obstacles.isEmpty() ? changes : List.of()),
        List.of(),
        List.of("mvn -pl " + module + " verify"));
  }

  private List<AddedLine> lines(String module) {
    return reactor.lists(module)
        ? List.of()
        : List.of(HostEdits.line(reactor.file(), reactor.adding(module), "one more module"));
  }

  private Optional<Obstacle> generated(String module) {
    return GeneratedText.by(reactor.file().text().text())
        .filter(it -> !reactor.lists(module))
        .map(
            it ->
                new Obstacle(
                    "the pom is written by " + it,
                    List.of(reactor.place()),
                    "a file that is not edited by hand",
                    "<module>" + module + "</module>",
                    "what is added there would be lost",
                    Set.of()));
  }

  private FileTree tree(Answers answers, String module) {
    return new FileTree(
        new Renderer()
            .render(answers).files().stream()
                .map(it -> new RenderedFile(module + "/" + it.path(), it.text()))
                .toList());
  }
}
