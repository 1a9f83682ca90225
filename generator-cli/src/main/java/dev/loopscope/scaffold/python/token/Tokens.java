package dev.loopscope.scaffold.python.token;

import dev.loopscope.scaffold.python.source.SourceText;
import java.util.Arrays;

/**
 * All tokens of one text, in order, from {@code 0} to {@code size() - 1}, which is the end marker.
 * {@link #leading} and {@link #text} of every token, joined, are the text.
 *
 * <p>Kinds and offsets lie in arrays: a file has thousands of tokens, and most are looked at once.
 */
public final class Tokens {
  private static final TokenKind[] KINDS = TokenKind.values();

  private final SourceText source;
  private final byte[] kinds;
  private final int[] starts;
  private final int[] ends;

  private final boolean regular;

  Tokens(SourceText source, byte[] kinds, int[] starts, int[] ends, boolean regular) {
    this.regular = regular;
    this.source = source;
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }

  /** The tokens of {@code source}. Every text has tokens; what is no Python is an error token. */
  public static Tokens of(SourceText source) {
    return new Tokenizer(source, 0, source.text().length()).tokenize();
  }

  /**
   * The tokens of whole lines of a text, which are read as if nothing stood around them; offsets
   * are those in the whole text.
   *
   * @param from where the first line starts
   * @param to where the last one ends
   */
  public static Tokens of(SourceText source, int from, int to) {
    return new Tokenizer(source, from, to).tokenize();
  }

  /**
   * Whether no token is an error and every bracket was closed: whether lines of it that form a
   * block have the same tokens when they are read alone.
   */
  public boolean areRegular() {
    return regular;
  }

  static TokenKind kindOf(byte ordinal) {
    return KINDS[ordinal];
  }

  /** The text that was read. */
  public SourceText source() {
    return source;
  }

  /** How many tokens there are; at least one. */
  public int size() {
    return kinds.length;
  }

  /** What a token is. */
  public TokenKind kind(int index) {
    return KINDS[kinds[index]];
  }

  /** The offset of a token's first character. */
  public int start(int index) {
    return starts[index];
  }

  /** The offset behind a token's last character. */
  public int end(int index) {
    return ends[index];
  }

  /** The characters of a token. */
  public String text(int index) {
    return source.text().substring(starts[index], ends[index]);
  }

  /**
   * What stands between a token and the one before it: blanks, form feeds and continued line ends,
   * nothing else.
   */
  public String leading(int index) {
    return source.text().substring(index == 0 ? 0 : ends[index - 1], starts[index]);
  }

  /**
   * The first token that ends behind {@code offset}: the one that holds the character there, or the
   * one that follows the blanks there. The end marker if there is none.
   */
  public int indexAt(int offset) {
    int found = Arrays.binarySearch(ends, offset + 1);
    int index = found >= 0 ? found : -found - 1;
    while (index > 0 && index < ends.length && ends[index - 1] > offset) {
      index--;
    }
    return Math.min(index, size() - 1);
  }
}
