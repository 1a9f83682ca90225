package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.module.ClassHierarchy;
import dev.loopscope.scaffold.suite.module.ClassRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One object for each class of the suite. */
final class SuiteClasses {
  private final ClassHierarchy hierarchy;
  private final Set<ClassRef> collected;
  private final Map<ClassRef, SuiteClass> known = new HashMap<>();

  /**
   * Of the classes of a suite.
   *
   * @param collected those that pytest collects tests from
   */
  SuiteClasses(ClassHierarchy hierarchy, Collection<ClassRef> collected) {
    this.hierarchy = hierarchy;
    this.collected = Set.copyOf(collected);
  }

  SuiteClass of(ClassRef reference) {
    return known.computeIfAbsent(
        reference,
        it ->
            new SuiteClass(
                it.file(),
                it.definition(),
                hierarchy.mro(it.file(), it.definition()),
                collected.contains(it)));
  }

  /** Every class that was asked for, in no order. */
  Collection<SuiteClass> all() {
    return List.copyOf(known.values());
  }
}
