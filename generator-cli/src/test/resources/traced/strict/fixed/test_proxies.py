"""What says that it is of another class is not asked anything."""

import asyncio
from unittest import mock

import pytest


class Proxy:
    """Says that it is of another class, and fails when it is asked."""

    @property
    def __class__(self):
        raise RuntimeError("outside of a context")

    def __iter__(self):
        raise RuntimeError("outside of a context")


class Strange(dict):
    def items(self):
        raise RuntimeError("not yet")

    def __iter__(self):
        raise RuntimeError("not yet")


kept = Proxy()
strange = Strange(a=1)


@pytest.fixture(scope="module")
def proxy():
    return [Proxy(), Strange(b=2)]


@pytest.fixture(scope="module")
def loop():
    return mock.Mock(spec=asyncio.AbstractEventLoop)


@pytest.fixture(scope="module")
def holder(loop):
    held = mock.Mock()
    held._loop = loop
    return held


@pytest.mark.asyncio
async def test_nobody_is_asked(proxy, holder, loop):
    assert proxy
    assert loop.mock_calls == []


@pytest.mark.asyncio
async def test_nobody_was_asked(proxy, holder, loop):
    assert holder.mock_calls == []
