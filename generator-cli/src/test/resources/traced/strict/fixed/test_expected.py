"""What is expected to fail, and what was handled before another failure, is no news."""

import asyncio
import unittest

import pytest
import pytest_asyncio


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def waiter():
    return asyncio.get_running_loop().create_future()


@pytest.mark.asyncio
@pytest.mark.xfail(strict=True)
async def test_of_another_loop(waiter):
    await waiter


def test_handled_before():
    raise_from_nothing()


def raise_from_nothing():
    try:
        raise RuntimeError("got Future attached to a different loop")
    except RuntimeError:
        raise ValueError("told otherwise")


class CallsItsTests(unittest.TestCase):
    def __call__(self, result=None):
        test = getattr(self, self._testMethodName)
        setattr(self, self._testMethodName, lambda: asyncio.run(test()))
        super().__call__(result)

    async def test_is_run(self):
        await asyncio.sleep(0)
