package dev.loopscope.scaffold.hostile;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A folder with the project that a command works on, and what lies beside it and is none of its
 * business.
 */
final class Sandbox {
  private static final long HASHED = 1 << 20;

  private final Path folder;
  private final Path pool;
  private final SortedMap<String, String> outsideBefore;

  private Sandbox(Path folder, Path pool) throws IOException {
    this.folder = folder;
    this.pool = pool;
    this.outsideBefore = outside();
  }

  /** Makes one below a folder. What is no file by nature is made once, and linked to from then. */
  static Sandbox in(Path folder) throws IOException, InterruptedException {
    Path outside = Files.createDirectories(folder.resolve("sandbox/outside/sub"));
    Path pool = Files.createDirectories(folder.resolve("pool"));
    Map<String, String> victims =
        Map.of(
            "victim.py", "import pytest\n@pytest.mark.asyncio(scope='module')\ndef test_a(): ...\n",
            "known.json", "{\"schema\": 1, \"findings\": []}\n",
            "requirements.txt", "pytest-asyncio==0.23\n",
            "pyproject.toml", "[tool.pytest.ini_options]\nasyncio_mode = 'auto'\n",
            "sub/conftest.py", "import pytest_asyncio\n");
    for (Map.Entry<String, String> victim : victims.entrySet()) {
      Path file = outside.resolveSibling(victim.getKey());
      Files.write(file, victim.getValue().getBytes(StandardCharsets.UTF_8));
    }
    run("mkfifo", pool.resolve("fifo").toString());
    // Only root may make a device; without one, links to those of the machine have to do.
    run("mknod", pool.resolve("zero").toString(), "c", "1", "5");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(pool.resolve("socket")));
    }
    return new Sandbox(folder.resolve("sandbox"), pool);
  }

  /** Runs a program to its end, whatever that is. */
  static void run(String... command) throws IOException, InterruptedException {
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** What the commands work on. */
  Path project() {
    return folder.resolve("project");
  }

  /** A FIFO, a device or a socket, to be hard-linked. */
  Path special(String name) {
    return pool.resolve(name);
  }

  /** Makes the project anew, empty. */
  void clear() throws IOException {
    if (Files.exists(project(), LinkOption.NOFOLLOW_LINKS)) {
      delete(project());
    }
    Files.createDirectory(project());
  }

  /** Everything in the project. */
  SortedMap<String, String> state() throws IOException {
    return state(project(), false);
  }

  /** What has changed outside of the project; empty if nothing has. */
  String outsideChanges() throws IOException {
    return difference(outsideBefore, outside());
  }

  private SortedMap<String, String> outside() throws IOException {
    SortedMap<String, String> all = state(folder.resolve("outside"), true);
    try (var children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (!child.equals(project())) {
          all.put("../" + child.getFileName(), "");
        }
      }
    }
    return all;
  }

  /** Lines with what is different, in words. */
  static String difference(SortedMap<String, String> before, SortedMap<String, String> after) {
    StringBuilder found = new StringBuilder();
    before.forEach(
        (path, state) -> {
          String now = after.getOrDefault(path, "gone");
          if (!now.equals(state)) {
            found.append(path).append(": was ").append(state).append(", is ").append(now);
            found.append('\n');
          }
        });
    after.forEach(
        (path, state) -> {
          if (!before.containsKey(path)) {
            found.append(path).append(": new, ").append(state).append('\n');
          }
        });
    return found.toString();
  }

  private static SortedMap<String, String> state(Path root, boolean timesOfFolders)
      throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            String time = timesOfFolders ? " " + attributes.lastModifiedTime() : "";
            all.put(root.relativize(folder) + "/", mode(folder) + time);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            all.put(root.relativize(file).toString(), described(file, attributes));
            return FileVisitResult.CONTINUE;
          }
        });
    return all;
  }

  private static String described(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isSymbolicLink()) {
      return "-> " + Files.readSymbolicLink(file);
    }
    if (!attributes.isRegularFile()) {
      return "special " + mode(file);
    }
    String content = attributes.size() + " bytes";
    if (attributes.size() <= HASHED && Files.isReadable(file)) {
      CRC32 sum = new CRC32();
      sum.update(Files.readAllBytes(file));
      content += " " + sum.getValue();
    }
    return mode(file) + " " + content + " " + attributes.lastModifiedTime();
  }

  private static String mode(Path file) throws IOException {
    Object mode = Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return Integer.toOctalString((Integer) mode);
  }

  private static void delete(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
