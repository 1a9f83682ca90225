package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fixtures that start an application, or fill what it uses, and tests that send requests to it: on
 * another loop than the fixture's, which is an error, and on the same one.
 */
class StartedAppsTest {
  private static final String LIFESPAN =
      """
      import aiohttp
      from contextlib import asynccontextmanager
      from fastapi import FastAPI, Request
      held = {}
      @asynccontextmanager
      async def lifespan(app):
          async with aiohttp.ClientSession() as session:
              held["it"] = app.state.it = session
              yield
      app = FastAPI(lifespan=lifespan)
      @app.get("/of-app")
      async def of_app(request: Request):
          return (await request.app.state.it.get("/")).status
      @app.get("/of-module")
      async def of_module():
          return (await held["it"].get("/")).status
      @app.get("/plain")
      async def plain():
          return 1
      """;

  private static final String ENDPOINTS =
      """
      import held
      from starlette.applications import Starlette
      from starlette.endpoints import HTTPEndpoint
      from starlette.routing import Route
      class Base(HTTPEndpoint):
          async def post(self, request):
              return await held.session.get("/")
      class Counts(Base):
          async def get(self, request):
              return await self.request.app.state.session.get("/")
          async def put(self, request):
              return self.request.app.state.session.closed
      app = Starlette(routes=[Route("/counts", Counts)])
      """;

  private static final String QUART =
      """
      import aiohttp
      from quart import Quart
      app = Quart(__name__)
      @app.before_serving
      async def start():
          app.session = aiohttp.ClientSession()
      @app.get("/count")
      async def count():
          return await app.session.get("/")
      @app.route("/plain")
      async def plain():
          return "plain"
      """;

  private static final String OVER_ASGI =
      "async with AsyncClient(transport=ASGITransport(app=%s), base_url='http://a') as it:";

  @TempDir private Path directory;

  /** The app, what the fixture enters, what it yields, and a request with one that is harmless. */
  static Stream<Arguments> apps() {
    String manager = "async with LifespanManager(app) as manager:\n        ";
    String context = "async with app.router.lifespan_context(app):\n        ";
    String filled =
        "async with aiohttp.ClientSession() as session:\n"
            + "        held.session = app.state.session = session\n        ";
    return Stream.of(
        Arguments.of(LIFESPAN, manager + asgi("app"), "get('/of-app')", "get('/plain')"),
        Arguments.of(LIFESPAN, manager + asgi("manager.app"), "get('/of-module')", "get('/plain')"),
        Arguments.of(LIFESPAN, context + asgi("app"), "get('/of-app')", "get('/plain')"),
        Arguments.of(ENDPOINTS, filled + asgi("app"), "get('/counts')", "put('/counts')"),
        Arguments.of(ENDPOINTS, filled + asgi("app"), "post('/counts')", "put('/counts')"),
        Arguments.of(
            QUART,
            "async with app.test_app() as started:\n        yield started.test_client()",
            "get('/count')",
            "get('/plain')"));
  }

  private static String asgi(String app) {
    return OVER_ASGI.formatted(app) + "\n            yield it";
  }

  private List<String> found(String app, String fixture, String request, String loop) {
    return new JudgedSuite(directory)
        .with("app.py", app)
        .with("held.py", "session = None\n")
        .test(
            """
            import aiohttp, held
            from asgi_lifespan import LifespanManager
            from httpx import ASGITransport, AsyncClient
            from app import app
            @pytest_asyncio.fixture(scope="session", loop_scope="session")
            async def client():
                %s

            @pytest.mark.asyncio%s
            async def test_requests(client):
                await client.%s
            """
                .formatted(fixture, loop, request))
        .with("requirements.txt", "pytest-asyncio>=1.3\nfastapi\nstarlette\nquart\n")
        .places("LS002");
  }

  @ParameterizedTest
  @MethodSource("apps")
  void requestThatWaitsForWhatBelongsToAnotherLoopFails(
      String app, String fixture, String request, String harmless) {
    assertThat(found(app, fixture, request, "")).singleElement().asString().endsWith(" error");
  }

  @ParameterizedTest
  @MethodSource("apps")
  void requestThatWaitsForNothingIsNoError(
      String app, String fixture, String request, String harmless) {
    assertThat(found(app, fixture, harmless, "")).noneMatch(it -> it.endsWith(" error"));
  }

  @ParameterizedTest
  @MethodSource("apps")
  void requestOnTheLoopOfTheAppIsFine(String app, String fixture, String request, String harmless) {
    assertThat(found(app, fixture, request, "(loop_scope='session')")).isEmpty();
  }

  @Test
  void clientOfAThreadSendsToAnEndpointOnItsOwnLoop() {
    JudgedSuite suite =
        new JudgedSuite(directory)
            .with("app.py", ENDPOINTS)
            .with("held.py", "session = None\n")
            .with("requirements.txt", "pytest-asyncio>=1.3\nstarlette\n")
            .test(
                """
                import aiohttp
                from starlette.testclient import TestClient
                from app import app
                @pytest_asyncio.fixture
                async def client():
                    async with aiohttp.ClientSession() as session:
                        app.state.session = session
                        yield TestClient(app)

                @pytest.mark.asyncio
                async def test_counts(client):
                    client.get("/counts")

                @pytest.mark.asyncio
                async def test_puts(client):
                    client.put("/counts")
                """);
    assertThat(suite.places("LS046")).containsExactly("test_it.py:15 error");
  }

  @Test
  void requestOfATestExcusesNothingElseThatItWaitsFor() {
    JudgedSuite suite =
        new JudgedSuite(directory)
            .with("app.py", LIFESPAN)
            .with("requirements.txt", "pytest-asyncio>=1.3\nfastapi\n")
            .test(
                """
                from httpx import ASGITransport, AsyncClient
                from app import app
                @pytest_asyncio.fixture
                async def client():
                    async with AsyncClient(transport=ASGITransport(app=app)) as it:
                        yield it
                @pytest_asyncio.fixture(scope="session", loop_scope="session")
                async def reader():
                    it, writer = await asyncio.open_connection("localhost", 7)
                    yield it

                @pytest.mark.asyncio
                async def test_reads(client, reader):
                    await client.get("/plain")
                    await reader.readline()
                """);
    assertThat(suite.places("LS002")).containsExactly("test_it.py:16 error");
  }
}
