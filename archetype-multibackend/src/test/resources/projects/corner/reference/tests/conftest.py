"""Fixtures of the whole suite. Every async fixture takes `anyio_backend`: it opens on each."""

from collections.abc import AsyncIterator, Iterator

import pytest

from .resources.line_service import (
    LineClient,
    LineService,
    isolate_client,
    open_client,
)
from .support.loop_contract import Backend, Openings, refuse_another_backend


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Refuse a test that asks for another backend than the ones its fixtures live on."""
    refuse_another_backend(item)


@pytest.fixture(
    scope="function",
    params=[
        pytest.param(Backend("asyncio", {"use_uvloop": True}), id="uvloop"),
        pytest.param(Backend("trio", {}), id="trio"),
        pytest.param(Backend("asyncio", {"use_uvloop": False}), id="asyncio"),
    ],
)
def anyio_backend(request: pytest.FixtureRequest) -> Backend:
    """Run the tests on each of these backends, one backend after the other."""
    backend: Backend = request.param
    return backend


@pytest.fixture(scope="session")
def openings() -> Iterator[Openings]:
    """Record what is opened in which run: the contract tests and the end of the run compare it."""
    openings = Openings()
    yield openings
    openings.check_closed()


@pytest.fixture(scope="function")
async def shared_broker(
    anyio_backend: Backend,
    openings: Openings,
    request: pytest.FixtureRequest,
) -> AsyncIterator[LineService]:
    """Open the line service once for each function and backend."""
    async with open_client() as opened:
        with openings.record(opened, request):
            yield opened


@pytest.fixture(scope="function")
async def broker(
    anyio_backend: Backend,
    openings: Openings,
    shared_broker: LineService,
) -> AsyncIterator[LineClient]:
    """Lend it to one test, and undo afterwards what the test did."""
    openings.check_lent(shared_broker)
    async with isolate_client(shared_broker) as isolated:
        yield isolated
