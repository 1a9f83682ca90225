package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of requests that tests have answered on another loop. */
class FixedClientsTest {
  private static final String SUITE =
      """
      import aiohttp
      import httpx
      import pytest
      import pytest_asyncio
      from fastapi import FastAPI
      from fastapi.testclient import TestClient

      app = FastAPI()

      @app.post("/proxy")
      async def proxy():
          async with app.state.http.get("http://localhost:1") as answer:
              return await answer.text()

      @pytest_asyncio.fixture(autouse=True)
      async def http():
          async with aiohttp.ClientSession() as app.state.http:
              yield

      """;

  private static FixedExample fixed(String mode, String test) {
    return FixedExample.of(
        "",
        new PageCase(
            "",
            List.of(
                PageFile.of("pytest.ini", "[pytest]\nasyncio_mode = " + mode + "\n"),
                PageFile.of("test_it.py", SUITE + test)),
            List.of()));
  }

  private static String after(String mode, String test) {
    return fixed(mode, test).suite().files().get(1).text();
  }

  @Test
  void syncTestAwaitsItsRequestsAndIsMarkedInStrictMode() {
    String test =
        """
        def test_it():
            with TestClient(app) as client:
                answer = client.post("/proxy", json={})
                assert client.post("/proxy").text == answer.text
        """;
    String after =
        """
        async def test_it():
            transport = httpx.ASGITransport(app=app)
            async with app.router.lifespan_context(app), httpx.AsyncClient(transport=transport, base_url="http://testserver", follow_redirects=True) as client:
                answer = await client.post("/proxy", json={})
                assert (await client.post("/proxy")).text == answer.text
        """;
    assertThat(after("auto", test)).endsWith("\n\n" + after);
    assertThat(after("strict", test)).endsWith("\n\n@pytest.mark.asyncio\n" + after);
    assertThat(fixed("auto", test).left()).isEmpty();
  }

  @Test
  void clientWithoutANameIsReplacedWhereItStands() {
    assertThat(
            after(
                "auto",
                """
                async def test_it():
                    assert TestClient(app).post("/proxy").status_code == 200
                """))
        .endsWith(
            """
            async def test_it():
                transport = httpx.ASGITransport(app=app)
                assert (await httpx.AsyncClient(transport=transport, base_url="http://testserver", follow_redirects=True).post("/proxy")).status_code == 200
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client = TestClient(app, headers={})\n    client.post('/proxy')",
        "client = TestClient(app)\n    client.post('/proxy', follow_redirects=False)",
        "client = TestClient(app)\n    client.post('/proxy')\n    show(client)",
        "client = TestClient(app)\n    client.post('/proxy')\n    client.websocket_connect('/')",
        "client = TestClient(app)\n    client.post('/proxy')\n    show(lambda: client.get('/'))",
        "transport = 1\n    TestClient(app).post('/proxy')",
      })
  void clientThatDoesMoreStays(String body) {
    String test = "def test_it():\n    " + body + "\n";
    assertThat(after("auto", test)).isEqualTo(SUITE + test);
  }
}
