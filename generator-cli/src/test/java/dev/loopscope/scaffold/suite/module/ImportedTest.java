package dev.loopscope.scaffold.suite.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the import statements of a text may lead to. */
class ImportedTest {
  @Test
  void moduleBringsThePackagesAroundIt() {
    assertThat(Imported.in("import a.b.c as d, e\n"))
        .containsExactlyInAnyOrder(
            new Imported(0, "a"),
            new Imported(0, "a.b"),
            new Imported(0, "a.b.c"),
            new Imported(0, "e"));
  }

  @Test
  void nameOfAModuleMayBeAModuleItself() {
    assertThat(Imported.in("from a import b as x, c\n"))
        .containsExactlyInAnyOrder(
            new Imported(0, "a"), new Imported(0, "a.b"), new Imported(0, "a.c"));
  }

  @Test
  void relativeNamesKeepTheirFullStops() {
    assertThat(Imported.in("from .. import a\nfrom .b import c\n"))
        .containsExactlyInAnyOrder(
            new Imported(2, ""),
            new Imported(2, "a"),
            new Imported(1, "b"),
            new Imported(1, "b.c"));
  }

  @Test
  void parenthesesAndBackslashesGoOnOverLines() {
    assertThat(Imported.in("from a import (  # why\n    b,\n    c,\n)\nimport d, \\\n    e\n"))
        .containsExactlyInAnyOrder(
            new Imported(0, "a"),
            new Imported(0, "a.b"),
            new Imported(0, "a.c"),
            new Imported(0, "d"),
            new Imported(0, "e"));
  }

  @Test
  void importsWithinFunctionsAndBehindOtherStatementsCount() {
    assertThat(Imported.in("def f():\n    from a import b\nif x: import c; import d\n"))
        .containsExactlyInAnyOrder(
            new Imported(0, "a"),
            new Imported(0, "a.b"),
            new Imported(0, "c"),
            new Imported(0, "d"));
  }

  @Test
  void wordsThatOnlyHoldTheWordAreNoImports() {
    assertThat(Imported.in("reimport a\nimportlib.x\nimports = 1\n")).isEmpty();
  }

  @Test
  void starLeadsToItsModule() {
    assertThat(Imported.in("from a import *\n")).containsExactly(new Imported(0, "a"));
  }
}
