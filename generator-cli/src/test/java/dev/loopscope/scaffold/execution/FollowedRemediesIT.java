package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What a remedy says that no fix does is done by hand here: each suite is red, is told so, and is
 * green in pytest and clean in a check afterwards.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class FollowedRemediesIT {
  private static final String PROJECT =
      """
      [project]
      name = "followed"
      version = "1.0"
      dependencies = ["aiohttp", "httpx", "pytest", "pytest-asyncio>=1.3", "starlette"]

      [tool.pytest.ini_options]
      pythonpath = ["."]
      """;

  /** Something that belongs to a loop and needs no server. */
  private static final String CAT =
      """
      import asyncio


      async def open_cat():
          pipe = asyncio.subprocess.PIPE
          return await asyncio.create_subprocess_exec("cat", stdin=pipe, stdout=pipe)


      async def ask(cat):
          cat.stdin.write(b"hello\\n")
          return (await cat.stdout.readline()).decode()
      """;

  /** A server that keeps connections open, and so keeps what a client binds to its loop. */
  private static final String UPSTREAM =
      """
      import http.server
      import threading


      class Answer(http.server.BaseHTTPRequestHandler):
          protocol_version = "HTTP/1.1"

          def do_GET(self):
              self.send_response(200)
              self.send_header("Content-Length", "2")
              self.end_headers()
              self.wfile.write(b"ok")

          def log_message(self, *arguments):
              pass


      server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
      server.daemon_threads = True
      threading.Thread(target=server.serve_forever, daemon=True).start()
      URL = f"http://127.0.0.1:{server.server_port}/"
      """;

  @TempDir Path directory = Path.of("");

  @Test
  void requestsThatTestClientSendsOnItsOwnLoop(Workbench bench) {
    assertFollowed(
        bench,
        "1 failed",
        List.of(
            "LS046 make `test_echo` async, and send its requests with an `httpx.AsyncClient` over"
                + " `httpx.ASGITransport`, on the loop of the test"),
        Map.of(
            "cat.py",
            CAT,
            "app.py",
            """
            from starlette.applications import Starlette
            from starlette.responses import PlainTextResponse
            from starlette.routing import Route

            from cat import ask


            async def echo(request):
                return PlainTextResponse(await ask(request.app.state.cat))


            app = Starlette(routes=[Route("/echo", echo)])
            """,
            "conftest.py",
            """
            import pytest
            import pytest_asyncio
            from starlette.testclient import TestClient

            from app import app
            from cat import open_cat


            @pytest_asyncio.fixture
            async def cat():
                app.state.cat = await open_cat()
                yield app.state.cat
                app.state.cat.terminate()
                await app.state.cat.wait()


            @pytest.fixture
            def client(cat):
                return TestClient(app)
            """,
            "test_it.py",
            """
            def test_echo(client):
                assert client.get("/echo").text == "hello\\n"
            """),
        Map.of(
            "conftest.py",
            """
            import httpx
            import pytest_asyncio

            from app import app
            from cat import open_cat


            @pytest_asyncio.fixture
            async def cat():
                app.state.cat = await open_cat()
                yield app.state.cat
                app.state.cat.terminate()
                await app.state.cat.wait()


            @pytest_asyncio.fixture
            async def client(cat):
                transport = httpx.ASGITransport(app=app)
                async with httpx.AsyncClient(transport=transport, base_url="http://app") as client:
                    yield client
            """,
            "test_it.py",
            """
            import pytest


            @pytest.mark.asyncio
            async def test_echo(client):
                assert (await client.get("/echo")).text == "hello\\n"
            """));
  }

  @Test
  void whatTheLifespanOpensUnderTestClient(Workbench bench) {
    assertFollowed(
        bench,
        "1 failed, 1 passed",
        List.of(
            "LS046 have an async fixture enter `app.router.lifespan_context(app)` in place of the"
                + " `TestClient`, and make the tests of its requests async, with an"
                + " `httpx.AsyncClient` over `httpx.ASGITransport`"),
        Map.of(
            "upstream.py",
            UPSTREAM,
            "app.py",
            """
            from contextlib import asynccontextmanager

            import aiohttp
            from starlette.applications import Starlette
            from starlette.responses import PlainTextResponse
            from starlette.routing import Route

            from upstream import URL


            async def proxy(request):
                async with request.app.state.http.get(URL) as response:
                    return PlainTextResponse(await response.text())


            @asynccontextmanager
            async def lifespan(app):
                async with aiohttp.ClientSession() as app.state.http:
                    yield


            app = Starlette(routes=[Route("/proxy", proxy)], lifespan=lifespan)
            """,
            "conftest.py",
            """
            import pytest
            from starlette.testclient import TestClient

            from app import app


            @pytest.fixture
            def client():
                with TestClient(app) as client:
                    yield client
            """,
            "test_it.py",
            """
            import pytest

            from app import app
            from upstream import URL


            def test_proxy(client):
                assert client.get("/proxy").text == "ok"


            @pytest.mark.asyncio
            async def test_session(client):
                async with app.state.http.get(URL) as response:
                    assert await response.text() == "ok"
            """),
        Map.of(
            "conftest.py",
            """
            import httpx
            import pytest_asyncio

            from app import app


            @pytest_asyncio.fixture
            async def client():
                async with app.router.lifespan_context(app):
                    transport = httpx.ASGITransport(app=app)
                    async with httpx.AsyncClient(transport=transport, base_url="http://app") as client:
                        yield client
            """,
            "test_it.py",
            """
            import pytest

            from app import app
            from upstream import URL


            @pytest.mark.asyncio
            async def test_proxy(client):
                assert (await client.get("/proxy")).text == "ok"


            @pytest.mark.asyncio
            async def test_session(client):
                async with app.state.http.get(URL) as response:
                    assert await response.text() == "ok"
            """));
  }

  @Test
  void clientOfTheAppMadeInItsLifespan(Workbench bench) {
    assertFollowed(
        bench,
        "1 failed, 1 passed",
        List.of(
            "LS026 make `http` in the lifespan of the app, and enter `TestClient` in a fixture; or"
                + " enter one `TestClient` for all tests, in a fixture of scope `session`"),
        Map.of(
            "upstream.py",
            UPSTREAM,
            "app.py",
            """
            import httpx
            from starlette.applications import Starlette
            from starlette.responses import PlainTextResponse
            from starlette.routing import Route

            from upstream import URL

            http = httpx.AsyncClient()


            async def proxy(request):
                return PlainTextResponse((await http.get(URL)).text)


            app = Starlette(routes=[Route("/proxy", proxy)])
            """,
            "test_it.py",
            """
            from starlette.testclient import TestClient

            from app import app

            client = TestClient(app)


            def test_proxy():
                assert client.get("/proxy").text == "ok"


            def test_proxy_again():
                assert client.get("/proxy").text == "ok"
            """),
        Map.of(
            "app.py",
            """
            from contextlib import asynccontextmanager

            import httpx
            from starlette.applications import Starlette
            from starlette.responses import PlainTextResponse
            from starlette.routing import Route

            from upstream import URL


            async def proxy(request):
                return PlainTextResponse((await request.app.state.http.get(URL)).text)


            @asynccontextmanager
            async def lifespan(app):
                async with httpx.AsyncClient() as app.state.http:
                    yield


            app = Starlette(routes=[Route("/proxy", proxy)], lifespan=lifespan)
            """,
            "test_it.py",
            """
            import pytest
            from starlette.testclient import TestClient

            from app import app


            @pytest.fixture
            def client():
                with TestClient(app) as client:
                    yield client


            def test_proxy(client):
                assert client.get("/proxy").text == "ok"


            def test_proxy_again(client):
                assert client.get("/proxy").text == "ok"
            """));
  }

  @Test
  void clientThatIsMadeOnce(Workbench bench) {
    assertFollowed(
        bench,
        "1 failed, 1 passed",
        List.of(
            "LS026 have an async fixture that is autouse (`@pytest_asyncio.fixture(autouse=True)`) put"
                + " a new `_http` there for each test"),
        Map.of(
            "upstream.py",
            UPSTREAM,
            "svc.py",
            """
            import httpx

            from upstream import URL

            _http = None


            def http():
                global _http
                if _http is None:
                    _http = httpx.AsyncClient()
                return _http


            async def fetch():
                return (await http().get(URL)).text
            """,
            "test_it.py",
            """
            import pytest

            from svc import fetch


            @pytest.mark.asyncio
            async def test_fetch():
                assert await fetch() == "ok"


            @pytest.mark.asyncio
            async def test_fetch_again():
                assert await fetch() == "ok"
            """),
        Map.of(
            "conftest.py",
            """
            import httpx
            import pytest_asyncio

            import svc


            @pytest_asyncio.fixture(autouse=True)
            async def http(monkeypatch):
                async with httpx.AsyncClient() as http:
                    monkeypatch.setattr(svc, "_http", http)
                    yield
            """));
  }

  @Test
  void clientThatACacheKeeps(Workbench bench) {
    assertFollowed(
        bench,
        "1 failed, 1 passed",
        List.of(
            "LS026 close it and call `cache_clear()` behind each test, in an async fixture that is"
                + " autouse (`@pytest_asyncio.fixture(autouse=True)`)"),
        Map.of(
            "upstream.py",
            UPSTREAM,
            "svc.py",
            """
            import functools

            import httpx

            from upstream import URL


            @functools.cache
            def http():
                return httpx.AsyncClient()


            async def fetch():
                return (await http().get(URL)).text
            """,
            "test_it.py",
            """
            import pytest

            from svc import fetch


            @pytest.mark.asyncio
            async def test_fetch():
                assert await fetch() == "ok"


            @pytest.mark.asyncio
            async def test_fetch_again():
                assert await fetch() == "ok"
            """),
        Map.of(
            "conftest.py",
            """
            import pytest_asyncio

            import svc


            @pytest_asyncio.fixture(autouse=True)
            async def http():
                yield
                await svc.http().aclose()
                svc.http.cache_clear()
            """));
  }

  @Test
  void sessionOfASetupMethod(Workbench bench) {
    assertFollowed(
        bench,
        "1 error",
        List.of("LS044 make an async fixture of `TestIt.setup_method` that is autouse"),
        Map.of(
            "test_it.py",
            """
            import aiohttp
            import pytest


            class TestIt:
                def setup_method(self):
                    self.session = aiohttp.ClientSession()

                @pytest.mark.asyncio
                async def test_it(self):
                    assert not self.session.closed
            """),
        Map.of(
            "test_it.py",
            """
            import aiohttp
            import pytest
            import pytest_asyncio


            class TestIt:
                @pytest_asyncio.fixture(autouse=True)
                async def session_of_each_test(self):
                    self.session = aiohttp.ClientSession()
                    yield
                    await self.session.close()

                @pytest.mark.asyncio
                async def test_it(self):
                    assert not self.session.closed
            """));
  }

  @Test
  void sessionOfASyncTest(Workbench bench) {
    assertFollowed(
        bench,
        "1 failed, 1 passed",
        List.of(
            "LS044 make `test_sync` async and mark it with `pytest.mark.asyncio`, or run what it"
                + " calls with `asyncio.run`"),
        Map.of(
            "test_it.py",
            """
            import aiohttp
            import pytest


            def test_sync():
                session = aiohttp.ClientSession()
                assert not session.closed


            @pytest.mark.asyncio
            async def test_async():
                pass
            """),
        Map.of(
            "test_it.py",
            """
            import asyncio

            import aiohttp
            import pytest


            def test_sync():
                async def opens():
                    session = aiohttp.ClientSession()
                    assert not session.closed
                    await session.close()

                asyncio.run(opens())


            @pytest.mark.asyncio
            async def test_async():
                pass
            """));
  }

  /**
   * Asserts that the broken suite is told to do what the followed one does.
   *
   * @param remedies rule and remedy of every finding
   * @param followed the files that following them changes
   */
  private void assertFollowed(
      Workbench bench,
      String counts,
      List<String> remedies,
      Map<String, String> broken,
      Map<String, String> followed) {
    assertThat(judged("broken", broken))
        .extracting(it -> it.rule().id() + " " + it.remedy())
        .containsExactlyElementsOf(remedies);
    run(bench, broken, List.of(counts));

    Map<String, String> mended = new TreeMap<>(broken);
    mended.putAll(followed);
    assertThat(judged("followed", mended)).isEmpty();
    run(bench, mended, List.of());
  }

  private List<Finding> judged(String name, Map<String, String> files) {
    JudgedSuite suite = new JudgedSuite(directory.resolve(name)).with("pyproject.toml", PROJECT);
    files.forEach(suite::with);
    return suite.findings();
  }

  private static void run(Workbench bench, Map<String, String> files, List<String> expected) {
    List<PageFile> all = new ArrayList<>(List.of(PageFile.of("pyproject.toml", PROJECT)));
    files.forEach((path, text) -> all.add(PageFile.of(path, text)));
    new PageTrial("", new PageCase("", all, List.of()), "newest", List.of(), expected)
        .assertHolds(bench);
  }
}
