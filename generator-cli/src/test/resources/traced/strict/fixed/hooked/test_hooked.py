"""The mark that a hook puts before all others is meant."""

import pytest


@pytest.mark.asyncio(loop_scope="class")
class TestOfAClass:
    async def test_it(self):
        pass
