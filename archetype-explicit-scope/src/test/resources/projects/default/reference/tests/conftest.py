"""Fixtures of the whole suite. Each names its scope and its loop scope, and here they are one."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from .support.line_service import LineClient, open_client
from .support.loop_contract import Openings, refuse_another_loop


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Refuse a test that asks for another loop than the one its fixtures live on."""
    refuse_another_loop(item)


@pytest.fixture(scope="session")
def openings() -> Iterator[Openings]:
    """Record what is opened on which loop, and check at the end that it was closed there."""
    openings = Openings()
    yield openings
    openings.check_closed()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def client(
    openings: Openings,
    request: pytest.FixtureRequest,
) -> AsyncIterator[LineClient]:
    """Open the resource that the tests share: once for each session, on the loop of its tests."""
    async with open_client() as opened:
        with openings.record(opened, request):
            yield opened
