package dev.loopscope.scaffold.suite.module.resolve;

import java.util.List;

/**
 * The order in which Python looks through a class and its bases.
 *
 * @param classes the classes of the project, the class itself first
 * @param externalBases qualified names of the bases outside the project, in the same order: {@code
 *     unittest.TestCase}; never {@code builtins.object}
 * @param unknown why some base could not be told, a reason for each; empty if all could
 */
public record Mro(List<ClassRef> classes, List<String> externalBases, List<String> unknown) {
  /** Keeps unmodifiable copies. */
  public Mro {
    classes = List.copyOf(classes);
    externalBases = List.copyOf(externalBases);
    unknown = List.copyOf(unknown);
  }

  /** Whether every base is a class of the project or has a qualified name. */
  public boolean complete() {
    return unknown.isEmpty();
  }
}
