"""The mark of the base class is taken."""

import pytest


@pytest.mark.asyncio(loop_scope="module")
class Base:
    pass


@pytest.mark.asyncio(loop_scope="class")
class TestBelow(Base):
    async def test_it(self):
        pass


@pytest.mark.asyncio(loop_scope="class")
class TestAlone:
    async def test_it(self):
        pass
