package dev.loopscope.scaffold.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process's standard output, which tells a pipe that nobody reads from a disk that is full. */
public final class StandardOutput extends OutputStream {
  private final OutputStream descriptor;

  /** Writes to {@code descriptor}, which is the process's first. */
  public StandardOutput(OutputStream descriptor) {
    this.descriptor = descriptor;
  }

  /** Whoever read a pipe went away before its end. */
  public static final class ReaderGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Because of {@code cause}. */
    public ReaderGoneException(IOException cause) {
      super(cause);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      descriptor.write(bytes, offset, length);
    } catch (IOException e) {
      throw "Broken pipe".equals(e.getMessage()) || leadsToPipe() ? new ReaderGoneException(e) : e;
    }
  }

  /**
   * The reason is in the locale's language, but a pipe that is open fails for no other. Where the
   * system has no such links, the words have to do.
   */
  private static boolean leadsToPipe() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
