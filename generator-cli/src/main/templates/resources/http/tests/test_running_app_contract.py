"""What the tests of an app rely on: its start and its end, and that nothing outlives a test."""

<#if sqlalchemy>
import pytest
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import create_async_engine
<#elseif asyncpg>
import asyncpg
import pytest
<#elseif postgres>
import psycopg
import pytest
<#else>
import pytest
</#if>

from .resources.running_app import (
    AppClient,
    RunningApp,
    find_in_app,
    isolate_app,
    leave_in_app,
)
from .suites import (
<#list resources as resource>
<#if resource.kind == "http">
    ${resource.suite},
</#if>
</#list>
)
from .support import lifespan
from .support.lifespan import ASGIApp, LifespanError, Message, Receive, Send, run_lifespan
<#if postgres>
from .support.no_other_database import OtherDatabaseError
</#if>


class ExpectedError(Exception):
    """What an app or a test fails with here."""


def app_that(*, fails_to: str = "", says: str = "") -> ASGIApp:
    """Make an app that answers with its state; it may fail to start or to stop, and say why."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            body = scope["state"]["greeting"].encode()
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": body})
            return
        scope["state"]["greeting"] = "good morning"
        for stage in ("startup", "shutdown"):
            await receive()
            if stage == fails_to and says:
                await send({"type": f"lifespan.{stage}.failed", "message": says})
            if stage == fails_to:
                raise ExpectedError(stage)
            await send({"type": f"lifespan.{stage}.complete"})

    return answer


async def app_without_lifespan(scope: Message, receive: Receive, send: Send) -> None:
    """Refuse what is no request, as some apps do."""
    if scope["type"] != "http":
        raise ExpectedError(scope["type"])
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def app_that_never_starts(scope: Message, receive: Receive, send: Send) -> None:
    """Wait to be stopped without having said that it has started."""
    for _ in ("startup", "shutdown"):
        await receive()


async def fail_after_leaving_a_trace(running: RunningApp) -> None:
    """Do what a test does that fails in the middle."""
    async with isolate_app(running) as client:
        await leave_in_app(client)
        raise ExpectedError


<#if postgres>
async def connect(url: str, database: str | None = None) -> None:
    """Do what an app does that has a database."""
<#if sqlalchemy>
    engine = create_async_engine(make_url(url).set(database=database))
    async with engine.connect():
        pass
    await engine.dispose()
<#elseif asyncpg>
    connection = await asyncpg.connect(url, database=database)
    await connection.close()
<#else>
    async with await psycopg.AsyncConnection.connect(url, dbname=database):
        pass
</#if>


async def try_another_database(running: RunningApp) -> None:
    """Do what an app does that is refused and tries again, or goes on without."""
    async with isolate_app(running):
        with pytest.raises(OtherDatabaseError):
            await connect(running.database, "postgres")


</#if>
def leave_the_only_trace(running: RunningApp) -> None:
    """Change what all requests get, unless another test has done so."""
    assert "trace" not in running.started.state, "the state of another test is still there"
    assert "trace" not in running.dependency_overrides(), "what it has overridden, is still"
    running.started.state["trace"] = "left"
    running.dependency_overrides()["trace"] = "left"
<#list resources as resource>
<#if resource.kind == "http">


class Test${resource.stem}Lifespan(${resource.suite}):
    """Tests of how an app is started and stopped."""

    async def test_request_gets_the_state_of_the_lifespan(self) -> None:
        """Fails when the client talks to the app itself."""
        async with run_lifespan(app_that()) as started, RunningApp(started).client() as client:
            response = await client.get("/")
        assert response.text == "good morning"

    async def test_app_is_not_started_again_before_it_has_stopped(self) -> None:
        """Fails when a second fixture would overwrite what the first has started."""
        made = app_that()
        async with run_lifespan(made) as first, run_lifespan(made) as second:
            assert first is second
        async with run_lifespan(made) as third:
            assert third is not first

    async def test_app_without_a_lifespan_is_served(self) -> None:
        """It refuses the start, and answers requests."""
        async with (
            run_lifespan(app_without_lifespan) as started,
            RunningApp(started).client() as client,
        ):
            response = await client.get("/")
        assert response.is_success

    @pytest.mark.parametrize("stage", ["start", "stop"])
    async def test_what_the_app_says_of_its_failure_is_shown(self, stage: str) -> None:
        """Its own words are in the message, its error is the cause."""
        fails_to = {"start": "startup", "stop": "shutdown"}[stage]
        made = app_that(fails_to=fails_to, says="no database")
        with pytest.raises(LifespanError, match=f"did not {stage}: no database") as caught:
            async with run_lifespan(made):
                assert stage == "stop", "an app that has not started is served"
        assert isinstance(caught.value.__cause__, ExpectedError)

    @pytest.mark.parametrize("stage", ["start", "stop"])
    async def test_what_the_app_raises_is_shown(self, stage: str) -> None:
        """It need not say anything."""
        made = app_that(fails_to={"start": "startup", "stop": "shutdown"}[stage])
        with pytest.raises(LifespanError, match=f"did not {stage}: ExpectedError"):
            async with run_lifespan(made):
                assert stage == "stop", "an app that has not started is served"

    async def test_app_that_never_starts_is_given_up(
        self,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Fails when a start that does not end holds up the run for ever."""
        monkeypatch.setattr(lifespan, "LONGEST_SECONDS", 0.1)
        with pytest.raises(LifespanError, match="did not start: it has not answered"):
            async with run_lifespan(app_that_never_starts):
                pytest.fail("an app that has not started is served")

    async def test_what_a_failed_test_leaves_is_gone_in_the_next(
        self,
        ${resource.shared}: RunningApp,
    ) -> None:
        """Fails when only a test that passes is cleaned up after."""
        with pytest.raises(ExpectedError):
            await fail_after_leaving_a_trace(${resource.shared})
        async with isolate_app(${resource.shared}) as second:
            assert not await find_in_app(second), "the next test sees it too"

<#if postgres>
    async def test_app_is_refused_any_other_database(
        self,
        ${resource.shared}: RunningApp,
    ) -> None:
        """Fails when the app may write to a database that is not the tests' own."""
        async with isolate_app(${resource.shared}):
            await connect(${resource.shared}.database)
        with pytest.raises(OtherDatabaseError, match="connects to the database postgres,"):
            await try_another_database(${resource.shared})

</#if>
    async def test_app_holds_no_trace(
        self,
        ${resource.name}: AppClient,
        ${resource.shared}: RunningApp,
    ) -> None:
        """Fails when the app is not brought back: the twin below leaves traces in it, too."""
        leave_the_only_trace(${resource.shared})

    async def test_app_again_holds_no_trace(
        self,
        ${resource.name}: AppClient,
        ${resource.shared}: RunningApp,
    ) -> None:
        """Fails when its twin above has changed the app for good, before or after it."""
        leave_the_only_trace(${resource.shared})
</#if>
</#list>
