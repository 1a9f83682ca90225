package dev.loopscope.scaffold.change.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a change is made of, in the order in which it is done. An entry's number is its place in the
 * list, from 0. On the disk it is a line for each entry, between a first and a last line:
 *
 * <pre>{@code
 * scaffold-journal 1
 * replace SIZE:CRC SIZE:CRC tests/conftest.py
 * end
 * }</pre>
 *
 * <p>The fingerprints are those before and after, {@code -} where there is no file. Paths are
 * relative to the stage's root, so that a tree may be moved as a whole, and written as in a URI,
 * byte by byte, so that they are the same in every locale.
 *
 * @param entries unmodifiable
 */
record Journal(List<JournalEntry> entries) {
  private static final String FIRST = "scaffold-journal 1";
  private static final String LAST = "end";
  private static final String NONE = "-";
  private static final Pattern UNSEEN = Pattern.compile("[^ -~]");
  private static final Pattern GIT = Pattern.compile("(\\.git|git~[0-9]+)[ .]*(:.*)?");

  Journal {
    entries = List.copyOf(entries);
  }

  /** The file's text. */
  byte[] encoded(Path root) {
    StringBuilder text = new StringBuilder(FIRST).append('\n');
    String prefix = directoryUri(root);
    for (JournalEntry entry : entries) {
      text.append(entry.kind().word()).append(' ');
      text.append(word(entry.before())).append(' ').append(word(entry.after())).append(' ');
      String uri = entry.place().toUri().getRawPath();
      text.append(uri, prefix.length(), uri.endsWith("/") ? uri.length() - 1 : uri.length());
      text.append('\n');
    }
    return text.append(LAST).append('\n').toString().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws IOException if it is not whole, leads out of {@code root}, or into a {@code .git}
   */
  static Journal read(Path file, Path root) throws IOException {
    return read(Files.readAllLines(file, StandardCharsets.US_ASCII), root);
  }

  /**
   * Reads the lines of what {@link #encoded} wrote.
   *
   * @throws IOException as the other one
   */
  static Journal read(List<String> lines, Path root) throws IOException {
    int end = lines.size() - 1;
    if (end < 1 || !lines.get(0).equals(FIRST) || !lines.get(end).equals(LAST)) {
      throw new IOException("its journal is not whole");
    }
    String prefix = directoryUri(root);
    List<JournalEntry> entries = new ArrayList<>();
    for (String line : lines.subList(1, end)) {
      String[] words = line.split(" ", -1);
      if (words.length != 4) {
        throw new IOException("its journal has a line that says nothing: " + line);
      }
      Path place = place(prefix + words[3]);
      if (!place.startsWith(root) || !place.equals(place.normalize())) {
        throw new IOException("its journal leads out of the directory: " + words[3]);
      }
      if (isOfGit(root.relativize(place))) {
        throw new IOException("its journal leads into what belongs to git: " + words[3]);
      }
      JournalEntry entry =
          new JournalEntry(kind(words[0]), place, fingerprint(words[1]), fingerprint(words[2]));
      if (!entry.isWhole()) {
        throw new IOException("its journal has a line that no run writes: " + line);
      }
      entries.add(entry);
    }
    return new Journal(entries);
  }

  /**
   * A repository may bring a stage with it that it has made up, and gets no further by that than to
   * files that it could have brought as well, unless these are git's own, such as hooks. The names
   * are those that git itself never checks out (its {@code path.c} and {@code utf8.c}), where a
   * file system ignores case, characters that cannot be seen, or what is behind a full stop or a
   * colon.
   */
  private static boolean isOfGit(Path path) {
    for (Path name : path) {
      String plain = UNSEEN.matcher(name.toString()).replaceAll("").toLowerCase(Locale.ROOT);
      if (GIT.matcher(plain).matches()) {
        return true;
      }
    }
    return false;
  }

  private static Path place(String uri) throws IOException {
    try {
      return Path.of(URI.create("file://" + uri));
    } catch (IllegalArgumentException e) {
      throw new IOException("its journal has a path that is none: " + uri, e);
    }
  }

  private static String directoryUri(Path root) {
    String uri = root.toUri().getRawPath();
    return uri.endsWith("/") ? uri : uri + "/";
  }

  private static JournalEntry.Kind kind(String word) throws IOException {
    for (JournalEntry.Kind kind : JournalEntry.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IOException("its journal is of another version of scaffold");
  }

  private static String word(Optional<Fingerprint> print) {
    return print.map(it -> it.size() + ":" + Long.toHexString(it.crc())).orElse(NONE);
  }

  private static Optional<Fingerprint> fingerprint(String word) throws IOException {
    if (word.equals(NONE)) {
      return Optional.empty();
    }
    try {
      int colon = word.indexOf(':');
      long size = Long.parseLong(word.substring(0, Math.max(colon, 0)));
      return Optional.of(new Fingerprint(size, Long.parseLong(word.substring(colon + 1), 16)));
    } catch (NumberFormatException e) {
      throw new IOException("its journal has a number that is none: " + word, e);
    }
  }
}
