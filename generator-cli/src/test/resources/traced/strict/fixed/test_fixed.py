"""What stands on one loop with its tests, or leaves nothing on another."""

import asyncio

import pytest
import pytest_asyncio

mine = {}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def jobs():
    queue = asyncio.Queue()
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(queue.get(), 0.001)
    return queue


@pytest.mark.asyncio(loop_scope="module")
class TestTogether:
    async def test_waits(self, jobs):
        await jobs.put(1)
        assert await jobs.get() == 1

    async def test_own_task(self):
        await asyncio.ensure_future(asyncio.sleep(0))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def port():
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    found = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def answer():
    future = asyncio.get_running_loop().create_future()
    future.set_result(42)
    return future


@pytest.mark.asyncio
class TestApart:
    async def test_port(self, port):
        assert port

    async def test_done_is_done(self, answer):
        assert await answer == 42

    async def test_loop_of_its_own(self):
        def work():
            return asyncio.run(asyncio.sleep(0, 7))

        assert await asyncio.to_thread(work) == 7


class Notes:
    """Notes which loop each test ran on, and keeps what was closed there."""

    def __init__(self):
        self.loop = None
        self.kept = []


@pytest.fixture(scope="session")
def notes():
    return Notes()


@pytest.mark.asyncio
class TestNoted:
    async def test_first(self, notes):
        notes.loop = asyncio.get_running_loop()
        notes.kept.append(notes.loop.create_future())

    async def test_second(self, notes):
        assert notes.loop is not asyncio.get_running_loop()


@pytest.mark.asyncio(loop_scope="module")
class Base:
    pass


@pytest.mark.asyncio(loop_scope="class")  # scaffold: ignore[LS016] it is known
class TestKnown(Base):
    async def test_it(self):
        pass


def test_runs_a_loop_itself():
    assert asyncio.run(asyncio.sleep(0, 1)) == 1


@pytest.fixture(scope="module", params=["asyncio", "trio"])
def anyio_backend(request):
    return request.param


@pytest.fixture(scope="module")
async def settings(anyio_backend):
    yield {"colour": "red"}


@pytest.mark.anyio
async def test_backend(settings):
    assert settings
