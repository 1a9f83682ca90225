import asyncio

import pytest


async def answer(reader, writer):
    writer.write(await reader.readline())
    writer.close()


@pytest.fixture(scope="session")
async def line():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    yield reader, writer
    writer.close()
    server.close()
