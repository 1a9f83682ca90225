"""pytest-asyncio runs what anyio's mark is for: both backends are asyncio."""

import pytest


@pytest.mark.anyio
async def test_on_both():
    pass
