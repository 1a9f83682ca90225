"""A Redis database: how it is taken, lent to a test, and emptied."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

<#if trio>
import anyio
import coredis
from coredis.exceptions import RedisError, ResponseError

<#else>
import redis.asyncio
from redis.exceptions import RedisError, ResponseError

</#if>
from ..support.servers import give_up

<#if trio>
Redis = coredis.Redis[str]
<#else>
Redis = redis.asyncio.Redis
</#if>

USUAL_COUNT = 16
LONGEST_SECONDS = 10


class NoEmptyDatabaseError(Exception):
    """Every database of the server holds something that this suite has not put there."""


@dataclass
class RedisDatabase:
    """What the tests share: a numbered database that was empty when it was taken."""

    client: Redis
    number: int
    is_open: bool = True


@asynccontextmanager
async def open_redis(url: str) -> AsyncIterator[RedisDatabase]:
    """Take an empty database and connect to it; empty it and let it go on the way out."""
    await reach(url)
    async with Redis.from_url(url, max_connections=1, decode_responses=True) as holder:
        number = await take_number(holder)
        async with Redis.from_url(url_of(url, number), decode_responses=True) as client:
            taken = RedisDatabase(client, number)
            try:
                yield taken
            finally:
                taken.is_open = False
                await client.flushdb()


async def reach(url: str) -> None:
    """Ask the server something; refuse one that does not answer, and say what to do."""
<#if trio>
    reason: Exception = TimeoutError(f"it has not answered for {LONGEST_SECONDS} seconds")
    with anyio.move_on_after(LONGEST_SECONDS):
        async with Redis.from_url(url, max_connections=1, decode_responses=True) as asking:
            try:
                await asking.dbsize()
            except RedisError as error:
                reason = error
            else:
                return
    # Outside of the client, which would wrap it in a group of exceptions.
    give_up("REDIS_URL", url, reason)
<#else>
    async with Redis.from_url(
        url,
        max_connections=1,
        socket_connect_timeout=LONGEST_SECONDS,
        socket_timeout=LONGEST_SECONDS,
    ) as asking:
        try:
            await asking.dbsize()
        except RedisError as error:
            give_up("REDIS_URL", url, error)
</#if>


async def try_redis(taken: RedisDatabase) -> bool:
    """Ask the server something; return whether that worked, as it does while it is open."""
    # Asked after it was closed, a client would connect anew, or not close what it makes for that.
    return taken.is_open and await taken.client.dbsize() >= 0


@asynccontextmanager
async def isolate_redis(taken: RedisDatabase) -> AsyncIterator[Redis]:
    """Lend the client to one test; delete afterwards all keys of this database, and of no other."""
    await taken.client.flushdb()
    try:
        yield taken.client
    finally:
        await taken.client.flushdb()


async def leave_in_redis(client: Redis) -> None:
    """Leave a trace, as a test may: the contract tests look whether the next test finds it."""
    await client.set("trace", "left")


async def find_in_redis(client: Redis) -> bool:
    """Return whether there is a trace that a test has left."""
    return await client.get("trace") is not None


async def take_number(holder: Redis) -> int:
    """Take the highest database that is empty, and that nobody else has taken."""
    for number in reversed(range(await count(holder))):
        if await take(holder, number):
            return number
    message = (
        "no database of this Redis is empty and free, and the suite empties no other; name another"
        " server by REDIS_URL, or none: then a temporary one is started"
    )
    raise NoEmptyDatabaseError(message)


async def take(holder: Redis, number: int) -> bool:
    """Take a database, unless it holds keys or somebody else has taken it.

    Who has taken a database holds a connection of its name: it ends with the process.
    """
    name = f"pytest-takes-{number}"
    async with holder.pipeline(transaction=True) as steps:
<#if trio>
        clients = steps.client_list()
<#else>
        steps.client_list()
</#if>
        steps.client_setname(name)
        steps.select(number)
<#if trio>
        size = steps.dbsize()
    return await size == 0 and all(client["name"] != name for client in await clients)
<#else>
        steps.dbsize()
        clients, _, _, size = await steps.execute()
    return size == 0 and all(client["name"] != name for client in clients)
</#if>


async def count(holder: Redis) -> int:
    """Return how many databases there are, as far as the server tells."""
    with suppress(ResponseError):
<#if trio>
        return int((await holder.config_get(["databases"]))["databases"])
<#else>
        return int((await holder.config_get("databases"))["databases"] or USUAL_COUNT)
</#if>
    return USUAL_COUNT


def url_of(url: str, number: int) -> str:
    """Return the URL of another database on the same server."""
    server, _, query = url.partition("?")
    options = [option for option in parse_qsl(query) if option[0] != "db"]
    return f"{server}?{urlencode([*options, ('db', number)])}"
