package dev.loopscope.scaffold.check.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * LS008 to LS017 as far as they are about asyncio marks: where they keep quiet, and what they fix.
 */
class AsyncioMarksTest {
  private JudgedSuite suite = new JudgedSuite(Path.of(""));

  @BeforeEach
  void writeNothingYet(@TempDir Path directory) {
    suite = new JudgedSuite(directory).on(">=1.3");
  }

  @Test
  void scopeIsTheKeywordUpToVersion023() {
    suite
        .on("==0.23.8")
        .test(
            """
            @pytest.mark.asyncio(scope="module")
            async def test_it():
                pass
            """);
    assertThat(suite.places("LS008")).isEmpty();
  }

  @Test
  void renamingScopeIsUnsafeWhereLoopScopeMayBeIgnored() {
    suite
        .on(">=0.23")
        .test(
            """
            @pytest.mark.asyncio(scope="module")
            async def test_it():
                pass
            """);
    assertThat(suite.findings())
        .filteredOn(finding -> finding.rule().id().equals("LS008"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.fix().orElseThrow().safety()).isEqualTo(Safety.UNSAFE);
              assertThat(finding.versions()).isEqualTo("pytest-asyncio >=0.24");
            });
  }

  @Test
  void markOfASynchronousTestIsNotRead() {
    suite.test(
        """
        @pytest.mark.asyncio("session")
        def test_it():
            pass
        """);
    assertThat(suite.places("LS009")).isEmpty();
  }

  @Test
  void unpackedArgumentsOfAMarkAreNotGuessed() {
    suite.test(
        """
        @pytest.mark.asyncio(**OPTIONS)
        async def test_it():
            pass

        @pytest.mark.asyncio(*ARGUMENTS)
        async def test_that():
            pass
        """);
    assertThat(suite.places("LS009")).isEmpty();
    assertThat(suite.places("LS010")).isEmpty();
  }

  @Test
  void loopScopeNoneMeansTheDefault() {
    suite.test(
        """
        @pytest.mark.asyncio(loop_scope=None)
        async def test_it():
            pass
        """);
    assertThat(suite.places("LS010")).isEmpty();
  }

  @Test
  void packageLoopIsOneForEachPackageBefore10() {
    suite
        .on("==0.26.0")
        .test(
            """
            @pytest.mark.asyncio(loop_scope="package")
            async def test_it():
                pass
            """);
    assertThat(suite.places("LS014")).isEmpty();
  }

  @Test
  void classLoopOfAModuleDoesWhatItSaysFrom10On() {
    suite.test(
        """
        pytestmark = pytest.mark.asyncio(loop_scope="class")

        async def test_it():
            pass
        """);
    assertThat(suite.places("LS015")).isEmpty();
  }

  @Test
  void baseAndSubclassMayNameTheSameLoop() {
    suite.test(
        """
        @pytest.mark.asyncio(loop_scope="class")
        class Base:
            async def test_it(self):
                pass

        @pytest.mark.asyncio(loop_scope="class")
        class TestSubclass(Base):
            pass
        """);
    assertThat(suite.places("LS016")).isEmpty();
  }

  @Test
  void markOfEachMethodSettlesADisagreement() {
    suite.test(
        """
        @pytest.mark.asyncio(loop_scope="class")
        class Base:
            pass

        @pytest.mark.asyncio(loop_scope="session")
        class TestSubclass(Base):
            @pytest.mark.asyncio(loop_scope="session")
            async def test_it(self):
                pass
        """);
    assertThat(suite.places("LS016")).isEmpty();
  }

  @Test
  void bareMarkIsHarmlessWhereItMeansTheSameLoop() {
    suite
        .on(">=1.3", "asyncio_default_test_loop_scope = session")
        .test(
            """
            pytestmark = pytest.mark.asyncio(loop_scope="session")

            @pytest.mark.asyncio
            async def test_it():
                pass
            """);
    assertThat(suite.places("LS017")).isEmpty();
  }

  @Test
  void bareMarkOfASubclassDoesNotCountAgainstItsBase() {
    suite.test(
        """
        @pytest.mark.asyncio(loop_scope="class")
        class Base:
            async def test_it(self):
                pass

        @pytest.mark.asyncio
        class TestSubclass(Base):
            pass
        """);
    assertThat(suite.places("LS016")).isEmpty();
    assertThat(suite.places("LS017")).isEmpty();
  }

  @Test
  void bareMarkOfAClassTakesItsTestsOffTheModulesLoop() {
    suite.test(
        """
        pytestmark = pytest.mark.asyncio(loop_scope="module")

        @pytest.mark.asyncio
        class TestIt:
            async def test_it(self):
                pass
        """);
    assertThat(suite.places("LS017")).containsExactly("test_it.py:6 warning");
  }
}
