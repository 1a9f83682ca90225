package dev.loopscope.scaffold.check.rules.unrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs a running loop, made where none runs. */
class NeededLoopTest {
  private JudgedSuite suite = new JudgedSuite(Path.of(""));

  @BeforeEach
  void writeNothingYet(@TempDir Path directory) {
    suite = new JudgedSuite(directory).on(">=1.3", "asyncio_mode = auto");
  }

  private void error(String place) {
    assertThat(suite.places("LS044")).containsExactly(place + " error");
  }

  private void silence() {
    assertThat(suite.places("LS044")).isEmpty();
  }

  @Test
  void sessionIsMadeInASyncFixture() {
    suite.test(
        """
        import aiohttp
        @pytest.fixture
        def session():
            return aiohttp.ClientSession()

        async def test_gets(session):
            await session.get("/")
        """);
    error("test_it.py:7");
  }

  @Test
  void sessionIsMadeByAConstructorOfTheProject() {
    suite
        .with(
            "api.py",
            """
            from aiohttp import ClientSession

            class Api:
                def __init__(self):
                    self.session = ClientSession()
            """)
        .test(
            """
            from api import Api
            @pytest.fixture
            def api():
                yield Api()

            async def test_gets(api):
                await api.session.get("/")
            """);
    error("test_it.py:7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "given() or aiohttp.ClientSession()",
        "aiohttp.ClientSession() if given() else None",
        "[aiohttp.ClientSession() for _ in given()]",
        "(aiohttp.ClientSession() for _ in range(3))",
      })
  void sessionThatMayNotBeMadeFailsNothing(String session) {
    suite
        .with("api.py", "def given(): ...\n")
        .test(
            """
            import aiohttp
            from api import given
            @pytest.fixture
            def session():
                session = %s
                return session

            async def test_gets(session):
                assert session
            """
                .formatted(session));
    silence();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Api:\n    def __new__(cls):\n        return object()\n",
        """
        class Meta(type):
            def __call__(cls):
                return 1
        class Api(metaclass=Meta):
            pass
        """,
      })
  void constructorThatIsPassedByNeedsNothing(String type) {
    suite
        .with(
            "api.py",
            "from aiohttp import ClientSession\n\n"
                + type
                + "    def __init__(self):\n        self.session = ClientSession()\n")
        .test(
            """
            from api import Api
            @pytest.fixture
            def api():
                yield Api()

            async def test_gets(api):
                assert api
            """);
    silence();
  }

  @Test
  void taskIsMadeInASetupMethodOfABaseClass() {
    suite.test(
        """
        class Base:
            def setup_method(self):
                self.task = asyncio.create_task(asyncio.sleep(1))

        class TestTask(Base):
            async def test_waits(self):
                await self.task
        """);
    error("test_it.py:6");
  }

  @Test
  void fixtureThatGivesAFactoryMakesNothingItself() {
    suite.test(
        """
        import aiohttp
        @pytest.fixture
        def make():
            def inner():
                return aiohttp.ClientSession()
            return inner

        async def test_gets(make):
            async with make() as session:
                await session.get("/")
        """);
    silence();
  }

  @Test
  void asyncFixtureHasALoop() {
    suite.test(
        """
        import aiohttp
        @pytest.fixture
        async def session():
            return aiohttp.ClientSession()

        async def test_gets(session):
            await session.get("/")
        """);
    silence();
  }

  @Test
  void fixtureThatNobodyUsesRunsNowhere() {
    suite.test(
        """
        import aiohttp
        @pytest.fixture
        def session():
            return aiohttp.ClientSession()

        async def test_nothing():
            await asyncio.sleep(0)
        """);
    silence();
  }

  @Test
  void sessionThatIsPatchedMayBeAnything() {
    suite.test(
        """
        import aiohttp
        @pytest.fixture
        def session(monkeypatch):
            monkeypatch.setattr("aiohttp.ClientSession", dict)
            return aiohttp.ClientSession()

        async def test_gets(session):
            assert not session
        """);
    silence();
  }

  @Test
  void fixtureThatAnAsyncTestAsksForByNameHasItsLoop() {
    suite.test(
        """
        import aiohttp
        @pytest.fixture
        def session():
            return aiohttp.ClientSession()

        async def test_gets(request):
            await request.getfixturevalue("session").get("/")
        """);
    silence();
  }

  @Test
  void whatIsRunOnALoopByHandHasOne() {
    suite.test(
        """
        import aiohttp
        async def dial():
            return aiohttp.ClientSession()

        @pytest.fixture
        def session():
            return asyncio.run(dial())

        async def test_gets(session):
            assert session
        """);
    silence();
  }

  @Test
  void decoratorMayCallAFunctionOnALoop() {
    suite.test(
        """
        import aiohttp

        def on_loop(function):
            async def main():
                return function()
            return lambda: asyncio.run(main())

        @on_loop
        def dial():
            return aiohttp.ClientSession()

        @pytest.fixture
        def session():
            return dial()

        async def test_gets(session):
            assert session
        """);
    silence();
  }
}
