package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a coroutine function of a sync one. */
public final class AsyncFunctionInstead {
  private AsyncFunctionInstead() {}

  /**
   * The edits; absent if the function is async, or does not start its line.
   *
   * @param mark what to decorate it with, such as {@code pytest.mark.asyncio}
   */
  public static Optional<List<Edit>> edits(
      SourceFile file, FunctionDef function, Optional<String> mark) {
    int def = function.start();
    int lineStart = file.source().lineStart(file.source().lineAt(def));
    if (function.async() || !file.source().text().substring(lineStart, def).isBlank()) {
      return Optional.empty();
    }
    Edit word = new Edit(file.path(), def, def, "async ");
    if (mark.isEmpty()) {
      return Optional.of(List.of(word));
    }
    return MarkAddition.toFunction(file, function, mark.orElseThrow())
        .map(edits -> with(word, edits));
  }

  /** A mark on an undecorated function stands where the word does, and before it. */
  private static List<Edit> with(Edit word, List<Edit> marking) {
    List<Edit> all = new ArrayList<>();
    boolean joined = false;
    for (Edit edit : marking) {
      boolean same = edit.start() == word.start();
      joined |= same;
      all.add(
          same
              ? new Edit(
                  edit.path(), edit.start(), edit.end(), edit.replacement() + word.replacement())
              : edit);
    }
    if (!joined) {
      all.add(word);
    }
    return all;
  }
}
