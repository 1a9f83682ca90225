package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.token.Tokens;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The place in the tokens that the parsers have come to. Comments are passed over. */
final class Cursor {
  /** As many brackets as CPython allows; deeper nesting is refused rather than risked. */
  private static final int DEEPEST = 200;

  private final Tokens tokens;
  private final NamePool names;
  private int index;
  private TokenKind kind;
  private int lastEnd;
  private int depth;

  Cursor(Tokens tokens) {
    this.tokens = tokens;
    this.names = new NamePool(tokens.source().text());
    this.index = firstFrom(0);
    this.kind = tokens.kind(index);
  }

  /** What the current token is. */
  TokenKind kind() {
    return kind;
  }

  /** What the token behind the current one is. */
  TokenKind next() {
    return kind == TokenKind.ENDMARKER ? kind : tokens.kind(firstFrom(index + 1));
  }

  /** Where the current token starts. */
  int start() {
    return tokens.start(index);
  }

  /** Where the current token ends. */
  int end() {
    return tokens.end(index);
  }

  /** Where the last token ends that was passed and is no line end and no block's edge. */
  int lastEnd() {
    return lastEnd;
  }

  void advance() {
    if (kind.compareTo(TokenKind.NEWLINE) < 0 || kind.compareTo(TokenKind.ENDMARKER) > 0) {
      lastEnd = tokens.end(index);
    }
    if (kind != TokenKind.ENDMARKER) {
      index = firstFrom(index + 1);
      kind = tokens.kind(index);
    }
  }

  /**
   * Passes an indented block without reading it, if it would be the same when it is read alone.
   *
   * @return from the start of its first line to the end of its last; empty if it is to be read now
   */
  Optional<Lines> skipBlock() {
    if (kind != TokenKind.INDENT || !tokens.areRegular()) {
      return Optional.empty();
    }
    int from = start();
    int to = from;
    int open = 0;
    do {
      open += kind == TokenKind.INDENT ? 1 : kind == TokenKind.DEDENT ? -1 : 0;
      to = kind == TokenKind.NEWLINE ? end() : to;
      advance();
    } while (open > 0);
    return Optional.of(new Lines(from, to));
  }

  /** Whole lines of the text, by their offsets. */
  record Lines(int from, int to) {}

  boolean accept(TokenKind wanted) {
    if (kind != wanted) {
      return false;
    }
    advance();
    return true;
  }

  void expect(TokenKind wanted, String expected) {
    if (kind != wanted) {
      throw failure(expected);
    }
    advance();
  }

  /** Passes a name and tells it. */
  String name() {
    if (kind != TokenKind.NAME) {
      throw failure("expected a name");
    }
    String name = names.of(start(), end());
    advance();
    return name;
  }

  /** Whether the current token is a name with this spelling: a soft keyword. */
  boolean isWord(String word) {
    return kind == TokenKind.NAME
        && end() - start() == word.length()
        && text().startsWith(word, start());
  }

  /** The characters from {@code start} to {@code end}. */
  String text(int start, int end) {
    return text().substring(start, end);
  }

  /** As {@link #text(int, int)}, but comments are left out. */
  String textWithoutComments(int start, int end) {
    StringBuilder text = new StringBuilder();
    int from = start;
    for (int token = tokens.indexAt(start); tokens.start(token) < end; token++) {
      if (tokens.kind(token) == TokenKind.COMMENT) {
        text.append(text(), from, tokens.start(token));
        from = tokens.end(token);
      }
    }
    return text.append(text(), from, end).toString();
  }

  SyntaxFailure failure(String reason) {
    return new SyntaxFailure(reason, start());
  }

  /**
   * Notes one more level of nesting. {@link #leave} takes it back, and so does a failure. Every
   * rule that can come upon itself again passes here on the way, or the stack would set the limit.
   */
  void enter() {
    if (++depth > DEEPEST) {
      throw failure("expected less nesting");
    }
  }

  void leave() {
    depth--;
  }

  /** Applies a rule; if it fails, goes back to where it began. */
  <T> Optional<T> attempt(Supplier<T> rule) {
    return attempt(rule, failure -> {});
  }

  /** As {@link #attempt(Supplier)}, and hands on the failure. */
  <T> Optional<T> attempt(Supplier<T> rule, Consumer<SyntaxFailure> failed) {
    int mark = index;
    int endBefore = lastEnd;
    int depthBefore = depth;
    try {
      return Optional.of(rule.get());
    } catch (SyntaxFailure failure) {
      index = mark;
      kind = tokens.kind(mark);
      lastEnd = endBefore;
      depth = depthBefore;
      failed.accept(failure);
      return Optional.empty();
    }
  }

  /** Passes the rest of the statement's line, its end included; nothing at the edge of a block. */
  void skipLine() {
    while (kind != TokenKind.NEWLINE && !isEdge()) {
      advance();
    }
    accept(TokenKind.NEWLINE);
  }

  private boolean isEdge() {
    return kind == TokenKind.INDENT || kind == TokenKind.DEDENT || kind == TokenKind.ENDMARKER;
  }

  /** The text that is read, whole. */
  SourceText source() {
    return tokens.source();
  }

  private String text() {
    return tokens.source().text();
  }

  private int firstFrom(int from) {
    int at = from;
    while (tokens.kind(at).isTrivia()) {
      at++;
    }
    return at;
  }
}
