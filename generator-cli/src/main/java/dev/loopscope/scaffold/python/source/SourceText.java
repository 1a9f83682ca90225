package dev.loopscope.scaffold.python.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text of one Python file. Offsets count the characters of {@link #text()}, from 0; a byte
 * order mark is no part of it. Line ends are left as they are: {@code \n}, {@code \r\n} and {@code
 * \r}, each of which ends a line, as CPython's compiler reads them.
 */
public final class SourceText {
  private final String text;
  private final Charset charset;
  private final boolean byteOrderMark;

  /** Found at the first call: of most files nobody asks for a line. */
  private volatile Optional<int[]> lineStarts = Optional.empty();

  private volatile Optional<UnitCounts> counts = Optional.empty();

  SourceText(String text, Charset charset, boolean byteOrderMark) {
    this.text = text;
    this.charset = charset;
    this.byteOrderMark = byteOrderMark;
  }

  /** A text that is in memory already; it encodes as UTF-8. */
  public static SourceText of(String text) {
    return new SourceText(text, StandardCharsets.UTF_8, false);
  }

  /**
   * Reads a file as CPython does: by its byte order mark, else by its encoding declaration (PEP
   * 263), else as UTF-8.
   *
   * @throws UndecodableSourceException if the declared encoding is unknown here or contradicts the
   *     byte order mark, or if the bytes are not in it
   */
  public static SourceText decode(byte[] bytes) throws UndecodableSourceException {
    return SourceDecoder.decode(bytes);
  }

  /** The characters of the file. */
  public String text() {
    return text;
  }

  /** What the file was decoded with. */
  public Charset charset() {
    return charset;
  }

  /** Whether the file starts with a byte order mark. */
  public boolean byteOrderMark() {
    return byteOrderMark;
  }

  /** Another text, kept in bytes as this one is. */
  public SourceText with(String other) {
    return new SourceText(other, charset, byteOrderMark);
  }

  /** The bytes of the file this was decoded from. */
  public byte[] encode() {
    byte[] encoded = text.getBytes(charset);
    if (!byteOrderMark) {
      return encoded;
    }
    byte[] mark = SourceDecoder.byteOrderMark();
    byte[] all = Arrays.copyOf(mark, mark.length + encoded.length);
    System.arraycopy(encoded, 0, all, mark.length, encoded.length);
    return all;
  }

  /**
   * Whether {@link #encode} gives the very bytes that were decoded: whether every text has one form
   * only in the file's encoding. It has in UTF-8, ASCII and Latin 1, and in few others for certain.
   */
  public boolean encodesAsDecoded() {
    return charset.equals(StandardCharsets.UTF_8)
        || charset.equals(StandardCharsets.US_ASCII)
        || charset.equals(StandardCharsets.ISO_8859_1);
  }

  /** How many lines there are; an empty last line counts. */
  public int lines() {
    return lineStarts().length;
  }

  /**
   * Where a line starts.
   *
   * @param line from 1
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /** The line, from 1, that an offset is on. A line's end belongs to that line. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * The offset behind the line that an offset is on, its line end included; the length of the text
   * if that line is the last.
   */
  public int lineEnd(int offset) {
    int line = lineAt(offset);
    return line == lines() ? text.length() : lineStart(line + 1);
  }

  /** Whether an offset is on a line that a line end ends. */
  public boolean endsLine(int offset) {
    return lineAt(offset) < lines();
  }

  /**
   * The place of an offset.
   *
   * @throws IndexOutOfBoundsException if the offset is outside the text
   */
  public Position position(int offset) {
    int line = lineAt(offset);
    int start = lineStart(line);
    if (offset > text.length()) {
      throw new IndexOutOfBoundsException(offset);
    }
    // A long line may hold many places, and is not counted from its start for each of them.
    UnitCounts counted = counts();
    return new Position(
        line,
        offset - start,
        counted.codePoints(offset) - counted.codePoints(start),
        counted.bytes(offset) - counted.bytes(start));
  }

  private UnitCounts counts() {
    if (counts.isEmpty()) {
      counts = Optional.of(new UnitCounts(text));
    }
    return counts.orElseThrow();
  }

  /**
   * The offset of a place that {@code ast} names.
   *
   * @param line from 1
   * @param utf8Bytes from 0
   * @throws IndexOutOfBoundsException if there is no such line, or the text ends before the place
   */
  public int offset(int line, int utf8Bytes) {
    int at = lineStart(line);
    for (int left = utf8Bytes; left > 0; ) {
      int codePoint = text.codePointAt(at);
      at += Character.charCount(codePoint);
      left -= UnitCounts.utf8Length(codePoint);
    }
    return at;
  }

  private int[] lineStarts() {
    if (lineStarts.isEmpty()) {
      lineStarts = Optional.of(lineStarts(text));
    }
    return lineStarts.orElseThrow();
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[text.length() / 32 + 16];
    int count = 1;
    int length = text.length();
    for (int at = 0; at < length; at++) {
      char c = text.charAt(at);
      boolean ends = c == '\n' || (c == '\r' && (at + 1 == length || text.charAt(at + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = at + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
