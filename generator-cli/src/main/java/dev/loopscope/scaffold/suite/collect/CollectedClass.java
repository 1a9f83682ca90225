package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Mro;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import java.util.List;
import java.util.Optional;

/**
 * A class that pytest collects.
 *
 * @param name the name it is collected under
 * @param functions its test functions, those of bases first
 * @param nested the classes in it that are collected
 * @param unittest whether it is a {@code unittest.TestCase}
 * @param unknown why there may be other tests, fixtures or marks: a base outside the project
 */
public record CollectedClass(
    String name,
    ClassRef reference,
    Mro mro,
    List<Named> functions,
    List<CollectedClass> nested,
    boolean unittest,
    Optional<String> unknown) {
  public CollectedClass {
    functions = List.copyOf(functions);
    nested = List.copyOf(nested);
  }

  /** A function and the name it is collected under. */
  public record Named(String name, Resolution.Function function) {}
}
