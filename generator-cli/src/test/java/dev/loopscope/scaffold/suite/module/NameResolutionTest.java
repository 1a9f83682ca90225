package dev.loopscope.scaffold.suite.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What names stand for within one file. */
class NameResolutionTest {
  @TempDir Path directory;
  private Project project;

  @BeforeEach
  void start() {
    project = Project.in(directory);
  }

  private String last(String text, String source) {
    return project.with("test_it.py", source).resolve("test_it.py", text);
  }

  @Test
  void importedModuleGivesQualifiedNames() {
    assertThat(last("pytest.mark.asyncio", "import pytest\npytest.mark.asyncio\n"))
        .isEqualTo("external pytest.mark.asyncio");
  }

  @Test
  void aliasOfModuleIsUndone() {
    assertThat(last("pa.fixture", "import pytest_asyncio as pa\npa.fixture\n"))
        .isEqualTo("external pytest_asyncio.fixture");
  }

  @Test
  void aliasOfDottedModuleIsUndone() {
    assertThat(last("r.Redis", "import redis.asyncio as r\nr.Redis\n"))
        .isEqualTo("external redis.asyncio.Redis");
  }

  @Test
  void importOfDottedModuleBindsItsTop() {
    assertThat(last("redis.asyncio.Redis", "import redis.asyncio\nredis.asyncio.Redis\n"))
        .isEqualTo("external redis.asyncio.Redis");
  }

  @Test
  void importedNameKeepsWhereItCameFrom() {
    assertThat(last("m.asyncio", "from pytest import mark as m\nm.asyncio\n"))
        .isEqualTo("external pytest.mark.asyncio");
  }

  @Test
  void nameBoundToAnAttributeIsFollowed() {
    assertThat(last("mark.asyncio", "import pytest\nmark = pytest.mark\nmark.asyncio\n"))
        .isEqualTo("external pytest.mark.asyncio");
  }

  @Test
  void nameBoundToACallStandsForTheCall() {
    assertThat(
            last(
                "session",
                """
                import pytest
                session = pytest.mark.asyncio(loop_scope="session")
                session
                """))
        .isEqualTo("value pytest.mark.asyncio(loop_scope=\"session\") of test_it.py");
  }

  @Test
  void nameBoundToAPartialStandsForTheCall() {
    assertThat(
            last(
                "wide",
                """
                from functools import partial
                import pytest
                wide = partial(pytest.fixture, scope="session")
                @wide
                def pool(): ...
                """))
        .isEqualTo("value partial(pytest.fixture, scope=\"session\") of test_it.py");
  }

  @Test
  void calledFunctionIsNamedThroughANameForTheCall() {
    project.with(
        "test_it.py",
        """
        from pytest import mark
        session = mark.asyncio(loop_scope="session")
        session
        """);

    assertThat(
            project
                .resolver()
                .calledName(
                    project.file("test_it.py"), project.expression("test_it.py", "session")))
        .contains("pytest.mark.asyncio");
  }

  @Test
  void ofSeveralBindingsInARowTheLastOneBeforeCounts() {
    assertThat(last("x", "import a as x\nx\nimport b as x\n")).isEqualTo("external a");
  }

  @Test
  void functionSeesTheModuleAsItIsInTheEnd() {
    assertThat(last("x", "import a as x\ndef f():\n    return x\nimport b as x\n"))
        .isEqualTo("external b");
  }

  @Test
  void classBodySeesTheModuleAsItIsByThen() {
    assertThat(last("x", "import a as x\nclass A:\n    y = x\nimport b as x\n"))
        .isEqualTo("external a");
  }

  @Test
  void importInAFunctionHidesTheModules() {
    assertThat(last("x", "import a as x\ndef f():\n    import b as x\n    return x\n"))
        .isEqualTo("external b");
  }

  @Test
  void parameterHidesTheModules() {
    assertThat(last("x", "import a as x\ndef f(x):\n    return x\n"))
        .isEqualTo("unresolved: `x` is a parameter of `f`");
  }

