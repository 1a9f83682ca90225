package dev.loopscope.scaffold.cli.undo;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.cli.recorded.RecordedSuite;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.release.Releases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A suite as {@code scaffold new} wrote it. That leaves no record but the answers, from which every
 * byte of it follows: so its files are the archetypes' own, and writing them takes no longer.
 *
 * @param suite what is there
 * @param tree what was written
 */
record WrittenSuite(RecordedSuite suite, FileTree tree) {
  static WrittenSuite in(Path directory, Questions questions) {
    RecordedSuite suite = RecordedSuite.in(directory, questions);
    AnswersFile recorded = suite.recorded();
    return new WrittenSuite(suite, Releases.of(recorded.scaffold()).render(recorded.answers()));
  }

  /**
   * The plan that deletes all files of it.
   *
   * @param prefix what stands before their paths
   * @throws TargetRefusedException if one is not as it was written; all are named
   */
  ChangePlan plan(String prefix) {
    List<String> changed = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (RenderedFile file : tree.files()) {
      Optional<FileText> there = suite.files().read(file.path());
      if (there.isEmpty() || !there.get().equals(FileText.of(file.utf8()))) {
        changed.add(file.path());
      } else {
        changes.add(new Change.Delete(prefix + file.path(), there.get()));
      }
    }
    if (!changed.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "changed since `scaffold new`: " + String.join(", ", changed),
              suite.directory().toString(),
              "delete the directory yourself if that is what you want; git may know the changes"));
    }
    return new ChangePlan(changes);
  }

  /** The command that writes the same again. */
  String command(String directory) {
    StringBuilder command = new StringBuilder("scaffold new " + ShellWord.path(directory));
    Answers answers = suite.recorded().answers();
    for (Question<?> question : answers.questions().inOrder()) {
      Optional<String> text = answers.text(question);
      Map<String, String> all = answers.texts();
      if (text.isPresent() && !text.equals(question.fallback(all))) {
        command.append(' ').append(question.option());
        if (!(question instanceof FlagQuestion)) {
          command.append(' ').append(ShellWord.quoted(text.get()));
        }
      }
    }
    return command.toString();
  }
}
