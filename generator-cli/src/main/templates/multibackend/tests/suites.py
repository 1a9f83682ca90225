"""Base classes for tests. A subclass inherits the mark, and so the backends of its fixtures."""

from collections.abc import AsyncIterator

import pytest

<#list resources as resource>
from .support.${resource.module} import ${resource.type}
</#list>
from .support.loop_contract import Backend, refuse_wrong_backend
<#list resources as resource>


@pytest.mark.anyio
class ${resource.suite}:
    """Tests that talk to the ${resource.service}, on the backend that the ${resource.handle} lives on."""

    @pytest.fixture(autouse=True)
    async def runs_on_its_backend(
        self,
        anyio_backend: Backend,
        request: pytest.FixtureRequest,
    ) -> None:
        """Refuse to run a test on another backend than the one its id names."""
        refuse_wrong_backend(request.node)

<#if loopScope == "function">
    @pytest.fixture(autouse=True)
    async def arranged(
        self,
        anyio_backend: Backend,
        ${resource.name}: ${resource.type},
    ) -> AsyncIterator[None]:
        """Arrange the service for each test; clear it afterwards."""
        await self.arrange(${resource.name})
        yield
        await ${resource.name}.${resource.reset}
<#else>
    # The fixture decorator goes above @classmethod: a fixture of class scope that is an instance
    # method sets attributes no test sees, and pytest 9.1 deprecates it.
    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    async def arranged(
        cls,
        anyio_backend: Backend,
        ${resource.name}: ${resource.type},
    ) -> AsyncIterator[None]:
        """Arrange the service once for each class and backend; clear it after the last test."""
        await cls.arrange(${resource.name})
        yield
        await ${resource.name}.${resource.reset}
</#if>

    @classmethod
    async def arrange(cls, ${resource.name}: ${resource.type}) -> None:
        """Override to put into the service what the tests of the class find there."""
</#list>
