package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.suite.module.SourceFile;

/** A class of the project. Two are equal if they are the same statement of the same file. */
public record ClassRef(SourceFile file, ClassDef definition) {
  /** The name in its {@code class} statement. */
  public String name() {
    return definition.name().id();
  }

  // By identity: the equality of nodes compares whole subtrees.
  @SuppressWarnings("ReferenceEquality")
  @Override
  public boolean equals(Object other) {
    return other instanceof ClassRef that && that.definition == definition && that.file == file;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(definition);
  }

  @Override
  public String toString() {
    return file.path() + ":" + name();
  }
}
