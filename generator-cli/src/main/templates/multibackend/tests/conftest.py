"""Fixtures of the whole suite. Every async fixture takes `anyio_backend`: it opens on each."""

from collections.abc import AsyncIterator, Iterator

import pytest

<#list kinds as kind>
from .resources.${kind.module} import (
    ${kind.view},
    ${kind.type},
    isolate_${kind.handle},
    open_${kind.handle},
)
</#list>
from .support.loop_contract import Backend, Openings, refuse_another_backend
<#list kinds as kind>
<#if kind.served == "yes">
from .support.${kind.handle}_server import serve_${kind.handle}
</#if>
</#list>
<#if postgres || redis>
from .support.servers import add_option


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the command line say what becomes of tests whose server is missing."""
    add_option(parser)
</#if>


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
    """Record what is opened in which run: the contract tests and the end of the run compare it."""
    openings = Openings()
    yield openings
    openings.check_closed()
<#list kinds as kind>
<#if kind.served == "yes">


@pytest.fixture(scope="session")
def ${kind.handle}_server(request: pytest.FixtureRequest) -> Iterator[str]:
    """Find the server of this run, or start one; yield its URL."""
    with serve_${kind.handle}(request.config) as served:
        yield served
</#if>
</#list>
<#list resources as resource>


@pytest.fixture(scope="${resource.scope}")
async def ${resource.shared}(
    anyio_backend: Backend,
    openings: Openings,
<#if resource.served == "yes">
    ${resource.server}: str,
</#if>
    request: pytest.FixtureRequest,
) -> AsyncIterator[${resource.type}]:
    """Open the ${resource.service} once for each ${resource.scope} and backend."""
<#if resource.served == "yes">
    async with open_${resource.handle}(${resource.server}) as opened:
<#else>
    async with open_${resource.handle}() as opened:
</#if>
        with openings.record(opened, request):
            yield opened


@pytest.fixture(scope="function")
async def ${resource.name}(
    anyio_backend: Backend,
    openings: Openings,
    ${resource.shared}: ${resource.type},
) -> AsyncIterator[${resource.view}]:
    """Lend it to one test, and undo afterwards what the test did."""
    openings.check_lent(${resource.shared})
    async with isolate_${resource.handle}(${resource.shared}) as isolated:
        yield isolated
</#list>
