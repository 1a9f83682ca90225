"""One loop for both packages."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_two():
    pass
