package dev.loopscope.scaffold.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which fixture a name stands for in a test. */
class FixtureVisibilityTest {
  private static final String FIXTURE =
      """
      import pytest
      @pytest.fixture
      def db(): ...
      """;
  private static final String TEST =
      """
      def test_it(db): ...
      """;

  @TempDir Path directory;

  private WrittenSuite suite(String... pathsAndTexts) {
    return WrittenSuite.in(directory, pathsAndTexts);
  }

  @Test
  void aConftestAboveTheTestGivesIt() {
    assertThat(suite("conftest.py", FIXTURE, "tests/test_a.py", TEST).origin("db", "test_it"))
        .isEqualTo("conftest.py:3");
  }

  @Test
  void theNearerConftestOverridesTheOuterOne() {
    assertThat(
            suite("conftest.py", FIXTURE, "tests/conftest.py", FIXTURE, "tests/test_a.py", TEST)
                .origin("db", "test_it"))
        .isEqualTo("tests/conftest.py:3");
  }

  @Test
  void aSiblingDirectorysConftestGivesNothing() {
    WrittenSuite suite =
        suite("other/conftest.py", FIXTURE, "other/test_b.py", "", "a/test_a.py", TEST);
    assertThat(suite.origin("db", "test_it")).isEqualTo("none");
    assertThat(suite.model().closure(suite.test("test_it")).unknown()).containsExactly("db");
  }

  @Test
  void aFixtureThatIsImportedIsAFixtureOfTheModule() {
    assertThat(
            suite("made.py", FIXTURE, "test_a.py", "from made import db\n" + TEST)
                .origin("db", "test_it"))
        .isEqualTo("made.py:3");
  }

  @Test
  void aFixtureThatIsImportedUnderAnotherNameHasThatName() {
    assertThat(
            suite(
                    "made.py",
                    FIXTURE,
                    "test_a.py",
                    "from made import db as base\ndef test_it(base): ...\n")
                .origin("base", "test_it"))
        .isEqualTo("made.py:3");
  }

  @Test
  void aStarImportBringsFixtures() {
    assertThat(
            suite("made.py", FIXTURE, "conftest.py", "from made import *\n", "test_a.py", TEST)
                .origin("db", "test_it"))
        .isEqualTo("made.py:3");
  }

  @Test
  void pytestPluginsBringFixturesForTheWholeSuite() {
    assertThat(
            suite(
                    "made.py",
                    FIXTURE,
                    "conftest.py",
                    "pytest_plugins = ['made']\n",
                    "tests/test_a.py",
                    TEST)
                .origin("db", "test_it"))
        .isEqualTo("made.py:3");
  }

  @Test
  void aPluginMayLoadOthers() {
    assertThat(
            suite(
                    "made.py",
                    FIXTURE,
                    "between.py",
                    "pytest_plugins = 'made'\n",
                    "conftest.py",
                    "pytest_plugins = ['between']\n",
                    "test_a.py",
                    TEST)
                .origin("db", "test_it"))
        .isEqualTo("made.py:3");
  }

  @Test
  void aModuleThatNobodyLoadsGivesNothing() {
    WrittenSuite suite = suite("made.py", FIXTURE, "test_a.py", TEST);
    assertThat(suite.model().fixtures()).isEmpty();
  }

  @Test
  void theDecoratorMayNameTheFixture() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    @pytest.fixture(name="db")
                    def make_db(): ...
                    def test_it(db): ...
                    """)
                .origin("db", "test_it"))
        .isEqualTo("test_a.py:3");
  }

  @Test
  void aCallMayMakeTheFixture() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest_asyncio
                    async def make(): ...
                    db = pytest_asyncio.fixture(make, scope="module")
                    other = pytest_asyncio.fixture(scope="session")(make)
                    def test_it(db, other): ...
                    """)
                .model()
                .fixtures())
        .extracting(it -> it.name() + " " + it.scope().toOptional().orElseThrow())
        .containsExactly("db module", "other session");
  }

  @Test
  void aDecoratorMayBeBoundToANameWithSomeOfItsArguments() {
    Fixture fixture =
        suite(
                "test_a.py",
                """
                from functools import partial
                from pytest_asyncio import fixture as plain
                shared = partial(plain, scope="session", loop_scope="module")
                @shared(autouse=True)
                async def db(): yield
                def test_it(): ...
                """)
            .fixture("db");
    assertThat(fixture.maker()).isEqualTo(Maker.PYTEST_ASYNCIO);
    assertThat(fixture.scope().is(Scope.SESSION)).isTrue();
    assertThat(fixture.declaredLoopScope().orElseThrow().is(Scope.MODULE)).isTrue();
    assertThat(fixture.isAutouse()).isTrue();
    assertThat(fixture.kind().is(FunctionKind.ASYNC_GENERATOR)).isTrue();
  }

  @Test
  void aScopeThatIsComputedIsUnknown() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    def choose(fixture_name, config): return "session"
                    @pytest.fixture(scope=choose)
                    def db(): ...
                    def test_it(db): ...
                    """)
                .fixture("db")
                .scope()
                .isKnown())
        .isFalse();
  }

  @Test
  void aFixtureOfABaseClassInAnotherModuleIsSeenByTheSubclass() {
    assertThat(
            suite(
                    "base.py",
                    """
                    import pytest
                    class Base:
                        @pytest.fixture
                        def db(self): ...
                    """,
                    "test_a.py",
                    """
                    from base import Base
                    class TestIt(Base):
                        def test_it(self, db): ...
                    """)
                .origin("db", "test_it"))
        .isEqualTo("base.py:4");
  }

  @Test
  void aNameFromOutsideTheProjectMayBeAFixture() {
    WrittenSuite suite =
        suite("conftest.py", FIXTURE, "test_a.py", "from elsewhere import db\n" + TEST);
    assertThat(suite.origin("db", "test_it")).isEqualTo("none");
    assertThat(suite.model().closure(suite.test("test_it")).unknown()).containsExactly("db");
  }

  @Test
  void aPluginThatTheProjectDeclaresBringsFixtures() {
    assertThat(
            suite(
                    "pyproject.toml",
                    """
                    [project.entry-points.pytest11]
                    mine = "mine.plugin"
                    """,
                    "src/mine/__init__.py",
                    "",
                    "src/mine/plugin.py",
                    FIXTURE,
                    "tests/test_a.py",
                    TEST)
                .origin("db", "test_it"))
        .isEqualTo("src/mine/plugin.py:3");
  }

  @Test
  void aConftestThatCannotBeReadMayGiveAnything() {
    WrittenSuite suite =
        suite(
            "conftest.py",
            FIXTURE,
            "tests/conftest.py",
            "# coding: nonsense\n",
            "tests/test_a.py",
            TEST);
    assertThat(suite.origin("db", "test_it")).isEqualTo("none");
  }
}
