package dev.loopscope.scaffold.change.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** This process, and who runs it. */
final class CurrentProcess {
  private static final Path PROCESS = Path.of("/proc/self");

  private CurrentProcess() {}

  /** The process id. The JDK's own way starts a pool of threads first, which takes 5 ms. */
  static String id() {
    try {
      return Files.readSymbolicLink(PROCESS).toString();
    } catch (IOException e) {
      return Long.toString(ProcessHandle.current().pid());
    }
  }

  /**
   * Whether what is there belongs to the user of this process. Not even root takes back what
   * another user's journal says: its author could have it say anything.
   */
  static boolean isOwnerOf(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return true;
    }
    if (Files.isDirectory(PROCESS)) {
      return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)
          .equals(Files.getAttribute(PROCESS, "unix:uid"));
    }
    return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS)
        .getName()
        .equals(System.getProperty("user.name"));
  }
}
