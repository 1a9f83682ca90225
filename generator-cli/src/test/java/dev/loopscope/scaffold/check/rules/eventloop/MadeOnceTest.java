package dev.loopscope.scaffold.check.rules.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first test that asks for it has made, and those of other loops find there. */
class MadeOnceTest {
  private static final String LAZY =
      """
      import aiohttp
      _session = None
      def session():
          global _session
          if _session is None:
              _session = aiohttp.ClientSession()
          return _session
      async def get(url):
          async with session().get(url) as response:
              return response.status
      async def close():
          global _session
          await _session.close()
          _session = None
      """;

  private static final String TWO_TESTS =
      """
      from svc import get
      async def test_a():
          await get("/")
      async def test_b():
          await get("/")
      """;

  private JudgedSuite suite = new JudgedSuite(Path.of(""));

  @BeforeEach
  void writeNothingYet(@TempDir Path directory) {
    suite = new JudgedSuite(directory).on(">=1.3", "asyncio_mode = auto");
  }

  private void error(String place) {
    assertThat(suite.places("LS026")).containsExactly(place + " error");
  }

  private void silence() {
    assertThat(suite.places("LS026")).isEmpty();
  }

  @Test
  void sessionIsMadeByTheFirstTestThatAsksForIt() {
    suite.with("svc.py", LAZY).test(TWO_TESTS);
    error("svc.py:6");
  }

  @Test
  void fixtureThatClosesItBehindEachTestRenewsIt() {
    suite
        .with("svc.py", LAZY)
        .with(
            "conftest.py",
            """
            import pytest
            from svc import close
            @pytest.fixture(autouse=True)
            async def closing():
                yield
                await close()
            """)
        .test(TWO_TESTS);
    silence();
  }

  @Test
  void classesAndHelpersOfTheTestModuleItselfSayNothingAgainstIt() {
    suite.test(
        """
        from redis.asyncio import Redis
        class Client:
            def __init__(self):
                self._redis = None
            async def _connect(self):
                if self._redis is None:
                    self._redis = Redis()
            async def get(self, key):
                await self._connect()
                return await self._redis.get(key)
        client = Client()
        async def test_a():
            await client.get("a")
        async def test_b():
            await client.get("b")
        """);
    error("test_it.py:10");
  }

  @Test
  void oneObjectOfAClassKeepsWhatItIsMadeOf() {
    suite
        .with(
            "svc.py",
            """
            from redis.asyncio import Redis
            class Cache:
                _instance = None
                def __init__(self, redis):
                    self.redis = redis
                @classmethod
                def instance(cls):
                    if cls._instance is None:
                        cls._instance = cls(Redis())
                    return cls._instance
                async def put(self, key):
                    await self.redis.set(key, 1)
            """)
        .test(
            """
            from svc import Cache
            @pytest.fixture
            def cache():
                return Cache.instance()
            async def test_a(cache):
                await cache.put("a")
            async def test_b(cache):
                await cache.put("b")
            """);
    error("svc.py:9");
  }

  @Test
  void metaclassThatMakesOneObjectKeepsWhatItIsMadeOf() {
    suite
        .with(
            "svc.py",
            """
            from redis.asyncio import Redis
            class One(type):
                _made = {}
                def __call__(cls):
                    if cls not in cls._made:
                        cls._made[cls] = super().__call__()
                    return cls._made[cls]
            class Cache(metaclass=One):
                def __init__(self):
                    self.redis = Redis()
                async def get(self):
                    return await self.redis.get("a")
            """)
        .test(
            """
            from svc import Cache
            async def test_a():
                await Cache().get()
            async def test_b():
                await Cache().get()
            """);
    error("svc.py:10");
  }

  @Test
  void fixtureThatNamesTheOneObjectMayLetItGo() {
    suite
        .with(
            "svc.py",
            """
            from redis.asyncio import Redis
            class Cache:
                _instance = None
                def __init__(self, redis):
                    self.redis = redis
                @classmethod
                def instance(cls):
                    if cls._instance is None:
                        cls._instance = cls(Redis())
                    return cls._instance
            """)
        .test(
            """
            from svc import Cache
            @pytest.fixture
            def cache():
                yield Cache.instance()
                Cache._instance = None
            async def test_a(cache):
                await cache.redis.ping()
            async def test_b(cache):
                await cache.redis.ping()
            """);
    silence();
  }

  @Test
  void testsOfOneLoopShareIt() {
    suite
        .with("svc.py", LAZY)
        .test(TWO_TESTS + "pytestmark = pytest.mark.asyncio(loop_scope='module')\n");
    silence();
  }

  @Test
  void testThatPutsAnotherOneThereIsHeard() {
    suite
        .with("svc.py", LAZY)
        .test(
            """
            import svc
            async def test_a(monkeypatch):
                monkeypatch.setattr(svc, "_session", None)
                await svc.get("/")
            async def test_b(monkeypatch):
                monkeypatch.setattr(svc, "_session", None)
                await svc.get("/")
            """);
    silence();
  }

