package dev.loopscope.scaffold.cli.create;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.TargetNotEmptyException;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.placing.AdditionPlanner;
import dev.loopscope.scaffold.placing.AdditionRequest;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code scaffold new} says of a directory with files in it: what {@code add} would do. */
final class AddInstead {
  private final Questions questions;
  private final Map<String, String> given;

  AddInstead(Questions questions, Map<String, String> given) {
    this.questions = questions;
    this.given = given;
  }

  /** The refusal, with the other command and what it comes to. */
  TargetRefusedException refused(TargetNotEmptyException e, Path directory, String typed) {
    Refusal refusal = e.refusal();
    String next =
        refusal.next()
            + "; or `scaffold add "
            + ShellWord.path(typed)
            + "` brings a suite into this one"
            + would(directory).orElse("");
    return new TargetRefusedException(new Refusal(refusal.what(), refusal.where(), next), e);
  }

  private Optional<String> would(Path directory) {
    Path base = directory.toAbsolutePath().normalize();
    ConfigFiles files = new ConfigFiles(base, Snapshot.around(base, List.of(base)));
    try {
      Addition addition =
          new AdditionPlanner(questions, files, AdditionRequest.proposing(given)).plan();
      int changed = addition.plan().replacements().size();
      return addition.plan().changes().isEmpty()
          ? Optional.empty()
          : Optional.of(
              ": %d files in %s/%s"
                  .formatted(
                      addition.plan().creations().size(),
                      addition.directory(),
                      changed == 0 ? "" : ", and lines in " + paths(addition)));
    } catch (RefusalException e) {
      // The other command says it better.
      return Optional.empty();
    }
  }

  private static String paths(Addition addition) {
    return String.join(", ", addition.plan().replacements().stream().map(it -> it.path()).toList());
  }
}
