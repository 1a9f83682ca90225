package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Suites in which each module has one kind of a hazard: all their tests fail, and after one run of
 * the fixes all are green in pytest, and a check finds nothing.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class FixedSuitesIT {
  /** Something that belongs to a loop and needs no server. */
  private static final PageFile CAT =
      PageFile.of(
          "cat.py",
          """
          import asyncio


          class Cat:
              def __init__(self, process):
                  self.process = process

              @classmethod
              async def open(cls):
                  pipe = asyncio.subprocess.PIPE
                  return cls(await asyncio.create_subprocess_exec("cat", stdin=pipe, stdout=pipe))

              async def ask(self, line):
                  self.process.stdin.write(line)
                  return await self.process.stdout.readline()
          """);

  @Test
  void functionsThatAreCalledBeforeTestsByTheirNames(Workbench bench) {
    assertFixed(
        bench,
        "5 failed, 1 passed",
        CAT,
        PageFile.of(
            "test_class.py",
            """
            import asyncio

            import pytest

            from cat import Cat


            class TestCat:
                @classmethod
                def setup_class(cls):
                    cls.cat = asyncio.run(Cat.open())

                @pytest.mark.asyncio
                async def test_answer(self):
                    assert await self.cat.ask(b"class\\n") == b"class\\n"
            """),
        PageFile.of(
            "test_module.py",
            """
            import asyncio

            import pytest

            from cat import Cat

            cat = None


            def setup_module(module):
                global cat
                cat = asyncio.run(Cat.open())


            @pytest.mark.asyncio
            async def test_answer():
                assert await cat.ask(b"module\\n") == b"module\\n"
            """),
        PageFile.of(
            "test_method.py",
            """
            import asyncio

            import pytest

            from cat import Cat


            class TestCat:
                def setup_method(self, method):
                    self.cat = asyncio.run(Cat.open())

                @pytest.mark.asyncio
                async def test_answer(self):
                    assert await self.cat.ask(b"method\\n") == b"method\\n"
            """),
        PageFile.of(
            "test_runs.py",
            """
            import asyncio

            from cat import Cat


            class TestCat:
                def setup_method(self):
                    self.cat = asyncio.run(Cat.open())

                def test_answer(self):
                    assert asyncio.run(self.cat.ask(b"runs\\n")) == b"runs\\n"

                def test_name(self):
                    assert self.cat.process
            """),
        PageFile.of(
            "test_case.py",
            """
            import asyncio
            import unittest

            from cat import Cat


            class CatTest(unittest.IsolatedAsyncioTestCase):
                @classmethod
                def setUpClass(cls):
                    cls.cat = asyncio.run(Cat.open())

                async def test_answer(self):
                    self.assertEqual(await self.cat.ask(b"case\\n"), b"case\\n")
            """));
  }

  @Test
  void objectsThatImportsMake(Workbench bench) {
    assertFixed(
        bench,
        "6 failed, 2 passed, 1 warning",
        CAT,
        PageFile.of(
            "pets.py",
            """
            import asyncio

            from cat import Cat

            pet = asyncio.run(Cat.open())
            """),
        PageFile.of(
            "test_by_name.py",
            """
            import pytest

            from pets import pet


            @pytest.mark.asyncio
            async def test_answer():
                assert await pet.ask(b"name\\n") == b"name\\n"
            """),
        PageFile.of(
            "test_runner.py",
            """
            import asyncio

            import pytest

            from cat import Cat

            with asyncio.Runner() as runner:
                cat = runner.run(Cat.open())


            @pytest.mark.asyncio
            async def test_answer():
                assert await cat.ask(b"runner\\n") == b"runner\\n"
            """),
        PageFile.of(
            "test_two.py",
            """
            import asyncio

            import pytest

            from cat import Cat


            async def open_two():
                return await Cat.open(), await Cat.open()


            one, other = asyncio.run(open_two())


            @pytest.mark.asyncio
            async def test_answers():
                assert await one.ask(b"one\\n") == await other.ask(b"one\\n")


            @pytest.mark.asyncio
            async def test_answer():
                assert await other.ask(b"other\\n") == b"other\\n"
            """),
        PageFile.of(
            "test_case.py",
            """
            import asyncio
            import unittest

            jobs = asyncio.Queue()


            async def take():
                return await asyncio.wait_for(jobs.get(), 0.01)


            class JobsTest(unittest.IsolatedAsyncioTestCase):
                async def test_first(self):
                    with self.assertRaises(asyncio.TimeoutError):
                        await take()

                async def test_second(self):
                    with self.assertRaises(asyncio.TimeoutError):
                        await take()
            """),
        PageFile.of(
            "test_requests.py",
            """
            import http.server
            import threading

            import httpx
            from starlette.applications import Starlette
            from starlette.responses import PlainTextResponse
            from starlette.routing import Route
            from starlette.testclient import TestClient


            class Answer(http.server.BaseHTTPRequestHandler):
                protocol_version = "HTTP/1.1"

                def do_GET(self):
                    self.send_response(200)
                    self.send_header("Content-Length", "2")
                    self.end_headers()
                    self.wfile.write(b"ok")


            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, daemon=True).start()
            upstream = httpx.AsyncClient()


            async def proxy(request):
                answer = await upstream.get(f"http://127.0.0.1:{server.server_port}/")
                return PlainTextResponse(answer.text)


            app = Starlette(routes=[Route("/", proxy)])
            client = TestClient(app)


            def test_first():
                assert client.get("/").text == "ok"


            def test_second():
                assert client.get("/").text == "ok"
            """));
  }

  private static void assertFixed(Workbench bench, String counts, PageFile... files) {
    PageCase broken = new PageCase("", List.of(files), List.of());
    new PageTrial("", broken, "newest", List.of(), List.of(counts)).assertHolds(bench);
    FixedExample fixed = FixedExample.of("", broken);
    assertThat(fixed.left()).isEmpty();
    new PageTrial("", fixed.suite(), "newest", List.of(), List.of()).assertHolds(bench);
  }
}
