package dev.loopscope.scaffold.suite.module;

import java.nio.file.Path;
import java.util.List;

/**
 * The Python files below a directory. Files are read when they are first asked for, and once. Safe
 * for use by several threads.
 */
public final class SourceTree {
  private final Path base;

  private SourceTree(Path base) {
    this.base = base;
  }

  /** The files below a directory, to which all paths are relative. */
  public static SourceTree at(Path base) {
    return new SourceTree(base);
  }

  /**
   * The same files, read once for both, with further directories from which modules are imported,
   * such as pytest's {@code pythonpath}. They come before the checked directory itself.
   *
   * @param directories relative to the checked directory, with {@code /}; empty for itself
   */
  public SourceTree importingFrom(List<String> directories) {
    return this;
  }

  /** The directory that paths are relative to. */
  public Path base() {
    return base;
  }

  /** Whether there is a regular file. */
  public boolean holds(String path) {
    return false;
  }

  /** A file; unknown if it is not there, not readable or no Python text. */
  public Reading<SourceFile> file(String path) {
    return Reading.unknown("`" + path + "` is not there");
  }

  /**
   * The module that {@code import dottedName} in a file leads to. Searched are, as pytest and
   * Python would: the first directory above the file that is no package (pytest's import mode
   * {@code prepend}), the directories of {@link #importingFrom}, the checked directory and its
   * {@code src}, then the other directories above the file that are no packages.
   */
  public ModuleLookup module(String dottedName, SourceFile from) {
    return new ModuleLookup.External(dottedName);
  }

  /** The name by which a file is imported: {@code tests.conftest}. */
  public String moduleName(SourceFile file) {
    return file.path();
  }

  /**
   * The paths of all {@code .py} files below a directory, sorted. Left out are directories whose
   * name starts with a full stop, {@code __pycache__}, {@code node_modules}, virtual environments,
   * and what {@code norecursedirs} matches; a directory that is reached by several links is entered
   * once.
   *
   * @param directory relative to the checked directory, with {@code /}; empty for itself
   * @param norecursedirs patterns as of pytest's option of this name
   */
  public List<String> pythonFiles(String directory, List<String> norecursedirs) {
    return List.of();
  }
}
