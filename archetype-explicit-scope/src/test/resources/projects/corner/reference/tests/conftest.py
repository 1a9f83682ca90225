"""Fixtures of the whole suite. Each names its scope and its loop scope."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping

import pytest
import pytest_asyncio
import uvloop

from .resources.line_service import (
    LineClient,
    LineService,
    isolate_client,
    open_client,
)
from .support.loop_contract import Openings, refuse_another_loop


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Refuse a test that asks for another loop than the one its fixtures live on."""
    refuse_another_loop(item)


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run the tests on each of these kinds of loop, one kind after the other."""
    return {
        "uvloop": uvloop.new_event_loop,
        "asyncio": asyncio.new_event_loop,
    }


@pytest.fixture(scope="session")
def openings() -> Iterator[Openings]:
    """Record what is opened on which loop: the contract tests and the end of the run compare it."""
    openings = Openings()
    yield openings
    openings.check_closed()


@pytest_asyncio.fixture(scope="function", loop_scope="class")
async def shared_broker(
    openings: Openings,
    request: pytest.FixtureRequest,
) -> AsyncIterator[LineService]:
    """Open the line service once for each function, on the loop of its tests."""
    async with open_client() as opened:
        with openings.record(opened, request):
            yield opened


@pytest_asyncio.fixture(scope="function", loop_scope="class")
async def broker(
    openings: Openings,
    shared_broker: LineService,
) -> AsyncIterator[LineClient]:
    """Lend it to one test, and undo afterwards what the test did."""
    openings.check_lent(shared_broker)
    async with isolate_client(shared_broker) as isolated:
        yield isolated
