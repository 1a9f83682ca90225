package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** Takes a parameter out of a function. */
public final class ParameterRemoval {
  private ParameterRemoval() {}

  /**
   * The edit that removes a parameter without a default and the comma that divides it from its
   * neighbour; absent if a comment or a star stands between the two.
   */
  public static Optional<Edit> edit(SourceFile file, FunctionDef function, Parameter parameter) {
    List<Parameter> all = function.parameters();
    int at = indexOf(all, parameter);
    if (at < 0 || parameter.defaultValue().isPresent()) {
      return Optional.empty();
    }
    String text = file.source().text();
    if (at + 1 < all.size()) {
      int next = all.get(at + 1).start();
      return isComma(text.substring(parameter.end(), next))
          ? Optional.of(new Edit(file.path(), parameter.start(), next, ""))
          : Optional.empty();
    }
    if (at > 0) {
      int before = all.get(at - 1).defaultValue().map(it -> it.end()).orElse(all.get(at - 1).end());
      return isComma(text.substring(before, parameter.start()))
          ? Optional.of(new Edit(file.path(), before, parameter.end(), ""))
          : Optional.empty();
    }
    int end = text.startsWith(",", parameter.end()) ? parameter.end() + 1 : parameter.end();
    return Optional.of(new Edit(file.path(), parameter.start(), end, ""));
  }

  private static int indexOf(List<Parameter> all, Parameter parameter) {
    for (int i = 0; i < all.size(); i++) {
      if (SameNode.is(all.get(i), parameter)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isComma(String between) {
    return between.strip().equals(",");
  }
}
