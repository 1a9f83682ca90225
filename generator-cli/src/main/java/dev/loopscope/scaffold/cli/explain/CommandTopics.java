package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the commands that change what is there do, in which order, and what they never do. */
final class CommandTopics {
  private record Topic(String command, List<String> paragraphs) {}

  private static final List<Topic> ALL =
      List.of(
          new Topic(
              "add",
              List.of(
                  "brings a suite into a repository that has tests, into a directory of its own"
                      + " below theirs: none of its hooks, fixtures and options reaches another"
                      + " test, and no conftest and no value of an option that is there is"
                      + " changed.",
                  "It looks first: where the tests are, which file pytest reads, what async tests"
                      + " run on and by which evidence, the oldest Python, where requirements"
                      + " belong. `scaffold add --dry-run` tells each conclusion with its lines and"
                      + " the option that overrules it. On a terminal, without a directory, it asks"
                      + " what the suite is to be, shows it, and asks whether to write it; with"
                      + " one, it asks what the evidence leaves open. Elsewhere it stops and names"
                      + " the option, or takes what it proposes with --yes.",
                  "What the suite cannot live with stops it before anything is written, with what"
                      + " works instead: --isolated, --accept pin, or the other archetype. All"
                      + " files that are in the way are told before the first write; --on-conflict"
                      + " says what becomes of them. --verify tries it first, on a copy.",
                  "A second run with the same answers changes nothing, another name adds another"
                      + " suite, and `scaffold undo` takes it back.")),
          new Topic(
              "adopt",
              List.of(
                  "records what a suite was made from that does not say so, so that `scaffold"
                      + " update` can follow.",
                  "It compares the suite with what each release writes for each answer, takes the"
                      + " closest, and tells of each answer the line that tells it from others. Of"
                      + " a suite that no release wrote, the answers are read from its tests,"
                      + " fixtures, configuration and requirements.",
                  "Nothing is recorded before somebody agrees: on a terminal, or by --yes. The"
                      + " options of `scaffold new`, and --release, overrule what was concluded.")),
          new Topic(
              "update",
              List.of(
                  "brings a suite to today's templates, or to other answers: `scaffold update "
                      + Questions.BACKENDS.option()
                      + " asyncio,trio`.",
                  "Three texts of each file are merged line by line: what the recorded release made"
                      + " from the recorded answers, what today's templates make from today's"
                      + " answers, and what is there. What one side changed is taken, what you"
                      + " deleted stays deleted, what you renamed is updated where it is, and what"
                      + " the templates moved takes your edits along.",
                  "Lines that both changed stop it before anything is written, and all files are"
                      + " named. With --on-conflict markers both stand in the files; the answers"
                      + " advance with --continue, once all are resolved, and --abort takes it"
                      + " back. --check is for CI: it writes nothing, and ends with 1 if anything"
                      + " would change.",
                  "It needs no git, and a tree that is not clean is no obstacle: what it changes is"
                      + " recorded, and `scaffold undo` takes it back.")),
          new Topic(
              "apply",
              List.of(
                  "carries out exactly the plan that new, add, adopt or update wrote with --dry-run"
                      + " --json, or nothing.",
                  "The plan holds every byte that is written, and the SHA-256 of each file that it"
                      + " changes or was concluded from: if one is not as it was, it refuses and"
                      + " names them all. Whatever stands in a plan stays below its directory,"
                      + " behind no link that leads out, and out of .git.")),
          new Topic(
              "trace",
              List.of(
                  "runs a suite with the project's own pytest and a plugin that is put on its path"
                      + " for this run: nothing is installed, nothing is written into the"
                      + " repository, and no result is changed.",
                  "It records each event loop and each run of trio, each fixture with the loops of"
                      + " its set-up and teardown and with what its value holds that lives on a"
                      + " loop, and for each test the loop that really ran it. A crossing is a test"
                      + " that met what lives on another loop: it raised, it was used, or a task of"
                      + " a fixture stood still meanwhile; to hold it is none. A lie is what passes"
                      + " for what it is not: a `[trio]` test that ran on asyncio, an async test or"
                      + " fixture that nobody awaited, a mark or an override that was not heeded.",
                  "The Python is that of --interpreter, VIRTUAL_ENV, .venv, uv, Poetry or the PATH:"
                      + " the first that has pytest. What is behind -- goes to pytest, and what"
                      + " pytest prints is passed through. It ends as pytest ends, or with 1 if"
                      + " what --fail-on names was seen; Ctrl-C ends pytest, and what ran until"
                      + " then is told.",
                  "What --json records, `scaffold check --trace FILE` holds its findings against,"
                      + " and `scaffold trace --from FILE` tells of again. Where the wheel is"
                      + " installed beside the project's pytest, `pytest --loops` tells the same at"
                      + " the end of any run.")),
          new Topic(
              "map",
              List.of(
                  "draws what a run would do with event loops, by the model that check judges by:"
                      + " nothing is imported and nothing is run. Tests stand in the order in which"
                      + " pytest would run them, each on its loop or backend run; fixtures reach"
                      + " from set-up to teardown; what the rules find crosses from one loop to"
                      + " another, with the rule and what to do.",
                  "Versions are those that the project allows, as in check; --with takes others."
                      + " What cannot be told without a run is drawn as not known, with the reason:"
                      + " a loop scope that is computed, marks that a hook adds, parameters that"
                      + " are made while tests are collected. Such a test is one mark for all its"
                      + " items. No test has an outcome, and a comment that ignores a finding takes"
                      + " nothing away.",
                  "It writes loops.html, or what --output names, over nothing but an older map."
                      + " `scaffold check --unsafe-fixes --diff --map FILE` draws what a repair"
                      + " changes, before and after; `scaffold trace --map FILE` what a run really"
                      + " does.")),
          new Topic(
              "undo",
              List.of(
                  "takes back what the last new, add, adopt, update or check --fix changed in a"
                      + " directory: bytes, modes, deletions and directories.",
                  "It refuses, and names the files, if one of them was changed since. --list shows"
                      + " what can be taken back, the last first: ten commands, and 64 MiB of old"
                      + " files at most, kept in .scaffold/undo/, which git does not see.",
                  "A run that was killed needs no undo: the next command that looks at the"
                      + " directory takes it back.")));

  private CommandTopics() {}

  /** Their names. */
  static List<String> words() {
    return ALL.stream().map(Topic::command).toList();
  }

  /** What there is to know about a command; empty if it is none of these. */
  static Optional<String> text(String command, int width) {
    for (Topic topic : ALL) {
      if (topic.command().equals(command)) {
        return Optional.of(text(topic, width));
      }
    }
    return Optional.empty();
  }

  private static String text(Topic topic, int width) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : topic.paragraphs()) {
      String first = paragraphs.isEmpty() ? "`scaffold " + topic.command() + "` " : "";
      paragraphs.add(Paragraph.of(first + paragraph, "", "", width));
    }
    return String.join("\n", paragraphs)
        + "\n`scaffold "
        + topic.command()
        + " --help` lists its options.\n";
  }
}
