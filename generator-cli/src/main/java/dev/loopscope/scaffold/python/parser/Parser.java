package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.token.Tokens;
import dev.loopscope.scaffold.python.tree.Module;

/** Reads Python 3.9 to 3.15: whatever one of these versions accepts. */
public final class Parser {
  private Parser() {}

  /**
   * The tree of a text. Never fails: a statement that cannot be read becomes opaque, and the rest
   * is read.
   */
  public static SyntaxTree parse(SourceText source) {
    return parse(Tokens.of(source));
  }

  /** As {@link #parse(SourceText)}, of tokens that were found already. */
  public static SyntaxTree parse(Tokens tokens) {
    Grammar grammar = new Grammar(tokens);
    int end = tokens.source().text().length();
    return new SyntaxTree(
        tokens.source(), new Module(0, end, grammar.statements.until(TokenKind.ENDMARKER)));
  }
}
