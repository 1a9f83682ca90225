package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.change.disk.Disk;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The real disk, and copies of what a run would leave on it that died before each operation, or in
 * the middle of one that writes bytes: so one run shows all of its deaths.
 */
final class DyingDisk {
  /** Texts that nobody looks at before they are whole: half of one is as good as none. */
  private static final Pattern STAGED = Pattern.compile("\\.scaffold-apply/(created|new|old)/");

  private final Path world;
  private final Path copies;
  private final Disk real = Disk.real();
  private final List<Path> left = new ArrayList<>();

  /**
   * Of a run that works in {@code world}.
   *
   * @param copies where there is nothing
   */
  DyingDisk(Path world, Path copies) {
    this.world = world;
    this.copies = copies;
  }

  /** What the run is to write to. */
  Disk disk() {
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (proxy, method, arguments) -> operate(method, arguments));
  }

  /** A copy of the world for each death, in order. */
  List<Path> left() {
    return left;
  }

  private @Nullable Object operate(Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("sync")) {
      // What was written is there for every process that comes; only the power is not lost here.
      return null;
    }
    keep();
    if (arguments.length == 2 && arguments[1] instanceof byte[] bytes) {
      Path file = world.relativize((Path) arguments[0]);
      if (!STAGED.matcher(file.toString()).find()) {
        Files.write(keep().resolve(file), Arrays.copyOf(bytes, bytes.length / 2));
      }
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private Path keep() throws IOException {
    Path copy = copies.resolve(Integer.toString(left.size()));
    copy(world, copy);
    left.add(copy);
    return copy;
  }

  /** Copies a directory, with modes and times. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolveSibling(""));
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(at, to.resolve(from.relativize(at)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path at, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(at, to.resolve(from.relativize(at)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Deletes a directory. */
  static void delete(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path at, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(at);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path at, IOException failure)
              throws IOException {
            Files.delete(at);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
