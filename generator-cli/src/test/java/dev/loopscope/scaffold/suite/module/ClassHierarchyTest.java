package dev.loopscope.scaffold.suite.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Mro;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of classes and their bases. */
class ClassHierarchyTest {
  @TempDir Path directory;
  private Project project;

  @BeforeEach
  void start() {
    project = Project.in(directory);
  }

  private Mro mro(String name, String source) {
    return project.with("test_it.py", source).mro("test_it.py", name);
  }

  @Test
  void diamondIsInTheOrderOfC3() {
    Mro mro = mro("D", "class A: ...\nclass B(A): ...\nclass C(A): ...\nclass D(B, C): ...\n");

    assertThat(mro.classes()).extracting(ClassRef::name).containsExactly("D", "B", "C", "A");
    assertThat(mro.complete()).isTrue();
  }

  @Test
  void basesInOtherModulesAreFound() {
    project.with("base.py", "import unittest\nclass Base(unittest.TestCase): ...\n");

    Mro mro = mro("TestIt", "import base\nclass TestIt(base.Base): ...\n");

    assertThat(mro.classes()).extracting(ClassRef::name).containsExactly("TestIt", "Base");
    assertThat(mro.externalBases()).containsExactly("unittest.TestCase");
    assertThat(mro.complete()).isTrue();
  }

  @Test
  void genericBasesAreTheirOrigin() {
    Mro mro =
        mro(
            "B",
            """
            from typing import Generic, TypeVar
            T = TypeVar("T")
            class A(Generic[T]): ...
            class B(A[int]): ...
            """);

    assertThat(mro.classes()).extracting(ClassRef::name).containsExactly("B", "A");
    assertThat(mro.externalBases()).containsExactly("typing.Generic");
  }

  @Test
  void objectIsLeftOut() {
    assertThat(mro("A", "class A(object): ...\n").externalBases()).isEmpty();
  }

  @Test
  void computedBaseIsUnknown() {
    Mro mro = mro("A", "class B: ...\nclass A(make(), B): ...\n");

    assertThat(mro.classes()).extracting(ClassRef::name).containsExactly("A", "B");
    assertThat(mro.unknown()).containsExactly("`make()` is a computed base of `A`");
  }

  @Test
  void unknownBaseOfABaseIsUnknown() {
    Mro mro = mro("B", "class A(make()): ...\nclass B(A): ...\n");

    assertThat(mro.unknown()).containsExactly("`make()` is a computed base of `A`");
  }

  @Test
  void circleOfBasesIsUnknown() {
    Mro mro = mro("A", "class A(B): ...\nclass B(A): ...\n");

    assertThat(mro.complete()).isFalse();
  }

  @Test
  void classThatIsAMemberOfItselfIsUnknown() {
    assertThat(mro("A", "class A(A.B): ...\n").complete()).isFalse();
  }

  @Test
  void basesWithoutAConsistentOrderAreUnknown() {
    Mro mro = mro("D", "class A: ...\nclass B(A): ...\nclass D(A, B): ...\n");

    assertThat(mro.unknown()).containsExactly("the bases of `D` have no consistent order");
  }

  @Test
  void classMayExtendTheOneOfTheSameNameBeforeIt() {
    Mro mro = mro("TestIt", "from base import A\nclass A(A): ...\nclass TestIt(A): ...\n");

    assertThat(mro.classes()).extracting(ClassRef::name).containsExactly("TestIt", "A");
    assertThat(mro.externalBases()).containsExactly("base.A");
  }

  @Test
  void memberBehindAnUnknownBaseIsUnresolved() {
    project.with("test_it.py", "class B:\n    x = 1\nclass A(make(), B): ...\nA.x\n");

    assertThat(project.resolve("test_it.py", "A.x"))
        .isEqualTo("unresolved: `x` may come from any base of `A`");
  }
}
