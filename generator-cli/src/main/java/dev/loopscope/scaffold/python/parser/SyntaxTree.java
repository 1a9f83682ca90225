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
 * @param source the text that was read
 * @param module every statement of it
 */
public record SyntaxTree(SourceText source, Module module) {
  /** Every character of it; found again at each call, because few ask and all would be kept. */
  public Tokens tokens() {
    return Tokens.of(source);
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
