package dev.loopscope.scaffold.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text that changes nothing about a terminal but the characters it shows. */
public final class Printable {
  private static final String DIGITS = "0123456789abcdef";

  private Printable() {}

  /**
   * {@code text} with every character that is not shown, or that turns the writing around, spelt as
   * {@code \}{@code uXXXX}.
   */
  public static String escaped(String text) {
    int first = 0;
    while (first < text.length() && isShown(text, first)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      if (isShown(text, i)) {
        escaped.append(text.charAt(i));
      } else {
        appendEscape(escaped, text.charAt(i));
      }
    }
    return escaped.toString();
  }

  /**
   * Lines of any bytes as characters: UTF-8 where they are, {@code \}{@code xXX} where not. Tabs
   * and line ends stay, all else is as in {@link #escaped}.
   */
  public static String lines(byte[] bytes) {
    StringBuilder shown = new StringBuilder(bytes.length);
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    CoderResult result = utf8.decode(rest, characters, true);
    while (true) {
      appendLines(characters.flip().toString(), shown);
      characters.clear();
      if (!result.isMalformed()) {
        return shown.toString();
      }
      for (int i = 0; i < result.length(); i++) {
        int b = rest.get() & 0xff;
        shown.append("\\x").append(DIGITS.charAt(b >> 4)).append(DIGITS.charAt(b & 0xf));
      }
      result = utf8.reset().decode(rest, characters, true);
    }
  }

  private static void appendLines(String text, StringBuilder to) {
    int done = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean carriageReturn = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if (c == '\n' || c == '\t' || carriageReturn) {
        to.append(escaped(text.substring(done, at))).append(c);
        done = at + 1;
      }
    }
    to.append(escaped(text.substring(done)));
  }

  static void appendEscape(StringBuilder to, char c) {
    to.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      to.append(DIGITS.charAt((c >> shift) & 0xf));
    }
  }

  private static boolean isShown(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x80) {
      return c >= ' ' && c != 0x7f;
    }
    if (Character.isSurrogate(c)) {
      return isPaired(text, at);
    }
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
