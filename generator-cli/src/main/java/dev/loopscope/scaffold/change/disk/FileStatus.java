package dev.loopscope.scaffold.change.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a file has beside its text.
 *
 * @param attributes those of the {@code unix} view, by name; none on other platforms
 */
record FileStatus(Map<String, Object> attributes) {
  private static final String VIEW = "unix";

  static FileStatus of(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains(VIEW)) {
      return new FileStatus(Map.of());
    }
    return new FileStatus(
        Files.readAttributes(
            file, VIEW + ":dev,ino,nlink,mode,uid,gid", LinkOption.NOFOLLOW_LINKS));
  }

  /** What tells a file from others, whatever name it has; absent where the platform has none. */
  Optional<Object> identity() {
    return attributes.isEmpty()
        ? Optional.empty()
        : Optional.of(attributes.get("dev") + ":" + attributes.get("ino"));
  }

  boolean hasSeveralNames() {
    return attributes.get("nlink") instanceof Integer names && names > 1;
  }

  /** Whether a file has the same owner, group and mode, and is on the same file system. */
  boolean isLike(FileStatus other) {
    for (String name : new String[] {"dev", "mode", "uid", "gid"}) {
      if (!String.valueOf(attributes.get(name))
          .equals(String.valueOf(other.attributes.get(name)))) {
        return false;
      }
    }
    return true;
  }
}
