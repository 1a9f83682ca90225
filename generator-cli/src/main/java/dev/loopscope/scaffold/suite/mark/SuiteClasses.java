package dev.loopscope.scaffold.suite.mark;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassHierarchy;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One object for each class of the suite. Safe for several threads. */
public final class SuiteClasses {
  private final ClassHierarchy hierarchy;
  private final Set<ClassRef> collected;
  private final Map<ClassRef, SuiteClass> known = new ConcurrentHashMap<>();

  /**
   * Of the classes of a suite.
   *
   * @param collected those that pytest collects tests from
   */
  public SuiteClasses(ClassHierarchy hierarchy, Collection<ClassRef> collected) {
    this.hierarchy = hierarchy;
    this.collected = Set.copyOf(collected);
  }

  /** The one object for a class. */
  public SuiteClass of(ClassRef reference) {
    return known.computeIfAbsent(
        reference,
        it ->
            new SuiteClass(
                it.file(),
                it.definition(),
                hierarchy.mro(it.file(), it.definition()),
                collected.contains(it)));
  }

  /** The class whose body holds a function. */
  public Optional<SuiteClass> owner(SourceFile file, FunctionDef function) {
    return file.names()
        .enclosing(function)
        .filter(ClassDef.class::isInstance)
        .map(it -> of(new ClassRef(file, (ClassDef) it)));
  }

  /** Every class that was asked for, in no order. */
  public Collection<SuiteClass> all() {
    return List.copyOf(known.values());
  }
}
