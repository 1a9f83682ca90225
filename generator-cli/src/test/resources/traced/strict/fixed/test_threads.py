"""Loops of other threads, and one that never runs, are in nobody's way."""

import asyncio
import threading

import pytest
from anyio.from_thread import start_blocking_portal

pytestmark = pytest.mark.asyncio


class Server:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        self.port = self.run(self.start())

    def run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result()

    async def start(self):
        self.server = await asyncio.start_server(self.answer, "127.0.0.1", 0)
        return self.server.sockets[0].getsockname()[1]

    async def answer(self, reader, writer):
        writer.write(b"hi")
        await writer.drain()
        writer.close()

    def stop(self):
        self.server.close()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()


@pytest.fixture(scope="session")
def server():
    server = Server()
    yield server
    server.stop()


async def test_talks(server):
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    assert await reader.read() == b"hi"
    writer.close()
    await writer.wait_closed()


@pytest.fixture
def portal():
    with start_blocking_portal() as portal:
        yield portal


async def test_portal(portal):
    async def two():
        return 2

    assert await asyncio.get_running_loop().run_in_executor(None, portal.call, two) == 2


@pytest.fixture
def new_loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


async def test_loop_that_never_runs(new_loop):
    assert new_loop is not asyncio.get_running_loop()
