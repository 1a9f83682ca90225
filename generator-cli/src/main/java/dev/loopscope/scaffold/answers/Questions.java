package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.OnlyWith;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.resource.AppLocation;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.answers.resource.ServerCommand;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.answers.value.Ci;
import dev.loopscope.scaffold.answers.value.DistributionName;
import dev.loopscope.scaffold.answers.value.ImportName;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.answers.value.PostgresClient;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked before a suite is written. Options and help, records and reports, archetypes, what
 * templates see and what tests try all follow from the list.
 *
 * @param inOrder in the order in which help lists them; what one hangs on or follows from stands
 *     before it
 */
public record Questions(List<Question<?>> inOrder) {
  /** What the tests run on. */
  public static final Question<Backends> BACKENDS = new BackendsQuestion();

  /** Which of the two models the suite follows. */
  public static final Question<Archetype> ARCHETYPE = new ArchetypeQuestion(BACKENDS);

  /** How much of a run shares one loop. */
  public static final Question<LoopScope> LOOP_SCOPE = new LoopScopeQuestion();

  /** What the tests share. */
  public static final Question<Resources> RESOURCE =
      new ResourceQuestion(BACKENDS, LOOP_SCOPE, ResourceKind.ALL);

  /** The app that a client of HTTP talks to. */
  public static final Question<AppLocation> APP = new AppQuestion(onlyWith(ResourceKind.HTTP));

  /** What the tests talk to a PostgreSQL with. */
  public static final Question<PostgresClient> POSTGRES =
      new PostgresQuestion(onlyWith(ResourceKind.POSTGRES));

  /** What starts a server of the user's own. */
  public static final Question<ServerCommand> COMMAND =
      new CommandQuestion(onlyWith(ResourceKind.SUBPROCESS));

  /** The distribution name. */
  public static final Question<DistributionName> NAME;

  /** The import name. */
  public static final Question<ImportName> PACKAGE;

  /** The oldest Python promised. */
  public static final Question<PythonFloor> PYTHON = new PythonQuestion();

  /** Whether there are property-based tests. */
  public static final Question<Boolean> HYPOTHESIS =
      new FlagQuestion(
          "hypothesis",
          "0.1.0",
          new Help(
              "",
              "adds property-based async tests",
              "Under anyio the second backend's examples would run on the first backend unless a"
                  + " fixture holds the runner; the suite has that fixture, and a test that would"
                  + " notice."));

  /** Whether the suite is linted as strictly as it can be. */
  public static final Question<Boolean> LINT =
      FlagQuestion.seldom(
          "lint",
          "0.2.0",
          new Help(
              "",
              "adds the strict settings of mypy and ruff that the suite is written for",
              "What is written passes them with or without it. They hold for all code of the"
                  + " project, and code of one's own that was not written for them fails in many"
                  + " places: so they are asked for."));

  /** The service that a workflow is written for. */
  public static final Question<Ci> CI =
      new ChoiceQuestion<>(
          "ci",
          "0.1.0",
          new Help(
              "SERVICE",
              "writes a workflow: none, github or gitlab",
              "The workflow runs the suite on every Python from " + PYTHON.option() + " up."),
          Ci.ALL,
          Ci.NONE.word());

  /** Whether there is a {@code pom.xml}. */
  public static final Question<Boolean> MAVEN;

  /** The pom's groupId. */
  public static final Question<String> GROUP_ID;

  /** The pom's version. */
  public static final Question<String> VERSION;

  static {
    NameQuestion name = new NameQuestion();
    NAME = name;
    PACKAGE = new PackageQuestion(name);
    FlagQuestion maven =
        FlagQuestion.yesInArchetypes(
            "maven",
            "0.1.0",
            new Help(
                "",
                "adds a pom.xml whose `mvn verify` runs the suite",
                "For a Python module in a Maven reactor. The Maven archetypes always write it."));
    MAVEN = maven;
    OnlyWith pom = OnlyWith.yes(maven, "the pom.xml");
    GROUP_ID = new GroupIdQuestion(pom);
    VERSION = new VersionQuestion(pom);
  }

  /** Everything that this version asks. */
  public static final Questions ALL =
      new Questions(
          List.of(
              BACKENDS,
              ARCHETYPE,
              LOOP_SCOPE,
              RESOURCE,
              APP,
              POSTGRES,
              COMMAND,
              NAME,
              PACKAGE,
              PYTHON,
              HYPOTHESIS,
              LINT,
              CI,
              MAVEN,
              GROUP_ID,
              VERSION));

  /**
   * Keeps an unmodifiable copy.
   *
   * @throws IllegalArgumentException if two have one key, or one hangs on what does not stand
   *     before it
   */
  public Questions {
    inOrder = List.copyOf(inOrder);
    Set<String> keys = new HashSet<>();
    for (Question<?> question : inOrder) {
      if (question.onlyWith().isPresent()
          && !keys.contains(question.onlyWith().get().question().key())) {
        throw new IllegalArgumentException(question + " is asked before what it hangs on");
      }
      if (!keys.add(question.key())) {
        throw new IllegalArgumentException("two questions are called " + question.key());
      }
    }
  }

  /** What a question hangs on that is for a resource of {@code kind}. */
  private static OnlyWith onlyWith(ResourceKind kind) {
    return new OnlyWith(
        RESOURCE,
        ResourceQuestion.ofKind(kind, ResourceKind.ALL),
        "a resource of kind " + kind.word(),
        RESOURCE.option() + " NAME:" + kind.word(),
        "write a resource NAME:" + kind.word() + " in `" + RESOURCE.key() + "`");
  }

  /** These, and one more behind them. */
  public Questions and(Question<?> one) {
    List<Question<?>> more = new ArrayList<>(inOrder);
    more.add(one);
    return new Questions(more);
  }

  /** What the tests share, as it is asked here. */
  Question<Resources> resource() {
    return find(RESOURCE.key()).orElseThrow() instanceof ResourceQuestion it ? it : RESOURCE;
  }

  /** The kinds of resources there are; the first need not be stated. */
  public List<ResourceKind> kinds() {
    return resource() instanceof ResourceQuestion it ? it.kinds() : ResourceKind.ALL;
  }

  /** The question of this key. */
  public Optional<Question<?>> find(String key) {
    for (Question<?> question : inOrder) {
      if (question.key().equals(key)) {
        return Optional.of(question);
      }
    }
    return Optional.empty();
  }

  /**
   * In the order in which answers are recorded and reported: what identifies the suite first, and
   * what hangs on an answer behind it.
   */
  public List<Question<?>> recorded() {
    List<Question<?>> recorded = new ArrayList<>();
    for (Question<?> question : inOrder) {
      if (question.identifies()) {
        recorded.add(question);
      }
    }
    for (Question<?> question : inOrder) {
      if (!question.identifies() && question.onlyWith().isEmpty()) {
        recorded.add(question);
      }
    }
    return List.copyOf(recorded);
  }

  /** Those of which the answer to {@code other} says whether they are asked. */
  public List<Question<?>> hangingOn(Question<?> other) {
    List<Question<?>> hanging = new ArrayList<>();
    for (Question<?> question : inOrder) {
      if (question.hangsOn(other)) {
        hanging.add(question);
      }
    }
    return List.copyOf(hanging);
  }
}
