package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.util.Set;

/** Code that runs a loop by hand: by {@code run} of a library that has loops. */
public final class DrivenLoops {
  private static final String METHOD = ".run";
  private static final Set<String> LIBRARIES = Set.of("asyncio", "anyio");

  private DrivenLoops() {}

  /** Of files, those from which code can be reached that may call it. */
  public static ReachedFiles reaching(SourceTree sources) {
    return new ReachedFiles(sources, DrivenLoops::mayBeIn);
  }

  private static boolean mayBeIn(SourceFile file) {
    String text = file.source().text();
    return isCalled(text)
        || file.imports().stream()
            .filter(it -> LIBRARIES.contains(it.first()))
            .anyMatch(it -> it.name().endsWith(METHOD) || text.contains("import *"));
  }

  /** Whether it may be called by the name of its library, whatever that is here. */
  private static boolean isCalled(String text) {
    for (int at = text.indexOf(METHOD); at >= 0; at = text.indexOf(METHOD, at + 1)) {
      int end = at + METHOD.length();
      while (end < text.length() && text.charAt(end) == ' ') {
        end++;
      }
      if (text.startsWith("(", end)) {
        return true;
      }
    }
    return false;
  }
}
