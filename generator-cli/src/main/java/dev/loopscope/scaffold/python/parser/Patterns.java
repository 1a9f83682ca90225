package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Pattern;
import dev.loopscope.scaffold.python.tree.Pattern.MatchAs;
import dev.loopscope.scaffold.python.tree.Pattern.MatchOr;
import dev.loopscope.scaffold.python.tree.Pattern.MatchSequence;
import dev.loopscope.scaffold.python.tree.Pattern.MatchStar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind {@code case}: alternatives, captures and sequences. */
final class Patterns {
  private static final String WILDCARD = "_";

  private final Cursor cursor;
  private final ClosedPatterns closed;

  Patterns(Grammar grammar) {
    this.cursor = grammar.cursor;
    this.closed = new ClosedPatterns(grammar, this);
  }

  /** A pattern, or a sequence of them without brackets. */
  Pattern top() {
    int start = cursor.start();
    Pattern first = starredOrPattern();
    if (cursor.kind() != TokenKind.COMMA) {
      if (first instanceof MatchStar) {
        throw cursor.failure("expected ,");
      }
      return first;
    }
    List<Pattern> patterns = sequence(first, TokenKind.COLON);
    return new MatchSequence(start, cursor.lastEnd(), patterns);
  }

  /** What follows the first pattern of a sequence, up to but without the closing sign. */
  List<Pattern> sequence(Pattern first, TokenKind closing) {
    List<Pattern> patterns = new ArrayList<>();
    patterns.add(first);
    while (cursor.accept(TokenKind.COMMA)
        && cursor.kind() != closing
        && cursor.kind() != TokenKind.IF) {
      patterns.add(starredOrPattern());
    }
    return patterns;
  }

  /** {@code *name}, or a pattern. */
  Pattern starredOrPattern() {
    int start = cursor.start();
    if (!cursor.accept(TokenKind.STAR)) {
      return pattern();
    }
    Optional<String> name = Optional.of(cursor.name()).filter(it -> !it.equals(WILDCARD));
    return new MatchStar(start, cursor.lastEnd(), name);
  }

  /** {@code a | b as name}. */
  Pattern pattern() {
    cursor.enter();
    int start = cursor.start();
    Pattern read = alternatives();
    if (cursor.accept(TokenKind.AS)) {
      if (cursor.isWord(WILDCARD)) {
        throw cursor.failure("expected a name other than _");
      }
      String name = cursor.name();
      read = new MatchAs(start, cursor.lastEnd(), Optional.of(read), Optional.of(name));
    }
    cursor.leave();
    return read;
  }

  private Pattern alternatives() {
    int start = cursor.start();
    Pattern first = closed.pattern();
    if (cursor.kind() != TokenKind.BAR) {
      return first;
    }
    List<Pattern> patterns = new ArrayList<>();
    patterns.add(first);
    while (cursor.accept(TokenKind.BAR)) {
      patterns.add(closed.pattern());
    }
    return new MatchOr(start, cursor.lastEnd(), patterns);
  }

  /** A name that is bound; {@code _} binds nothing. */
  Pattern capture() {
    int start = cursor.start();
    Optional<String> name = Optional.of(cursor.name()).filter(it -> !it.equals(WILDCARD));
    return new MatchAs(start, cursor.lastEnd(), Optional.empty(), name);
  }
}
