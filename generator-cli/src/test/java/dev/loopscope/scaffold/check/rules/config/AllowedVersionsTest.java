package dev.loopscope.scaffold.check.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.Judged;
import dev.loopscope.scaffold.check.rules.JudgedSuite;
import dev.loopscope.scaffold.check.rules.anyio.AutoModeWithAnyioMarks;
import dev.loopscope.scaffold.check.rules.eventloop.EventLoopPolicyOverridden;
import dev.loopscope.scaffold.check.rules.fixture.AsyncPytestFixtureInStrictMode;
import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is judged are the versions that an install can have. */
class AllowedVersionsTest {
  private static final String GUEST =
      """
      import pytest

      @pytest.fixture
      async def guest():
          return "Ada"

      @pytest.mark.asyncio
      async def test_guest(guest):
          assert guest == "Ada"
      """;

  private static final String BOTH_BACKENDS =
      """
      import pytest

      @pytest.mark.anyio
      @pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
      async def test_both():
          pass
      """;

  private static final String WITH_ERRORS =
      """
      [dependency-groups]
      test = %s
      [tool.pytest.ini_options]
      filterwarnings = ["error"]
      """;

  @TempDir private Path directory;

  @Test
  void asyncFixtureIsTakenByVersionsWithoutModes() {
    Judged suite = new Judged(directory, new AsyncPytestFixtureInStrictMode());
    suite.with("requirements.txt", "pytest-asyncio~=0.15.0\n").with("test_it.py", GUEST);
    assertThat(suite.findings()).isEmpty();
  }

  @Test
  void asyncFixtureIsTakenByVersionsWhoseDefaultIsLegacy() {
    Judged suite = new Judged(directory, new AsyncPytestFixtureInStrictMode());
    suite.with("requirements.txt", "pytest-asyncio==0.18.1\n").with("test_it.py", GUEST);
    assertThat(suite.findings()).isEmpty();
  }

  @Test
  void asyncFixtureIsLeftAloneInTheFirstVersionWithModesWhereStrictIsSet() {
    Judged suite = new Judged(directory, new AsyncPytestFixtureInStrictMode());
    suite
        .with("requirements.txt", "pytest-asyncio==0.17.0\n")
        .with("pytest.ini", "[pytest]\nasyncio_mode = strict\n")
        .with("test_it.py", GUEST);
    assertThat(suite.findings()).containsExactly("test_it.py:3 error");
  }

  @Test
  void asyncFixtureIsLeftAloneInTheFirstVersionWhoseDefaultIsStrict() {
    Judged suite = new Judged(directory, new AsyncPytestFixtureInStrictMode());
    suite.with("requirements.txt", "pytest-asyncio==0.19.0\n").with("test_it.py", GUEST);
    assertThat(suite.findings()).containsExactly("test_it.py:3 error");
  }

  @Test
  void unmarkedTestsAreLeftAloneInLegacyModeAndFixturesAreNot() {
    WrittenSuite suite =
        WrittenSuite.in(
            directory,
            "requirements.txt",
            "pytest-asyncio==0.18.3\n",
            "test_it.py",
            GUEST + "\nasync def test_unmarked(guest):\n    pass\n");
    assertThat(suite.runner("test_guest")).isEqualTo("PYTEST_ASYNCIO");
    assertThat(suite.runner("test_unmarked")).isEqualTo("NONE");
    assertThat(suite.runner("guest", "test_guest")).isEqualTo("PYTEST_ASYNCIO");
  }

  @Test
  void testsHaveNoItemsForBackendsBeforeTheyAreCollectedAfterAnyio() {
    Judged suite = new Judged(directory, new AutoModeWithAnyioMarks());
    suite
        .with("requirements.txt", "pytest-asyncio==0.18.3\nanyio\ntrio\n")
        .with("pytest.ini", "[pytest]\nasyncio_mode = auto\n")
        .with("test_it.py", BOTH_BACKENDS);
    assertThat(suite.findings()).isEmpty();
    suite.with("requirements.txt", "pytest-asyncio==0.19.0\nanyio\ntrio\n");
    assertThat(suite.findings()).containsExactly("test_it.py:3 error");
  }

