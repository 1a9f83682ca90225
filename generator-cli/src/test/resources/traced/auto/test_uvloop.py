"""Two loops of uvloop: what waits on one is used on the other."""

import asyncio

import pytest
import pytest_asyncio
import uvloop


@pytest.fixture(scope="session")
def event_loop_policy():
    return uvloop.EventLoopPolicy()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server():
    opened = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    yield opened
    opened.close()


async def test_waits_elsewhere(server):
    await asyncio.sleep(0)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def opener():
    opened = asyncio.Event()
    waiting = asyncio.ensure_future(opened.wait())
    await asyncio.sleep(0)
    yield lambda: opened.set()
    waiting.cancel()


async def test_wakes_elsewhere(opener):
    opener()
