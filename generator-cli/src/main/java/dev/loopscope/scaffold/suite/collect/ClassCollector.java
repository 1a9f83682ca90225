package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.code.StandardLibrary;
import dev.loopscope.scaffold.suite.collect.CollectedClass.Named;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.resolve.ClassHierarchy;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Mro;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out which classes pytest collects, and which of their functions are tests. */
public final class ClassCollector {
  private static final int NESTING = 16;

  private final Resolver resolver;
  private final ClassHierarchy hierarchy;
  private final TestNames names;

  /** Collects by the names that {@code names} takes. */
  public ClassCollector(Resolver resolver, ClassHierarchy hierarchy, TestNames names) {
    this.resolver = resolver;
    this.hierarchy = hierarchy;
    this.names = names;
  }

  /** The class as it is collected under a name; empty if it is not. */
  public Optional<CollectedClass> collect(String name, ClassRef reference) {
    return collect(name, reference, NESTING);
  }

  private Optional<CollectedClass> collect(String name, ClassRef reference, int depth) {
    Mro mro = hierarchy.mro(reference.file(), reference.definition());
    boolean unittest = mro.externalBases().stream().anyMatch(UnittestBases::holds);
    if (depth == 0 || (!unittest && !names.isTestClass(name)) || isRefused(reference, mro)) {
      return Optional.empty();
    }
    Map<ClassRef, List<Named>> functions = new LinkedHashMap<>();
    Map<ClassRef, List<CollectedClass>> nested = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (ClassRef owner : mro.classes()) {
      functions.put(owner, new ArrayList<>());
      nested.put(owner, new ArrayList<>());
      for (String member : owner.file().names().bound(owner.definition())) {
        if (seen.add(member)) {
          Resolution bound = resolver.member(owner, member);
          boolean test = unittest ? member.startsWith("test") : names.isTestFunction(member);
          if (bound instanceof Resolution.Function function && test) {
            functions.get(owner).add(new Named(member, function));
          } else if (bound instanceof Resolution.Class inner && !unittest) {
            collect(member, inner.reference(), depth - 1).ifPresent(nested.get(owner)::add);
          }
        }
      }
    }
    return Optional.of(
        new CollectedClass(
            name,
            reference,
            mro,
            basesFirst(functions),
            basesFirst(nested),
            unittest,
            unknown(mro)));
  }

  private static <T> List<T> basesFirst(Map<ClassRef, List<T>> byClass) {
    List<T> all = new ArrayList<>();
    byClass.values().forEach(it -> all.addAll(0, it));
    return all;
  }

  /** Why a class may have members that are not in the project. */
  static Optional<String> unknown(Mro mro) {
    if (!mro.complete()) {
      return Optional.of(mro.unknown().get(0));
    }
    return mro.externalBases().stream()
        .filter(it -> !StandardLibrary.holds(it) && !UnittestBases.holds(it))
        .map(it -> "the base class `" + it + "` is outside the project")
        .findFirst();
  }

  /** {@code __test__ = False}, a constructor, or an abstract method that nothing implements. */
  private boolean isRefused(ClassRef reference, Mro mro) {
    Resolution flag = resolver.member(reference, "__test__");
    if (flag instanceof Resolution.Value value) {
      Reading<Boolean> collects = resolver.bool(value.file(), value.expression());
      if (collects.is(false)) {
        return true;
      }
    }
    boolean unittest = mro.externalBases().stream().anyMatch(UnittestBases::holds);
    return !unittest && (hasConstructor(mro) || isAbstract(reference, mro));
  }

  private boolean hasConstructor(Mro mro) {
    return mro.classes().stream()
        .anyMatch(
            it -> {
              Set<String> bound = it.file().names().bound(it.definition());
              return bound.contains("__init__")
                  || bound.contains("__new__")
                  || isDataclass(it)
                  || mro.externalBases().contains("typing.NamedTuple");
            });
  }

  private boolean isDataclass(ClassRef reference) {
    ClassDef definition = reference.definition();
    return definition.decorators().stream()
        .anyMatch(it -> is(reference, it, "dataclasses.dataclass"));
  }

  private boolean is(ClassRef reference, Expression decorator, String qualifiedName) {
    return resolver
        .qualifiedName(reference.file(), decorator)
        .or(() -> resolver.calledName(reference.file(), decorator))
        .filter(qualifiedName::equals)
        .isPresent();
  }

  private boolean isAbstract(ClassRef reference, Mro mro) {
    boolean checked =
        mro.externalBases().contains("abc.ABC")
            || mro.classes().stream().anyMatch(this::hasAbstractMetaclass);
    if (!checked) {
      return false;
    }
    Set<String> members = new LinkedHashSet<>();
    mro.classes().forEach(it -> members.addAll(it.file().names().bound(it.definition())));
    return members.stream()
        .map(it -> resolver.member(reference, it))
        .filter(Resolution.Function.class::isInstance)
        .map(Resolution.Function.class::cast)
        .anyMatch(
            it ->
                it.definition().decorators().stream()
                    .anyMatch(
                        decorator ->
                            resolver
                                .qualifiedName(it.file(), decorator)
                                .filter(name -> name.startsWith("abc.abstract"))
                                .isPresent()));
  }

  private boolean hasAbstractMetaclass(ClassRef reference) {
    return reference.definition().keywords().stream()
        .filter(it -> it.name().filter("metaclass"::equals).isPresent())
        .anyMatch(it -> is(reference, it.value(), "abc.ABCMeta"));
  }
}
