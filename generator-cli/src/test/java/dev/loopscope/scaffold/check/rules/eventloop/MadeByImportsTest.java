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

/** What the import of a module of the project does with loops, and who notices. */
class MadeByImportsTest {
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
  void moduleThatRunsALoopKeepsWhatThatLoopOpened() {
    suite.test(
        """
        async def dial():
            return await asyncio.open_connection("localhost", 1)

        reader, writer = asyncio.run(dial())

        async def test_reads():
            await reader.readline()
        """);
    error("test_it.py:7");
  }

  @Test
  void moduleThatRunsALoopKeepsWhatAMethodOfAClassOpened() {
    suite.test(
        """
        class Client:
            def __init__(self, reader):
                self.reader = reader
            @classmethod
            async def open(cls):
                reader, writer = await asyncio.open_connection("localhost", 1)
                return cls(reader)
            @staticmethod
            async def all():
                return {"it": await asyncio.open_connection("localhost", 1)}
            async def ask(self):
                return await self.reader.readline()

        client = asyncio.run(Client.open())
        with asyncio.Runner() as runner:
            clients = runner.run(Client.all())

        async def test_asks():
            await client.ask()

        async def test_reads():
            await clients["it"][0].readline()
        """);
    assertThat(suite.places("LS026")).containsExactly("test_it.py:17 error", "test_it.py:19 error");
  }

  @Test
  void requestsToAnAppOfOneClientAreAnsweredOnALoopEach() {
    suite
        .with("requirements.txt", "pytest-asyncio>=1.3\nfastapi\n")
        .test(
            """
            import aiohttp
            from fastapi import FastAPI
            from fastapi.testclient import TestClient

            app = FastAPI()
            jobs, lock = asyncio.Queue(), asyncio.Lock()
            held = {}

            def session():
                if "it" not in held:
                    held["it"] = aiohttp.ClientSession()
                return held["it"]

            @app.get("/job")
            async def job():
                try:
                    return await asyncio.wait_for(jobs.get(), 0.05)
                except TimeoutError:
                    return "none"

            @app.get("/locked")
            async def locked():
                async with lock:
                    return 1

            @app.get("/fetched")
            async def fetched():
                return (await session().get("/")).status

            client = TestClient(app)

            def test_one():
                client.get("/job")
                client.get("/locked")
                client.get("/fetched")

            def test_other():
                client.get("/job")
                client.get("/locked")
                client.get("/fetched")
            """);
    assertThat(suite.places("LS026")).containsExactly("test_it.py:9 error", "test_it.py:14 error");
  }

  @Test
  void requestThatNeedNotWaitBindsNothing() {
    suite
        .with("requirements.txt", "pytest-asyncio>=1.3\nfastapi\n")
        .test(
            """
            from fastapi import FastAPI
            from fastapi.testclient import TestClient

            app = FastAPI()
            jobs = asyncio.Queue()

            @app.get("/job")
            async def job():
                jobs.put_nowait(1)
                return await jobs.get()

            client = TestClient(app)

            def test_one():
                client.get("/job")

            def test_other():
                client.get("/job")
            """);
    silence();
  }

  @Test
  void eachItemOfAParametrizedTestHasALoop() {
    String module =
        """
        import redis.asyncio
        client, other = redis.asyncio.Redis(), redis.asyncio.Redis()
        limit = asyncio.Semaphore(1)

        async def work():
            async with limit:
                await asyncio.sleep(0.01)

        """;
    suite.test(
        module
            + """
            @pytest.mark.parametrize("n", [1, 2])
            async def test_pings(n):
                await client.ping()
                await asyncio.gather(work(), work())
            """);
    assertThat(suite.places("LS026")).containsExactly("test_it.py:5 error", "test_it.py:6 error");
    suite.test(
        module
            + """
            @pytest.mark.parametrize("n", [pytest.param(1, marks=pytest.mark.skip), 2])
            async def test_pings(n):
                await client.ping()
                await asyncio.gather(work(), work())

            @pytest.mark.parametrize("n", [1])
            async def test_pings_other(n):
                await other.ping()
            """);
    silence();
    suite.test(
        module
            + """
            @pytest.mark.parametrize("n", [1, 2])
            async def test_pings_once(n):
                if n > 1:
                    await other.ping()
            """);
    silence();
  }

