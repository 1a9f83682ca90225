async def test_reads(line):
    reader, writer = line
    writer.write(b"hello\n")
    assert await reader.readline() == b"hello\n"
