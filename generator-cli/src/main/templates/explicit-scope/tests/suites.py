"""Base classes for tests. A subclass inherits the mark, and so the loop of its fixtures."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

<#list resources as resource>
from .support.${resource.module} import ${resource.type}
</#list>
<#list resources as resource>


class ${resource.suite}:
    """Tests that talk to the ${resource.service}, on the loop that the ${resource.handle} lives on."""

    pytestmark = pytest.mark.asyncio(loop_scope="${loopScope}")

<#if loopScope == "function">
    @pytest_asyncio.fixture(scope="function", loop_scope="function", autouse=True)
    async def arranged(self, ${resource.name}: ${resource.type}) -> AsyncIterator[None]:
        """Arrange the service for each test; clear it afterwards."""
        await self.arrange(${resource.name})
        yield
        await ${resource.name}.${resource.reset}
<#else>
    # The fixture decorator goes above @classmethod: a fixture of class scope that is an instance
    # method sets attributes no test sees, and pytest 9.1 deprecates it.
    @pytest_asyncio.fixture(scope="class", loop_scope="${loopScope}", autouse=True)
    @classmethod
    async def arranged(cls, ${resource.name}: ${resource.type}) -> AsyncIterator[None]:
        """Arrange the service once for each class; clear it after the class's last test."""
        await cls.arrange(${resource.name})
        yield
        await ${resource.name}.${resource.reset}
</#if>

    @classmethod
    async def arrange(cls, ${resource.name}: ${resource.type}) -> None:
        """Override to put into the service what the tests of the class find there."""
</#list>
