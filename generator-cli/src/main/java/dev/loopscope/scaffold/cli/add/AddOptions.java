package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.change.merge.ConflictChoice;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.placing.AdditionRequest;
import dev.loopscope.scaffold.placing.MavenPlace;
import dev.loopscope.scaffold.placing.ProposedAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The options of {@code scaffold add}: one for each question about the suite itself, which
 * overrules what the repository says, and those that answer none.
 */
public final class AddOptions {
  /** What {@link #ACCEPT} takes. */
  static final String PIN = "pin";

  static final Option TESTS =
      new Option(
          "--tests",
          "DIR",
          "the directory of the repository's tests, which the suite goes into",
          "testpaths, else where tests are",
          "");

  static final Option DEPENDENCIES =
      new Option(
          "--dependencies",
          "LIST",
          "the list that the suite's requirements are added to: group:dev, extra:test, file:PATH"
              + " and so on, or "
              + AdditionRequest.NO_LIST,
          "the list that names pytest",
          "");

  static final Option ISOLATED =
      new Option("--isolated", "", "gives the suite a pytest.ini and a run of its own", "off", "");

  static final Option ACCEPT =
      new Option(
              "--accept",
              "WHAT",
              "agrees to an edit of what the repository says: pin raises pins that leave out what"
                  + " the suite needs",
              "nothing",
              "")
          .taking(List.of(PIN));

  static final Option MAVEN =
      new Option(
              Questions.MAVEN.option(),
              "WHAT",
              "where it goes in a Maven reactor: "
                  + MavenPlace.MODULE.word()
                  + ", a module of its own, or "
                  + MavenPlace.DIRECTORY.word()
                  + ", below the tests of a Python project that is there",
              "a module where there are no Python tests",
              "")
          .taking(List.of(MavenPlace.MODULE.word(), MavenPlace.DIRECTORY.word()));

  static final Option ON_CONFLICT =
      new Option(
              "--on-conflict",
              "WHAT",
              "what becomes of files that are there already: "
                  + String.join(", ", ConflictChoice.words()),
              ConflictChoice.STOP.word(),
              "")
          .taking(ConflictChoice.words());

  static final Option YES =
      new Option(
          "--yes", "", "takes what is proposed where the evidence does not decide", "off", "");

  static final Option VERIFY =
      new Option(
          "--verify",
          "",
          "tries it first, on a copy and in an environment of its own, beside the repository's"
              + " tests",
          "off",
          "");

  static final Option DRY_RUN =
      new Option(
          "--dry-run",
          "",
          "prints what was concluded, and the plan, and writes nothing",
          "off",
          "");

  static final Option DIFF =
      new Option("--diff", "", "prints the plan as a diff, and writes nothing", "off", "");

  static final Option JSON =
      new Option("--json", "", "prints the plan, or what was written, as JSON", "off", "");

  /** What only a project of its own has. */
  private static final Set<Question<?>> OF_A_PROJECT =
      Set.of(Questions.LINT, Questions.CI, Questions.MAVEN, Questions.GROUP_ID, Questions.VERSION);

  private AddOptions() {}

  /** The questions that are about the suite, and not about a project around it. */
  static List<Question<?>> questions(Questions questions) {
    return questions.inOrder().stream().filter(it -> !OF_A_PROJECT.contains(it)).toList();
  }

  /** All of them, in the order help lists them. */
  public static List<Option> of(Questions questions) {
    List<Option> options = new ArrayList<>();
    for (Question<?> question : questions(questions)) {
      options.add(asRepositorySays(question));
    }
    options.addAll(
        List.of(
            TESTS,
            DEPENDENCIES,
            ISOLATED,
            ACCEPT,
            MAVEN,
            ON_CONFLICT,
            YES,
            VERIFY,
            DRY_RUN,
            DIFF,
            JSON));
    return List.copyOf(options);
  }

  private static Option asRepositorySays(Question<?> question) {
    Option option = Option.of(question);
    boolean concluded =
        Set.<Question<?>>of(Questions.BACKENDS, Questions.ARCHETYPE, Questions.PYTHON)
            .contains(question);
    String fallback =
        concluded
            ? "what the repository says"
            : question.equals(Questions.NAME) ? ProposedAnswers.NAME : option.fallback();
    String summary =
        question.equals(Questions.NAME)
            ? "what the suite is called"
            : question.equals(Questions.PACKAGE)
                ? "what its directory is called, and so the package"
                : option.summary();
    return option.doing(summary).fallingBackTo(fallback);
  }
}
