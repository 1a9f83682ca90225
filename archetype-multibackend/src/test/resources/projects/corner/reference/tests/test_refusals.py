"""Tests that the suite has to refuse. No examples to copy from."""

import pytest

from .resources.line_service import LineService, try_client
from .suites import (
    LineServiceSuite,
)
from .support.loop_contract import AnotherBackendError, Backend, UnmarkedTestError


class TestLineServiceWithABackendOfItsOwn(LineServiceSuite):
    """A subclass cannot leave the backends of its base: its fixtures would stay behind."""

    @pytest.fixture(scope="function")
    @classmethod
    def anyio_backend(cls) -> Backend:
        """Override the fixture of the conftest."""
        return Backend("asyncio", {"debug": True})

    @pytest.mark.xfail(raises=AnotherBackendError, strict=True)
    async def test_override_is_refused(
        self,
        shared_broker: LineService,
    ) -> None:
        """Expected to fail in setup, with a message that names the override."""
        await try_client(shared_broker)


@pytest.mark.xfail(raises=(AnotherBackendError, UnmarkedTestError), strict=True)
async def test_async_test_without_a_mark_is_refused(request: pytest.FixtureRequest) -> None:
    """Expected to fail in setup, with a message that says what to write."""
    if "anyio_backend" in request.fixturenames:
        pytest.xfail("a fixture for all tests, or auto mode, has given it a backend")
