package dev.loopscope.scaffold.suite.module;

/** What a dotted module name leads to. */
public sealed interface ModuleLookup {
  /** A file of the project. */
  record Found(SourceFile file) implements ModuleLookup {}

  /**
   * A directory of the project without {@code __init__.py}.
   *
   * @param path relative to the checked directory, with {@code /}
   */
  record Directory(String path) implements ModuleLookup {}

  /** Nothing of the project: the name belongs to the standard library or a distribution. */
  record External(String name) implements ModuleLookup {}

  /**
   * A package of the project that does not hold the module, or a file that cannot be read.
   *
   * @param reason as a clause without a final full stop
   */
  record Missing(String reason) implements ModuleLookup {}
}
