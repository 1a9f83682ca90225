package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.parser.SyntaxTree;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * A Python file that was read. A {@link SourceTree} holds one for each path, so files are compared
 * by identity. Safe for use by several threads.
 */
public final class SourceFile {
  private final String path;
  private final SyntaxTree tree;
  private volatile @Nullable Names names;

  SourceFile(String path, SyntaxTree tree) {
    this.path = path;
    this.tree = tree;
  }

  /** Relative to the checked directory, with {@code /}. */
  public String path() {
    return path;
  }

  /** What was read. */
  public SyntaxTree tree() {
    return tree;
  }

  /** The text that was read. */
  public SourceText source() {
    return tree.source();
  }

  /** The names bound in this file; found out at the first call. */
  public Names names() {
    Names known = names;
    if (known == null) {
      // Two threads may do the work twice; both results say the same.
      known = new Names(this);
      names = known;
    }
    return known;
  }

  /** Where a node of this file stands. */
  public Location location(Node node) {
    return new Location(path, source(), node.start(), node.end());
  }

  /** The characters of a node of this file. */
  public String text(Node node) {
    return source().text().substring(node.start(), node.end());
  }

  /** Whether the file's name is {@code __init__.py}: it stands for its directory. */
  public boolean isPackage() {
    return path.equals("__init__.py") || path.endsWith("/__init__.py");
  }

  /** The path of the directory that holds the file; empty for the checked directory itself. */
  public String directory() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  @Override
  public String toString() {
    return path;
  }
}
