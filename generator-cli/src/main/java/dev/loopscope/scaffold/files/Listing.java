package dev.loopscope.scaffold.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one directory held when it was listed.
 *
 * @param real where the directory lies, without links
 * @param entries by name, sorted; without the names that cannot be spelt
 * @param unspelt what has a name that is not in the character set of the platform's file names: the
 *     text it is shown as does not lead to it
 * @param failure why the directory could not be listed, as what follows its name
 */
public record Listing(
    Path real, SortedMap<String, Entry> entries, List<Entry> unspelt, Optional<String> failure) {
  /** What the platform puts in the place of bytes that are no character. */
  private static final char REPLACEMENT = '\uFFFD';

  /** Keeps unmodifiable views. */
  public Listing {
    unspelt = List.copyOf(unspelt);
    entries = Collections.unmodifiableSortedMap(entries);
  }

  /** What a name leads to; empty if nothing has it. */
  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** Whether there is a regular file of this name. */
  public boolean isFile(String name) {
    Entry entry = entries.get(name);
    return entry != null && entry.isFile();
  }

  /** Whether there may be a file of this name, which need not be one that is read. */
  public boolean mayBeFile(String name) {
    Entry entry = entries.get(name);
    return entry != null && entry.mayBeFile();
  }

  /** Whether there is a directory of this name. */
  public boolean isDirectory(String name) {
    Entry entry = entries.get(name);
    return entry != null && entry.isDirectory();
  }

  static Listing of(Path real, Predicate<Path> allowed) {
    SortedMap<String, Entry> entries = new TreeMap<>();
    List<Entry> unspelt = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(real)) {
      for (Path place : stream) {
        String name = String.valueOf(place.getFileName());
        if (!leadsTo(place, real, name)) {
          unspelt.add(new Entry(place, allowed));
        } else {
          entries.put(name, new Entry(place, allowed));
        }
      }
    } catch (DirectoryIteratorException e) {
      return failed(real, ReadFailures.reason(Objects.requireNonNull(e.getCause())));
    } catch (IOException e) {
      return failed(real, ReadFailures.reason(e));
    }
    return new Listing(real, entries, unspelt, Optional.empty());
  }

  /** Whether a name's text leads to the place that has it. */
  private static boolean leadsTo(Path place, Path directory, String name) {
    return name.indexOf(REPLACEMENT) < 0
        || PathText.resolve(directory, name).filter(place::equals).isPresent();
  }

  /** Of a directory that cannot be: its name is none. */
  public static Listing ofNoPath() {
    return failed(Path.of(""), "is no path");
  }

  static Listing failed(Path place, String why) {
    return new Listing(place, new TreeMap<>(), List.of(), Optional.of("cannot be listed: " + why));
  }
}
