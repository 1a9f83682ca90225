package dev.loopscope.scaffold.python.token;

import dev.loopscope.scaffold.python.source.SourceText;
import java.util.Arrays;

/** Tokens while they are found: the last ones can be taken back. */
@SuppressWarnings("EnumOrdinal") // A byte for a kind; these bytes never leave the package.
final class TokenBuffer {
  private byte[] kinds;
  private int[] starts;
  private int[] ends;
  private int size;
  private boolean regular = true;

  TokenBuffer(int expected) {
    kinds = new byte[expected];
    starts = new int[expected];
    ends = new int[expected];
  }

  int size() {
    return size;
  }

  boolean lastIs(TokenKind kind) {
    return size > 0 && isAt(size - 1, kind);
  }

  boolean isAt(int index, TokenKind kind) {
    return index >= 0 && kinds[index] == (byte) kind.ordinal();
  }

  TokenKind kind(int index) {
    return Tokens.kindOf(kinds[index]);
  }

  int end(int index) {
    return ends[index];
  }

  void add(TokenKind kind, int start, int end) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    kinds[size] = (byte) kind.ordinal();
    starts[size] = start;
    ends[size] = end;
    size++;
    regular &= kind != TokenKind.ERROR;
  }

  /** Notes that the text is no Python as a whole, whatever its parts are. */
  void becomeIrregular() {
    regular = false;
  }

  /** Drops every token from {@code index} on. */
  void truncate(int index) {
    size = index;
  }

  /** Makes the token at {@code index} one of another kind. */
  void become(int index, TokenKind kind) {
    kinds[index] = (byte) kind.ordinal();
  }

  /**
   * What was found.
   *
   * @param from where in the text the first character stands that was looked at
   */
  Tokens toTokens(SourceText source, int from) {
    int[] startsInText = Arrays.copyOf(starts, size);
    int[] endsInText = Arrays.copyOf(ends, size);
    for (int at = 0; from > 0 && at < size; at++) {
      startsInText[at] += from;
      endsInText[at] += from;
    }
    return new Tokens(source, Arrays.copyOf(kinds, size), startsInText, endsInText, regular);
  }
}
