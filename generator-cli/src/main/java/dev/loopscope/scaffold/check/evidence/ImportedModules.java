package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Clause.Alias;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.module.ModuleLookup;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import dev.loopscope.scaffold.suite.resource.LoopCatalogue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The modules of a project that every import of its suite runs: what the files that pytest loads
 * import at their top level, and what that imports.
 */
public final class ImportedModules {
  /** Imports within imports. Reading a whole project takes longer than what is found so far off. */
  private static final int DEPTH = 3;

  private ImportedModules() {}

  /**
   * The files, those that pytest loads first. Only these if nothing that the project says it uses
   * needs a running loop to be made.
   */
  public static List<SourceFile> of(SuiteModel model) {
    Set<SourceFile> found = new LinkedHashSet<>(model.files());
    Deque<SourceFile> next = new ArrayDeque<>(mayFail(model) ? found : Set.of());
    for (int depth = 0; depth < DEPTH; depth++) {
      Deque<SourceFile> imported = new ArrayDeque<>();
      for (SourceFile file : next) {
        for (SourceFile module : importedBy(file, model.resolver().sources())) {
          if (found.add(module)) {
            imported.add(module);
          }
        }
      }
      next = imported;
    }
    return List.copyOf(found);
  }

  private static boolean mayFail(SuiteModel model) {
    return LoopCatalogue.needingLoops().stream()
        .anyMatch(
            it ->
                model.versions().byDistribution().containsKey(it.replace('_', '-'))
                    || model.mentions(it.replace('-', '_')));
  }

  private static List<SourceFile> importedBy(SourceFile file, SourceTree sources) {
    List<SourceFile> modules = new ArrayList<>();
    for (Statement statement : file.tree().module().body()) {
      if (statement instanceof Import it) {
        it.names().forEach(name -> add(sources.module(name.name(), file), modules));
      } else if (statement instanceof ImportFrom it) {
        String from = it.module().orElse("");
        if (it.level() > 0 || !from.isEmpty()) {
          add(lookup(sources, it, from, file), modules);
        }
        for (Alias name : it.names()) {
          String inside = from.isEmpty() ? name.name() : from + "." + name.name();
          add(lookup(sources, it, inside, file), modules);
        }
      }
    }
    return modules;
  }

  private static ModuleLookup lookup(
      SourceTree sources, ImportFrom statement, String module, SourceFile file) {
    return statement.level() == 0
        ? sources.module(module, file)
        : sources.relativeModule(module, statement.level(), file);
  }

  private static void add(ModuleLookup lookup, List<SourceFile> modules) {
    if (lookup instanceof ModuleLookup.Found found) {
      modules.add(found.file());
    }
  }
}
