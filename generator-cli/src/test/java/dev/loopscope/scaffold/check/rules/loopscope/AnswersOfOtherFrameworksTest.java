package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Applications of litestar and aiohttp whose handlers wait for a session of another loop, and the
 * same with a request that waits for nothing, or on the session's loop.
 */
class AnswersOfOtherFrameworksTest {
  private static final String LITESTAR =
      """
      import httpx, held
      from litestar import Controller, Litestar, Router, get, post
      @get("/")
      async def index() -> str:
          return (await held.session.get("/")).text
      @get("/plain")
      async def plain() -> str:
          return "plain"
      class Things(Controller):
          path = "/things"
          @post("/{name:str}")
          async def make(self, name: str) -> str:
              return (await held.session.get("/")).text
          @get()
          async def all(self) -> str:
              return "none"
          @get(["/a", "/b"])
          async def lettered(self) -> str:
              return "none"
          @get("/{number:int}")
          async def numbered(self, number: int) -> str:
              return (await held.session.get("/")).text
      app = Litestar(route_handlers=[index, plain, Router("/v1", route_handlers=[Things])])
      def client():
          return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://a")
      """;

  private static final String AIOHTTP =
      """
      import held
      from aiohttp import web
      from aiohttp.test_utils import TestClient, TestServer
      routes = web.RouteTableDef()
      SESSION = web.AppKey("session")
      @routes.get("/table")
      async def table(request):
          return web.Response(text=(await held.session.get("/")).text)
      async def index(request):
          return web.Response(text=(await request.app["session"].get("/")).text)
      async def keyed(request):
          return web.Response(text=(await request.app[SESSION].get("/")).text)
      async def plain(request):
          return web.Response(text="plain")
      class View(web.View):
          async def post(self):
              return web.Response(text=(await held.session.get("/")).text)
          async def get(self):
              return web.Response(text="plain")
      def client():
          app = web.Application()
          app["session"] = held.session
          app[SESSION] = held.session
          app.add_routes(routes)
          app.add_routes([web.get("/listed", index), web.get("/plain", plain)])
          app.router.add_get("/added", keyed)
          app.router.add_route("*", "/any", index)
          app.router.add_view("/view", View)
          return TestClient(TestServer(app))
      """;

  @TempDir private Path directory;

  /** The app, a request that waits for the session, and one that does not. */
  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of(LITESTAR, "get('/')", "get('/plain')"),
        Arguments.of(LITESTAR, "post('/v1/things/a')", "get('/v1/things')"),
        Arguments.of(LITESTAR, "get('/v1/things/7')", "get('/v1/things/b')"),
        Arguments.of(AIOHTTP, "get('/table')", "get('/plain')"),
        Arguments.of(AIOHTTP, "post('/view')", "get('/view')"));
  }

  private JudgedSuite suite(String app, String request, String loop) {
    return new JudgedSuite(directory)
        .with("app.py", app)
        .with("held.py", "session = None\n")
        .with("requirements.txt", "pytest-asyncio>=1.3\nlitestar\naiohttp\nhttpx\n")
        .test(
            """
            import aiohttp, app, held
            @pytest_asyncio.fixture(scope="session", loop_scope="session", autouse=True)
            async def opened():
                async with aiohttp.ClientSession() as held.session:
                    yield

            @pytest.mark.asyncio%s
            async def test_requests():
                async with app.client() as client:
                    await client.%s
            """
                .formatted(loop, request));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requestThatWaitsForWhatBelongsToAnotherLoopFails(
      String app, String request, String harmless) {
    assertThat(suite(app, request, "").places("LS002")).containsExactly("test_it.py:11 error");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requestThatWaitsForNothingIsFine(String app, String request, String harmless) {
    assertThat(suite(app, harmless, "").places("LS002")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requestOnTheLoopOfTheSessionIsFine(String app, String request, String harmless) {
    assertThat(suite(app, request, "(loop_scope='session')").findings()).isEmpty();
  }

  /** What an application of aiohttp keeps is found by the name that it was put there by. */
  @ParameterizedTest
  @MethodSource("kept")
  void keysOfAnApplicationAreToldApart(String route, String request, boolean fails) {
    JudgedSuite suite =
        new JudgedSuite(directory)
            .with("requirements.txt", "pytest-asyncio>=1.3\naiohttp\n")
            .test(
                """
                import aiohttp
                from aiohttp import web
                from aiohttp.test_utils import TestClient, TestServer
                SESSION, NAME = web.AppKey("session"), web.AppKey("name")
                KEY = web.AppKey("key")
                OTHER = web.AppKey("other")
                async def by_key(request):
                    return web.Response(text=(await request.app[KEY].get("/")).text)
                async def by_other(request):
                    return web.Response(text=(await request.app[OTHER].get("/")).text)
                async def by_text(request):
                    return web.Response(text=(await request.app["session"].get("/")).text)
                async def by_name(request):
                    return web.Response(text=(await request.app["name"].get("/")).text)
                @pytest_asyncio.fixture(scope="session", loop_scope="session")
                async def session():
                    async with aiohttp.ClientSession() as session:
                        yield session
                @pytest_asyncio.fixture
                async def client(session):
                    app = web.Application()
                    app[KEY] = app["session"] = session
                    app[OTHER] = app["name"] = "name"
                    app.add_routes([%s])
                    async with TestClient(TestServer(app)) as client:
                        yield client

                @pytest.mark.asyncio
                async def test_requests(client):
                    await client.%s
                """
                    .formatted(route, request));
    assertThat(suite.places("LS002").contains("test_it.py:32 error")).isEqualTo(fails);
    assertThat(suite.places("LS003")).noneMatch(it -> it.endsWith("error"));
  }

  static Stream<Arguments> kept() {
    return Stream.of(
        Arguments.of("web.get('/key', by_key)", "get('/key')", true),
        Arguments.of("web.get('/text', by_text)", "get('/text')", true),
        Arguments.of("web.get('/other', by_other)", "get('/other')", false),
        Arguments.of("web.get('/name', by_name)", "get('/name')", false));
  }

  @Test
  void clientsOfLitestarRunTheAppInAnotherThread() {
    JudgedSuite suite =
        new JudgedSuite(directory)
            .with("app.py", LITESTAR)
            .with("held.py", "session = None\n")
            .with("requirements.txt", "pytest-asyncio>=1.3\nlitestar\naiohttp\nhttpx\n")
            .test(
                """
                import aiohttp, held
                from litestar.testing import AsyncTestClient
                from app import app
                @pytest_asyncio.fixture(autouse=True)
                async def opened():
                    async with aiohttp.ClientSession() as held.session:
                        yield

                @pytest.mark.asyncio
                async def test_requests():
                    async with AsyncTestClient(app=app) as client:
                        await client.get("/")

                @pytest.mark.asyncio
                async def test_plain():
                    async with AsyncTestClient(app=app) as client:
                        await client.get("/plain")
                """);
    assertThat(suite.places("LS046")).containsExactly("test_it.py:15 error");
    assertThat(suite.messages("LS046"))
        .singleElement()
        .asString()
        .startsWith("`test_requests` has `AsyncTestClient` answer `GET /` on a loop of its own");
  }
}
