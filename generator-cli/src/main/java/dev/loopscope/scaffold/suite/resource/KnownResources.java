package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.Resolution;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What calls give that is bound to a loop, as it was observed with a resource opened on a session
 * loop and used on function loops.
 */
final class KnownResources {
  private static final Map<String, ResourceKind> BY_NAME =
      Map.ofEntries(
          Map.entry("aiohttp.ClientSession", ResourceKind.BREAKS),
          Map.entry("aiohttp.test_utils.TestClient", ResourceKind.BREAKS),
          Map.entry("aiohttp.test_utils.TestServer", ResourceKind.BREAKS),
          Map.entry("websockets.connect", ResourceKind.BREAKS),
          Map.entry("websockets.serve", ResourceKind.BREAKS),
          Map.entry("websockets.asyncio", ResourceKind.BREAKS),
          Map.entry("websockets.client", ResourceKind.BREAKS),
          Map.entry("websockets.server", ResourceKind.BREAKS),
          Map.entry("asyncpg.create_pool", ResourceKind.BREAKS),
          Map.entry("asyncpg.connect", ResourceKind.BREAKS),
          Map.entry("asyncio.start_server", ResourceKind.BREAKS),
          Map.entry("asyncio.start_unix_server", ResourceKind.BREAKS),
          Map.entry("asyncio.open_connection", ResourceKind.BREAKS),
          Map.entry("asyncio.open_unix_connection", ResourceKind.BREAKS),
          Map.entry("asyncio.create_subprocess_exec", ResourceKind.BREAKS),
          Map.entry("asyncio.create_subprocess_shell", ResourceKind.BREAKS),
          Map.entry("asyncio.create_task", ResourceKind.BREAKS),
          Map.entry("grpc.aio", ResourceKind.BREAKS),
          Map.entry("redis.asyncio", ResourceKind.BREAKS_ONCE),
          Map.entry("asyncio.Queue", ResourceKind.BREAKS_LATER),
          Map.entry("asyncio.LifoQueue", ResourceKind.BREAKS_LATER),
          Map.entry("asyncio.PriorityQueue", ResourceKind.BREAKS_LATER),
          Map.entry("asyncio.Lock", ResourceKind.BREAKS_LATER),
          Map.entry("asyncio.Event", ResourceKind.BREAKS_LATER),
          Map.entry("asyncio.Condition", ResourceKind.BREAKS_LATER),
          Map.entry("asyncio.Semaphore", ResourceKind.BREAKS_LATER),
          Map.entry("asyncio.BoundedSemaphore", ResourceKind.BREAKS_LATER),
          Map.entry("httpx.ASGITransport", ResourceKind.TOLERATES),
          Map.entry("psycopg.AsyncConnection", ResourceKind.TOLERATES),
          Map.entry("psycopg_pool.AsyncConnectionPool", ResourceKind.TOLERATES),
          Map.entry("aiosqlite.connect", ResourceKind.TOLERATES));

  private static final Set<String> ENGINES =
      Set.of(
          "sqlalchemy.ext.asyncio.create_async_engine",
          "sqlalchemy.ext.asyncio.engine.create_async_engine");
  private static final Set<String> SESSION_MAKERS =
      Set.of(
          "sqlalchemy.ext.asyncio.async_sessionmaker",
          "sqlalchemy.orm.sessionmaker",
          "sqlalchemy.ext.asyncio.AsyncSession");
  private static final Set<String> TRANSPORTS_WITHOUT_NETWORK =
      Set.of("httpx.ASGITransport", "httpx.MockTransport", "httpx.WSGITransport");

  private final Resolver resolver;

  KnownResources(Resolver resolver) {
    this.resolver = resolver;
  }

  /** What a call of a function outside the project gives. */
  ResourceKind made(String qualifiedName, SourceFile file, Call call) {
    if (qualifiedName.equals("httpx.AsyncClient")) {
      return client(file, call);
    }
    if (ENGINES.contains(qualifiedName)) {
      return engine(file, call);
    }
    if (SESSION_MAKERS.contains(qualifiedName)) {
      return madeBySession(file, call);
    }
    for (int end = qualifiedName.length(); end > 0; end = qualifiedName.lastIndexOf('.', end - 1)) {
      ResourceKind kind = BY_NAME.get(qualifiedName.substring(0, end));
      if (kind != null) {
        return kind;
      }
    }
    return ResourceKind.UNKNOWN;
  }

  /** What a session maker gives: it has the connections of its engine. */
  ResourceKind madeBySession(SourceFile file, Call maker) {
    boolean sessions =
        resolver.qualifiedName(file, maker.function()).filter(SESSION_MAKERS::contains).isPresent();
    Optional<Expression> engine =
        maker.arguments().isEmpty()
            ? keyword(maker, "bind")
            : Optional.of(maker.arguments().get(0));
    return sessions
            && engine.isPresent()
            && resolver.resolve(file, engine.orElseThrow()) instanceof Resolution.Value value
            && value.expression() instanceof Call call
            && resolver
                .qualifiedName(value.file(), call.function())
                .filter(ENGINES::contains)
                .isPresent()
        ? engine(value.file(), call)
        : ResourceKind.UNKNOWN;
  }

  private ResourceKind client(SourceFile file, Call call) {
    if (call.keywords().stream().anyMatch(it -> it.name().isEmpty())) {
      return ResourceKind.UNKNOWN;
    }
    Optional<Expression> transport = keyword(call, "transport");
    if (transport.isEmpty()) {
      return keyword(call, "app").isPresent() ? ResourceKind.TOLERATES : ResourceKind.BREAKS_ONCE;
    }
    return resolver
            .calledName(file, transport.orElseThrow())
            .filter(TRANSPORTS_WITHOUT_NETWORK::contains)
            .isPresent()
        ? ResourceKind.TOLERATES
        : ResourceKind.UNKNOWN;
  }

  private ResourceKind engine(SourceFile file, Call call) {
    if (call.arguments().isEmpty()
        || call.keywords().stream().anyMatch(it -> it.name().isEmpty())) {
      return ResourceKind.UNKNOWN;
    }
    Optional<Expression> pool = keyword(call, "poolclass");
    boolean pooled = pool.isEmpty();
    boolean nullPool =
        pool.flatMap(it -> resolver.qualifiedName(file, it))
            .filter(it -> it.endsWith(".NullPool"))
            .isPresent();
    if (nullPool) {
      return ResourceKind.TOLERATES;
    }
    Reading<String> url = resolver.string(file, call.arguments().get(0));
    String dialect = url.toOptional().map(it -> it.split(":", 2)[0]).orElse("");
    if (List.of("postgresql+psycopg", "postgresql+psycopg_async", "sqlite+aiosqlite")
        .contains(dialect)) {
      return ResourceKind.TOLERATES;
    }
    return dialect.equals("postgresql+asyncpg") && pooled
        ? ResourceKind.BREAKS_ONCE
        : ResourceKind.UNKNOWN;
  }

  private static Optional<Expression> keyword(Call call, String name) {
    return call.keywords().stream()
        .filter(it -> it.name().filter(name::equals).isPresent())
        .map(Keyword::value)
        .findFirst();
  }
}
