package dev.loopscope.scaffold.suite.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From which tests something can be reached that an import keeps. */
class KeptByImportsTest {
  @TempDir Path directory;

  private boolean isReached(String... pathsAndTexts) {
    WrittenSuite suite = WrittenSuite.in(directory, pathsAndTexts);
    return new KeptByImports(suite.model().resolver()).isReachedBy(suite.test("test_it").file());
  }

  @Test
  void marksAndConstantsAreNothingThatIsKept() {
    assertThat(
            isReached(
                "test_it.py",
                """
                import logging
                import pytest

                pytestmark = pytest.mark.asyncio(loop_scope="module")
                LOGGER = logging.getLogger("x")
                NAMES = frozenset(["a"])


                @pytest.fixture(scope="module")
                def it():
                    return 1


                async def test_it():
                    pass
                """))
        .isFalse();
  }

  @Test
  void objectOfAnImportedModuleIsReachedThroughOthers() {
    assertThat(
            isReached(
                "far.py", "import asyncio\n\nlock = asyncio.Lock()\n",
                "near.py", "def use():\n    from far import lock\n",
                "test_it.py", "import near\n\nasync def test_it():\n    near.use()\n"))
        .isTrue();
  }

  @Test
  void modulesThatImportEachOtherComeToAnEnd() {
    assertThat(
            isReached(
                "a.py", "import b\n",
                "b.py", "import a\n",
                "test_it.py", "import a\n\nasync def test_it():\n    pass\n"))
        .isFalse();
  }

  @Test
  void whatTheProjectMakesItselfMayBeKept() {
    assertThat(
            isReached(
                "test_it.py",
                """
                def make():
                    return 1

                made = make()

                async def test_it():
                    pass
                """))
        .isTrue();
  }

  @Test
  void attributesOfClassesAreKept() {
    assertThat(
            isReached(
                "test_it.py",
                """
                import asyncio

                class Shared:
                    lock = asyncio.Lock()

                async def test_it():
                    pass
                """))
        .isTrue();
  }

  @Test
  void whatFunctionsKeepThatTheImportCallsIsKept() {
    assertThat(
            isReached(
                "test_it.py",
                """
                def set_up():
                    global client
                    client = object()

                set_up()

                async def test_it():
                    pass
                """))
        .isTrue();
  }
}
