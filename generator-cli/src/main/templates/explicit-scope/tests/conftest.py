"""Fixtures of the whole suite. Each names its scope and its loop scope."""

<#if uvloop>
import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping

import pytest
import pytest_asyncio
import uvloop

<#else>
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

</#if>
<#list kinds as kind>
from .resources.${kind.module} import (
    ${kind.view},
    ${kind.type},
    isolate_${kind.handle},
    open_${kind.handle},
)
</#list>
from .support.loop_contract import Openings, refuse_another_loop
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
    """Refuse a test that asks for another loop than the one its fixtures live on."""
    refuse_another_loop(item)


<#if uvloop>
def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run the tests on each of these kinds of loop, one kind after the other."""
    return {
<#list backends as backend>
<#if backend == "uvloop">
        "uvloop": uvloop.new_event_loop,
<#else>
        "asyncio": asyncio.new_event_loop,
</#if>
</#list>
    }


</#if>
@pytest.fixture(scope="session")
def openings() -> Iterator[Openings]:
    """Record what is opened on which loop: the contract tests and the end of the run compare it."""
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


@pytest_asyncio.fixture(scope="${resource.scope}", loop_scope="${loopScope}")
async def ${resource.shared}(
    openings: Openings,
<#if resource.served == "yes">
    ${resource.server}: str,
</#if>
    request: pytest.FixtureRequest,
) -> AsyncIterator[${resource.type}]:
    """Open the ${resource.service} once for each ${resource.scope}, on the loop of its tests."""
<#if resource.served == "yes">
    async with open_${resource.handle}(${resource.server}) as opened:
<#else>
    async with open_${resource.handle}() as opened:
</#if>
        with openings.record(opened, request):
            yield opened


@pytest_asyncio.fixture(scope="function", loop_scope="${loopScope}")
async def ${resource.name}(
    openings: Openings,
    ${resource.shared}: ${resource.type},
) -> AsyncIterator[${resource.view}]:
    """Lend it to one test, and undo afterwards what the test did."""
    openings.check_lent(${resource.shared})
    async with isolate_${resource.handle}(${resource.shared}) as isolated:
        yield isolated
</#list>
