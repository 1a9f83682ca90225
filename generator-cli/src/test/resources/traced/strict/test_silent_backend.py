"""A fixture that does not ask for the backend keeps its runner: all tests run on asyncio."""

import pytest


@pytest.fixture(scope="module", params=["asyncio", "trio"])
def anyio_backend(request):
    return request.param


@pytest.fixture(scope="module")
async def settings():
    yield {"colour": "red"}


@pytest.mark.anyio
async def test_with_it(settings):
    assert settings


@pytest.mark.anyio
async def test_without_it():
    pass
