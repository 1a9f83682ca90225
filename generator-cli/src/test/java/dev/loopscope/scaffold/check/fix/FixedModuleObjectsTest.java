package dev.loopscope.scaffold.check.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what imports open on a loop, or make once for tests of several. */
class FixedModuleObjectsTest {
  private static final PageFile API =
      PageFile.of(
          "app.py",
          """
          import asyncio, aiohttp

          HOST = "http://localhost:1"

          class Api:
              def __init__(self, session, host):
                  self.session = session
              @classmethod
              async def connect(cls, host):
                  return cls(aiohttp.ClientSession(), host)
              async def status(self):
                  async with self.session.get("http://localhost:1") as answer:
                      return answer.status

          api = asyncio.run(Api.connect(HOST))

          async def status():
              return await api.status()
          """);

  private static FixedExample fixed(PageFile... files) {
    List<PageFile> all =
        new ArrayList<>(List.of(PageFile.of("pytest.ini", "[pytest]\nasyncio_mode = auto\n")));
    all.addAll(List.of(files));
    return FixedExample.of("", new PageCase("", all, List.of()));
  }

  private static String text(FixedExample fixed) {
    return fixed.suite().files().get(fixed.suite().files().size() - 1).text();
  }

  private static String after(String test) {
    return text(fixed(PageFile.of("test_it.py", test)));
  }

  @Test
  void testsThatImportANameGetTheNewOneUnderIt() {
    FixedExample fixed =
        fixed(
            API,
            PageFile.of(
                "test_it.py",
                """
                from app import api as client

                async def test_it():
                    await client.status()
                """));
    assertThat(text(fixed))
        .isEqualTo(
            """
            import pytest
            from app import api as client, Api, HOST

            @pytest.fixture(autouse=True)
            async def new_api(monkeypatch):
                api = await Api.connect(HOST)
                monkeypatch.setattr("app.api", api)
                monkeypatch.setattr(f"{__name__}.client", api)


            async def test_it():
                await client.status()
            """);
    assertThat(fixed.left()).isEmpty();
  }

  @Test
  void testsThatCallTheModuleNeedItThereAlone() {
    assertThat(
            text(
                fixed(
                    API,
                    PageFile.of(
                        "test_it.py",
                        """
                        from app import status

                        async def test_it():
                            await status()
                        """))))
        .contains("from app import status, Api, HOST\n")
        .contains("    monkeypatch.setattr(\"app.api\", api)\n\n\nasync def test_it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        @pytest.fixture(autouse=True)
        def early():
            return api
        """,
        """
        @pytest.fixture(scope="module", autouse=True)
        def early():
            return app.status
        """,
        """
        class TestMore:
            status = staticmethod(api.status)
        """,
        """
        class TestMore:
            def setup_method(self):
                self.api = api
        """,
        """
        first = app.api
        """,
      })
  void whatSeesOrKeepsTheOldOneIsLeftToAPerson(String more) {
    String test =
        """
        import app
        import pytest
        from app import api

        %s
        async def test_it():
            await api.status()
        """
            .formatted(more);
    assertThat(text(fixed(API, PageFile.of("test_it.py", test)))).isEqualTo(test);
  }

  @Test
  void modulesThatHaveItByNameAreTold() {
    FixedExample fixed =
        fixed(
            API,
            PageFile.of(
                "calls.py", "from app import api\n\nasync def call():\n    await api.status()\n"),
            PageFile.of(
                "test_it.py",
                """
                from app import api
                from calls import call

                async def test_it():
                    await call()
                    await api.status()
                """));
    assertThat(fixed.left())
        .extracting(Finding::remedy)
        .containsExactly(
            "have an async fixture that is autouse put a new `api` there for each test, and into"
                + " `test_it.py` and `calls.py`, which import it by name");
  }

  @Test
  void variablesThatShareAResultGetAFixtureEach() {
    assertThat(
            after(
                """
                import asyncio
                import pytest

                reader, writer = asyncio.run(asyncio.open_connection("localhost", 7))


                async def test_it():
                    await reader.read()
                """))
        .isEqualTo(
            """
            import asyncio
            import pytest


            @pytest.fixture
            async def reader_and_writer():
                return await asyncio.open_connection("localhost", 7)


            @pytest.fixture
            async def reader(reader_and_writer):
                return reader_and_writer[0]


            async def test_it(reader):
                await reader.read()
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        with asyncio.Runner() as runner:
            reader, _ = runner.run(open())
            runner.run(open())
        """,
        "with asyncio.Runner() as runner, lock:\n    reader, _ = runner.run(open())\n",
        "[reader, _] = asyncio.run(open())\n",
        "reader, *_ = asyncio.run(open())\n",
        "reader, _ = asyncio.run(open(), debug=True)\n",
        "reader, _ = asyncio.run(open())\nlast = reader\n",
      })
  void whatIsWrittenInAnotherWayStays(String making) {
    String suite =
        """
        import asyncio
        import threading

        lock = threading.Lock()

        async def open():
            return await asyncio.open_connection("localhost", 7)

        %s
        async def test_it():
            await reader.read()
        """
            .formatted(making);
    assertThat(after(suite)).isEqualTo(suite);
  }

  private static final String CASES =
      """
      import asyncio, unittest

      queue = asyncio.Queue()

      class QueueTest(unittest.IsolatedAsyncioTestCase):
          %s
          async def test_first(self):
              with self.assertRaises(TimeoutError):
                  await asyncio.wait_for(queue.get(), 0.01)

          async def test_second(self):
              with self.assertRaises(TimeoutError):
                  await asyncio.wait_for(queue.get(), 0.01)
      """;

  @Test
  void testCasesMakeItInAsyncSetUp() {
    assertThat(after(CASES.formatted("\"\"\"Of the queue.\"\"\"\n")))
        .contains(
            """
                \"""Of the queue.\"""

                async def asyncSetUp(self):
                    global queue
                    queue = asyncio.Queue()

                async def test_first(self):
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "async def asyncSetUp(self):\n        self.n = 1\n",
        "last = queue\n",
        "def setUp(self):\n        self.queue = queue\n",
      })
  void testCasesThatDoMoreAreTold(String more) {
    FixedExample fixed = fixed(PageFile.of("test_it.py", CASES.formatted(more)));
    assertThat(text(fixed)).isEqualTo(PageFile.of("", CASES.formatted(more)).text());
    assertThat(fixed.left())
        .extracting(Finding::remedy)
        .containsExactly("put a new `queue` there for each test, in `asyncSetUp`");
  }

  private static final String REQUESTS =
      """
      import asyncio
      from fastapi import FastAPI
      from fastapi.testclient import TestClient

      app = FastAPI()
      jobs = asyncio.Queue()

      @app.get("/")
      async def take():
          return await asyncio.wait_for(jobs.get(), 1)

      client = TestClient(app)

      def test_first():
          client.get("/")

      def test_second():
          %s
      """;

  @Test
  void clientIsEnteredForItsModule() {
    assertThat(after(REQUESTS.formatted("client.get(\"/\")")))
        .contains(
            """
            @pytest.fixture(scope="module")
            def client():
                with TestClient(app) as client:
                    yield client


            def test_first(client):
            """);
  }

  @Test
  void anotherClientNeedsAPerson() {
    String suite = REQUESTS.formatted("TestClient(app).get(\"/\")");
    assertThat(after(suite)).isEqualTo(suite);
  }
}
