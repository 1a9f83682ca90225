package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.suite.module.Imported;
import dev.loopscope.scaffold.suite.module.ModuleLookup;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which files can get at some libraries at all: those that import one, or a module of the
 * project, which may. Most files of most suites do neither, and need not be gone through for what
 * only these libraries give. Safe for use by several threads.
 */
public final class ImportedLibraries {
  private final SourceTree sources;
  private final Set<String> libraries;
  private final Map<SourceFile, Boolean> known = new ConcurrentHashMap<>();

  private ImportedLibraries(SourceTree sources, Set<String> libraries) {
    this.sources = sources;
    this.libraries = libraries;
  }

  /** Those that have anything which fails where no loop runs. */
  public static ImportedLibraries needingLoops(SourceTree sources) {
    return new ImportedLibraries(sources, Libraries.NEEDING_LOOPS);
  }

  /** Those that have anything which belongs to a loop. */
  public static ImportedLibraries bindingToLoops(SourceTree sources) {
    return new ImportedLibraries(sources, Libraries.BINDING);
  }

  /** Whether the code of a file may call something of these libraries. */
  public boolean mayBeCalledIn(SourceFile file) {
    Boolean answer = known.get(file);
    if (answer == null) {
      answer = file.imports().stream().anyMatch(it -> leads(it, file));
      known.put(file, answer);
    }
    return answer;
  }

  private boolean leads(Imported name, SourceFile file) {
    return name.level() > 0
        || libraries.contains(name.first())
        || !(sources.module(name.first(), file) instanceof ModuleLookup.External);
  }
}
