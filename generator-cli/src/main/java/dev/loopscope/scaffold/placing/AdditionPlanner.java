package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Decision;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.project.Guest;
import dev.loopscope.scaffold.project.Host;
import dev.loopscope.scaffold.project.HostReader;
import dev.loopscope.scaffold.project.Installer;
import dev.loopscope.scaffold.project.MavenReactor;
import dev.loopscope.scaffold.project.Obstacle;
import dev.loopscope.scaffold.project.Obstacles;
import dev.loopscope.scaffold.project.WorkspaceAbove;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementPlace;
import dev.loopscope.scaffold.project.requirement.WrittenRequirement;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the addition of a suite to a repository: one snapshot, one plan. */
public final class AdditionPlanner {
  /** Where requirements go if the repository has no list: a file of the suite's own. */
  private static final String OWN_LIST = "requirements.txt";

  private final Questions questions;
  private final ConfigFiles files;
  private final AdditionRequest request;

  /**
   * Of the repository at the base of these files.
   *
   * @param questions what a suite is asked
   */
  public AdditionPlanner(Questions questions, ConfigFiles files, AdditionRequest request) {
    this.questions = questions;
    this.files = files;
    this.request = request;
  }

  /**
   * The plan, or what stops it.
   *
   * @throws dev.loopscope.scaffold.refusal.RefusalException if an answer is not legal, or a list
   *     that was named is not there
   */
  public Addition plan() {
    Host host = new HostReader(files).read(request.tests());
    Optional<MavenReactor> reactor = MavenReactor.in(files.base(), files);
    Optional<Conclusion> maven = new MavenChoice(host, request).of(reactor);
    if (maven.filter(it -> it.value().equals(MavenPlace.MODULE.word())).isPresent()) {
      return new ModuleAddition(questions, host, reactor.orElseThrow(), request)
          .plan(maven.orElseThrow(), this::decision);
    }
    return inADirectory(host, maven);
  }

  private Addition inADirectory(Host host, Optional<Conclusion> maven) {
    ProposedAnswers proposed = ProposedAnswers.of(host, request.given());
    Answers answers = Answers.complete(questions, proposed.texts());
    String directory = host.tests().join(answers.packageName().text());
    PlacedSuite suite = new PlacedSuite(new Renderer().render(answers), directory);
    boolean python = request.given().containsKey(Questions.PYTHON.key());
    List<WrittenRequirement> requirements = suite.requirements();
    if (python && Obstacles.promisesOlderPython(host)) {
      String marker = "python_version >= '" + answers.python().word() + "'";
      requirements = requirements.stream().map(it -> it.under(marker)).toList();
    }
    Guest guest =
        new Guest(
            answers.archetype() == Archetype.MULTIBACKEND,
            requirements,
            directory,
            answers.packageName().text(),
            place(host),
            python);
    Conclusions conclusions = new Conclusions(host, guest, maven, proposed, request);
    return addition(host, conclusions, answers, suite, guest);
  }

  private Addition addition(
      Host host, Conclusions conclusions, Answers answers, PlacedSuite suite, Guest guest) {
    HostEdits edits = new HostEdits(host, guest);
    if (guest.place().isPresent()) {
      edits.require();
    }
    if (!request.isolated()) {
      edits.configure();
    }
    if (request.dependencies().isEmpty()) {
      new WorkspaceAbove(host).obstacle(guest.place()).ifPresent(edits.obstacles()::add);
    }
    List<AddedLine> lines = new ArrayList<>(edits.edits());
    List<String> renewed = new ArrayList<>();
    List<Obstacle> obstacles = new ArrayList<>(edits.obstacles());
    for (Obstacle obstacle : Obstacles.of(host, guest, request.isolated())) {
      Optional<List<AddedLine>> raised =
          request.acceptPin() ? new PinRaise(host).of(obstacle) : Optional.empty();
      raised.ifPresentOrElse(lines::addAll, () -> obstacles.add(obstacle));
      if (raised.isPresent() && obstacle.places().stream().anyMatch(Installer::isLocked)) {
        renewed.add(new WrittenRequirement(obstacle.ours()).requirement().distribution());
      }
    }
    List<String> notes = new ArrayList<>(conclusions.notes());
    if (!request.isolated()) {
      edits.warning().ifPresent(notes::add);
    }
    FileTree tree = tree(host, suite, guest);
    PlannedFiles planned =
        PlannedFiles.of(files.snapshot(), host.directory(), tree, request.onConflict());
    List<Change> changes = new ArrayList<>(planned.changes());
    changes.addAll(HostReplacements.of(files, lines));
    return new Addition(
        host,
        guest.path(),
        answers,
        decision(answers),
        conclusions.all(),
        obstacles,
        planned.conflicts(),
        lines,
        new ChangePlan(obstacles.isEmpty() ? changes : List.of()),
        notes,
        NextCommands.of(
            host, guest, !lines.isEmpty(), renewed, tree.file(ownList(guest)).isPresent()));
  }

  private Decision decision(Answers answers) {
    Optional<Archetype> asked =
        request.given().containsKey(Questions.ARCHETYPE.key())
            ? Optional.of(answers.archetype())
            : Optional.empty();
    Decision matrix = DecisionMatrix.decide(answers.backends(), asked);
    return matrix.archetype() == answers.archetype()
        ? matrix
        : new Decision(answers.archetype(), "anyio runs the repository's own tests");
  }

  private static String ownList(Guest guest) {
    return guest.path() + "/" + OWN_LIST;
  }

  private FileTree tree(Host host, PlacedSuite suite, Guest guest) {
    String run = String.join("\n", NextCommands.running(host, guest));
    FileTree tree = suite.tree(run, request.isolated());
    if (guest.place().isPresent() || request.dependencies().isPresent()) {
      return tree;
    }
    StringBuilder list = new StringBuilder();
    guest.requirements().forEach(it -> list.append(it.text()).append('\n'));
    List<RenderedFile> all = new ArrayList<>(tree.files());
    all.add(new RenderedFile(ownList(guest), list.toString()));
    return new FileTree(all);
  }

  private Optional<RequirementList> place(Host host) {
    Optional<String> asked = request.dependencies();
    if (asked.isEmpty()) {
      return RequirementPlace.of(host.lists(), host.project())
          .or(() -> RequirementPlace.fresh(host.projectDirectory(), files))
          .or(() -> RequirementPlace.fresh(host.directory(), files));
    }
    if (asked.orElseThrow().equals(AdditionRequest.NO_LIST)) {
      return Optional.empty();
    }
    Optional<RequirementList> named = RequirementPlace.named(host.lists(), asked.orElseThrow());
    if (named.isEmpty()) {
      List<String> words = host.lists().stream().map(RequirementList::word).toList();
      throw new TargetRefusedException(
          new Refusal(
              "there is no list of requirements called `" + asked.orElseThrow() + "`",
              host.directory().toString(),
              words.isEmpty()
                  ? "leave the option out, or say `" + AdditionRequest.NO_LIST + "`"
                  : "name one of " + String.join(", ", words)));
    }
    return named;
  }
}
