"""The loop contract: a test and all async fixtures it uses run on one loop, from open to close."""

import asyncio
import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

BACKENDS = [
    "uvloop",
    "asyncio",
]
LOOP_SCOPE = "class"


class LoopContractError(AssertionError):
    """The loop contract is broken. The message says by what, and what to change."""


class AnotherLoopError(LoopContractError):
    """A test asks for another loop than the one its fixtures live on."""


class UnmarkedTestError(LoopContractError):
    """An async test has no mark, so that no plugin would run it."""


@dataclass
class Opening:
    """One opening of a resource: by which fixture, for what, and on which loop."""

    resource: object
    fixture: str | None
    owner: str
    loop: asyncio.AbstractEventLoop
    closed: bool = False


class Openings:
    """All openings of this run, in their order."""

    def __init__(self) -> None:
        """Start with none."""
        self._openings: list[Opening] = []

    @contextmanager
    def record(self, resource: object, request: pytest.FixtureRequest) -> Iterator[None]:
        """Record an opening by the running loop, and check that the same loop closes it."""
        backend = running_backend()
        if backend not in BACKENDS:
            message = f"{resource} was opened on {backend}, for which no async test has asked"
            raise LoopContractError(message)
        opening = Opening(
            resource,
            request.fixturename,
            request.node.nodeid,
            asyncio.get_running_loop(),
        )
        self._openings.append(opening)
        yield
        loop = asyncio.get_running_loop()
        if loop is not opening.loop:
            message = f"{resource} was opened on {opening.loop} but is closed on {loop}"
            raise LoopContractError(message)
        opening.closed = True

    def of(self, resource: object) -> Opening:
        """Return the opening of this very object."""
        for opening in reversed(self._openings):
            if opening.resource is resource:
                return opening
        message = (
            f"{resource} was opened by a fixture that does not record it in `openings`: it is to be"
            " yielded within `with openings.record(opened, request):`"
        )
        raise LoopContractError(message)

    def count(self, opening: Opening) -> int:
        """Count the openings by one fixture for one part of the suite on one loop."""
        same = (opening.fixture, opening.owner, opening.loop)
        return sum((other.fixture, other.owner, other.loop) == same for other in self._openings)

    def check_lent(self, resource: object) -> None:
        """Refuse to lend a resource on another loop: some hang there, and some seem to work."""
        opened_on = self.of(resource).loop
        loop = asyncio.get_running_loop()
        if opened_on is not loop:
            message = f"{resource} was opened on {opened_on}, but is lent on {loop}"
            raise LoopContractError(message)

    def check_closed(self) -> None:
        """Refuse an opening that was not closed on its loop."""
        for opening in self._openings:
            if not opening.closed:
                message = f"{opening.resource} was opened on {opening.loop} and not closed on it"
                raise LoopContractError(message)


def owner_of(item: pytest.Item, scope: str) -> str:
    """Return the id of the session, module, class or function that a test belongs to."""
    nodes = {
        "session": item.session,
        "module": item.getparent(pytest.Module),
        "class": item.getparent(pytest.Class),
        "function": item,
    }
    owner = nodes[scope]
    if owner is None:
        message = f"{item.nodeid} is in no {scope}, so it shares nothing of that scope"
        raise LoopContractError(message)
    return owner.nodeid


def running_backend() -> str:
    """Name the kind of loop that runs the caller: what runs, not what was asked for."""
    return type(asyncio.get_running_loop()).__module__.partition(".")[0]


def refuse_another_loop(item: pytest.Item) -> None:
    """Refuse an async test whose mark leads away from the loop of the suite's fixtures."""
    mark = item.get_closest_marker("asyncio")
    if mark is None:
        refuse_async_test_without_mark(item)
        return
    default = item.config.getini("asyncio_default_test_loop_scope")
    loop_scope = mark.kwargs.get("loop_scope", default)
    if loop_scope != LOOP_SCOPE:
        message = (
            f'{item.nodeid} asks for a loop of scope "{loop_scope}", but the fixtures of this'
            f' suite live on a loop of scope "{LOOP_SCOPE}"; remove the mark'
        )
        raise AnotherLoopError(message)


def refuse_async_test_without_mark(item: pytest.Item) -> None:
    """Refuse an async test that no plugin would run."""
    if inspect.iscoroutinefunction(getattr(item, "function", None)):
        message = (
            f"{item.nodeid} is async and has no mark; write it in a subclass of one in suites.py,"
            f' or put `@pytest.mark.asyncio(loop_scope="{LOOP_SCOPE}")` above it'
        )
        raise UnmarkedTestError(message)
