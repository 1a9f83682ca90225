package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says from which files one can be reached, by imports and by imports of these, that something
 * holds of. Each file is asked about once. Safe for use by several threads.
 */
public final class ReachedFiles {
  /** Modules behind one file. A project that imports more may have anything among them. */
  private static final int MOST = 256;

  private final SourceTree sources;
  private final Predicate<SourceFile> wanted;
  private final Map<SourceFile, Boolean> reaching = new HashMap<>();
  private final Map<SourceFile, Boolean> known = new HashMap<>();

  /** Of the files that {@code wanted} holds of. */
  public ReachedFiles(SourceTree sources, Predicate<SourceFile> wanted) {
    this.sources = sources;
    this.wanted = wanted;
  }

  /** Whether it holds of a file, or of one that its imports lead to. */
  public synchronized boolean isReachedBy(SourceFile file) {
    Boolean answer = reaching.get(file);
    if (answer == null) {
      answer = find(file);
      reaching.put(file, answer);
    }
    return answer;
  }

  private boolean find(SourceFile start) {
    Set<SourceFile> seen = new LinkedHashSet<>(List.of(start));
    Deque<SourceFile> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      SourceFile file = next.remove();
      if (reaching.getOrDefault(file, false) || known.computeIfAbsent(file, wanted::test)) {
        return true;
      }
      if (!reaching.containsKey(file)) {
        for (SourceFile imported : sources.imported(file)) {
          if (seen.add(imported)) {
            next.add(imported);
          }
        }
      }
      if (seen.size() > MOST) {
        return true;
      }
    }
    // From what is behind it none is reached either.
    seen.forEach(it -> reaching.put(it, false));
    return false;
  }
}
