import unittest

import pytest


class TestOfUnittest(unittest.TestCase):
    async def test_nobody_runs(self):
        assert False


class TestAwaited(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.ready = True

    async def test_is_run(self):
        assert self.ready


class TestSetup:
    async def setup_method(self):
        pass

    def test_sync(self):
        pass


class TestSyncSetup:
    def setup_method(self):
        self.ready = True

    def test_sync(self):
        assert self.ready


async def test_without_mark():
    pass


@pytest.fixture
async def price():
    return 5


def test_asks_for_price(price):
    assert price
