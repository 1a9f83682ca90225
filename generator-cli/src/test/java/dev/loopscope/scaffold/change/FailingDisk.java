package dev.loopscope.scaffold.change;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The real disk, but one of its writing operations fails: the one with the given number, counted
 * from zero. A file whose writing fails is there and empty, as on a full disk. Deletions work.
 */
final class FailingDisk extends FileSystemProvider {
  private final FileSystemProvider disk = FileSystems.getDefault().provider();
  private final FileSystem system = new Disk();
  private int untilFailure;

  private FailingDisk(int failing) {
    this.untilFailure = failing;
  }

  /** {@code path}, as the failing disk sees it. */
  static Path at(Path path, int failing) {
    return new FailingDisk(failing).wrapped(path);
  }

  /** Whether the failure is still to come. */
  static boolean isStillToCome(Path path) {
    return ((FailingDisk) path.getFileSystem().provider()).untilFailure >= 0;
  }

  private boolean failsNow() {
    return untilFailure-- == 0;
  }

  private static IOException full(Path path) {
    return new FileSystemException(path.toString(), null, "No space left on device");
  }

  private interface Wrapped {
    Path real();
  }

  private Path wrapped(Path real) {
    Class<?>[] types = {Path.class, Wrapped.class};
    return (Path)
        Proxy.newProxyInstance(
            FailingDisk.class.getClassLoader(),
            types,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "real" -> real;
                  case "getFileSystem" -> system;
                  default -> answer(real, method, arguments);
                });
  }

  private @Nullable Object answer(
      Path real, java.lang.reflect.Method method, Object @Nullable [] arguments) throws Throwable {
    Object[] unwrapped = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < unwrapped.length; i++) {
      unwrapped[i] = unwrapped[i] instanceof Wrapped path ? path.real() : unwrapped[i];
    }
    try {
      Object result = method.invoke(real, unwrapped);
      return result instanceof Path path ? wrapped(path) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static Path real(Path path) {
    return ((Wrapped) path).real();
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (failsNow()) {
      disk.newByteChannel(real(path), options, attributes).close();
      throw full(path);
    }
    return disk.newByteChannel(real(path), options, attributes);
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
    if (failsNow()) {
      throw full(directory);
    }
    disk.createDirectory(real(directory), attributes);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    if (failsNow()) {
      throw full(target);
    }
    disk.move(real(source), real(target), options);
  }

  @Override
  public void delete(Path path) throws IOException {
    disk.delete(real(path));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = disk.newDirectoryStream(real(directory), path -> true)) {
      stream.forEach(path -> entries.add(wrapped(path)));
    }
    return new DirectoryStream<>() {
      @Override
      public java.util.Iterator<Path> iterator() {
        return entries.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return disk.readAttributes(real(path), type, options);
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    disk.checkAccess(real(path), modes);
  }

  @Override
  public String getScheme() {
    return "failing";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    if (failsNow()) {
      Files.createFile(real(target));
      throw full(target);
    }
    disk.copy(real(source), real(target), options);
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return disk.isSameFile(real(one), real(other));
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return disk.getFileAttributeView(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return disk.readAttributes(real(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  /** The file system that the paths name; it knows its provider. */
  private final class Disk extends FileSystem {
    @Override
    public FileSystemProvider provider() {
      return FailingDisk.this;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean isReadOnly() {
      return false;
    }

    @Override
    public String getSeparator() {
      return FileSystems.getDefault().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
      return wrapped(Path.of(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
      throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
      throw new UnsupportedOperationException();
    }
  }
}
