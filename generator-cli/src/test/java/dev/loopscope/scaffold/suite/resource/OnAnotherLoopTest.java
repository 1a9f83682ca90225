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
        "yield await asyncio.start_server(print, 'localhost', 0) | HANGS",
        "yield grpc.aio.insecure_channel('localhost') | BREAKS",
        "async with httpx.AsyncClient() as client: yield client | BREAKS_EVERY_SECOND",
        "async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as c: yield c | SAFE",
        "transport = httpx.ASGITransport(app); yield httpx.AsyncClient(transport=transport) |"
            + " SAFE",
        "yield redis.asyncio.Redis() | BREAKS_EVERY_SECOND",
        "yield redis.asyncio.from_url('redis://') | BREAKS_EVERY_SECOND",
        "yield create_async_engine('postgresql+asyncpg://') | BREAKS",
        "yield create_async_engine('postgresql+asyncpg://', pool_pre_ping=True) |"
            + " BREAKS_EVERY_SECOND",
        "yield create_async_engine('postgresql+asyncpg://', pool_pre_ping=choice()) |"
            + " BREAKS_EVERY_SECOND",
        "yield create_async_engine(f'postgresql+asyncpg://{host}/a') | BREAKS",
        "yield create_async_engine('postgresql+asyncpg://%s/a' % host) | BREAKS",
        "yield create_async_engine('postgresql+asyncpg://{}/a'.format(host)) | BREAKS",
        "yield create_async_engine(make_url('postgresql+asyncpg://a')) | BREAKS",
        "yield create_async_engine(sqlalchemy.URL.create('postgresql+asyncpg')) | BREAKS",
        "yield create_async_engine(f'{driver}://a') | UNKNOWN",
        "yield create_async_engine('postgresql+asyncpg://', **options) | UNKNOWN",
        "yield create_async_engine(URL, poolclass=NullPool) | SAFE",
        "yield create_async_engine('mysql+aiomysql://') | BREAKS_EVERY_SECOND",
        "e = create_async_engine('postgresql+asyncpg://'); yield async_sessionmaker(e) | BREAKS",
        "e = create_async_engine('postgresql+asyncpg://'); S = async_sessionmaker(e); yield S() |"
            + " BREAKS",
        "yield async_sessionmaker(create_async_engine('sqlite+aiosqlite://')) | SAFE",
        "yield async_sessionmaker(make_it()) | UNKNOWN",
        "yield create_async_engine('postgresql+asyncpg://', poolclass=NullPool) | SAFE",
        "yield create_async_engine('postgresql+psycopg://') | SAFE",
        "yield create_async_engine(URL) | UNKNOWN",
        "yield redis.asyncio.client.Redis.from_url('redis://') | BREAKS_EVERY_SECOND",
        "yield redis.asyncio.BlockingConnectionPool.from_url('redis://') | BREAKS",
        "r = redis.asyncio.Redis(); p = r.pubsub(); await p.subscribe('a'); yield p | BREAKS",
        "yield redis.asyncio.sentinel.Sentinel([]) | UNKNOWN",
        "yield httpx.AsyncClient(limits=httpx.Limits(max_keepalive_connections=0)) | SAFE",
        "yield httpx.AsyncClient(transport=httpx.AsyncHTTPTransport()) | BREAKS_EVERY_SECOND",
        "yield httpx.AsyncClient(transport=make_it()) | UNKNOWN",
        "async with AsyncConnectionPool() as pool: yield pool | HANGS",
        "async with AsyncConnectionPool() as pool: await pool.wait(); yield pool | TOLERATES",
        "pool = AsyncConnectionPool(open=False); await pool.open(); yield pool | HANGS",
        "p = AsyncConnectionPool(open=False); await p.open(wait=True); yield p | TOLERATES",
        "pool = AsyncConnectionPool(open=False); yield pool | TOLERATES",
        "yield await nats.connect() | HANGS",
        "yield await asyncio.TaskGroup().__aenter__() | UNKNOWN",
        "async with asyncio.TaskGroup() as group: yield group | SILENTLY_WRONG",
        "yield await aiosqlite.connect('a') | SAFE",
        "yield asyncio.get_running_loop().create_task(make_it()) | BREAKS",
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
            import aiohttp, aiosqlite, asyncio, asyncpg, grpc.aio, httpx, nats, pytest_asyncio
            import redis.asyncio, sqlalchemy
            from psycopg_pool import AsyncConnectionPool
            from sqlalchemy import make_url
            from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
            from sqlalchemy.pool import NullPool
            from app import URL, app, choice, driver, host, make_it, open_everything, options
            @pytest_asyncio.fixture(scope="session")
            async def resource():
                %s
            async def test_it(resource): ...
            """
                .formatted(body));
    assertThat(suite.model().resource(suite.fixture("resource"))).isEqualTo(expected);
  }
}
