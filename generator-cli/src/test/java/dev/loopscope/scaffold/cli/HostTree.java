package dev.loopscope.scaffold.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small repository as one text: each file behind a line {@code --- path}, with {@code crlf}
 * behind the path where its lines end so. What stands before the first one says what it is.
 */
public record HostTree(String name, Map<String, String> files) {
  private static final Path TREES = Path.of("src/test/resources/hosts");
  private static final String SUFFIX = ".host";

  static List<HostTree> all() {
    try (Stream<Path> paths = Files.list(TREES)) {
      return paths
          .filter(it -> it.toString().endsWith(SUFFIX))
          .sorted()
          .map(HostTree::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one in the file of this name. */
  public static HostTree named(String name) {
    return read(TREES.resolve(name + SUFFIX));
  }

  Path golden() {
    return TREES.resolve(name + ".plan");
  }

  private static HostTree read(Path path) {
    try {
      String name = path.getFileName().toString().replace(SUFFIX, "");
      Map<String, String> files = new LinkedHashMap<>();
      String[] parts = Files.readString(path).split("(?m)^--- ", -1);
      for (String part : List.of(parts).subList(1, parts.length)) {
        int end = part.indexOf('\n');
        String[] head = part.substring(0, end).split(" ", -1);
        String text = part.substring(end + 1);
        files.put(head[0], head.length > 1 ? text.replace("\n", "\r\n") : text);
      }
      return new HostTree(name, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it below a directory, and returns its own. */
  public Path in(Path directory) {
    Path root = directory.resolve(name);
    files.forEach(
        (path, text) -> {
          try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return root;
  }
}
