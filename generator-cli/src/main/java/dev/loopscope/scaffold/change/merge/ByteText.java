package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.change.FileText;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Texts with a character for each byte, so that any encoding, and none, passes a merge unharmed.
 */
final class ByteText {
  private static final String LONE_NEWLINE = "(?s).*(?<!\r)\n.*";

  private ByteText() {}

  /** The bytes of {@code text} in UTF-8, a character for each. */
  static String of(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The bytes of a file without its byte order mark, a character for each. */
  static String of(FileText file) {
    try {
      FileText plain = new FileText(file.text(), file.charset(), false);
      return new String(plain.encoded(), StandardCharsets.ISO_8859_1);
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("it was read with the charset " + file.charset(), e);
    }
  }

  /** The file that has these bytes, and a byte order mark if it is asked for. */
  static FileText file(String bytes, boolean byteOrderMark) {
    FileText file = FileText.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
    return new FileText(file.text(), file.charset(), file.byteOrderMark() || byteOrderMark);
  }

  /** The text as a reader sees it. */
  static String shown(String bytes) {
    return file(bytes, false).text();
  }

  /** A text whose lines end as those of {@code like} do, if those all end alike. */
  static String withLineEndsOf(String like, String text) {
    boolean windows = like.contains("\r\n") && !like.matches(LONE_NEWLINE);
    return windows ? text.replace("\n", "\r\n") : text;
  }
}
