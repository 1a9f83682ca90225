"""Tests that the suite has to refuse. No examples to copy from."""

import pytest

<#list kinds as kind>
from .resources.${kind.module} import ${kind.type}, try_${kind.handle}
</#list>
from .suites import (
<#list resources as resource>
    ${resource.suite},
</#list>
)
from .support.loop_contract import AnotherBackendError, Backend, UnmarkedTestError
<#list resources as resource>


class Test${resource.stem}WithABackendOfItsOwn(${resource.suite}):
    """A subclass cannot leave the backends of its base: its fixtures would stay behind."""

    @pytest.fixture(scope="${loopScope}")
    @classmethod
    def anyio_backend(cls) -> Backend:
        """Override the fixture of the conftest."""
        return Backend("asyncio", {"debug": True})

    @pytest.mark.xfail(raises=AnotherBackendError, strict=True)
    async def test_override_is_refused(
        self,
        ${resource.shared}: ${resource.type},
    ) -> None:
        """Expected to fail in setup, with a message that names the override."""
        await try_${resource.handle}(${resource.shared})
</#list>


@pytest.mark.xfail(raises=(AnotherBackendError, UnmarkedTestError), strict=True)
async def test_async_test_without_a_mark_is_refused(request: pytest.FixtureRequest) -> None:
    """Expected to fail in setup, with a message that says what to write."""
    if "anyio_backend" in request.fixturenames:
        pytest.xfail("a fixture for all tests, or auto mode, has given it a backend")