  @Test
  void objectOfAModuleOpensItsSessionInAMethodOfItsOwn() {
    suite
        .with(
            "svc.py",
            """
            import aiohttp
            class Api:
                def __init__(self):
                    self._session = None
                async def session(self):
                    if not self._session:
                        self._session = aiohttp.ClientSession()
                    return self._session
                async def get(self, url):
                    session = await self.session()
                    async with session.get(url) as response:
                        return response.status
            api = Api()
            """)
        .test(
            """
            from svc import api
            async def test_a():
                await api.get("/")
            async def test_b():
                await api.get("/")
            """);
    error("svc.py:7");
  }

  @Test
  void objectOfEachTestOpensASessionOfItsOwn() {
    suite
        .with(
            "svc.py",
            """
            import aiohttp
            class Api:
                def __init__(self):
                    self.session = None
                async def get(self, url):
                    if self.session is None:
                        self.session = aiohttp.ClientSession()
                    await self.session.get(url)
            """)
        .test(
            """
            from svc import Api
            async def test_a():
                await Api().get("/")
            async def test_b():
                await Api().get("/")
            """);
    silence();
  }

  @Test
  void registryKeepsClientsByTheirNames() {
    suite
        .with(
            "svc.py",
            """
            from redis.asyncio import Redis
            class Registry:
                def __init__(self):
                    self._clients = {}
                def client(self, name):
                    if name not in self._clients:
                        self._clients[name] = Redis()
                    return self._clients[name]
            registry = Registry()
            """)
        .test(
            """
            from svc import registry
            async def test_a():
                await registry.client("a").get("x")
            async def test_b():
                await registry.client("a").get("x")
            """);
    error("svc.py:7");
  }

  @Test
  void functionIsCached() {
    suite
        .with(
            "svc.py",
            """
            from functools import lru_cache
            from redis.asyncio import Redis
            @lru_cache(maxsize=1)
            def client():
                return Redis()
            """)
        .test(
            """
            from svc import client
            async def test_a():
                await client().get("x")
            async def test_b():
                await client().get("x")
            """);
    error("svc.py:5");
  }

  @Test
  void cacheIsClearedForEachTest() {
    suite
        .with(
            "svc.py",
            """
            from functools import lru_cache
            from redis.asyncio import Redis
            @lru_cache(maxsize=1)
            def client():
                return Redis()
            """)
        .test(
            """
            from svc import client
            @pytest.fixture(autouse=True)
            def fresh():
                client.cache_clear()
            async def test_a():
                await client().get("x")
            async def test_b():
                await client().get("x")
            """);
    silence();
  }

  @Test
  void clientThatEachTestConnectsAnewIsItsOwn() {
    suite
        .with(
            "svc.py",
            """
            from redis.asyncio import Redis
            client = None
            async def connect():
                global client
                client = Redis()
            """)
        .test(
            """
            import svc
            async def test_a():
                await svc.connect()
                await svc.client.get("x")
            async def test_b():
                await svc.connect()
                await svc.client.get("x")
            """);
    silence();
  }

