"""Measures again what libraries bind to an event loop, where that needs no server of its own.

    python3 benchmarks/loop_bound.py               # the versions that the table names
    python3 benchmarks/loop_bound.py --newest      # the newest releases
    python3 benchmarks/loop_bound.py --only httpx  # one library, or what a name starts with

For each recipe below it makes the object on one loop and uses it on another, each scenario in a process of
its own, and compares what happens with loop-bound-libraries.tsv:

    A  made outside any loop, used on loop 1, loop 1 closed, used three times on loop 2
    B  made and used on loop 1, which stays open and does not run, used three times on loop 2
    C  as B, with loop 1 closed first
    D  closed on loop 2, with loop 1 open and with loop 1 closed

The libraries are installed into a virtual environment below generator-cli/target. Exits with 1 if anything
differs from the table. Python 3.11 or newer, Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import concurrent.futures
import contextlib
import inspect
import json
import os
import socketserver
import subprocess
import sys
import tempfile
import threading
import venv
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
TABLE = TOP / "generator-cli/src/main/resources/dev/loopscope/scaffold/suite/resource/loop-bound-libraries.tsv"
LIMIT = 8.0  # seconds, after which a use on another loop hangs; the first one imports the library
WORKS, FAILS, HANGS, SILENT = "ok", "fails", "hangs", "silently wrong"


class NoEffect(Exception):
    """There was no error, and nothing happened."""


@dataclass
class Recipe:
    name: str
    circumstance: str
    library: str
    make: Callable[[], Any]
    use: Callable[[Any], Any]
    close: Callable[[Any], Any] | None = None


RECIPES: dict[tuple[str, str], Recipe] = {}


def recipe(name: str, library: str, circumstance: str = "", close: Callable[[Any], Any] | None = None):
    """Registers a class with `make` (async if it has to run on a loop) and `use`."""

    def register(kind: type) -> type:
        RECIPES[name, circumstance] = Recipe(name, circumstance, library, kind.make, kind.use, close)
        return kind

    return register


def started(coroutine):
    return asyncio.ensure_future(coroutine)


async def noted(make):
    """What an async context manager gives, left open."""
    manager = make()
    value = await manager.__aenter__()
    return manager, value


# Local servers, in threads.


class Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = b'{"id": "x", "object": "list", "data": [], "has_more": false, "choices": [], "content": []}'
        length = int(self.headers.get("content-length") or 0)
        self.rfile.read(length)
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_):
        pass


class Echo(socketserver.BaseRequestHandler):
    def handle(self):
        while data := self.request.recv(1024):
            self.request.sendall(data)


class EchoServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


def http_url() -> str:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def echo_port() -> int:
    server = EchoServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def own_thread(coroutine_function):
    """Runs it on a loop of its own, in a thread, and gives what it gives."""
    ready: concurrent.futures.Future = concurrent.futures.Future()

    async def run():
        ready.set_result(await coroutine_function())
        await asyncio.Event().wait()

    threading.Thread(target=lambda: asyncio.run(run()), daemon=True).start()
    return ready.result(10)


URL = ""  # set in a child process
PORT = 0


async def app(scope, receive, send):
    """A bare ASGI application."""
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            await send({"type": message["type"] + ".complete"})
            if message["type"] == "lifespan.shutdown":
                return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"ok"})


# What a task has to wait for.


def waiting(name: str, make, use):
    RECIPES[name, ""] = Recipe(name, "", "asyncio", make, use)


async def use_lock(lock):
    async with lock:
        other = started(lock.acquire())
        await asyncio.sleep(0)
    await other
    lock.release()


async def use_event(event):
    other = started(event.wait())
    await asyncio.sleep(0)
    event.set()
    await other
    event.clear()


async def use_condition(condition):
    async def waiter():
        async with condition:
            await condition.wait()

    other = started(waiter())
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    await other


async def use_queue(queue):
    other = started(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait(1)
    await other


async def use_barrier(barrier):
    await asyncio.gather(barrier.wait(), barrier.wait())


waiting("asyncio.Lock", asyncio.Lock, use_lock)
waiting("asyncio.Semaphore", asyncio.Semaphore, use_lock)
waiting("asyncio.BoundedSemaphore", asyncio.BoundedSemaphore, use_lock)
waiting("asyncio.Event", asyncio.Event, use_event)
waiting("asyncio.Condition", asyncio.Condition, use_condition)
waiting("asyncio.Queue", asyncio.Queue, use_queue)
waiting("asyncio.LifoQueue", asyncio.LifoQueue, use_queue)
waiting("asyncio.PriorityQueue", asyncio.PriorityQueue, use_queue)
waiting("asyncio.Barrier", lambda: asyncio.Barrier(2), use_barrier)


async def use_free_lock(lock):
    await lock.acquire()
    lock.release()


RECIPES["asyncio.Lock", "never waits"] = Recipe("asyncio.Lock", "never waits", "asyncio", asyncio.Lock, use_free_lock)


@recipe("asyncio.open_connection", "asyncio", close=lambda it: it[1].wait_closed() if it[1].close() is None else None)
class _:
    async def make():
        return await asyncio.open_connection("127.0.0.1", PORT)

    async def use(streams):
        reader, writer = streams
        writer.write(b"x")
        await writer.drain()
        assert await reader.read(1) == b"x"


@recipe("asyncio.start_server", "asyncio")
class _:
    async def make():
        async def echo(reader, writer):
            writer.write(await reader.read(1))
            await writer.drain()
            writer.close()

        return await asyncio.start_server(echo, "127.0.0.1", 0)

    async def use(server):
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"x")
        assert await reader.read(1) == b"x"
        writer.close()


@recipe("asyncio.create_subprocess_exec", "asyncio")
class _:
    async def make():
        return await asyncio.create_subprocess_exec("cat", stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    async def use(process):
        process.stdin.write(b"x\n")
        await process.stdin.drain()
        assert await process.stdout.readline() == b"x\n"


@recipe("asyncio.TaskGroup", "asyncio")
class _:
    async def make():
        return (await noted(asyncio.TaskGroup))[1]

    async def use(group):
        done = []

        async def work():
            done.append(1)

        group.create_task(work())
        await asyncio.sleep(0.05)
        if not done:
            raise NoEffect


@recipe("asyncio.get_running_loop", "asyncio")
class _:
    def make():
        return asyncio.get_running_loop()

    async def use(loop):
        called = []
        loop.call_soon(called.append, 1)
        await asyncio.sleep(0.05)
        if not called:
            raise NoEffect


@recipe("asyncio.to_thread", "asyncio")
class _:
    def make():
        return asyncio.to_thread

    async def use(to_thread):
        assert await to_thread(len, "x") == 1


# anyio


def plain(name, library, make, use, circumstance="", close=None):
    RECIPES[name, circumstance] = Recipe(name, circumstance, library, make, use, close)


def lazily(module: str, path: str, *arguments, **keywords):
    """Calls what a module holds, once that is there."""

    def make():
        value = __import__(module, fromlist=["_"])
        for part in path.split("."):
            value = getattr(value, part)
        return value(*arguments, **keywords)

    return make


async def use_anyio_lock(lock):
    import anyio

    async with anyio.create_task_group() as group:
        async with lock:
            group.start_soon(use_anyio_free, lock)
            await asyncio.sleep(0.01)


async def use_anyio_free(lock):
    async with lock:
        pass


plain("anyio.Lock", "anyio", lazily("anyio", "Lock"), use_anyio_lock)
plain("anyio.Semaphore", "anyio", lazily("anyio", "Semaphore", 1), use_anyio_lock)
plain("anyio.CapacityLimiter", "anyio", lazily("anyio", "CapacityLimiter", 1), use_anyio_lock)


@recipe("anyio.create_memory_object_stream", "anyio")
class _:
    def make():
        import anyio

        return anyio.create_memory_object_stream(1)

    async def use(streams):
        await streams[0].send(1)
        assert await streams[1].receive() == 1


@recipe("anyio.connect_tcp", "anyio", close=lambda it: it.aclose())
class _:
    async def make():
        import anyio

        return await anyio.connect_tcp("127.0.0.1", PORT)

    async def use(stream):
        await stream.send(b"x")
        assert await stream.receive() == b"x"


@recipe("anyio.Path", "anyio")
class _:
    def make():
        import anyio

        return anyio.Path("/")

    async def use(path):
        assert await path.exists()


# HTTP clients


async def use_get(client):
    await client.get(URL)


plain("httpx.AsyncClient", "httpx", lazily("httpx", "AsyncClient"), use_get, close=lambda it: it.aclose())


@recipe("httpx.AsyncClient", "httpx", "no keep-alive", close=lambda it: it.aclose())
class _:
    def make():
        import httpx

        return httpx.AsyncClient(limits=httpx.Limits(max_keepalive_connections=0))

    use = use_get


@recipe("httpx.ASGITransport", "httpx", close=lambda it: it.aclose())
class _:
    def make():
        import httpx

        return httpx.AsyncClient(transport=httpx.ASGITransport(app))

    async def use(client):
        assert (await client.get("http://test/")).text == "ok"


@recipe("httpx.MockTransport", "httpx", close=lambda it: it.aclose())
class _:
    def make():
        import httpx

        return httpx.AsyncClient(transport=httpx.MockTransport(lambda _: httpx.Response(200)))

    async def use(client):
        assert (await client.get("http://test/")).status_code == 200


@recipe("httpx.AsyncHTTPTransport", "httpx")
class _:
    def make():
        import httpx

        return httpx.AsyncHTTPTransport()

    async def use(transport):
        import httpx

        await httpx.AsyncClient(transport=transport).get(URL)


async def use_aiohttp(session):
    async with session.get(URL) as response:
        await response.read()


plain("aiohttp.ClientSession", "aiohttp", lazily("aiohttp", "ClientSession"), use_aiohttp, close=lambda it: it.close())
plain("aiohttp.CookieJar", "aiohttp", lazily("aiohttp", "CookieJar"), lambda it: asyncio.sleep(0, it.clear()))


@recipe("aiohttp.request", "aiohttp")
class _:
    def make():
        import aiohttp

        return aiohttp.request

    async def use(request):
        async with request("GET", URL) as response:
            await response.read()


@recipe("aiohttp.web.Application", "aiohttp")
class _:
    def make():
        from aiohttp import web

        return web.Application()

    async def use(application):
        from aiohttp.test_utils import TestServer

        async with TestServer(application):
            pass


@recipe("aiohttp.test_utils.TestServer", "aiohttp", close=lambda it: it.close())
class _:
    async def make():
        from aiohttp import web
        from aiohttp.test_utils import TestServer

        server = TestServer(web.Application())
        await server.start_server()
        return server

    async def use(server):
        import aiohttp

        async with aiohttp.request("GET", server.make_url("/")) as response:
            await response.read()


plain(
    "curl_cffi.requests.AsyncSession",
    "curl_cffi",
    lazily("curl_cffi.requests", "AsyncSession"),
    use_get,
    close=lambda it: it.close(),
)
plain("niquests.AsyncSession", "niquests", lazily("niquests", "AsyncSession"), use_get, close=lambda it: it.close())
plain("aiohttp_retry.RetryClient", "aiohttp-retry", lazily("aiohttp_retry", "RetryClient"), use_aiohttp)


@recipe("openai.AsyncOpenAI", "openai", close=lambda it: it.close())
class _:
    def make():
        import openai

        return openai.AsyncOpenAI(api_key="x", base_url=URL)

    async def use(client):
        await client.models.list()


def anthropic_client(**keywords):
    def make():
        import anthropic

        return anthropic.AsyncAnthropic(api_key="x", base_url=URL, **keywords)

    return make


async def use_anthropic(client):
    await client.models.list()


plain("anthropic.AsyncAnthropic", "anthropic", anthropic_client(), use_anthropic, close=lambda it: it.close())
plain("anthropic.AsyncAnthropic", "anthropic", anthropic_client(max_retries=0), use_anthropic, "max_retries=0")


@recipe("respx.mock", "respx")
class _:
    def make():
        import httpx
        import respx

        router = respx.mock(assert_all_called=False)
        router.start()
        router.get("http://test/").respond(200)
        return httpx.AsyncClient()

    async def use(client):
        await client.get("http://test/")


# WebSockets, servers, ASGI


async def websocket_server():
    import websockets

    async def echo(socket):
        async for message in socket:
            await socket.send(message)

    server = await websockets.serve(echo, "127.0.0.1", 0)
    return server.sockets[0].getsockname()[1]


@recipe("websockets.connect", "websockets", close=lambda it: it.close())
class _:
    async def make():
        import websockets

        port = await asyncio.to_thread(own_thread, websocket_server)
        return await websockets.connect(f"ws://127.0.0.1:{port}")

    async def use(socket):
        await socket.send("x")
        assert await socket.recv() == "x"


@recipe("websockets.serve", "websockets")
class _:
    async def make():
        return await websocket_server()

    async def use(port):
        import websockets

        async with websockets.connect(f"ws://127.0.0.1:{port}", open_timeout=LIMIT / 2) as socket:
            await socket.send("x")
            await socket.recv()


@recipe("uvicorn.Server", "uvicorn")
class _:
    async def make():
        import uvicorn

        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
        server.task = started(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        return server

    async def use(server):
        import httpx

        port = server.servers[0].sockets[0].getsockname()[1]
        async with httpx.AsyncClient(timeout=LIMIT / 2) as client:
            try:
                await client.get(f"http://127.0.0.1:{port}")
            except httpx.ReadTimeout as error:
                raise asyncio.TimeoutError from error


@recipe("starlette.testclient.TestClient", "starlette")
class _:
    def make():
        from starlette.testclient import TestClient

        return TestClient(app)

    async def use(client):
        assert client.get("/").text == "ok"


@recipe("asgi_lifespan.LifespanManager", "asgi-lifespan")
class _:
    async def make():
        from asgi_lifespan import LifespanManager

        return await noted(lambda: LifespanManager(app))

    async def use(managed):
        import httpx

        async with httpx.AsyncClient(transport=httpx.ASGITransport(managed[1].app)) as client:
            await client.get("http://test/")


@recipe("asgiref.sync.sync_to_async", "asgiref")
class _:
    def make():
        from asgiref.sync import sync_to_async

        return sync_to_async(len)

    async def use(function):
        assert await function("x") == 1


# Databases and caches


@recipe("aiosqlite.connect", "aiosqlite", close=lambda it: it.close())
class _:
    async def make():
        import aiosqlite

        return await aiosqlite.connect(":memory:")

    async def use(connection):
        async with connection.execute("select 1") as cursor:
            assert await cursor.fetchone() == (1,)


def engine(**keywords):
    def make():
        from sqlalchemy.ext.asyncio import create_async_engine

        file = tempfile.mkstemp(suffix=".db")[1]
        pools = {key: getattr(__import__("sqlalchemy.pool", fromlist=["_"]), value) for key, value in keywords.items()}
        return create_async_engine(f"sqlite+aiosqlite:///{file}", **pools)

    return make


async def use_engine(it):
    from sqlalchemy import text

    async with it.connect() as connection:
        await connection.execute(text("select 1"))


ENGINE = "sqlalchemy.ext.asyncio.create_async_engine"
plain(ENGINE, "SQLAlchemy", engine(), use_engine, "sqlite+aiosqlite file", close=lambda it: it.dispose())
for pool in ("NullPool", "StaticPool"):
    plain(ENGINE, "SQLAlchemy", engine(poolclass=pool), use_engine, f"sqlite+aiosqlite file, poolclass={pool}")


@recipe("databases.Database", "databases", "aiosqlite", close=lambda it: it.disconnect())
class _:
    async def make():
        import databases

        database = databases.Database(f"sqlite+aiosqlite:///{tempfile.mkstemp()[1]}")
        await database.connect()
        return database

    async def use(database):
        await database.fetch_one("select 1")


@recipe("fakeredis.FakeAsyncRedis", "fakeredis")
class _:
    def make():
        import fakeredis

        return fakeredis.FakeAsyncRedis()

    async def use(redis):
        await redis.set("a", "b")
        assert await redis.get("a") == b"b"


@recipe("aiocache.SimpleMemoryCache", "aiocache")
class _:
    def make():
        import aiocache

        return aiocache.SimpleMemoryCache()

    async def use(cache):
        await cache.set("a", 1)
        assert await cache.get("a") == 1


@recipe("aiofiles.open", "aiofiles", close=lambda it: it.close())
class _:
    async def make():
        import aiofiles

        return await aiofiles.open(__file__)

    async def use(file):
        await file.readline()


@recipe("async_lru.alru_cache", "async-lru")
class _:
    def make():
        from async_lru import alru_cache

        @alru_cache
        async def cached(value):
            return value

        return cached

    async def use(cached):
        assert await cached(1) == 1


@recipe("tenacity.retry", "tenacity")
class _:
    def make():
        import tenacity

        @tenacity.retry
        async def work():
            return 1

        return work

    async def use(work):
        assert await work() == 1


@recipe("strawberry.dataloader.DataLoader", "strawberry-graphql", "new keys")
class _:
    def make():
        from strawberry.dataloader import DataLoader

        async def load(keys):
            return keys

        return DataLoader(load)

    async def use(loader):
        global PORT
        PORT += 1
        await loader.load(PORT)


# Locks, queues, schedulers


async def use_rwlock(lock):
    async with lock.writer_lock:
        pass


plain("aiorwlock.RWLock", "aiorwlock", lazily("aiorwlock", "RWLock"), use_rwlock)


async def use_janus(queue):
    await queue.async_q.put(1)
    assert await queue.async_q.get() == 1


plain("janus.Queue", "janus", lazily("janus", "Queue"), use_janus)


async def use_scheduler(scheduler):
    job = await scheduler.spawn(asyncio.sleep(0))
    await job.wait()


plain("aiojobs.Scheduler", "aiojobs", lazily("aiojobs", "Scheduler"), use_scheduler)


@recipe("tornado.locks.Lock", "tornado")
class _:
    def make():
        from tornado.locks import Lock

        return Lock()

    async def use(lock):
        async with lock:
            pass


@recipe("zmq.asyncio.Context", "pyzmq")
class _:
    def make():
        import zmq.asyncio

        return zmq.asyncio.Context()

    async def use(context):
        import zmq

        pair = context.socket(zmq.PAIR)
        other = context.socket(zmq.PAIR)
        port = pair.bind_to_random_port("tcp://127.0.0.1")
        other.connect(f"tcp://127.0.0.1:{port}")
        await other.send(b"x")
        assert await pair.recv() == b"x"
        pair.close()
        other.close()


@recipe("broadcaster.Broadcast", "broadcaster", "memory://")
class _:
    async def make():
        import broadcaster

        broadcast = broadcaster.Broadcast("memory://")
        await broadcast.connect()
        return broadcast

    async def use(broadcast):
        async with broadcast.subscribe("a") as subscriber:
            await broadcast.publish("a", "x")
            async for event in subscriber:
                assert event.message == "x"
                break


# One scenario, in a process of its own.


async def one_use(make_use, limit: float = LIMIT) -> str:
    try:
        await asyncio.wait_for(make_use(), limit)
        return WORKS
    except NoEffect:
        return SILENT
    except (asyncio.TimeoutError, TimeoutError):
        return HANGS
    except asyncio.CancelledError:
        return FAILS
    except Exception:  # whatever a library makes of it
        return FAILS


def scenario(it: Recipe, letter: str) -> list[str]:
    first = asyncio.Runner()
    holder: list[Any] = []

    async def made():
        value = it.make()
        holder.append(await value if inspect.isawaitable(value) else value)

    if letter == "A":
        if inspect.iscoroutinefunction(it.make):
            return ["n/a"]
        try:
            holder.append(it.make())
        except RuntimeError:
            return ["construction fails"]
        first.run(one_use(lambda: it.use(holder[0]), 10 * LIMIT))
        first.close()
    else:
        first.run(made())
        if first.run(one_use(lambda: it.use(holder[0]), 10 * LIMIT)) != WORKS:
            return ["fails already on loop 1"]
        if letter in ("C", "D closed"):
            with contextlib.suppress(Exception):
                first.close()
    second = asyncio.Runner()
    if letter.startswith("D"):

        async def closed():
            value = it.close(holder[0])
            if inspect.isawaitable(value):
                await value

        return [second.run(one_use(closed))]
    results: list[str] = []
    while len(results) < 3 and HANGS not in results:
        results.append(second.run(one_use(lambda: it.use(holder[0]))))
    return results


def child(name: str, circumstance: str, letter: str) -> None:
    global URL, PORT
    URL, PORT = http_url(), echo_port()
    print("result " + json.dumps(scenario(RECIPES[name, circumstance], letter)), flush=True)
    os._exit(0)


# All of them, compared with the table.


def in_words(results: list[str]) -> str:
    if len(results) == 1 or HANGS in results:
        return HANGS if HANGS in results else results[0]
    if all(it == WORKS for it in results):
        return WORKS
    if results[0] == SILENT:
        return SILENT
    if results[0] == WORKS:
        return "fails later"
    failed = next((i for i, it in enumerate(results) if it == WORKS), len(results))
    return {1: "fails once then recovers", 2: "fails 2 times then recovers"}.get(failed, "fails always")


def same(said: str, seen: str) -> bool:
    """The table says more than can be seen, and a task that has to wait fails the first time."""
    if said.startswith("fails later (when a task"):
        return seen.startswith("fails")
    return said == seen or said.startswith((seen + " (", seen + ";")) or (seen == FAILS and said.startswith("fails ("))


def run(python: str, it: Recipe, letter: str) -> str:
    command = [python, "-W", "ignore", __file__, "--child", it.name, it.circumstance, letter]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=150)
    except subprocess.TimeoutExpired:
        return HANGS
    lines = [line for line in done.stdout.splitlines() if line.startswith("result ")]
    if not lines:
        return "no result: " + (done.stderr.strip().splitlines() or ["?"])[-1]
    return in_words(json.loads(lines[-1].removeprefix("result ")))


def closing(said: str) -> dict[str, str]:
    if said.startswith("loop 1 open: "):
        opened, closed = said.removeprefix("loop 1 open: ").split("; closed: ")
        return {"D open": opened, "D closed": closed}
    return {} if said == "-" else {"D open": said, "D closed": said}


def measure(python: str, it: Recipe, row: dict[str, str]) -> list[tuple[str, str, str]]:
    wanted = {"A": row["outside"], "B": row["open"], "C": row["closed"]}
    if it.close is not None:
        wanted |= closing(row["closing"])
    seen = {letter: run(python, it, letter) for letter, said in wanted.items() if said != "-"}
    return [(letter, wanted[letter], seen[letter]) for letter in seen]


def environment(libraries: list[str], versions: dict[str, str], newest: bool) -> str:
    place = TOP / "generator-cli/target/loop-bound" / ("newest" if newest else "measured")
    python = place / "bin/python"
    if not python.exists():
        venv.create(place, with_pip=True)
    names = [it if newest else f"{it}=={versions[it]}" for it in libraries if it != "asyncio"]
    subprocess.run([python, "-m", "pip", "install", "-q", "--upgrade", *names], check=True)
    return str(python)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures again what libraries bind to an event loop.")
    parser.add_argument("--newest", action="store_true", help="the newest releases")
    parser.add_argument("--only", default="", help="a library, or the start of names")
    parser.add_argument("--python", default="", help="an interpreter that has the libraries")
    parser.add_argument("--jobs", type=int, default=2, help="how many recipes at a time")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child(*given.child)
    head, *lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]
    by_key = {(row["names"].split(" | ")[0], row["case"], row["library"]): row for row in rows}
    recipes = [it for it in RECIPES.values() if given.only in ("", it.library) or it.name.startswith(given.only)]
    versions = {row["library"]: row["version"] for row in rows}
    python = given.python or environment(sorted({it.library for it in recipes}), versions, given.newest)
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as threads:
        measured = threads.map(
            lambda it: (it, measure(python, it, by_key[it.name, it.circumstance, it.library])), recipes
        )
        different = total = 0
        for it, results in measured:
            of = it.name + (f" ({it.circumstance})" if it.circumstance else "")
            for letter, said, seen in results:
                total += 1
                if not same(said, seen):
                    different += 1
                    print(f"{of}: {letter}: the table says {said!r}, seen {seen!r}", flush=True)
    print(f"{len(recipes)} objects, {total} outcomes, {different} other than the table says")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
