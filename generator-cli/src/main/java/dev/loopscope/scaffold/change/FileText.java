package dev.loopscope.scaffold.change;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a file and how it is kept in bytes, so that rewriting a file leaves its encoding and
 * its byte order mark as they were.
 *
 * @param text without the mark, line ends as in the file
 * @param charset how the text is encoded
 * @param byteOrderMark whether the file begins with the mark of UTF-8
 */
public record FileText(String text, Charset charset, boolean byteOrderMark) {
  private static final String MARK = "\uFEFF";

  /** What bytes say: UTF-8 if they are, else a text with a character for each byte. */
  public static FileText of(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = text.startsWith(MARK);
      return new FileText(marked ? text.substring(1) : text, StandardCharsets.UTF_8, marked);
    } catch (CharacterCodingException e) {
      return new FileText(
          new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1, false);
    }
  }

  /** The same file with another text. */
  public FileText with(String other) {
    return new FileText(other, charset, byteOrderMark);
  }

  /**
   * The file's bytes.
   *
   * @throws CharacterCodingException if the charset has no bytes for a character of the text
   */
  public byte[] encoded() throws CharacterCodingException {
    ByteBuffer bytes =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .encode(CharBuffer.wrap(text));
    byte[] mark = byteOrderMark ? MARK.getBytes(StandardCharsets.UTF_8) : new byte[0];
    byte[] all = Arrays.copyOf(mark, mark.length + bytes.remaining());
    bytes.get(all, mark.length, bytes.remaining());
    return all;
  }
}
