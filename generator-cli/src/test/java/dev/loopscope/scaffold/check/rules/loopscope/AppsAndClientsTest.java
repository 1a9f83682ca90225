package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of tests, followed to the functions of the app that answer them, on whatever loop. */
class AppsAndClientsTest {
  private static final String POOL =
      """
      import asyncpg
      pool = None
      async def connect():
          global pool
          pool = await asyncpg.create_pool("")
      async def count():
          return await pool.fetchval("select 1")
      """;

  private static final String SHOP =
      """
      from fastapi import APIRouter, FastAPI
      import db
      router = APIRouter(prefix="/api")
      @router.get("/count/{shelf}")
      async def count(shelf):
          return await db.count()
      @router.get("/plain")
      async def plain():
          return 1
      app = FastAPI()
      app.include_router(router)
      """;

  private JudgedSuite suite = new JudgedSuite(Path.of(""));

  @BeforeEach
  void writeNothingYet(@TempDir Path directory) {
    suite = new JudgedSuite(directory).on(">=1.3", "asyncio_mode = auto");
  }

  private void only(String rule, String place) {
    for (String other : new String[] {"LS002", "LS026", "LS046"}) {
      if (other.equals(rule)) {
        assertThat(suite.places(other)).containsExactly(place);
      } else {
        assertThat(suite.places(other)).isEmpty();
      }
    }
  }

  private void silence() {
    only("", "");
  }

  @Test
  void dependencyIsOverriddenByWhatAnAsyncFixtureMade() {
    suite
        .with(
            "app.py",
            """
            from typing import Annotated
            import aiohttp
            from fastapi import Depends, FastAPI
            app = FastAPI()
            async def get_session():
                async with aiohttp.ClientSession() as it:
                    yield it
            Session = Annotated[aiohttp.ClientSession, Depends(get_session)]
            @app.get("/proxy")
            async def proxy(session: Session):
                return (await session.get("/")).status
            """)
        .test(
            """
            import aiohttp
            from fastapi.testclient import TestClient
            from app import app, get_session
            @pytest.fixture
            async def session():
                async with aiohttp.ClientSession() as it:
                    yield it
            @pytest.fixture
            def client(session):
                app.dependency_overrides[get_session] = lambda: session
                return TestClient(app)
            async def test_proxy(client):
                assert client.get("/proxy").status_code == 200
            """);
    only("LS046", "test_it.py:16 error");
  }

  @Test
  void dependencyThatIsNotOverriddenMakesItsOwn() {
    suite
        .with(
            "app.py",
            """
            import aiohttp
            from fastapi import Depends, FastAPI
            app = FastAPI()
            async def get_session():
                async with aiohttp.ClientSession() as it:
                    yield it
            @app.get("/proxy")
            async def proxy(session=Depends(get_session)):
                return (await session.get("/")).status
            """)
        .test(
            """
            import aiohttp
            from fastapi.testclient import TestClient
            from app import app, get_session
            @pytest.fixture
            async def session():
                async for it in get_session():
                    yield it
            async def test_proxy(session):
                assert TestClient(app).get("/proxy").status_code == 200
            """);
    silence();
  }

  @Test
  void poolOfTheTestsLoopIsUsedThroughTestClient() {
    suite
        .with("db.py", POOL)
        .with("shop.py", SHOP)
        .test(
            """
            import db
            from starlette.testclient import TestClient
            from shop import app
            @pytest.fixture(autouse=True)
            async def database():
                await db.connect()
            def test_count():
                shelf = 3
                TestClient(app).get(f"/api/count/{shelf}?full=1")
            """);
    only("LS046", "test_it.py:12 error");
  }

  @Test
  void anotherRouteDoesNotUseThePool() {
    suite
        .with("db.py", POOL)
        .with("shop.py", SHOP)
        .test(
            """
            import db
            from starlette.testclient import TestClient
            from shop import app
            @pytest.fixture(autouse=True)
            async def database():
                await db.connect()
            def test_plain():
                TestClient(app).get("/api/plain")
            """);
    silence();
  }

  @Test
  void whoAnswersAPathThatIsComputedIsNotKnown() {
    suite
        .with("db.py", POOL)
        .with("shop.py", SHOP)
        .test(
            """
            import db
            from starlette.testclient import TestClient
            from shop import app
            @pytest.fixture(autouse=True)
            async def database():
                await db.connect()
            @pytest.mark.parametrize("path", ["/api/plain"])
            def test_plain(path):
                TestClient(app).get(path)
            """);
    silence();
  }

  @Test
  void clientOverTheTransportAnswersOnTheLoopOfTheTest() {
    suite
        .with("db.py", POOL)
        .with("shop.py", SHOP)
        .test(
            """
            import db
            from httpx import ASGITransport, AsyncClient
            from shop import app
            @pytest.fixture(autouse=True)
            async def database():
                await db.connect()
            @pytest.fixture
            async def client():
                async with AsyncClient(transport=ASGITransport(app=app)) as it:
                    yield it
            async def test_count(client):
                await client.get("http://shop/api/count/1")
            """);
    silence();
  }