  @Test
  void limitOnPytestTakesAwayThePluginsThatNeedANewerOne() {
    Judged suite = new Judged(directory, new EventLoopPolicyOverridden());
    suite
        .with("requirements.txt", "pytest-asyncio>=0.23\npytest>=7.4\n")
        .with(
            "test_it.py",
            """
            import asyncio
            import pytest

            @pytest.fixture
            def event_loop_policy():
                return asyncio.DefaultEventLoopPolicy()
            """);
    assertThat(suite.findings()).isNotEmpty();
    suite.with("requirements.txt", "pytest-asyncio>=0.23\npytest>=7.4,<8\n");
    assertThat(suite.findings()).isEmpty();
  }

  @Test
  void noFindingSpeaksOfVersionsThatCannotBeInstalled() {
    JudgedSuite suite = new JudgedSuite(directory);
    suite
        .with("requirements.txt", "pytest-asyncio>=0.21,<2\npytest<8\n")
        .test(
            """
            @pytest.fixture(scope="session")
            def event_loop():
                loop = asyncio.new_event_loop()
                yield loop
                loop.close()

            @pytest.fixture
            def event_loop_policy():
                return asyncio.DefaultEventLoopPolicy()

            @pytest.mark.asyncio
            async def test_it(event_loop):
                pass
            """);
    assertThat(suite.findings())
        .allSatisfy(it -> assertThat(it.versions()).doesNotContain(">=1.0", ">=1.4"));
    assertThat(suite.places("LS013")).isEmpty();
  }

  @Test
  void projectThatNamesPytestHasOnlyThePluginsThatItNames() {
    Judged suite = new Judged(directory, new OptionMissingForAllowedVersion());
    suite
        .with("pyproject.toml", "[dependency-groups]\ntest = ['pytest', 'pytest-asyncio']\n")
        .with("plain/pyproject.toml", WITH_ERRORS.formatted("['pytest']"))
        .with("plain/test_plain.py", "def test_plain():\n    pass\n");
    assertThat(suite.findings()).isEmpty();
    suite.with("plain/pyproject.toml", WITH_ERRORS.formatted("['pytest', 'pytest-asyncio']"));
    assertThat(suite.findings()).containsExactly("plain/pyproject.toml:4 error");
  }

  @Test
  void projectThatNamesNoPytestHasWhatIsNamedAboveIt() {
    Judged suite = new Judged(directory, new OptionMissingForAllowedVersion());
    suite
        .with("pyproject.toml", "[dependency-groups]\ntest = ['pytest', 'pytest-asyncio']\n")
        .with("plain/pyproject.toml", WITH_ERRORS.formatted("['anyio']"))
        .with("plain/test_plain.py", "def test_plain():\n    pass\n");
    assertThat(suite.findings()).containsExactly("plain/pyproject.toml:4 error");
  }

  @Test
  void policyOverrideIsAnErrorWhereAFreshInstallMakesItsWarningOne() {
    Judged suite = new Judged(directory, new EventLoopPolicyOverridden());
    suite
        .with("requirements.txt", "pytest-asyncio>=1.0\n")
        .with("pytest.ini", "[pytest]\nfilterwarnings = error\n")
        .with(
            "test_it.py",
            """
            import asyncio
            import pytest

            @pytest.fixture
            def event_loop_policy():
                return asyncio.DefaultEventLoopPolicy()

            @pytest.mark.asyncio
            async def test_it():
                pass
            """);
    assertThat(suite.findings()).containsExactly("test_it.py:5 error");
    suite.with("requirements.txt", "pytest-asyncio>=1.0\n-r pins.txt\n");
    suite.with("pins.txt", "pytest-asyncio==1.1.0\n");
    assertThat(suite.findings()).containsExactly("test_it.py:5 warning");
  }
}
