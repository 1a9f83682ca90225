package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.token.Tokens;
import dev.loopscope.scaffold.python.tree.Module;
import dev.loopscope.scaffold.python.tree.OpaqueStatement;
import dev.loopscope.scaffold.python.tree.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read of one file.
 *
 * @param tokens every character of it
 * @param module every statement of it
 */
public record SyntaxTree(Tokens tokens, Module module) {
  /** The text that was read. */
  public SourceText source() {
    return tokens.source();
  }

  /** The statements that could not be read, wherever they stand. Empty for valid Python. */
  public List<OpaqueStatement> opaqueStatements() {
    List<OpaqueStatement> found = new ArrayList<>();
    Walk.preOrder(
        module,
        node -> {
          if (node instanceof OpaqueStatement opaque) {
            found.add(opaque);
          }
        });
    return List.copyOf(found);
  }
}