  @Test
  void decoratorAndDefaultStandOutsideOfTheFunction() {
    assertThat(last("x", "import a as x\ndef f(x=x):\n    pass\n")).isEqualTo("external a");
  }

  @Test
  void methodDoesNotSeeTheClassBodyAroundIt() {
    assertThat(last("x", "import a as x\nclass A:\n    import b as x\n    def f(self): return x\n"))
        .isEqualTo("external a");
  }

  @Test
  void decoratorOfMethodSeesTheClassBody() {
    assertThat(
            last("x", "import a as x\nclass A:\n    import b as x\n    @x\n    def f(self): ...\n"))
        .isEqualTo("external b");
  }

  @Test
  void nestedFunctionSeesTheFunctionAroundIt() {
    assertThat(last("x", "def f():\n    import a as x\n    def g():\n        return x\n"))
        .isEqualTo("external a");
  }

  @Test
  void globalStatementLeadsToTheModule() {
    assertThat(
            last(
                "x",
                """
                import a as x
                def f():
                    import b as x
                    def g():
                        global x
                        return x
                """))
        .isEqualTo("external a");
  }

  @Test
  void assignmentThroughGlobalMakesAModuleNameAmbiguous() {
    assertThat(last("x", "x = 1\ndef f():\n    global x\n    x = 2\ndef g():\n    x\n"))
        .startsWith("unresolved: `x` is bound in several ways");
  }

  @Test
  void variableOfAComprehensionHidesTheModules() {
    assertThat(last("x.y", "import a as x\nz = [x.y for x in []]\n"))
        .isEqualTo("unresolved: `x` is a variable of a comprehension or lambda");
  }

  @Test
  void parameterOfALambdaHidesTheModules() {
    assertThat(last("x.y", "import a as x\nz = lambda x: x.y\n"))
        .isEqualTo("unresolved: `x` is a variable of a comprehension or lambda");
  }

  @Test
  void branchesThatDifferAreAmbiguous() {
    assertThat(last("x", "if c:\n    import a as x\nelse:\n    import b as x\nx\n"))
        .isEqualTo("unresolved: `x` is bound in several ways, up to lines 2, 4 of `test_it.py`");
  }

  @Test
  void tenOfTheLinesThatDifferAreNamed() {
    assertThat(last("x", "if c: x = 1\n".repeat(12) + "x\n"))
        .isEqualTo(
            "unresolved: `x` is bound in several ways, up to lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,"
                + " ... of `test_it.py`");
  }

  @Test
  void branchesThatAgreeAreKnown() {
    assertThat(
            last(
                "x",
                "if c:\n    import a as x\nelse:\n    from a import b\n    import a as x\nx\n"))
        .isEqualTo("external a");
  }

  @Test
  void branchKnowsItsOwnBindingAndNotThatOfTheOther() {
    assertThat(
            last(
                "x",
                "import o as x\nif c:\n    import a as x\nelse:\n    def f(): ...\n    y = x\n"))
        .isEqualTo("external o");
  }

  @Test
  void conditionalRebindingIsAmbiguous() {
    assertThat(last("x", "import a as x\nif c:\n    import b as x\nx\n"))
        .startsWith("unresolved: `x` is bound in several ways");
  }

  @Test
  void oneConditionalBindingIsKnown() {
    assertThat(last("x", "if c:\n    import a as x\nx\n")).isEqualTo("external a");
  }

  @Test
  void elseOfTypeCheckingIsWhatRuns() {
    assertThat(
            last(
                "Pool",
                """
                from typing import TYPE_CHECKING
                if TYPE_CHECKING:
                    from asyncpg import Pool
                else:
                    Pool = object
                Pool
                """))
        .isEqualTo("external builtins.object");
  }

  @Test
  void nameForTypeCheckersAloneIsKnown() {
    assertThat(
            last(
                "Pool",
                """
                import typing
                if typing.TYPE_CHECKING:
                    from asyncpg import Pool
                Pool
                """))
        .isEqualTo("external asyncpg.Pool");
  }