  @Test
  void clientOverTheTransportUsesThePoolOfTheSession() {
    suite
        .with("db.py", POOL)
        .with("shop.py", SHOP)
        .test(
            """
            import db
            from httpx import ASGITransport, AsyncClient
            from shop import app
            @pytest_asyncio.fixture(scope="session", loop_scope="session", autouse=True)
            async def database():
                await db.connect()
            @pytest.fixture
            async def client():
                async with AsyncClient(transport=ASGITransport(app=app)) as it:
                    yield it
            async def test_count(client):
                await client.get("http://shop/api/count/1")
            """);
    only("LS002", "test_it.py:14 error");
  }

  @Test
  void whatTheLifespanOpensBelongsToTheLoopOfTheClient() {
    suite
        .with(
            "app.py",
            """
            from contextlib import asynccontextmanager
            import asyncpg
            from fastapi import FastAPI
            @asynccontextmanager
            async def lifespan(app):
                app.state.pool = await asyncpg.create_pool("")
                yield
                await app.state.pool.close()
            app = FastAPI(lifespan=lifespan)
            @app.get("/count")
            async def count():
                return await app.state.pool.fetchval("select 1")
            """)
        .test(
            """
            from fastapi.testclient import TestClient
            from app import app
            @pytest.fixture
            def client():
                with TestClient(app) as it:
                    yield it
            def test_count(client):
                client.get("/count")
            async def test_pool(client):
                await app.state.pool.fetchval("select 1")
            """);
    only("LS046", "test_it.py:12 error");
  }

  @Test
  void appIsMadeByAFixtureAndHoldsWhatThatOpened() {
    suite.test(
        """
        import aiohttp
        from starlette.applications import Starlette
        from starlette.routing import Mount, Route
        from starlette.testclient import TestClient
        async def home(request):
            return await request.app.state.session.get("/")
        @pytest.fixture
        async def app():
            app = Starlette(routes=[Mount("/shop", routes=[Route("/home", home)])])
            async with aiohttp.ClientSession() as session:
                app.state.session = session
                yield app
        @pytest.mark.asyncio
        async def test_home(app):
            client = TestClient(app)
            client.get("/shop/home")
        """);
    only("LS046", "test_it.py:19 error");
  }

  @Test
  void appIsMadeByAFactoryThatRegistersFunctionsOfItsOwn() {
    suite
        .with("db.py", POOL)
        .with(
            "factory.py",
            """
            from fastapi import FastAPI
            import db
            def create_app():
                app = FastAPI()
                @app.post("/count")
                async def count():
                    return await db.count()
                return app
            """)
        .test(
            """
            import db
            from fastapi.testclient import TestClient
            from factory import create_app
            @pytest.fixture
            async def database():
                await db.connect()
            @pytest.fixture
            def app(database):
                return create_app()
            @pytest.fixture
            def client(app):
                return TestClient(app)
            def test_count(client):
                client.post("/count")
            """);
    only("LS046", "test_it.py:17 error");
  }

  @Test
  void requestsWithoutAnEnteredClientRunOnALoopEach() {
    suite
        .with(
            "app.py",
            """
            from fastapi import FastAPI
            from redis.asyncio import Redis
            app = FastAPI()
            redis = Redis()
            @app.get("/tea")
            async def tea():
                return await redis.get("tea")
            """)
        .test(
            """
            from fastapi.testclient import TestClient
            from app import app
            client = TestClient(app)
            def test_tea():
                client.get("/tea")
                client.get("/tea")
            """);
    only("LS026", "app.py:4 error");
  }

  @Test
  void requestsOfAClientThatIsEnteredRunOnOneLoop() {
    suite
        .with(
            "app.py",
            """
            from fastapi import FastAPI
            from redis.asyncio import Redis
            app = FastAPI()
            redis = Redis()
            @app.get("/tea")
            async def tea():
                return await redis.get("tea")
            """)
        .test(
            """
            from fastapi.testclient import TestClient
            from app import app
            @pytest.fixture(scope="module")
            def client():
                with TestClient(app) as it:
                    yield it
            def test_tea(client):
                client.get("/tea")
            def test_more_tea(client):
                client.get("/tea")
            """);
    silence();
  }

  @Test
  void engineOfTheAppIsUsedThroughDependenciesByTestsOfTheirOwnLoops() {
    suite
        .with(
            "app.py",
            """
            from fastapi import Depends, FastAPI
            from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
            engine = create_async_engine("postgresql+asyncpg://localhost/a")
            make = async_sessionmaker(engine)
            app = FastAPI()
            async def get_db():
                async with make() as session:
                    yield session
            @app.get("/n")
            async def n(db=Depends(get_db)):
                return await db.execute("select 1")
            """)
        .test(
            """
            from httpx import ASGITransport, AsyncClient
            from app import app
            @pytest.fixture
            async def client():
                async with AsyncClient(transport=ASGITransport(app=app), base_url="http://a") as it:
                    yield it
            async def test_one(client):
                await client.get("/n")
            async def test_two(client):
                await client.get("/n")
            """);
    only("LS026", "app.py:3 error");
  }

  @Test
  void dictionaryIsNoClient() {
    suite.test(
        """
        import aiohttp
        @pytest.fixture
        async def paths():
            async with aiohttp.ClientSession() as session:
                yield {"/": session}
        def test_paths(paths):
            assert paths.get("/")
        """);
    silence();
  }
}
