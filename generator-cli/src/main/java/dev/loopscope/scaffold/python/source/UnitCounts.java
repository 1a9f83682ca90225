package dev.loopscope.scaffold.python.source;

/**
 * How many code points start before an offset, and how many bytes they take, counted once for all
 * of a text and noted at every so many characters.
 */
final class UnitCounts {
  private static final int STEP = 256;

  private final String text;
  private final int[] codePoints;
  private final int[] bytes;

  UnitCounts(String text) {
    this.text = text;
    int noted = text.length() / STEP + 1;
    this.codePoints = new int[noted];
    this.bytes = new int[noted];
    for (int at = 1; at < noted; at++) {
      codePoints[at] = codePoints[at - 1] + codePointsIn((at - 1) * STEP, at * STEP);
      bytes[at] = bytes[at - 1] + bytesIn((at - 1) * STEP, at * STEP);
    }
  }

  /** The code points that start before an offset. */
  int codePoints(int offset) {
    int noted = offset / STEP;
    return codePoints[noted] + codePointsIn(noted * STEP, offset);
  }

  /** The bytes that these take as UTF-8. */
  int bytes(int offset) {
    int noted = offset / STEP;
    return bytes[noted] + bytesIn(noted * STEP, offset);
  }

  private int codePointsIn(int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      count += starts(at) ? 1 : 0;
    }
    return count;
  }

  private int bytesIn(int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      count += starts(at) ? utf8Length(text.codePointAt(at)) : 0;
    }
    return count;
  }

  private boolean starts(int at) {
    return at == 0
        || !Character.isLowSurrogate(text.charAt(at))
        || !Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** The bytes of one code point. */
  static int utf8Length(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
