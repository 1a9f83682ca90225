package dev.loopscope.scaffold.check.rules.loopscope;

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

/**
 * Where what is bound to a loop is held when a test of another loop waits for it, and what is not
 * held by anybody.
 */
class WhatStaysBoundTest {
  private static final String WIDE =
      "@pytest_asyncio.fixture(scope=\"session\", loop_scope=\"session\")\n";
  private static final String WIDE_AUTOUSE =
      "@pytest_asyncio.fixture(scope=\"session\", loop_scope=\"session\", autouse=True)\n";

  private JudgedSuite suite = new JudgedSuite(Path.of(""));

  @BeforeEach
  void writeNothingYet(@TempDir Path directory) {
    suite = new JudgedSuite(directory).on(">=1.3");
  }

  private void oneError(String line) {
    assertThat(suite.places("LS002")).containsExactly("test_it.py:" + line + " error");
  }

  private void silence() {
    assertThat(suite.places("LS002")).isEmpty();
    assertThat(suite.places("LS026")).isEmpty();
  }

  // An object of a class of the project.

  @Test
  void connectionIsHeldByAnObjectOfAPackageInSrc() {
    suite
        .with("src/shop/__init__.py", "from .store import Store\n")
        .with(
            "src/shop/store.py",
            """
            import asyncpg

            class Store:
                def __init__(self, dsn):
                    self.dsn = dsn
                    self._pool = None

                async def connect(self):
                    self._pool = await asyncpg.create_pool(self.dsn)
                    return self

                async def count(self):
                    return await self._pool.fetchval("select 1")
            """)
        .test(
            "from shop import Store\n"
                + WIDE
                + """
                async def store():
                    store = Store("postgresql://")
                    await store.connect()
                    yield store

                @pytest.mark.asyncio
                async def test_counts(store):
                    assert await store.count()
                """);
    oneError("12");
  }

