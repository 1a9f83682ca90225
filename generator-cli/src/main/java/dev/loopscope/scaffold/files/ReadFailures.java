package dev.loopscope.scaffold.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Puts an exception of the file system into words. */
final class ReadFailures {
  private ReadFailures() {}

  /** The reason alone; the path stands elsewhere. */
  static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "it was deleted meanwhile";
    }
    if (failure instanceof NotDirectoryException) {
      return "it is no directory";
    }
    if (failure instanceof FileSystemLoopException) {
      return "its symbolic links go round in a circle";
    }
    Optional<String> reason =
        failure instanceof FileSystemException of
            ? Optional.ofNullable(of.getReason())
            : Optional.ofNullable(failure.getMessage());
    return reason.orElse("the system gives no reason");
  }
}
