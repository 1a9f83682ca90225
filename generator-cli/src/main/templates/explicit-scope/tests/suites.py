"""Base classes for tests. A subclass inherits the mark, and so the loop of its fixtures."""

import pytest
import pytest_asyncio

<#list kinds as kind>
from .resources.${kind.module} import ${kind.view}
</#list>
<#list resources as resource>


class ${resource.suite}:
    """Tests of what uses the ${resource.service}.

    All run on the loop of their ${loopScope}. The ${resource.service} is opened on it once for each
    ${resource.scope}; ${resource.undone}.
    """

    pytestmark = pytest.mark.asyncio(loop_scope="${loopScope}")
    ${resource.name}: ${resource.view}

    @pytest_asyncio.fixture(scope="function", loop_scope="${loopScope}", autouse=True)
    async def arranged(self, ${resource.name}: ${resource.view}) -> None:
        """Keep what the test is lent, and arrange what it finds."""
        self.${resource.name} = ${resource.name}
        await self.arrange()

    async def arrange(self) -> None:
        """Override to put in what each test of the class starts from."""
</#list>
<#if several>


class EveryResourceSuite:
    """Tests of what uses all of them: on the same loop, each opened and undone as above."""

    pytestmark = pytest.mark.asyncio(loop_scope="${loopScope}")
<#list resources as resource>
    ${resource.name}: ${resource.view}
</#list>

    @pytest_asyncio.fixture(scope="function", loop_scope="${loopScope}", autouse=True)
    async def arranged(
        self,
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