  @Test
  void connectionIsOpenedByEnteringAnObjectOfTheProject() {
    suite.test(
        """
        class Client:
            async def __aenter__(self):
                self.reader, self.writer = await asyncio.open_connection("localhost", 1)
                return self

            async def __aexit__(self, *error):
                self.writer.close()

            async def ask(self):
                return await self.reader.readline()

        """
            + WIDE
            + """
            async def client():
                async with Client() as it:
                    yield it

            @pytest.mark.asyncio
            async def test_asks(client):
                assert await client.ask()
            """);
    oneError("21");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if self._pool is not None:~    await self._pool.close() |",
        "if self._pool:~    try:~        await self._pool.close()~    finally:~        pass |",
        "if self._pool is None:~    return~await self._pool.close() |",
        "for pool in [self._pool]:~    await pool.close() |",
        "if self.dsn:~    await self._pool.close() | 30",
        "if self.dsn:~    return~await self._pool.close() | 31",
        "try:~    print()~except OSError:~    await self._pool.close() | 32",
      })
  void whatIsClosedIfItIsThereIsClosed(String closing, @Nullable String line) {
    suite.test(
        """
        import asyncpg

        class Store:
            def __init__(self, dsn):
                self.dsn = dsn
                self._pool = None

            async def connect(self):
                if self._pool is None:
                    self._pool = await asyncpg.create_pool(self.dsn)

            async def close(self):
        """
            + (closing.replace("~", "\n") + "\n").indent(8)
            + """

                async def count(self):
                    return await self._pool.fetchval("select 1")

            """
            + WIDE
            + """
            async def store():
                store = Store("postgresql://")
                await store.connect()
                await store.close()
                return store

            @pytest.mark.asyncio
            async def test_counts(store):
                await store.count()
            """);
    if (line == null) {
      silence();
    } else {
      oneError(line);
    }
  }

  @Test
  void whatAMethodOfTheRunningLoopMakesIsKnownForCertain() {
    suite.test(
        """
        import asyncio

        kept = {}

        """
            + WIDE_AUTOUSE
            + """
            async def fill():
                kept["waiter"] = asyncio.get_running_loop().create_future()
                yield
                kept.clear()

            @pytest.mark.asyncio
            async def test_waits():
                await kept["waiter"]
            """);
    oneError("15");
  }

  @Test
  void whatIsPutIntoACopyIsNotInTheOriginal() {
    suite.test(
        """
        import asyncpg

        DEFAULTS = {"pool": None}

        """
            + WIDE_AUTOUSE
            + """
            async def settings():
                settings = DEFAULTS.copy()
                settings["pool"] = await asyncpg.create_pool()
                yield settings

            @pytest.mark.asyncio
            async def test_asks_the_original():
                if DEFAULTS["pool"]:
                    await DEFAULTS["pool"].fetch("select 1")

            @pytest.mark.asyncio
            async def test_asks_the_copy(settings):
                await settings["pool"].fetch("select 1")
            """);
    oneError("20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for _ in range(9):~    try:~        await it.open()~        await it.close()~        break~"
            + "    except OSError:~        await asyncio.sleep(1) |",
        "while flag:~    await it.open()~    if not flag:~        continue~    await it.close() |",
        "if flag:~    await it.open()~    await it.close() |",
        "if flag:~    await it.open()~print()~if flag:~    await it.close() |",
        "if flag:~    print()~else:~    await it.open()~    await it.close() |",
        "match flag:~    case 1:~        await it.open()~        await it.close() |",
        "try:~    await it.open()~except OSError:~    raise~else:~    await it.close() |",
        "if flag:~    async with asyncio.timeout(1):~        await it.open()~    await it.close() |",
        "for _ in range(9):~    it.pool = await asyncpg.create_pool('')~    await it.pool.close() |",
        "for _ in range(9):~    await db.open()~    await db.close()~it = db |",
        "if flag:~    await it.retried() |",
        "await db.open()~await db.close()~it = db |",
        "await db.close()~await db.open()~it = db | 27",
        "await it.open()~if flag:~    await it.close() | 26",
        "if flag:~    await it.open()~else:~    await it.close() | 27",
        "if flag:~    await it.open()~if asyncio:~    await it.close() | 27",
        "while flag:~    await it.open()~    if flag:~        break~    await it.close() | 28",
        "try:~    await it.open()~except OSError:~    await it.close() | 27",
      })
  void whatIsClosedWheneverItIsOpenedIsClosed(String body, @Nullable String line) {
    suite.test(
        """
        import asyncpg

        class Store:
            async def open(self):
                self.pool = await asyncpg.create_pool("")
            async def close(self):
                await self.pool.close()
            async def retried(self):
                for _ in range(9):
                    await self.open()
                    await self.close()
            async def count(self):
                return await self.pool.fetchval("select 1")

        db = Store()

        """
            + WIDE
            + "async def store(flag):\n    it = Store()\n"
            + (body.replace("~", "\n") + "\n").indent(4)
            + """
                return it

            @pytest.fixture(scope="session")
            def flag():
                return 1

            @pytest.mark.asyncio
            async def test_counts(store):
                await store.count()
            """);
    if (line == null) {
      silence();
    } else {
      assertThat(suite.places("LS002")).hasSize(1).allMatch(it -> it.endsWith(" error"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DEFAULTS.copy()",
        "dict(DEFAULTS)",
        "dict(DEFAULTS, more=1)",
        "dict(**DEFAULTS)",
        "{**DEFAULTS}",
        "{**DEFAULTS, 'more': 1}",
        "copy.copy(DEFAULTS)",
        "copy.deepcopy(DEFAULTS)",
        "DEFAULTS | {}",
        "{} | DEFAULTS",
        "{key: value for key, value in DEFAULTS.items()}",
        "collections.OrderedDict(DEFAULTS)",
        "collections.defaultdict(list, DEFAULTS)",
        "collections.ChainMap({}, DEFAULTS)",
      })
  void whatIsPutIntoACopyOfADictionaryIsNotInTheOriginal(String copy) {
    suite.test(
        "import asyncpg, copy, collections\nDEFAULTS = {\"pool\": None}\n"
            + WIDE_AUTOUSE
            + """
            async def settings():
                settings = %s
                settings["pool"] = await asyncpg.create_pool()
                yield settings

            @pytest.mark.asyncio
            async def test_asks_the_original():
                if DEFAULTS["pool"]:
                    await DEFAULTS["pool"].fetch("select 1")

            @pytest.mark.asyncio
            async def test_asks_the_copy(settings):
                await settings["pool"].fetch("select 1")
            """
                .formatted(copy));
    oneError("18");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list(DEFAULTS)",
        "[*DEFAULTS]",
        "DEFAULTS[:]",
        "DEFAULTS.copy()",
        "copy.copy(DEFAULTS)",
        "DEFAULTS + []",
        "sorted(DEFAULTS)",
        "list(reversed(DEFAULTS))",
        "[it for it in DEFAULTS]",
        "collections.deque(DEFAULTS)",
        "DEFAULTS * 2",
      })
  void whatIsPutIntoACopyOfAListIsNotInTheOriginal(String copy) {
    suite.test(
        "import asyncpg, copy, collections\nDEFAULTS = [None]\n"
            + WIDE_AUTOUSE
            + """
            async def settings():
                settings = %s
                settings[0] = await asyncpg.create_pool()
                settings.append(await asyncpg.create_pool())
                yield settings

            @pytest.mark.asyncio
            async def test_asks_the_original():
                if DEFAULTS[0]:
                    await DEFAULTS[0].fetch("select 1")
            """
                .formatted(copy));
    silence();
  }

  @Test
  void helperOfTheOuterConftestPutsItIntoADataclass() {
    suite
        .with(
            "conftest.py",
            """
            import asyncio
            import dataclasses

            @dataclasses.dataclass
            class Line:
                name: str
                reader: object
                writer: object

            async def dial(port):
                reader, writer = await asyncio.open_connection("localhost", port)
                return Line("a", reader, writer)
            """)
        .test(
            "from conftest import dial\n"
                + WIDE
                + """
                async def line():
                    return await dial(1)

                @pytest.mark.asyncio
                async def test_reads(line):
                    assert await line.reader.readline()
                """);
    oneError("10");
  }

  @Test
  void inheritedConstructorAndStaticMethodAreFollowed() {
    suite.test(
        """
        class Base:
            def __init__(self, process):
                self.process = process

            @staticmethod
            async def start():
                return await asyncio.create_subprocess_exec("cat")

        class Cat(Base):
            pass

        """
            + WIDE
            + """
            async def cat():
                yield Cat(await Cat.start())

            @pytest.mark.asyncio
            async def test_ends(cat):
                await cat.process.wait()
            """);
    oneError("20");
  }

  // A function that the fixture gives.

  @Test
  void lambdaHoldsTheSession() {
    suite.test(
        "import aiohttp\n"
            + WIDE
            + """
            async def get():
                async with aiohttp.ClientSession() as session:
                    yield lambda path: session.get(path)

            @pytest.mark.asyncio
            async def test_gets(get):
                await get("/")
            """);
    oneError("11");
  }

  @Test
  void boundMethodHoldsItsObject() {
    suite.test(
        "import asyncpg\n"
            + WIDE
            + """
            async def query():
                pool = await asyncpg.create_pool("")
                yield pool.fetch

            @pytest.mark.asyncio
            async def test_queries(query):
                await query("select 1")
            """);
    assertThat(suite.places("LS002")).containsExactly("test_it.py:11 warning");
  }

  @Test
  void functionScopedClosureOverASessionFixtureIsOfThatLoop() {
    suite.test(
        "import aiohttp\n"
            + WIDE
            + """
            async def session():
                async with aiohttp.ClientSession() as it:
                    yield it

            @pytest.fixture
            def get(session):
                async def inner(path):
                    return await session.get(path)

                return inner

            @pytest.mark.asyncio
            async def test_gets(get):
                await get("/")
            """);
    oneError("18");
  }

  // A variable of a module, or an attribute of a class.

  @Test
  void globalOfTheProjectIsFilledByAnAutouseFixture() {
    suite
        .with(
            "db.py",
            """
            import asyncpg

            pool = None

            async def start():
                global pool
                pool = await asyncpg.create_pool("")

            async def count():
                async with pool.acquire() as connection:
                    return await connection.fetchval("select 1")
            """)
        .test(
            "import db\n"
                + WIDE_AUTOUSE
                + """
                async def database():
                    await db.start()
                    yield

                @pytest.mark.asyncio
                async def test_counts():
                    assert await db.count()
                """);
    oneError("11");
  }

  @Test
  void attributeOfAClassIsFilledByAFixtureThatUsefixturesNames() {
    suite.test(
        """
        class Registry:
            queue = None

            @classmethod
            async def open(cls):
                cls.process = await asyncio.create_subprocess_exec("cat")

        """
            + WIDE
            + """
            async def registry():
                await Registry.open()
                yield

            @pytest.mark.asyncio
            @pytest.mark.usefixtures("registry")
            async def test_waits():
                await Registry.process.wait()
            """);
    oneError("18");
  }

  @Test
  void listOfAModuleIsAddedTo() {
    suite.test(
        "import websockets\nopened = []\n"
            + WIDE_AUTOUSE
            + """
            async def socket():
                opened.append(await websockets.connect("ws://localhost"))
                yield

            @pytest.mark.asyncio
            async def test_receives():
                assert await opened[0].recv()
            """);
    oneError("12");
  }

  // What runs, and what a library keeps.

  @Test
  void serverThatAFixtureLeavesRunningNeverAnswersAnotherLoop() {
    suite.test(
        WIDE
            + """
            async def port():
                server = await asyncio.start_server(print, "localhost", 0)
                yield server.sockets[0].getsockname()[1]
                server.close()

            @pytest.mark.asyncio
            async def test_connects(port):
                await asyncio.open_connection("localhost", port)
            """);
    oneError("11");
  }

  @Test
  void taskOfACoroutineOfTheProjectStandsStill() {
    suite
        .with(
            "worker.py",
            """
            import asyncio

            class Worker:
                def start(self):
                    self.task = asyncio.get_running_loop().create_task(self.work())

                async def work(self):
                    await asyncio.sleep(1)
            """)
        .test(
            "from worker import Worker\n"
                + WIDE_AUTOUSE
                + """
                async def worker():
                    Worker().start()
                    yield

                @pytest.mark.asyncio
                async def test_sleeps():
                    await asyncio.sleep(0)
                """);
    assertThat(suite.places("LS002")).containsExactly("test_it.py:11 warning");
  }

  @Test
  void modelsOfALibraryThatIsConnectedElsewhereAreDoubted() {
    suite.test(
        "from beanie import init_beanie\n"
            + WIDE_AUTOUSE
            + """
            async def models():
                await init_beanie(connection_string="mongodb://")

            @pytest.mark.asyncio
            async def test_finds():
                await asyncio.sleep(0)
            """);
    assertThat(suite.places("LS002")).containsExactly("test_it.py:10 warning");
  }

  // Synchronous fixtures.

  @Test
  void synchronousFixtureThatRunsALoopByHandLeavesWhatThatLoopOpened() {
    suite.test(
        """
        async def dial():
            return await asyncio.open_connection("localhost", 1)

        @pytest.fixture(scope="module")
        def line():
            return asyncio.run(dial())

        @pytest.mark.asyncio
        async def test_reads(line):
            await line[0].readline()
        """);
    oneError("12");
  }

  @Test
  void synchronousFixtureBindsToItsFirstUser() {
    suite.test(
        """
        from redis.asyncio import Redis
        @pytest.fixture(scope="session")
        def cache():
            return Redis()

        @pytest.mark.asyncio
        async def test_first(cache):
            await cache.get("a")

        @pytest.mark.asyncio
        async def test_second(cache):
            await cache.get("a")
        """);
    oneError("14");
  }

  @Test
  void synchronousFixtureOfOneTestBindsToThatTest() {
    suite.test(
        """
        from redis.asyncio import Redis
        @pytest.fixture
        def cache():
            return Redis()

        @pytest.mark.asyncio
        async def test_first(cache):
            await cache.get("a")

        @pytest.mark.asyncio
        async def test_second(cache):
            await cache.get("a")
        """);
    silence();
  }

  // Apps and their clients.

  @Test
  void clientIsAsHarmfulAsTheAppThatItHolds() {
    suite.test(
        """
        import asyncpg
        from httpx import ASGITransport, AsyncClient

        class App:
            async def start(self):
                self.pool = await asyncpg.create_pool("")

            async def __call__(self, scope, receive, send):
                await self.pool.fetchval("select 1")

        """
            + WIDE
            + """
            async def client():
                app = App()
                await app.start()
                async with AsyncClient(transport=ASGITransport(app)) as it:
                    yield it

            @pytest.mark.asyncio
            async def test_gets(client):
                await client.get("/")
            """);
    oneError("22");
  }

  @Test
  void clientOfAnAppThatHoldsNothingIsHarmless() {
    suite
        .with(
            "app.py",
            """
            class App:
                def __init__(self, name):
                    self.name = name

                async def __call__(self, scope, receive, send):
                    await send({"type": "http.response.start", "status": 200})
            """)
        .test(
            "from app import App\nfrom httpx import ASGITransport, AsyncClient\n"
                + WIDE
                + """
                async def client():
                    async with AsyncClient(transport=ASGITransport(app=App("a"))) as it:
                        yield it

                @pytest.mark.asyncio
                async def test_gets(client):
                    await client.get("/")
                """);
    silence();
  }

  // Nothing is left.

  @Test
  void whatIsOpenedAndClosedAgainIsNobodysMatter() {
    suite.test(
        "import asyncpg\ntables = []\n"
            + WIDE_AUTOUSE
            + """
            async def migrated():
                async with asyncpg.create_pool("") as pool:
                    tables.append(await pool.fetchval("select 1"))
                task = asyncio.create_task(asyncio.sleep(0))
                await task

            @pytest.mark.asyncio
            async def test_there():
                await asyncio.sleep(0)
                assert tables
            """);
    silence();
  }

  @Test
  void taskThatIsCancelledBeforeTheYieldIsNoTask() {
    suite.test(
        WIDE_AUTOUSE
            + """
            async def settled():
                task = asyncio.create_task(asyncio.sleep(1))
                task.cancel()
                yield

            @pytest.mark.asyncio
            async def test_sleeps():
                await asyncio.sleep(0)
            """);
    silence();
  }

  @Test
  void testsOfTheSameLoopMayWaitForEverything() {
    suite.test(
        "held = {}\n"
            + WIDE_AUTOUSE
            + """
            async def process():
                held["cat"] = await asyncio.create_subprocess_exec("cat")
                yield

            @pytest.mark.asyncio(loop_scope="session")
            async def test_waits():
                await held["cat"].wait()
            """);
    silence();
  }

  @Test
  void anotherElementOfADictionaryIsNotWhatWasOpened() {
    suite.test(
        "held = {}\n"
            + WIDE_AUTOUSE
            + """
            async def process():
                held["cat"] = await asyncio.create_subprocess_exec("cat")
                held["other"] = "a"
                yield

            @pytest.mark.asyncio
            async def test_waits():
                await asyncio.sleep(len(held["other"]))
            """);
    silence();
  }

  // Modules.

  @Test
  void clientOfAModuleOfTheProjectIsUsedThroughItsFunctions() {
    suite
        .with(
            "cache.py",
            """
            from redis.asyncio import Redis

            client = Redis()

            async def read(key):
                return await client.get(key)
            """)
        .test(
            """
            import cache

            @pytest.mark.asyncio
            async def test_tea():
                await cache.read("tea")

            @pytest.mark.asyncio
            async def test_milk():
                await cache.read("milk")
            """);
    assertThat(suite.places("LS026")).containsExactly("cache.py:3 error");
  }

  @Test
  void clientOfAModuleThatOneLoopUsesIsFine() {
    suite
        .with("cache.py", "from redis.asyncio import Redis\n\nclient = Redis()\n")
        .test(
            """
            from cache import client

            pytestmark = pytest.mark.asyncio(loop_scope="session")

            async def test_tea():
                await client.get("tea")

            async def test_milk():
                await client.get("milk")
            """);
    silence();
  }

  @Test
  void functionsThatCallEachOtherInACircleAreUnread() {
    suite.test(
        """
        async def ping(n):
            return await pong(n - 1)

        async def pong(n):
            return await ping(n - 1)

        """
            + WIDE
            + """
            async def both():
                yield await ping(3)

            @pytest.mark.asyncio
            async def test_both(both):
                assert both
            """);
    assertThat(suite.places("LS002")).containsExactly("test_it.py:15 warning");
  }

  @Test
  void taskWaitsForTheTestThatStartsIt() {
    suite.test(
        WIDE
            + """
            async def process():
                yield await asyncio.create_subprocess_exec("cat")

            @pytest.mark.asyncio
            async def test_waits(process):
                task = asyncio.create_task(process.wait())
                await asyncio.sleep(0)
                process.kill()
                await task

            @pytest.mark.asyncio
            async def test_waits_in_a_group(process):
                async with asyncio.TaskGroup() as group:
                    group.create_task(process.wait())
            """);
    oneError("9");
    assertThat(suite.messages("LS002").get(0)).contains("1 other test");
  }

  private static final String STORE =
      """
      import asyncpg

      class Store:
          async def connect(self):
              self._pool = await self._open()
              return self

          async def _open(self):
              return await asyncpg.create_pool("")

          async def count(self):
              return await self._one()

          async def _one(self):
              return await self._pool.fetchval("select 1")
      """;

  @Test
  void methodsCallMethodsOfTheirObject() {
    suite
        .with("store.py", STORE)
        .test(
            "from store import Store\n"
                + WIDE
                + """
                async def store():
                    return await Store().connect()

                @pytest.mark.asyncio
                async def test_counts(store):
                    assert await store.count()
                """);
    oneError("10");
  }

  @Test
  void methodsCallThoseThatTheClassOfTheObjectOverrides() {
    suite
        .with("store.py", STORE)
        .test(
            """
            from store import Store
            class Pool:
                async def fetchval(self, query):
                    return 1
            class Fake(Store):
                async def _open(self):
                    return Pool()

            """
                + WIDE
                + """
                async def store():
                    return await Fake().connect()

                @pytest.mark.asyncio
                async def test_counts(store):
                    assert await store.count()
                """);
    silence();
  }

  @Test
  void testCallsAMethodOfItsClass() {
    suite.test(
        WIDE
            + """
            async def cat():
                yield await asyncio.create_subprocess_exec("cat")

            class TestCat:
                async def end(self, process):
                    await process.wait()

                @pytest.mark.asyncio
                async def test_ends(self, cat):
                    await self.end(cat)
            """);
    oneError("13");
  }

  @Test
  void fixtureWaitsForWhatAnotherOneKeepsInAModule() {
    suite
        .with(
            "db.py",
            """
            import asyncpg
            pool = None
            async def connect():
                global pool
                pool = await asyncpg.create_pool("")
            async def clean():
                await pool.execute("truncate")
            """)
        .test(
            "import db\n"
                + WIDE
                + """
                async def database():
                    await db.connect()

                @pytest_asyncio.fixture
                async def cleaned(database):
                    await db.clean()

                @pytest.mark.asyncio
                async def test_nothing(cleaned):
                    await asyncio.sleep(0)
                """);
    assertThat(suite.places("LS003")).containsExactly("test_it.py:10 error");
  }

  @Test
  void fixtureThatConnectsForItselfWaitsForItsOwn() {
    suite
        .with(
            "db.py",
            """
            import asyncpg
            pool = None
            async def connect():
                global pool
                pool = await asyncpg.create_pool("")
            async def clean():
                await pool.execute("truncate")
            """)
        .test(
            "import db\n"
                + WIDE
                + """
                async def database():
                    await db.connect()

                @pytest_asyncio.fixture
                async def cleaned(database):
                    await db.connect()
                    await db.clean()

                @pytest.mark.asyncio
                async def test_nothing(cleaned):
                    await asyncio.sleep(0)
                """);
    assertThat(suite.places("LS003")).isEmpty();
  }

  @Test
  void fixtureSetsAnAttributeOfTheBaseClassOfTheTests() {
    suite.test(
        """
        class Base:
            @pytest_asyncio.fixture(scope="class", loop_scope="class", autouse=True)
            @classmethod
            async def start(cls):
                cls.cat = await asyncio.create_subprocess_exec("cat")
                cls.name = "cat"
                yield

        class TestCat(Base):
            @pytest.mark.asyncio
            async def test_ends(self):
                await self.cat.wait()

            @pytest.mark.asyncio
            async def test_name(self):
                await asyncio.sleep(len(self.name))
        """);
    oneError("14");
  }

  @Test
  void eachTestOfAnIsolatedTestCaseHasALoopOfItsOwn() {
    suite.test(
        """
        from unittest import IsolatedAsyncioTestCase
        from redis.asyncio import Redis
        client = Redis()
        class TestTea(IsolatedAsyncioTestCase):
            async def test_tea(self):
                await client.get("tea")
            async def test_milk(self):
                await client.get("milk")
        """);
    assertThat(suite.places("LS026")).containsExactly("test_it.py:6 error");
  }

  @Test
  void isolatedTestCaseMayOpenWhatItUses() {
    suite.test(
        """
        from unittest import IsolatedAsyncioTestCase
        from redis.asyncio import Redis
        class TestTea(IsolatedAsyncioTestCase):
            async def asyncSetUp(self):
                self.client = Redis()
            async def test_tea(self):
                await self.client.get("tea")
            async def test_milk(self):
                await self.client.get("milk")
        """);
    silence();
  }
}
