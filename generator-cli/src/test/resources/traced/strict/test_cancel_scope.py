import anyio
import pytest
import pytest_asyncio


@pytest_asyncio.fixture
async def group():
    async with anyio.create_task_group() as opened:
        yield opened


@pytest.mark.asyncio
async def test_with_group(group):
    pass


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["trio"])
async def test_asyncio_on_trio():
    import asyncio

    await asyncio.sleep(0.01)
