"""Options of a backend are not heeded while another runner is in use."""

import pytest


@pytest.fixture(
    scope="module",
    params=["asyncio", ("asyncio", {"use_uvloop": True})],
    ids=["plain", "uvloop"],
)
def anyio_backend(request):
    return request.param


@pytest.fixture(scope="module")
async def settings():
    yield {"colour": "red"}


@pytest.mark.anyio
async def test_colour(settings):
    assert settings
