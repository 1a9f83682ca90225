package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Clause.Alias;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The modules that have a variable of another module as one of their own: what is put into that
 * module later does not reach them.
 */
public final class ImportedByName {
  private static final int MOST = 2_000;

  private ImportedByName() {}

  /**
   * An import of names at the top level of a module.
   *
   * @param statement what is written
   * @param alias the name of the variable in it; absent if it is not among them
   */
  public record From(SourceFile file, ImportFrom statement, Optional<Alias> alias) {}

  /** Those that tests, and what they import, have of a variable's name. */
  public static List<From> of(Part.Shared place, Collection<Test> tests, SuiteModel model) {
    Deque<SourceFile> next = new ArrayDeque<>(tests.stream().map(Test::file).distinct().toList());
    Set<SourceFile> seen = new LinkedHashSet<>(next);
    while (!next.isEmpty() && seen.size() < MOST) {
      for (SourceFile imported : model.resolver().sources().imported(next.remove())) {
        if (seen.add(imported)) {
          next.add(imported);
        }
      }
    }
    List<From> found = new ArrayList<>();
    for (SourceFile file : seen) {
      in(file, place).stream().filter(it -> it.alias().isPresent()).forEach(found::add);
    }
    return found;
  }

  /** What a module imports from that of a variable by names. */
  public static List<From> in(SourceFile file, Part.Shared place) {
    List<From> found = new ArrayList<>();
    for (Statement statement : file.tree().module().body()) {
      if (statement instanceof ImportFrom from
          && from.module().filter(it -> isOf(it, place.file())).isPresent()) {
        found.add(
            new From(
                file,
                from,
                from.names().stream().filter(it -> it.name().equals(place.name())).findFirst()));
      }
    }
    return found;
  }

  private static boolean isOf(String module, SourceFile file) {
    String path = "/" + file.path().replaceFirst("(/__init__)?\\.py$", "");
    return path.endsWith("/" + module.replace('.', '/'));
  }
}
