"""Fixtures of the module's loop, tests of their own."""

import asyncio

import pytest
import pytest_asyncio

pytestmark = pytest.mark.asyncio
kept = {}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def jobs():
    queue = asyncio.Queue()
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(queue.get(), 0.001)
    return queue


async def test_waits_for_a_job(jobs):
    await jobs.get()


async def test_waits_again(jobs):
    await jobs.get()


async def test_only_asks(jobs):
    pass


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def opener():
    lock = asyncio.get_running_loop().create_future()

    def wake():
        lock.get_loop().call_soon(print)

    return wake


async def test_wakes(opener):
    opener()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ticking():
    async def tick():
        while True:
            await asyncio.sleep(0.01)

    task = asyncio.ensure_future(tick())
    yield
    task.cancel()


async def test_stands_still(ticking):
    pass


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def fill():
    kept["waiter"] = asyncio.get_running_loop().create_future()
    yield
    kept.clear()


async def test_awaits_a_global():
    await kept["waiter"]


def test_sync_may_ask(jobs):
    assert jobs.empty()
