import asyncio

import pytest

pytestmark = [pytest.mark.asyncio(loop_scope=scope) for scope in ("function",)]


async def test_reads_as_marked(line):
    reader, writer = line
    writer.write(b"hello\n")
    assert await reader.readline() == b"hello\n"


async def test_sleeps():
    await asyncio.sleep(0)
