package dev.loopscope.scaffold.python.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Tells keywords and operators by their characters, without making a string of each. */
final class Spellings {
  private static final Spellings KEYWORDS = new Spellings(TokenKind::isKeyword);
  private static final Spellings OPERATORS =
      new Spellings(kind -> !kind.isKeyword() && kind != TokenKind.EXCLAMATION);

  /** By first letter, the longest first. */
  private final Spelling[][] byFirst;

  private Spellings(Predicate<TokenKind> wanted) {
    byFirst = new Spelling[128][];
    for (char first = 0; first < byFirst.length; first++) {
      byFirst[first] = startingWith(first, wanted);
    }
  }

  /** The keyword that the characters from {@code start} to {@code end} are, or a name. */
  static TokenKind word(char[] text, int start, int end) {
    char first = text[start];
    int length = end - start;
    if (length > 1 && first < 128) {
      for (Spelling keyword : KEYWORDS.byFirst[first]) {
        if (keyword.characters.length == length && keyword.isAt(text, start)) {
          return keyword.kind;
        }
      }
    }
    return TokenKind.NAME;
  }

  /** The longest operator at {@code start}, or {@link TokenKind#ERROR}. */
  static TokenKind operator(char[] text, int start) {
    char first = text[start];
    if (first < 128) {
      for (Spelling operator : OPERATORS.byFirst[first]) {
        if (operator.isAt(text, start)) {
          return operator.kind;
        }
      }
    }
    return TokenKind.ERROR;
  }

  private static Spelling[] startingWith(char first, Predicate<TokenKind> wanted) {
    List<Spelling> found = new ArrayList<>();
    for (TokenKind kind : TokenKind.values()) {
      kind.spelling()
          .filter(spelling -> wanted.test(kind) && spelling.charAt(0) == first)
          .ifPresent(spelling -> found.add(new Spelling(spelling.toCharArray(), kind)));
    }
    found.sort(Comparator.comparing((Spelling spelling) -> -spelling.characters.length));
    return found.toArray(Spelling[]::new);
  }

  private static final class Spelling {
    private final char[] characters;
    private final TokenKind kind;

    Spelling(char[] characters, TokenKind kind) {
      this.characters = characters;
      this.kind = kind;
    }

    /** Whether the text goes on like this; that the first character does is known. */
    boolean isAt(char[] text, int start) {
      for (int i = 1; i < characters.length; i++) {
        if (characters[i] != text[start + i]) {
          return false;
        }
      }
      return true;
    }
  }
}
