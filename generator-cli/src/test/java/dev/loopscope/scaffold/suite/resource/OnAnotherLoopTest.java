package dev.loopscope.scaffold.suite.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a fixture's value on another loop. */
class OnAnotherLoopTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "async with aiohttp.ClientSession() as session: yield session | BREAKS",
        "session = aiohttp.ClientSession(); yield session; await session.close() | BREAKS",
        "pool = await asyncpg.create_pool('dsn'); yield pool | BREAKS",
        "async with asyncpg.create_pool() as pool, pool.acquire() as one: yield one | BREAKS",
        "yield await asyncio.start_server(print, 'localhost', 0) | BREAKS",
        "yield grpc.aio.insecure_channel('localhost') | BREAKS",
        "async with httpx.AsyncClient() as client: yield client | BREAKS_ONCE",
        "async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as c: yield c |"
            + " TOLERATES",
        "transport = httpx.ASGITransport(app); yield httpx.AsyncClient(transport=transport) |"
            + " TOLERATES",
        "yield redis.asyncio.Redis() | BREAKS_ONCE",
        "yield redis.asyncio.from_url('redis://') | BREAKS_ONCE",
        "yield create_async_engine('postgresql+asyncpg://') | BREAKS_ONCE",
        "yield create_async_engine('postgresql+asyncpg://', poolclass=NullPool) | TOLERATES",
        "yield create_async_engine('postgresql+psycopg://') | TOLERATES",
        "yield create_async_engine(URL) | UNKNOWN",
        "yield asyncio.Queue() | BREAKS_LATER",
        "yield asyncio.Barrier(2) | BREAKS",
        "yield 5 | NOTHING",
        "yield | NOTHING",
        "await open_everything(); yield | UNKNOWN",
        "await open_everything(); yield None | UNKNOWN",
        "yield await make_it() | UNKNOWN",
      })
  void isReadFromWhatTheFixtureGives(String body, OnAnotherLoop expected) {
    WrittenSuite suite =
        WrittenSuite.in(
            directory,
            "test_a.py",
            """
            import aiohttp, asyncio, asyncpg, grpc.aio, httpx, pytest_asyncio, redis.asyncio
            from sqlalchemy.ext.asyncio import create_async_engine
            from sqlalchemy.pool import NullPool
            from app import URL, app, make_it, open_everything
            @pytest_asyncio.fixture(scope="session")
            async def resource():
                %s
            async def test_it(resource): ...
            """
                .formatted(body));
    assertThat(suite.model().resource(suite.fixture("resource"))).isEqualTo(expected);
  }
}
