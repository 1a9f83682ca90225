"""The app under test, from start to stop, and HTTP clients of it. No request leaves the process."""

<#if postgres>
from collections.abc import AsyncIterator, MutableMapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import httpx

from ..support.lifespan import StartedApp, run_lifespan
from ..support.no_other_database import no_other_database
from ..support.postgres_server import named
<#else>
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from ..support.lifespan import StartedApp, run_lifespan
</#if>
from .app_under_test import app_under_test, reset_app

BASE_URL = "http://testserver"

AppClient = httpx.AsyncClient


@dataclass(repr=False)
class RunningApp:
    """What the tests share: the app, whose lifespan has begun."""

    started: StartedApp
<#if postgres>
    database: str = ""
</#if>
    stopped: bool = False

    def client(self) -> AppClient:
        """Make a client of the app. What the app raises is raised by the client."""
        return AppClient(transport=httpx.ASGITransport(self.started), base_url=BASE_URL)

    def dependency_overrides(self) -> MutableMapping[object, object]:
        """Return what stands in for the app's dependencies, if it is one of FastAPI."""
        overrides: MutableMapping[object, object]
        overrides = getattr(self.started.app, "dependency_overrides", {})
        return overrides


<#if postgres>
@asynccontextmanager
async def open_app(database: str) -> AsyncIterator[RunningApp]:
    """Start the app on the tests' database; stop it on the way out."""
    async with AsyncExitStack() as stack:
        with named(database), no_other_database(database):
            app = app_under_test(database)
            started = await stack.enter_async_context(run_lifespan(app))
        running = RunningApp(started, database)
<#else>
@asynccontextmanager
async def open_app() -> AsyncIterator[RunningApp]:
    """Start the app; stop it on the way out."""
    async with run_lifespan(app_under_test()) as started:
        running = RunningApp(started)
</#if>
        try:
            yield running
        finally:
            running.stopped = True


async def try_app(running: RunningApp) -> bool:
    """Ask the app something, unless it was stopped; return whether it has answered."""
    if running.stopped:
        return False
    async with running.client() as client:
        await client.get("/")
    return True


@asynccontextmanager
async def isolate_app(running: RunningApp) -> AsyncIterator[AppClient]:
    """Lend a client to one test. Its cookies and headers end with it; the app is brought back."""
    overrides = running.dependency_overrides()
    before = dict(overrides)
    state = running.started.state
    state_before = dict(state)
    try:
<#if postgres>
        with no_other_database(running.database):
            async with running.client() as client:
                yield client
<#else>
        async with running.client() as client:
            yield client
</#if>
    finally:
        overrides.clear()
        overrides.update(before)
        state.clear()
        state.update(state_before)
        await reset_app(running.started)


async def leave_in_app(client: AppClient) -> None:
    """Leave traces, as a test may: the contract tests look whether the next test finds them."""
    client.headers["x-trace"] = "left"
    client.cookies.set("trace", "left")
<#if exampleApp>
    await client.put("/notes/trace", content="left")
</#if>


async def find_in_app(client: AppClient) -> bool:
    """Return whether there is a trace that a test has left."""
<#if exampleApp>
    note = await client.get("/notes/trace")
    return "x-trace" in client.headers or "trace" in client.cookies or note.is_success
<#else>
    return "x-trace" in client.headers or "trace" in client.cookies
</#if>
