"""Base classes for tests. A subclass inherits the mark, and so the backends of its fixtures."""

import pytest

<#list kinds as kind>
from .resources.${kind.module} import ${kind.view}
</#list>
from .support.loop_contract import Backend, refuse_wrong_backend


@pytest.mark.anyio
class BackendSuite:
    """Tests that run on the backend that their id names, and on no other."""

    @pytest.fixture(scope="function", autouse=True)
    async def runs_on_its_backend(
        self,
        anyio_backend: Backend,
        request: pytest.FixtureRequest,
    ) -> None:
        """Refuse to run a test on another backend than the one its id names."""
        refuse_wrong_backend(request.node)
<#list resources as resource>


class ${resource.suite}(BackendSuite):
    """Tests of what uses the ${resource.service}.

    Each runs once on every backend. The ${resource.service} is opened there once for each
    ${resource.scope}; ${resource.undone}.
    """

    ${resource.name}: ${resource.view}

    @pytest.fixture(scope="function", autouse=True)
    async def arranged(
        self,
        anyio_backend: Backend,
        ${resource.name}: ${resource.view},
    ) -> None:
        """Keep what the test is lent, and arrange what it finds."""
        self.${resource.name} = ${resource.name}
        await self.arrange()

    async def arrange(self) -> None:
        """Override to put in what each test of the class starts from."""
</#list>
<#if several>


class EveryResourceSuite(BackendSuite):
    """Tests of what uses all of them: on the same backend, each opened and undone as above."""

<#list resources as resource>
    ${resource.name}: ${resource.view}
</#list>

    @pytest.fixture(scope="function", autouse=True)
    async def arranged(
        self,
        anyio_backend: Backend,
<#list resources as resource>
        ${resource.name}: ${resource.view},
</#list>
    ) -> None:
        """Keep what the test is lent, and arrange what it finds."""
<#list resources as resource>
        self.${resource.name} = ${resource.name}
</#list>
        await self.arrange()

    async def arrange(self) -> None:
        """Override to put in what each test of the class starts from."""
</#if>
