package dev.loopscope.scaffold.python;

import java.nio.file.Path;
import java.util.List;

/**
 * Where CPython and we differ, each with the reason. Some patch releases, and some versions of
 * Java, no longer differ, so an entry whose difference is gone is no failure.
 */
final class KnownDifferences {
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              "bad_coding2.py",
              9,
              14,
              "CPython's compiler wants the encoding behind a byte order mark spelt utf-8,"
                  + " its tokenize takes utf8 as well; so do we"),
          new Entry(
              "test_unicode_identifiers.py",
              9,
              11,
              "tokenize of these versions ends a name before a variation selector (U+E0100),"
                  + " the compiler does not"),
          new Entry(
              "test_importlib/test_main.py",
              12,
              12,
              "tokenize of 3.12.1 misplaces the end of a string of several lines that is not"
                  + " ASCII; 3.13 does not"),
          new Entry(
              "test_peg_generator/test_pegen.py", 12, 12, "as in test_importlib/test_main.py"),
          new Entry(
              "iniconfig/_parse.py",
              9,
              14,
              "Java knows no aliases of character names, so \\N{BYTE ORDER MARK} stays as"
                  + " written"),
          new Entry(
              "numpy/lib/tests/test_format.py",
              9,
              14,
              "Java names ideographs otherwise: \\N{CJK UNIFIED IDEOGRAPH-6574} stays as"
                  + " written"));

  private record Entry(String fileEnding, int fromMinor, int toMinor, String reason) {
    boolean covers(Path file, int minor) {
      return file.endsWith(fileEnding) && fromMinor <= minor && minor <= toMinor;
    }
  }

  private KnownDifferences() {}

  /** Whether Python 3.{@code minor} and we are known to differ about the file. */
  static boolean include(Path file, int minor) {
    return ENTRIES.stream().anyMatch(entry -> entry.covers(file, minor));
  }
}
