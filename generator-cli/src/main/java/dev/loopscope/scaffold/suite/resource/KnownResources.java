package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What calls give that is bound to a loop: by the catalogue, and where their arguments decide, by
 * these, as it was observed with a resource opened on a session loop and used on function loops.
 */
final class KnownResources {
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
  OnAnotherLoop made(String qualifiedName, SourceFile file, Call call) {
    if (qualifiedName.equals("httpx.AsyncClient")) {
      return client(file, call);
    }
    if (ENGINES.contains(qualifiedName)) {
      return engine(file, call);
    }
    if (SESSION_MAKERS.contains(qualifiedName)) {
      return madeBySession(file, call);
    }
    return LoopCatalogue.lineAround(qualifiedName)
        .map(LoopCatalogue.Line::onAnotherLoop)
        .orElse(OnAnotherLoop.UNKNOWN);
  }

  /** What a session maker gives: it has the connections of its engine. */
  OnAnotherLoop madeBySession(SourceFile file, Call maker) {
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
        : OnAnotherLoop.UNKNOWN;
  }

  private OnAnotherLoop client(SourceFile file, Call call) {
    if (call.keywords().stream().anyMatch(it -> it.name().isEmpty())) {
      return OnAnotherLoop.UNKNOWN;
    }
    Optional<Expression> transport = keyword(call, "transport");
    if (transport.isEmpty()) {
      return keyword(call, "app").isPresent() ? OnAnotherLoop.TOLERATES : OnAnotherLoop.BREAKS_ONCE;
    }
    return resolver
            .calledName(file, transport.orElseThrow())
            .filter(TRANSPORTS_WITHOUT_NETWORK::contains)
            .isPresent()
        ? OnAnotherLoop.TOLERATES
        : OnAnotherLoop.UNKNOWN;
  }

  private OnAnotherLoop engine(SourceFile file, Call call) {
    if (call.arguments().isEmpty()
        || call.keywords().stream().anyMatch(it -> it.name().isEmpty())) {
      return OnAnotherLoop.UNKNOWN;
    }
    Optional<Expression> pool = keyword(call, "poolclass");
    boolean pooled = pool.isEmpty();
    boolean nullPool =
        pool.flatMap(it -> resolver.qualifiedName(file, it))
            .filter(it -> it.endsWith(".NullPool"))
            .isPresent();
    if (nullPool) {
      return OnAnotherLoop.TOLERATES;
    }
    Reading<String> url = resolver.string(file, call.arguments().get(0));
    String dialect = url.toOptional().map(it -> it.split(":", 2)[0]).orElse("");
    if (List.of("postgresql+psycopg", "postgresql+psycopg_async", "sqlite+aiosqlite")
        .contains(dialect)) {
      return OnAnotherLoop.TOLERATES;
    }
    return dialect.equals("postgresql+asyncpg") && pooled
        ? OnAnotherLoop.BREAKS_ONCE
        : OnAnotherLoop.UNKNOWN;
  }

  private static Optional<Expression> keyword(Call call, String name) {
    return call.keywords().stream()
        .filter(it -> it.name().filter(name::equals).isPresent())
        .map(Keyword::value)
        .findFirst();
  }
}
