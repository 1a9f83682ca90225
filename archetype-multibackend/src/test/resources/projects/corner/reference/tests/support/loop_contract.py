"""The loop contract: a test and its async fixtures run on one backend, the one its id names."""

import asyncio
import inspect
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

import pytest
import trio


class Backend(NamedTuple):
    """A backend as anyio takes it: its name and its options."""

    name: str
    options: Mapping[str, bool]


class LoopContractError(AssertionError):
    """The loop contract is broken. The message says by what, and what to change."""


class AnotherBackendError(LoopContractError):
    """A test asks for another backend than the ones its fixtures live on."""


class UnmarkedTestError(LoopContractError):
    """An async test has no mark, so that no plugin would run it."""


@dataclass
class Opening:
    """One opening of a resource: by which fixture, for what, and in which run of a backend."""

    resource: object
    fixture: str | None
    owner: str
    run: object
    closed: bool = False


class Openings:
    """All openings of this session, in their order."""

    def __init__(self) -> None:
        """Start with none."""
        self._openings: list[Opening] = []

    @contextmanager
    def record(self, resource: object, request: pytest.FixtureRequest) -> Iterator[None]:
        """Record an opening by the running backend, and check that the same run closes it."""
        opening = Opening(
            resource,
            request.fixturename,
            request.node.nodeid,
            current_run(),
        )
        self._openings.append(opening)
        yield
        run = current_run()
        if run is not opening.run:
            message = f"{resource} was opened in {opening.run} but is closed in {run}"
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
        """Count the openings by one fixture for one part of the suite in one run of a backend."""
        same = (opening.fixture, opening.owner, opening.run)
        return sum((other.fixture, other.owner, other.run) == same for other in self._openings)

    def check_lent(self, resource: object) -> None:
        """Refuse to lend a resource in another run: some hang there, and some seem to work."""
        opened_in = self.of(resource).run
        run = current_run()
        if opened_in is not run:
            message = f"{resource} was opened in {opened_in}, but is lent in {run}"
            raise LoopContractError(message)

    def check_closed(self) -> None:
        """Refuse an opening that was not closed in its run."""
        for opening in self._openings:
            if not opening.closed:
                message = f"{opening.resource} was opened in {opening.run} and not closed in it"
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


def current_run() -> object:
    """Return the running event loop, or what stands for it on trio: compare it by identity."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return trio.lowlevel.current_trio_token()


def running_backend() -> str:
    """Name the backend that runs the caller: what runs, not what was asked for."""
    return type(current_run()).__module__.partition(".")[0]


def refuse_wrong_backend(item: pytest.Item) -> None:
    """Refuse to go on when another backend runs than the one in the test's id."""
    asked = asked_backend(item)
    running = running_backend()
    if running != asked:
        message = (
            f"{running} runs a test that asks for {asked}; look for an async fixture that does not"
            " take `anyio_backend`, or for another plugin that runs async tests"
        )
        raise LoopContractError(message)


def refuse_another_backend(item: pytest.Item) -> None:
    """Refuse a test that does not get its backend from the suite's own `anyio_backend`."""
    marked = item.get_closest_marker("anyio") is not None
    if not marked:
        refuse_async_test_without_mark(item)
    # A test that is marked after collection is made anew by anyio, without its mark.
    if (marked or "anyio_backend" in parameters(item)) and asked_backend(item) is None:
        message = (
            f"{item.nodeid} does not get its backend from `anyio_backend` in the suite's conftest,"
            " but its fixtures do; remove what overrides it"
        )
        raise AnotherBackendError(message)


def refuse_async_test_without_mark(item: pytest.Item) -> None:
    """Refuse an async test that no plugin would run."""
    is_async = inspect.iscoroutinefunction(getattr(item, "function", None))
    if is_async and "anyio_backend" not in parameters(item):
        message = (
            f"{item.nodeid} is async and has no mark; write it in a subclass of one in suites.py,"
            " or put `@pytest.mark.anyio` above it"
        )
        raise UnmarkedTestError(message)


def asked_backend(item: pytest.Item) -> str | None:
    """Name the backend that the suite's `anyio_backend` asks for, if it is the one in charge."""
    backend = parameters(item).get("anyio_backend")
    if not isinstance(backend, Backend):
        return None
    return "uvloop" if backend.options.get("use_uvloop") else backend.name


def parameters(item: pytest.Item) -> Mapping[str, object]:
    """Return the values that the test was parametrized with."""
    callspec = getattr(item, "callspec", None)
    return callspec.params if callspec else {}
