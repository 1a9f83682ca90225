"""The lifespan of an ASGI app, in a task of its own, with the state that its requests get."""

<#if archetype == "explicit-scope">
import asyncio
</#if>
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
<#if archetype == "multibackend">

import anyio
</#if>

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Any, Any, Any], Awaitable[None]]

# A slow start is no mistake: this limit is for an app that does not answer at all.
LONGEST_SECONDS = 60


class LifespanError(Exception):
    """The app did not start, or did not stop. The message is the app's own, if it has said one."""


@dataclass(repr=False)
class StartedApp:
    """An app whose lifespan has begun. What that has put into the state, each request gets."""

    app: ASGIApp
    state: dict[str, Any] = field(default_factory=dict)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await self.app({**scope, "state": self.state.copy()}, receive, send)


class Lifespan:
    """What is said between the suite and an app about the app's start and its end."""

    def __init__(self, started: StartedApp) -> None:
        """Say nothing yet."""
        self._started = started
<#if archetype == "explicit-scope">
        self._begun = asyncio.Event()
        self._stopping = asyncio.Event()
        self._ended = asyncio.Event()
<#else>
        self._begun = anyio.Event()
        self._stopping = anyio.Event()
        self._ended = anyio.Event()
</#if>
        self._takes_part = False
        self.reason: str | None = None
        self._error: Exception | None = None

    async def run(self) -> None:
        """Call the app, and keep what it raises for the one who waits."""
        scope = {
            "type": "lifespan",
            "asgi": {"version": "3.0", "spec_version": "2.0"},
            "state": self._started.state,
        }
        try:
            await self._started.app(scope, self._receive, self._send)
        except Exception as error:  # noqa: BLE001
            # An app that knows no lifespan may refuse the scope, but it asks for no message.
            if self._takes_part:
                self._error = error
                self.reason = self.reason or repr(error)
        finally:
            self._begun.set()
            self._ended.set()

    async def begin(self) -> None:
        """Wait until the app has started, or cannot start."""
        await self._wait(self._begun)

    async def end(self) -> None:
        """Tell the app to stop, and wait until it has stopped, or cannot stop."""
        self._stopping.set()
        await self._wait(self._ended)

    def refuse_failure(self) -> None:
        """Raise what has kept the app from its start or its end, if anything has."""
        if self.reason is not None:
            what = "stop" if self._stopping.is_set() else "start"
            message = f"the app did not {what}: {self.reason}"
            raise LifespanError(message) from self._error

<#if archetype == "explicit-scope">
    async def _wait(self, answer: asyncio.Event) -> None:
        waiting = asyncio.ensure_future(answer.wait())
        await asyncio.wait([waiting], timeout=LONGEST_SECONDS)
        if waiting.cancel():
<#else>
    async def _wait(self, answer: anyio.Event) -> None:
        with anyio.move_on_after(LONGEST_SECONDS):
            await answer.wait()
        if not answer.is_set():
</#if>
            self.reason = f"it has not answered for {LONGEST_SECONDS} seconds"

    async def _receive(self) -> Message:
        if self._takes_part:
            await self._stopping.wait()
            return {"type": "lifespan.shutdown"}
        self._takes_part = True
        return {"type": "lifespan.startup"}

    async def _send(self, message: Message) -> None:
        if message["type"].endswith(".failed"):
            self.reason = message.get("message") or "it has given no reason"
        answered = self._begun if "startup" in message["type"] else self._ended
        answered.set()


# Two fixtures may open one app: its lifespan must not begin again before it has ended.
running: list[StartedApp] = []


@asynccontextmanager
async def run_lifespan(app: ASGIApp) -> AsyncIterator[StartedApp]:
    """Start the app; stop it on the way out.

<#if archetype == "explicit-scope">
    Its lifespan has a task of its own: pytest-asyncio sets a fixture up and tears it down in two
    tasks, and a task group of the app's has to be left in the task that entered it.
<#else>
    Its lifespan has a task of its own. What it raises is raised outside the task group, which
    would wrap it in a group of exceptions.
</#if>
    """
    for started in running:
        if started.app is app:
            yield started
            return
    started = StartedApp(app)
    lifespan = Lifespan(started)
<#if archetype == "explicit-scope">
    task = asyncio.create_task(lifespan.run())
    try:
        await lifespan.begin()
        lifespan.refuse_failure()
        running.append(started)
        try:
            yield started
        finally:
            running.remove(started)
            await lifespan.end()
        lifespan.refuse_failure()
    finally:
        task.cancel()
        await asyncio.wait([task], timeout=LONGEST_SECONDS)
<#else>
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(lifespan.run)
        await lifespan.begin()
        if lifespan.reason is None:
            running.append(started)
            try:
                yield started
            finally:
                running.remove(started)
                await lifespan.end()
        tasks.cancel_scope.cancel()
    lifespan.refuse_failure()
</#if>
