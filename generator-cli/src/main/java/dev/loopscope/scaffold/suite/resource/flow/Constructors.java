package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.List;

/** Says what calling a class of the project comes to. */
public final class Constructors {
  private static final List<String> HARMLESS =
      List.of("dataclasses.", "attr", "typing.", "functools.");

  private Constructors() {}

  /**
   * Whether a call may give something else than a new object whose {@code __init__} was run: the
   * class has a {@code __new__}, or its metaclass a {@code __call__}.
   */
  public static boolean mayMakeOthers(ClassRef type, Resolver resolver) {
    return binds(type, "__new__", resolver)
        || Singletons.metaclass(type, resolver)
            .filter(it -> binds(it, "__call__", resolver))
            .isPresent();
  }

  /** Whether each call runs {@code __init__}, as far as can be told. */
  static boolean alwaysInitialize(ClassRef type, Resolver resolver) {
    return !mayMakeOthers(type, resolver)
        && type.definition().decorators().stream().allMatch(it -> isHarmless(type, it, resolver));
  }

  private static boolean isHarmless(ClassRef type, Expression decorator, Resolver resolver) {
    return resolver
        .calledName(type.file(), decorator)
        .or(() -> resolver.qualifiedName(type.file(), decorator))
        .filter(name -> HARMLESS.stream().anyMatch(name::startsWith))
        .isPresent();
  }

  private static boolean binds(ClassRef type, String name, Resolver resolver) {
    return resolver.mro(type).classes().stream()
        .anyMatch(it -> it.file().names().bound(it.definition()).contains(name));
  }
}
