package dev.loopscope.scaffold.cli.create;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.change.disk.Target;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.project.MavenReactor;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Maven reactor that a suite's directory lies in: its pom says the group and the version of a
 * module that says none of its own.
 *
 * @param reactor the one in the directory above
 * @param module the suite's directory
 */
record ReactorAbove(MavenReactor reactor, String module) {

  /** The reactor of a suite that gets a pom; empty where it gets none, or there is no reactor. */
  static Optional<ReactorAbove> of(Target target, Map<String, String> given) {
    Optional<Path> above = Optional.ofNullable(target.directory().getParent());
    if (above.isEmpty() || !"true".equals(given.get(Questions.MAVEN.key()))) {
      return Optional.empty();
    }
    Path directory = above.get();
    ConfigFiles files = new ConfigFiles(directory, Snapshot.of(List.of(directory)));
    return MavenReactor.in(directory, files)
        .map(it -> new ReactorAbove(it, target.name().orElse("")));
  }

  /** The answers, by the questions' keys, that are the reactor's unless somebody says otherwise. */
  Map<String, String> coordinates() {
    Map<String, String> coordinates = new HashMap<>();
    put(Questions.GROUP_ID, reactor.groupId(), coordinates);
    put(Questions.VERSION, reactor.version(), coordinates);
    return coordinates;
  }

  /** A value that a property is put into is none yet. */
  private static void put(
      Question<String> question, Optional<String> value, Map<String, String> coordinates) {
    try {
      value.map(question::parse).ifPresent(it -> coordinates.put(question.key(), it));
    } catch (RefusalException e) {
      // Such as ${revision}: the usual one stays.
    }
  }

  /** What is left to do for the module to be one; empty if the reactor lists it. */
  Optional<String> advice() {
    return reactor.lists(module)
        ? Optional.empty()
        : Optional.of(
            "<module>" + module + "</module> in the pom.xml above makes it a part of that build");
  }
}
