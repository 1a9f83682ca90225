"""What a suite lets go of is gone, and what it looks at is as it was."""

import asyncio
import gc
import sys
import weakref
from unittest import mock

import pytest
import pytest_asyncio

pytestmark = pytest.mark.asyncio


class Holder:
    pass


class Client:
    def __init__(self):
        self._loop = asyncio.get_running_loop()


class Odd(type):
    def __hash__(cls):
        raise TypeError("nobody asks this")


class Raising(metaclass=Odd):
    __module__ = None

    def __hash__(self):
        raise TypeError("nobody asks this")


odd = {"one": Raising()}


@pytest_asyncio.fixture
async def holder():
    holder = Holder()
    holder.client = Client()
    return holder


async def test_object_of_a_fixture(holder):
    reference = weakref.ref(holder.client)
    holder.client = None
    gc.collect()
    assert reference() is None


class Base:
    pass


@pytest.fixture
def made_here():
    class Made(Base):
        pass

    return Made()


async def test_with_a_class(made_here):
    assert isinstance(made_here, Base)


async def test_without_the_class():
    gc.collect()
    assert Base.__subclasses__() == []


@pytest_asyncio.fixture
async def generator():
    def values():
        held = Client()
        reference = weakref.ref(held)
        yield reference
        del held
        yield reference

    values = values()
    next(values)
    return values


async def test_local_of_a_generator(generator):
    reference = next(generator)
    gc.collect()
    assert reference() is None


shared = None


async def test_fills_a_global():
    global shared
    shared = Client()


async def test_empties_a_global():
    global shared
    reference = weakref.ref(shared)
    shared = None
    gc.collect()
    assert reference() is None


@pytest.fixture
def fake_loop():
    return mock.MagicMock(spec=asyncio.AbstractEventLoop)


async def test_fake(fake_loop):
    assert fake_loop.mock_calls == []


def test_who_made_it_is_told():
    async def main():
        loop = asyncio.get_running_loop()
        loop.set_debug(True)
        task = loop.create_task(asyncio.sleep(0))
        handle = loop.call_soon(print)
        await task
        return [task._source_traceback[-1].filename, handle._source_traceback[-1].filename]

    assert asyncio.run(main()) == [__file__, __file__]


def test_nothing_more_can_be_imported():
    assert not [it for it in sys.path if "scaffold-trace" in it]


records = []


@pytest.fixture(scope="session")
def openings():
    return records


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def opened(openings):
    openings.append(Client())


async def test_compares_loops(openings):
    assert openings[0]._loop is not asyncio.get_running_loop()
