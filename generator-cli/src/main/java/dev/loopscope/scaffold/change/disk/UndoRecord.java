package dev.loopscope.scaffold.change.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an applied plan left so that it can be taken back. On the disk it is a directory, called by
 * its number:
 *
 * <pre>
 * .scaffold/undo/.gitignore    *
 * .scaffold/undo/3/record      the command, and what was done, as a {@link Journal} has it
 * .scaffold/undo/3/old/0       the file with number 0 as it was: the file itself, or a copy
 * </pre>
 */
public final class UndoRecord {
  /** A first line of a record, up to the command. */
  private static final String COMMAND = "command ";

  /** More than a record of 100,000 files has. */
  private static final long LONGEST = 32L << 20;

  private final Path root;
  private final int number;
  private final String command;
  private final List<JournalEntry> entries;

  private UndoRecord(Path root, int number, String command, List<JournalEntry> entries) {
    this.root = root;
    this.number = number;
    this.command = command;
    this.entries = List.copyOf(entries);
  }

  /** Its file's text. */
  static byte[] encoded(String command, Journal journal, Path root) {
    byte[] first = (COMMAND + command + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] rest = journal.encoded(root);
    byte[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }

  /**
   * Reads one.
   *
   * @throws IOException if it is not whole, or is no regular file
   */
  static UndoRecord read(Path root, int number) throws IOException {
    Path file = UndoRecords.file(root, number);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("it is not whole: it has no file " + file.getFileName());
    }
    if (Files.size(file) > LONGEST) {
      throw new IOException("it is longer than any that scaffold writes");
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    if (lines.isEmpty() || !lines.get(0).startsWith(COMMAND)) {
      throw new IOException("it does not say what command it is of");
    }
    Journal journal = Journal.read(lines.subList(1, lines.size()), root);
    return new UndoRecord(
        root, number, lines.get(0).substring(COMMAND.length()), journal.entries());
  }

  /** The directory that the plan was for: real. */
  public Path root() {
    return root;
  }

  /** Its number there; a later one has a greater number. */
  public int number() {
    return number;
  }

  /** What it takes back: {@code update}. */
  public String command() {
    return command;
  }

  /** The files that are touched, relative to the root, in the plan's order, with what was done. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (JournalEntry entry : entries) {
      if (entry.isOfFile()) {
        String what =
            switch (entry.kind()) {
              case CREATE -> "created";
              case DELETE -> "deleted";
              default -> "changed";
            };
        lines.add(what + "  " + root.relativize(entry.place()).toString().replace('\\', '/'));
      }
    }
    return List.copyOf(lines);
  }

  /** What was done, in its order; an entry's number is its place. */
  List<JournalEntry> entries() {
    return entries;
  }

  /** Where a file is kept as it was. */
  Path old(int entry) {
    return UndoRecords.old(root, number).resolve(Integer.toString(entry));
  }
}