  @Test
  void propertyThatIsCachedBelongsToTheLoopOfWhoAsksFirst() {
    suite
        .with(
            "app.py",
            """
            import functools, aiohttp

            class Api:
                @functools.cached_property
                def session(self):
                    return aiohttp.ClientSession()

                @property
                def fresh(self):
                    return aiohttp.ClientSession()

                async def status(self):
                    async with self.session.get("/") as response:
                        return response.status

                async def other_status(self):
                    async with self.fresh.get("/") as response:
                        return response.status

            api = Api()
            """)
        .test(
            """
            from app import Api, api

            async def test_one():
                await api.status()

            async def test_other():
                await api.status()
            """);
    error("app.py:6");
    suite.test(
        """
        from app import Api, api

        async def test_one():
            await Api().status()
            await api.other_status()

        async def test_other():
            await Api().status()
            await api.other_status()
        """);
    silence();
  }

  @Test
  void queueThatMethodsOfATestCaseWaitForIsBoundByTheFirst() {
    suite.test(
        """
        import unittest
        queue = asyncio.Queue()

        class TestJobs(unittest.IsolatedAsyncioTestCase):
            async def test_one(self):
                with self.assertRaises(TimeoutError):
                    await asyncio.wait_for(queue.get(), 0.01)
            async def test_other(self):
                with self.assertRaises(TimeoutError):
                    await asyncio.wait_for(queue.get(), 0.01)
        """);
    error("test_it.py:5");
  }

  @Test
  void poolIsOpenedByHandInAModuleOfTheProject() {
    suite
        .with(
            "db.py",
            """
            import asyncio, asyncpg

            loop = asyncio.new_event_loop()
            pool = loop.run_until_complete(asyncpg.create_pool(""))

            async def count():
                return await pool.fetchval("select 1")
            """)
        .test(
            """
            import db

            async def test_counts():
                await db.count()
            """);
    error("db.py:4");
  }

  @Test
  void poolThatTheImportMakesIsAwaitedInAFixtureOfTheTest() {
    suite
        .with(
            "db.py",
            """
            import asyncpg

            pool = asyncpg.create_pool("")

            async def init():
                await pool
            """)
        .test(
            """
            import db

            @pytest_asyncio.fixture(autouse=True)
            async def database():
                await db.init()

            async def test_counts():
                await db.pool.fetchval("select 1")
            """);
    error("db.py:3");
  }

  @Test
  void sessionNeedsALoopInAModuleThatAModuleImports() {
    suite
        .with("shop/__init__.py", "")
        .with("shop/http.py", "import aiohttp\n\nsession = aiohttp.ClientSession()\n")
        .with("shop/prices.py", "from .http import session\n")
        .test(
            """
            import aiohttp
            from shop import prices

            async def test_prices():
                assert prices
            """);
    error("shop/http.py:3");
  }

  @Test
  void constructorOfTheProjectNeedsALoopDuringTheImport() {
    suite
        .with(
            "api.py",
            """
            import aiohttp

            class Api:
                def __init__(self):
                    self.session = aiohttp.ClientSession()

            api = Api()
            """)
        .test(
            """
            import aiohttp
            from api import api

            async def test_api():
                assert api
            """);
    error("api.py:7");
  }

  @Test
  void moduleThatAFunctionImportsMayBeImportedOnALoop() {
    suite
        .with("http.py", "import aiohttp\n\nsession = aiohttp.ClientSession()\n")
        .test(
            """
            import aiohttp

            async def test_prices():
                from .http import session
                await session.get("/")
            """);
    silence();
  }

  @Test
  void moduleMayRunALoopForANumber() {
    suite.test(
        """
        async def load():
            await asyncio.sleep(0)
            return [1, 2]

        VALUES = asyncio.run(load())

        async def test_values():
            await asyncio.sleep(VALUES[0])
        """);
    silence();
  }

