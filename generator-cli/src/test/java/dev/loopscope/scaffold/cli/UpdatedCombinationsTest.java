package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Suites of every combination of the first release's answers, in which somebody went on, are
 * updated: without a conflict, with all that was theirs, with nothing for {@code check} to say, and
 * to an end. In the build, each combination of what decides the files is met by one kind of edits;
 * with {@code -Dupdates.step=1}, each combination by each kind, and with another number each so
 * many-th.
 */
class UpdatedCombinationsTest {
  private static final int STEP = Integer.getInteger("updates.step", 0);

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^[ \\t]*from[ \\t]+(\\.*)((?:(?<=\\.)|tests?\\.)[\\w.]*)(?= import)");

  @TempDir private Path directory;

  @Test
  void suitesOfTheFirstReleaseAreUpdatedWithoutConflicts() throws IOException {
    List<String> faults = new ArrayList<>();
    List<Case> cases = cases();
    for (Case it : cases) {
      Path root = directory.resolve("suite");
      for (String fault : faults(root, it.answers(), it.edit())) {
        faults.add(it + ": " + fault);
      }
      DyingDisk.delete(root);
    }
    assertThat(faults).as("%s of %s", faults.size(), cases.size()).isEmpty();
  }

  private record Case(FirstReleaseAnswers answers, HandEdit edit) {}

  private static List<Case> cases() {
    List<HandEdit> edits = List.of(HandEdit.values());
    List<Case> all = new ArrayList<>();
    if (STEP == 0) {
      for (FirstReleaseAnswers it : FirstReleaseAnswers.build()) {
        all.add(new Case(it, edits.get(all.size() % edits.size())));
      }
      return all;
    }
    for (FirstReleaseAnswers it : FirstReleaseAnswers.every()) {
      edits.forEach(edit -> all.add(new Case(it, edit)));
    }
    return IntStream.range(0, all.size()).filter(it -> it % STEP == 0).mapToObj(all::get).toList();
  }

  private static List<String> faults(Path root, FirstReleaseAnswers answers, HandEdit edit) {
    Map<String, String> given = answers.texts();
    SuiteTree suite = SuiteTree.written(root, "0.1.0", given);
    List<String> kept = edit.to(suite, given.getOrDefault("resource", "client"));
    Run update = Run.in(root, "update");
    if (update.end() != ExitCode.DONE) {
      return List.of(update.end() + " " + update.err());
    }
    SortedMap<String, String> texts = suite.texts();
    List<String> faults = new ArrayList<>();
    for (String text : kept) {
      if (texts.values().stream().noneMatch(it -> it.contains(text))) {
        faults.add("lost: " + text);
      }
    }
    texts.forEach(
        (path, text) -> {
          if (path.endsWith(".py")
              && !Parser.parse(SourceText.of(text)).opaqueStatements().isEmpty()) {
            faults.add("is no Python: " + path);
          }
          unresolved(path, text, texts.keySet()).forEach(it -> faults.add(path + ": " + it));
        });
    Run check = Run.in(root, "check");
    if (check.end() != ExitCode.DONE) {
      faults.add("check: " + check.out() + check.err());
    }
    Run again = Run.in(root, "update", "--check");
    if (again.end() != ExitCode.DONE) {
      faults.add("again: " + again.out());
    }
    return faults;
  }

  /** Imports of what should be in the suite, and is not. */
  private static List<String> unresolved(String path, String text, Set<String> paths) {
    List<String> found = new ArrayList<>();
    Matcher imports = IMPORT.matcher(path.endsWith(".py") ? text : "");
    while (imports.find()) {
      Path from = Path.of(path);
      for (int dot = 0; dot < imports.group(1).length(); dot++) {
        from = from.getParent() == null ? Path.of("outside") : from.getParent();
      }
      String module = imports.group(2).replace('.', '/');
      Path file = imports.group(1).isEmpty() ? Path.of(module) : from.resolve(module);
      if (!paths.contains(file + ".py") && !paths.contains(file + "/__init__.py")) {
        found.add(imports.group());
      }
    }
    return found;
  }
}
