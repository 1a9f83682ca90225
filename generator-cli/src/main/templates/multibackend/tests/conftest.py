"""Fixtures of the whole suite. Every async fixture takes `anyio_backend`: it opens on each."""

from collections.abc import AsyncIterator, Iterator

import pytest

<#list resources as resource>
from .support.${resource.module} import ${resource.type}, open_${resource.handle}
</#list>
from .support.loop_contract import Backend, Openings, refuse_another_backend


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Refuse a test that asks for another backend than the ones its fixtures live on."""
    refuse_another_backend(item)


@pytest.fixture(
    scope="${loopScope}",
    params=[
<#list backends as backend>
<#if backend == "uvloop">
        pytest.param(Backend("asyncio", {"use_uvloop": True}), id="uvloop"),
<#elseif backend == "asyncio">
        pytest.param(Backend("asyncio", {"use_uvloop": False}), id="asyncio"),
<#else>
        pytest.param(Backend("trio", {}), id="trio"),
</#if>
</#list>
    ],
)
def anyio_backend(request: pytest.FixtureRequest) -> Backend:
    """Run the tests on each of these backends, one backend after the other."""
    backend: Backend = request.param
    return backend


@pytest.fixture(scope="session")
def openings() -> Iterator[Openings]:
    """Record what is opened on which backend, and check at the end that it was closed there."""
    openings = Openings()
    yield openings
    openings.check_closed()
<#list resources as resource>


@pytest.fixture(scope="${loopScope}")
async def ${resource.name}(
    anyio_backend: Backend,
    openings: Openings,
    request: pytest.FixtureRequest,
) -> AsyncIterator[${resource.type}]:
    """Open the resource that the tests share: once for each ${loopScope} and backend."""
    async with open_${resource.handle}() as opened:
        with openings.record(opened, request):
            yield opened
</#list>
