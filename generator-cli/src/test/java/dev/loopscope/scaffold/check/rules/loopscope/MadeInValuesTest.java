package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the object of a wide fixture opens when the first test asks for it, and the next test, on
 * its own loop, finds open. Each kind was run with aiohttp 3.14 and redis 8.1.
 */
class MadeInValuesTest {
  private static final String API =
      """
      import functools
      import aiohttp

      class Api:
          def __init__(self):
              self._session = None
              self._others = {}
          @property
          def session(self):
              if self._session is None:
                  self._session = aiohttp.ClientSession()
              return self._session
          @functools.cached_property
          def cached(self):
              return aiohttp.ClientSession()
          def other(self, name):
              if name not in self._others:
                  self._others[name] = aiohttp.ClientSession()
              return self._others[name]
          async def get(self, url):
              async with self.session.get(url) as answer:
                  return answer.status
          async def close(self):
              await self._session.close()
              self._session = None

      class Shop:
          def __init__(self):
              self.api = Api()
          async def count(self):
              return await self.api.get("/")
      """;

  private static final String TWO =
      """

      @pytest.mark.asyncio
      async def test_a(shared):
          %1$s

      @pytest.mark.asyncio
      async def test_b(shared):
          %1$s
      """;

  private JudgedSuite suite = new JudgedSuite(Path.of(""));

  @BeforeEach
  void writeWhatIsTested(@TempDir Path directory) {
    suite = new JudgedSuite(directory).on(">=1.3").with("api.py", API);
  }

  private void secondTestFails(int line) {
    assertThat(suite.places("LS002")).containsExactly("test_it.py:" + line + " error");
  }

  private void silence() {
    assertThat(suite.places("LS002")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "await shared.get('/')",
        "await shared.session.get('/')",
        "await shared.cached.get('/')",
        "await shared.other('it').get('/')"
      })
  void propertyOrMethodOpensItForTheFirstTest(String use) {
    suite.test(
        """
        from api import Api

        @pytest.fixture(scope="session")
        def shared():
            return Api()
        """
            + TWO.formatted(use));
    secondTestFails(15);
  }

  @Test
  void asyncFixtureOpensItNoMore() {
    suite.test(
        """
        from api import Api

        @pytest_asyncio.fixture(scope="module", loop_scope="module")
        async def shared():
            return Api()
        """
            + TWO.formatted("await shared.get('/')"));
    secondTestFails(15);
  }

  @Test
  void objectOfTheObjectOpensIt() {
    suite.test(
        """
        from api import Shop

        @pytest.fixture(scope="session")
        def shared():
            return Shop()
        """
            + TWO.formatted("assert await shared.count()"));
    secondTestFails(15);
  }

  @Test
  void fixtureForEachTestHandsAPartOfItOn() {
    suite.test(
        """
        from api import Shop

        @pytest.fixture(scope="session")
        def shop():
            return Shop()

        @pytest.fixture
        def shared(shop):
            return shop.api
        """
            + TWO.formatted("await shared.get('/')"));
    secondTestFails(19);
  }

  @Test
  void objectForEachTestSharesNothing() {
    suite.test(
        """
        from api import Api

        @pytest.fixture
        def shared():
            return Api()
        """
            + TWO.formatted("await shared.get('/')"));
    silence();
  }

  @Test
  void fixtureThatClosesItBehindEachTestRenewsIt() {
    suite.test(
        """
        from api import Api

        @pytest.fixture(scope="session")
        def api():
            return Api()

        @pytest_asyncio.fixture
        async def shared(api):
            yield api
            await api.close()
        """
            + TWO.formatted("await shared.get('/')"));
    silence();
  }

  @Test
  void testThatClosesItLeavesNothing() {
    suite.test(
        """
        from api import Api

        @pytest.fixture(scope="session")
        def shared():
            return Api()
        """
            + TWO.formatted("await shared.get('/'); await shared.close()"));
    silence();
  }

  @Test
  void blockOfAHelperClosesItBehindTheTest() {
    suite.test(
        """
        import contextlib
        from api import Api

        @pytest.fixture(scope="session")
        def shared():
            return Api()

        @contextlib.asynccontextmanager
        async def using(api):
            try:
                yield api
            finally:
                await api.close()

        @pytest.mark.asyncio
        async def test_a(shared):
            async with using(shared) as api:
                await api.get("/")

        @pytest.mark.asyncio
        async def test_b(shared):
            async with using(shared) as api:
                await api.get("/")
        """);
    silence();
  }

  @Test
  void objectThatEachTestEntersClosesItThen() {
    suite
        .with(
            "door.py",
            """
            from api import Api

            class Door(Api):
                async def __aenter__(self):
                    self.session
                    return self
                async def __aexit__(self, *error):
                    await self._session.close()
                    self._session = None
            """)
        .test(
            """
            from door import Door

            @pytest.fixture(scope="session")
            def shared():
                return Door()

            @pytest.mark.asyncio
            async def test_a(shared):
                async with shared:
                    await shared.get("/")

            @pytest.mark.asyncio
            async def test_b(shared):
                async with shared:
                    await shared.get("/")
            """);
    silence();
  }

  @Test
  void whatMayCloseItInALoopIsTakenToDoSo() {
    suite.test(
        """
        from api import Shop

        @pytest.fixture(scope="session")
        def shop():
            shop = Shop()
            shop.parts = [shop.api]
            return shop

        @pytest_asyncio.fixture
        async def shared(shop):
            yield shop.api
            for part in shop.parts:
                await part.close()
        """
            + TWO.formatted("await shared.get('/')"));
    silence();
  }

  @Test
  void factoryOfAFieldOpensItForTheFirstTest() {
    suite
        .with(
            "deps.py",
            """
            from dataclasses import dataclass, field
            from redis.asyncio import Redis

            @dataclass
            class Deps:
                redis: Redis = field(default_factory=lambda: Redis())
            """)
        .test(
            """
            from deps import Deps

            @pytest.fixture(scope="session")
            def shared():
                return Deps()
            """
                + TWO.formatted("await shared.redis.ping()"));
    secondTestFails(15);
  }

  @Test
  void whatIsPatchedIsNotKnown() {
    suite.test(
        """
        from api import Api

        @pytest.fixture(scope="session")
        def api():
            return Api()

        @pytest.fixture
        def shared(api, monkeypatch):
            monkeypatch.setattr(api, "_session", object())
            return api
        """
            + TWO.formatted("await shared.get('/')"));
    silence();
  }

  @Test
  void testsOfOneLoopShareIt() {
    suite
        .on(">=1.3", "asyncio_default_test_loop_scope = session")
        .test(
            """
            from api import Api

            @pytest.fixture(scope="session")
            def shared():
                return Api()
            """
                + TWO.formatted("await shared.get('/')"));
    silence();
  }
}
