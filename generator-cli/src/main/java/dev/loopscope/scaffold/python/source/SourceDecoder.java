package dev.loopscope.scaffold.python.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/** From the bytes of a file to its text. */
final class SourceDecoder {
  private static final char REPLACEMENT = '\uFFFD';

  private SourceDecoder() {}

  /** The mark that starts a UTF-8 file of some editors. */
  static byte[] byteOrderMark() {
    return new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  }

  static SourceText decode(byte[] bytes) throws UndecodableSourceException {
    boolean mark = startsWithMark(bytes);
    int from = mark ? 3 : 0;
    Optional<String> declared = EncodingDeclaration.find(bytes, from);
    Charset charset =
        declared.isPresent() ? charset(declared.orElseThrow()) : StandardCharsets.UTF_8;
    String name = declared.orElse("utf-8");
    if (mark && !charset.equals(StandardCharsets.UTF_8)) {
      throw new UndecodableSourceException(
          name, "starts with a UTF-8 byte order mark but declares the encoding " + name);
    }
    return new SourceText(text(bytes, from, charset, name), charset, mark);
  }

  private static String text(byte[] bytes, int from, Charset charset, String name)
      throws UndecodableSourceException {
    // The lenient decoder is several times faster; what it replaces betrays itself.
    String lenient = new String(bytes, from, bytes.length - from, charset);
    if (lenient.indexOf(REPLACEMENT) < 0) {
      return lenient;
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new UndecodableSourceException(name, "holds bytes that are not " + name);
    }
  }

  private static boolean startsWithMark(byte[] bytes) {
    byte[] mark = byteOrderMark();
    return bytes.length >= mark.length
        && bytes[0] == mark[0]
        && bytes[1] == mark[1]
        && bytes[2] == mark[2];
  }

  private static Charset charset(String declared) throws UndecodableSourceException {
    String name = declared.toLowerCase(Locale.ROOT).replace('_', '-');
    if (name.equals("utf-8") || name.startsWith("utf-8-")) {
      return StandardCharsets.UTF_8;
    }
    if (name.startsWith("latin-1") || name.startsWith("iso-latin-1")) {
      return StandardCharsets.ISO_8859_1;
    }
    try {
      Charset charset = Charset.forName(name);
      // What cannot be written back, such as a guess among several encodings, Python does not know.
      if (charset.canEncode()) {
        return charset;
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // Unknown, as below.
    }
    throw new UndecodableSourceException(declared, "declares the unknown encoding " + declared);
  }
}
