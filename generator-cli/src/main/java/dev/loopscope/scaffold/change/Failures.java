package dev.loopscope.scaffold.change;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Puts an exception of the file system into words. */
public final class Failures {
  private Failures() {}

  /** The reason alone; the path stands elsewhere in a refusal. */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "something appeared there meanwhile";
    }
    if (failure instanceof NoSuchFileException) {
      return "nothing can be made there, or it was deleted meanwhile";
    }
    if (failure instanceof NotDirectoryException) {
      return "what should be a directory is none";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "a directory that should be empty is not";
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
