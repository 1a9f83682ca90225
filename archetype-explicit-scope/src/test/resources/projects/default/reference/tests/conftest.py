"""Fixtures of the whole suite. Each names its scope and its loop scope."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

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


@pytest.fixture(scope="session")
def openings() -> Iterator[Openings]:
    """Record what is opened on which loop: the contract tests and the end of the run compare it."""
    openings = Openings()
    yield openings
    openings.check_closed()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_client(
    openings: Openings,
    request: pytest.FixtureRequest,
) -> AsyncIterator[LineService]:
    """Open the line service once for each session, on the loop of its tests."""
    async with open_client() as opened:
        with openings.record(opened, request):
            yield opened


@pytest_asyncio.fixture(scope="function", loop_scope="session")
async def client(
    openings: Openings,
    shared_client: LineService,
) -> AsyncIterator[LineClient]:
    """Lend it to one test, and undo afterwards what the test did."""
    openings.check_lent(shared_client)
    async with isolate_client(shared_client) as isolated:
        yield isolated