  @Test
  void importThatMayFailComesBeforeItsFallback() {
    assertThat(
            last(
                "AsyncMock",
                """
                try:
                    from unittest.mock import AsyncMock
                except ImportError:
                    from mock import AsyncMock
                AsyncMock
                """))
        .isEqualTo("external unittest.mock.AsyncMock");
  }

  @Test
  void noneIsThePlaceholderOfAnImport() {
    assertThat(
            last(
                "uvloop",
                """
                uvloop = None
                try:
                    import uvloop
                except Exception:
                    pass
                uvloop
                """))
        .isEqualTo("external uvloop");
  }

  @Test
  void fallbackCountsIfTheImportLeadsNowhere() {
    project.with("pkg/__init__.py", "");

    assertThat(
            last(
                "x",
                """
                try:
                    from pkg.gone import x
                except ImportError:
                    from other import x
                x
                """))
        .isEqualTo("external other.x");
  }

  @Test
  void whatWithBindsIsEntered() {
    assertThat(
            last(
                "s",
                """
                import aiohttp
                async def f():
                    async with aiohttp.ClientSession() as s:
                        yield s
                """))
        .isEqualTo("entered aiohttp.ClientSession() of test_it.py");
  }

  @Test
  void targetOfALoopIsUnresolved() {
    assertThat(last("x", "for x in y:\n    x\n"))
        .isEqualTo("unresolved: `x` is the target of a loop");
  }

  @Test
  void rebindingLaterInALoopCounts() {
    assertThat(last("x", "import a as x\nwhile c:\n    (x)\n    import b as x\n"))
        .startsWith("unresolved: `x` is bound in several ways");
  }

  @Test
  void literalTuplesAreUnpacked() {
    assertThat(last("b", "a, b = 1, 2\nb\n")).isEqualTo("value 2 of test_it.py");
  }

  @Test
  void unpackedCallIsUnresolved() {
    assertThat(last("b", "a, b = f()\nb\n")).isEqualTo("unresolved: `b` is unpacked");
  }

  @Test
  void walrusBinds() {
    assertThat(last("x", "import a\nif (x := a.b):\n    x\n")).isEqualTo("external a.b");
  }

  @Test
  void builtinNamesAreExternal() {
    assertThat(last("classmethod", "@classmethod\ndef f(): ...\n"))
        .isEqualTo("external builtins.classmethod");
  }

  @Test
  void unboundNameIsUnresolved() {
    assertThat(last("x", "x\n")).isEqualTo("unresolved: `x` is not bound in `test_it.py`");
  }

  @Test
  void circleOfNamesIsUnresolved() {
    assertThat(last("a.x", "a = b\nb = a\na.x\n")).startsWith("unresolved: ");
  }

  @Test
  void attributeOfACallIsUnresolved() {
    assertThat(last("f().x", "def f(): ...\nf().x\n"))
        .isEqualTo("unresolved: `x` is an attribute of `f()`, an object");
  }

  @Test
  void attributeOfAClassIsFollowed() {
    assertThat(last("A.scope", "class Base:\n    scope = 'session'\nclass A(Base): ...\nA.scope\n"))
        .isEqualTo("value 'session' of test_it.py");
  }

  @Test
  void memberOfAnEnumIsUnresolved() {
    assertThat(last("S.ONE", "import enum\nclass S(str, enum.Enum):\n    ONE = 'x'\nS.ONE\n"))
        .isEqualTo("unresolved: `ONE` is a member of an enum");
  }

  @Test
  void bindingInAnUnreadableStatementIsUnresolved() {
    assertThat(last("x", "import a as x\nwith 1 2 3:\n    import b as x\nx\n"))
        .startsWith("unresolved: ");
  }

  @Test
  void tenThousandBranchesAreNoProblem() {
    StringBuilder text = new StringBuilder("if a0:\n    import b0 as x\n");
    for (int at = 1; at < 10_000; at++) {
      text.append("elif a").append(at).append(":\n    import b").append(at).append(" as x\n");
    }

    assertThat(last("x", text + "x\n")).startsWith("unresolved: `x` is bound in several ways");
  }
}