  @Test
  void fixtureReplacesWhatTheImportMade() {
    suite
        .with("db.py", "import asyncpg\n\npool = asyncpg.create_pool('')\n")
        .test(
            """
            import db, asyncpg

            @pytest_asyncio.fixture(autouse=True)
            async def database():
                db.pool = await asyncpg.create_pool("")

            async def test_counts():
                await db.pool.fetchval("select 1")
            """);
    silence();
  }

  @Test
  void patchReplacesWhatTheImportMade() {
    suite
        .with("db.py", "import asyncpg\n\npool = asyncpg.create_pool('')\n")
        .test(
            """
            import db

            @pytest.fixture(autouse=True)
            def database(monkeypatch):
                monkeypatch.setattr("db.pool", Fake())

            async def test_counts():
                await db.pool.fetchval("select 1")
            """);
    silence();
  }

  @Test
  void poolThatIsMadeWhenItIsAskedForBelongsToWhoAsks() {
    suite
        .with(
            "db.py",
            """
            import asyncpg

            pool = None

            async def connect():
                global pool
                pool = await asyncpg.create_pool("")
            """)
        .test(
            """
            import db

            async def test_counts():
                await db.connect()
                await db.pool.fetchval("select 1")
            """);
    silence();
  }

  @Test
  void methodThatTheLoopCallsLaterFillsTheQueueOfAClass() {
    suite
        .with(
            "bus.py",
            """
            import asyncio
            class Bus:
                queue = asyncio.Queue()
                @classmethod
                def send(cls, message):
                    cls.queue.put_nowait(message)
                @classmethod
                async def receive(cls):
                    return await cls.queue.get()
            """)
        .test(
            """
            from bus import Bus
            async def test_receives():
                asyncio.get_running_loop().call_later(0.01, Bus.send, "a")
                await Bus.receive()
            async def test_receives_more():
                asyncio.get_running_loop().call_later(0.01, Bus.send, "b")
                await Bus.receive()
            """);
    error("bus.py:3");
  }

  @Test
  void testCasesThatPutANewOneIntoTheModuleShareNone() {
    suite
        .with("visits.py", "from redis.asyncio import Redis\n\npool = Redis()\n")
        .test(
            """
            import unittest
            import visits
            class VisitsTest(unittest.IsolatedAsyncioTestCase):
                async def asyncSetUp(self):
                    visits.pool = visits.Redis()
                async def test_counts(self):
                    await visits.pool.incr("a")
                async def test_counts_on(self):
                    await visits.pool.incr("a")
            """);
    silence();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "def pytest_runtest_setup(item):~    svc.renew() | | | false",
        "def pytest_runtest_setup(item):~    importlib.reload(svc) | | | false",
        "@pytest.fixture(autouse=True)~async def a():~    yield~    await svc.client.aclose() | | | false",
        "@pytest.fixture(autouse=True)~def a(request):~    request.addfinalizer(svc.renew) | | | false",
        "| def setup_function():~    svc.renew() | | false",
        "| | await svc.client.aclose() | false",
        "def pytest_runtest_setup(item):~    svc.other() | | | true",
        "| def setup_function():~    svc.other() | | true",
      })
  void whatIsRenewedOrClosedBetweenTestsIsOfNoImport(
      @Nullable String conftest, @Nullable String setUp, @Nullable String end, boolean told) {
    String body = "    await svc.client.get('x')\n" + (end == null ? "" : "    " + end + "\n");
    suite
        .with(
            "svc.py",
            """
            from redis.asyncio import Redis
            client = Redis()
            def other():
                pass
            def renew():
                global client
                client = Redis()
            """)
        .with(
            "conftest.py",
            "import importlib, pytest, svc\n"
                + (conftest == null ? "" : conftest.replace("~", "\n") + "\n"))
        .test(
            "import svc\n"
                + (setUp == null ? "" : setUp.replace("~", "\n") + "\n")
                + "async def test_a():\n"
                + body
                + "async def test_b():\n"
                + body);
    assertThat(suite.places("LS026").isEmpty()).isEqualTo(!told);
  }
}
