package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.suite.module.SourceFile;

/** The order of classes and their bases, by Python's C3 linearization. Safe for several threads. */
public final class ClassHierarchy {
  private final Resolver resolver;

  /** Over the classes that {@code resolver} finds. */
  public ClassHierarchy(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * The order in which Python looks through a class and its bases. Generics are their origin:
   * {@code Base[T]} is {@code Base}. A base that cannot be told is left out and named in {@link
   * Mro#unknown}.
   */
  public Mro mro(SourceFile file, ClassDef definition) {
    return resolver.mro(new ClassRef(file, definition));
  }
}
