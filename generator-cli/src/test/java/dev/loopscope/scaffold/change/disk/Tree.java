package dev.loopscope.scaffold.change.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that is in a directory: modes, links and texts by path, so that trees can be compared. */
final class Tree {
  private Tree() {}

  static SortedMap<String, String> of(Path root) {
    SortedMap<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(it -> !it.equals(root)).toList()) {
        tree.put(root.relativize(path).toString(), told(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree;
  }

  private static String told(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "-> " + Files.readSymbolicLink(path);
    }
    String mode =
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    boolean directory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    // Every byte is a character of Latin-1.
    return mode + (directory ? "/" : " " + Files.readString(path, StandardCharsets.ISO_8859_1));
  }
}
