package dev.loopscope.scaffold.python.token;

import java.util.Optional;

/**
 * What a token is. Hard keywords and operators have a kind each; soft keywords ({@code match},
 * {@code case}, {@code type}, {@code _}) are names.
 */
public enum TokenKind {
  NAME,
  NUMBER,
  STRING,
  /** Prefix and opening quotes of an f-string (PEP 701). */
  FSTRING_START,
  /**
   * Literal text of an f-string or of a format specification, escapes and doubled braces included.
   */
  FSTRING_MIDDLE,
  FSTRING_END,
  /** Prefix and opening quotes of a t-string (PEP 750). */
  TSTRING_START,
  TSTRING_MIDDLE,
  TSTRING_END,
  COMMENT,
  /** A line end that ends no statement. */
  NL,
  /** A line end that ends a statement; empty where the file ends without one. */
  NEWLINE,
  /** The blanks of a line that is indented deeper than the one before. */
  INDENT,
  /** Empty; in front of a line that is indented less. */
  DEDENT,
  /** Empty; the last token. */
  ENDMARKER,
  /** What no other token may be: a stray character, an unclosed string, a bad indentation. */
  ERROR,

  LPAR("("),
  RPAR(")"),
  LSQB("["),
  RSQB("]"),
  LBRACE("{"),
  RBRACE("}"),
  COLON(":"),
  COMMA(","),
  SEMI(";"),
  DOT("."),
  ELLIPSIS("..."),
  ARROW("->"),
  /** Only in a replacement field of an f-string. */
  EXCLAMATION("!"),
  EQUAL("="),
  COLON_EQUAL(":="),
  PLUS("+"),
  MINUS("-"),
  STAR("*"),
  SLASH("/"),
  DOUBLE_SLASH("//"),
  PERCENT("%"),
  AT("@"),
  DOUBLE_STAR("**"),
  LEFT_SHIFT("<<"),
  RIGHT_SHIFT(">>"),
  AMPERSAND("&"),
  BAR("|"),
  CARET("^"),
  TILDE("~"),
  LESS("<"),
  GREATER(">"),
  LESS_EQUAL("<="),
  GREATER_EQUAL(">="),
  EQUAL_EQUAL("=="),
  NOT_EQUAL("!="),
  PLUS_EQUAL("+="),
  MINUS_EQUAL("-="),
  STAR_EQUAL("*="),
  SLASH_EQUAL("/="),
  DOUBLE_SLASH_EQUAL("//="),
  PERCENT_EQUAL("%="),
  AT_EQUAL("@="),
  DOUBLE_STAR_EQUAL("**="),
  LEFT_SHIFT_EQUAL("<<="),
  RIGHT_SHIFT_EQUAL(">>="),
  AMPERSAND_EQUAL("&="),
  BAR_EQUAL("|="),
  CARET_EQUAL("^="),

  FALSE("False"),
  NONE("None"),
  TRUE("True"),
  AND("and"),
  AS("as"),
  ASSERT("assert"),
  ASYNC("async"),
  AWAIT("await"),
  BREAK("break"),
  CLASS("class"),
  CONTINUE("continue"),
  DEF("def"),
  DEL("del"),
  ELIF("elif"),
  ELSE("else"),
  EXCEPT("except"),
  FINALLY("finally"),
  FOR("for"),
  FROM("from"),
  GLOBAL("global"),
  IF("if"),
  IMPORT("import"),
  IN("in"),
  IS("is"),
  LAMBDA("lambda"),
  NONLOCAL("nonlocal"),
  NOT("not"),
  OR("or"),
  PASS("pass"),
  RAISE("raise"),
  RETURN("return"),
  TRY("try"),
  WHILE("while"),
  WITH("with"),
  YIELD("yield");

  private final Optional<String> spelling;
  private final int length;

  TokenKind() {
    this.spelling = Optional.empty();
    this.length = 0;
  }

  TokenKind(String spelling) {
    this.spelling = Optional.of(spelling);
    this.length = spelling.length();
  }

  /** How a keyword or an operator is written; empty for tokens whose text varies. */
  public Optional<String> spelling() {
    return spelling;
  }

  /** How many characters a keyword or an operator has; 0 for tokens whose text varies. */
  int length() {
    return length;
  }

  /** Whether this is a keyword that only a statement or a clause can start with. */
  boolean startsStatementsOnly() {
    return switch (this) {
      case ASSERT,
          BREAK,
          CLASS,
          CONTINUE,
          DEF,
          DEL,
          ELIF,
          EXCEPT,
          FINALLY,
          GLOBAL,
          IMPORT,
          NONLOCAL,
          PASS,
          RAISE,
          RETURN,
          TRY,
          WHILE,
          WITH ->
          true;
      default -> false;
    };
  }

  /** Whether this is a reserved word. */
  public boolean isKeyword() {
    return compareTo(FALSE) >= 0;
  }

  /** Whether the grammar never sees this: comments, and line ends inside a statement. */
  public boolean isTrivia() {
    return this == COMMENT || this == NL;
  }
}