  @Test
  void whoKeepsOneForEachLoopNeedsNoNewOne() {
    suite
        .with(
            "svc.py",
            """
            import aiohttp, asyncio
            _session = None
            _loop = None
            def session():
                global _session, _loop
                if _session is None or _loop is not asyncio.get_running_loop():
                    _loop = asyncio.get_running_loop()
                    _session = aiohttp.ClientSession()
                return _session
            async def get(url):
                async with session().get(url) as response:
                    return response.status
            """)
        .test(TWO_TESTS);
    silence();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import pytest, svc~def pytest_runtest_setup(item):~    svc.forget() |",
        "import pytest, svc~def pytest_runtest_teardown(item, nextitem):~    svc._session = None |",
        "import svc~from importlib import reload as again~def pytest_runtest_setup():~    again(svc) |",
        "import pytest, sys~@pytest.fixture(autouse=True)~def no():~    sys.modules.pop('svc', 0) |",
        "import svc~class Fresh:~    def pytest_runtest_setup(self, item):~        svc.forget()~"
            + "def pytest_configure(config):~    config.pluginmanager.register(Fresh()) |",
        "import pytest, svc~@pytest.fixture(autouse=True)~def a(monkeypatch):~"
            + "    monkeypatch.setattr(svc, '_session', None) |",
        "import pytest, svc~@pytest.fixture(autouse=True)~def a(mocker):~"
            + "    mocker.patch('svc._session', None) |",
        "import pytest, svc~@pytest.fixture(autouse=True)~def a(mocker):~"
            + "    mocker.patch.object(svc, 'session') |",
        "import pytest, svc~@pytest.fixture(autouse=True)~def a(monkeypatch):~"
            + "    monkeypatch.setattr(svc, 'get', len) |",
        "import pytest, svc~@pytest.fixture(autouse=True)~def a():~"
            + "    setattr(svc, '_' + 'session', None) |",
        "import pytest, svc~@pytest.fixture(autouse=True)~def a():~"
            + "    vars(svc).update(_session=None) |",
        "import pytest, svc~@pytest.fixture(autouse=True)~def a(request):~"
            + "    request.addfinalizer(svc.forget) |",
        "import pytest, svc~@pytest.fixture(autouse=True)~def a():~    svc.forget() |",
        "pytest_plugins = ['plug'] | import pytest, svc~@pytest.fixture(autouse=True)~def a():~    svc.forget()",
        "pytest_plugins = ['plug'] | import svc~def pytest_runtest_setup(item):~    svc.forget()",
        "pytest_plugins = ['plug'] | import svc~def pytest_runtest_setup(item):~    svc._session = None",
      })
  void conftestThatLetsItGoInAnyWayIsHeard(String conftest, @Nullable String plugin) {
    if (plugin != null) {
      suite.with("plug.py", plugin.replace("~", "\n") + "\n");
    }
    suite
        .with("svc.py", LAZY + "def forget():\n    global _session\n    _session = None\n")
        .with("conftest.py", conftest.replace("~", "\n") + "\n")
        .test(TWO_TESTS);
    silence();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def setup_function():~    svc.forget()",
        "def teardown_function(function):~    svc.forget()",
        "class Test:~    def setup_method(self):~        svc.forget()",
        "class Base:~    def setup_method(self):~        svc.forget()~class Test(Base):~    pass",
        "class Test:~    @pytest.fixture(autouse=True)~    def a(self):~        svc.forget()",
        "from unittest.mock import patch~@patch.object(svc, '_session', None)~class Test:~    pass",
        "from unittest.mock import patch~@patch('svc._session', None)~class Test:~    pass",
        "from unittest.mock import patch~@patch('svc.session')~class Test:~    pass",
        "from unittest.mock import patch~@patch.object(svc, 'get')~class Test:~    pass",
        "from unittest.mock import patch~@patch.multiple(svc, _session=None)~class Test:~    pass",
        "from unittest.mock import patch~@patch.dict(svc.__dict__, _session=None)~class Test:~    pass",
        "from importlib import reload~class Test:~    def setup_method(self):~        reload(svc)",
      })
  void testModuleThatLetsItGoInAnyWayIsHeard(String given) {
    String start = "import svc\n" + given.replace("~    pass", "").replace("~", "\n") + "\n";
    String body =
        "async def test_a(%1$s):\n    await svc.get('/')\nasync def test_b(%1$s):\n    await svc.get('/')\n";
    suite
        .with("svc.py", LAZY + "def forget():\n    global _session\n    _session = None\n")
        .test(
            start
                + (given.contains("class Test")
                    ? body.formatted("self").indent(4)
                    : body.formatted("")));
    silence();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with patch.object(svc, '_session', None):",
        "with patch('svc._session', None):",
        "with patch.multiple(svc, _session=None):",
        "with patch.dict(vars(svc), {'_session': None}):",
        "if svc.forget() is None:",
        "if reload(svc):",
      })
  void testThatLetsItGoInAnyWayIsHeard(String around) {
    suite
        .with("svc.py", LAZY + "def forget():\n    global _session\n    _session = None\n")
        .test(
            "import svc\nfrom importlib import reload\nfrom unittest.mock import patch\n"
                + "async def test_a():\n    "
                + around
                + "\n        await svc.get('/')\n"
                + "async def test_b():\n    "
                + around
                + "\n        await svc.get('/')\n");
    silence();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "store = DATA | true",
        "store = wrap(DATA) | false",
        "store = wrap(User) | false",
        "store = User | false",
        "store = dict(DATA) | false",
        "store = [wrap(it) for it in (DATA,)][0] | false",
      })
  void whatIsPutIntoSomethingThatIsNotKnownIsKeptNowhere(String store, boolean kept) {
    suite
        .with("requirements.txt", "pytest-asyncio>=1.3\nredis\nwrapping\n")
        .test(
            """
            from redis.asyncio import Redis
            from wrapping import wrap
            DATA = {}
            class User:
                pass
            def client(store):
                if "it" not in store:
                    store["it"] = Redis()
                return store["it"]
            async def test_a():
                STORE
                await client(store).get("x")
            async def test_b():
                STORE
                await client(store).get("x")
            """
                .replace("STORE", store));
    if (kept) {
      error("test_it.py:11");
    } else {
      silence();
    }
  }

  @Test
  void whatMayBeSomethingUnreadInsteadIsNotKeptForSure() {
    suite
        .with("requirements.txt", "pytest-asyncio>=1.3\nredis\nwrapping\n")
        .test(
            """
            from redis.asyncio import Redis
            from wrapping import wrap
            DATA = {}
            def client(fresh):
                made = wrap(fresh)
                if fresh:
                    made = Redis()
                if "it" not in DATA:
                    DATA["it"] = made
                return DATA["it"]
            async def test_a():
                await client(1).get("x")
            async def test_b():
                await client(1).get("x")
            """);
    silence();
  }
}
