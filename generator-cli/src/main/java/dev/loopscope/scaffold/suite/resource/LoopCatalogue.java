package dev.loopscope.scaffold.suite.resource;

import static dev.loopscope.scaffold.suite.resource.MadeAtImport.BINDS_WHEN_IT_WAITS;
import static dev.loopscope.scaffold.suite.resource.MadeAtImport.FUTURE;
import static dev.loopscope.scaffold.suite.resource.MadeAtImport.LOOP;
import static dev.loopscope.scaffold.suite.resource.MadeAtImport.NEEDS_RUNNING_LOOP;
import static dev.loopscope.scaffold.suite.resource.MadeAtImport.NOT_SAID;
import static dev.loopscope.scaffold.suite.resource.OnAnotherLoop.BREAKS;
import static dev.loopscope.scaffold.suite.resource.OnAnotherLoop.BREAKS_LATER;
import static dev.loopscope.scaffold.suite.resource.OnAnotherLoop.BREAKS_ONCE;
import static dev.loopscope.scaffold.suite.resource.OnAnotherLoop.TOLERATES;
import static dev.loopscope.scaffold.suite.resource.OnAnotherLoop.UNKNOWN;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What calls give that is bound to an event loop: the one catalogue of it. Each line was observed
 * with pairs of loops, in the version that it names.
 */
public final class LoopCatalogue {
  private static final String PYTHON = "Python 3.11.7";
  private static final String AIOHTTP = "aiohttp 3.14.5";
  private static final String ASYNCPG = "asyncpg 0.32.0";
  private static final String WEBSOCKETS = "websockets 17.4";

  private static final List<Line> LINES =
      List.of(
          new Line("aiohttp.ClientSession", NEEDS_RUNNING_LOOP, BREAKS, AIOHTTP),
          new Line("aiohttp.TCPConnector", NEEDS_RUNNING_LOOP, BREAKS, AIOHTTP),
          new Line("aiohttp.test_utils.TestClient", NOT_SAID, BREAKS, AIOHTTP),
          new Line("aiohttp.test_utils.TestServer", NOT_SAID, BREAKS, AIOHTTP),
          new Line("aiosqlite.connect", NOT_SAID, TOLERATES, "aiosqlite 0.22.1"),
          new Line("asyncio.Barrier", BINDS_WHEN_IT_WAITS, BREAKS, PYTHON),
          new Line("asyncio.BoundedSemaphore", BINDS_WHEN_IT_WAITS, BREAKS_LATER, PYTHON),
          new Line("asyncio.Condition", BINDS_WHEN_IT_WAITS, BREAKS_LATER, PYTHON),
          new Line("asyncio.Event", BINDS_WHEN_IT_WAITS, BREAKS_LATER, PYTHON),
          // A future that is done works anywhere.
          new Line("asyncio.Future", FUTURE, UNKNOWN, PYTHON),
          new Line("asyncio.LifoQueue", BINDS_WHEN_IT_WAITS, BREAKS_LATER, PYTHON),
          new Line("asyncio.Lock", BINDS_WHEN_IT_WAITS, BREAKS_LATER, PYTHON),
          new Line("asyncio.PriorityQueue", BINDS_WHEN_IT_WAITS, BREAKS_LATER, PYTHON),
          new Line("asyncio.Queue", BINDS_WHEN_IT_WAITS, BREAKS_LATER, PYTHON),
          new Line("asyncio.Semaphore", BINDS_WHEN_IT_WAITS, BREAKS_LATER, PYTHON),
          new Line("asyncio.create_subprocess_exec", NOT_SAID, BREAKS, PYTHON),
          new Line("asyncio.create_subprocess_shell", NOT_SAID, BREAKS, PYTHON),
          new Line("asyncio.create_task", NEEDS_RUNNING_LOOP, BREAKS, PYTHON),
          new Line("asyncio.ensure_future", FUTURE, UNKNOWN, PYTHON),
          new Line("asyncio.get_event_loop", LOOP, UNKNOWN, PYTHON),
          new Line("asyncio.get_running_loop", NEEDS_RUNNING_LOOP, UNKNOWN, PYTHON),
          new Line("asyncio.new_event_loop", LOOP, UNKNOWN, PYTHON),
          new Line("asyncio.open_connection", NOT_SAID, BREAKS, PYTHON),
          new Line("asyncio.open_unix_connection", NOT_SAID, BREAKS, PYTHON),
          new Line("asyncio.start_server", NOT_SAID, BREAKS, PYTHON),
          new Line("asyncio.start_unix_server", NOT_SAID, BREAKS, PYTHON),
          new Line("asyncpg.connect", NOT_SAID, BREAKS, ASYNCPG),
          new Line("asyncpg.create_pool", NOT_SAID, BREAKS, ASYNCPG),
          new Line("grpc.aio", NOT_SAID, BREAKS, "grpcio 1.85.3"),
          new Line("httpx.ASGITransport", NOT_SAID, TOLERATES, "httpx 0.28.1"),
          new Line("psycopg.AsyncConnection", NOT_SAID, TOLERATES, "psycopg 3.3.9"),
          new Line("psycopg_pool.AsyncConnectionPool", NOT_SAID, TOLERATES, "psycopg-pool 3.3.3"),
          new Line("redis.asyncio", NOT_SAID, BREAKS_ONCE, "redis 8.1.0"),
          new Line("websockets.asyncio", NOT_SAID, BREAKS, WEBSOCKETS),
          new Line("websockets.client", NOT_SAID, BREAKS, WEBSOCKETS),
          new Line("websockets.connect", NOT_SAID, BREAKS, WEBSOCKETS),
          new Line("websockets.serve", NOT_SAID, BREAKS, WEBSOCKETS),
          new Line("websockets.server", NOT_SAID, BREAKS, WEBSOCKETS));

  private static final Map<String, Line> BY_NAME =
      LINES.stream().collect(Collectors.toUnmodifiableMap(Line::name, Function.identity()));

  private LoopCatalogue() {}

  /**
   * What was observed of the objects that one name makes.
   *
   * @param name the qualified name of what is called, or of a module whose calls are all alike
   * @param madeAtImport what becomes of an object that a module makes while it is imported
   * @param onAnotherLoop what becomes of one that is opened on a loop and used on another; unknown
   *     where that depends on more than the name
   * @param source with which version it was observed
   */
  public record Line(
      String name, MadeAtImport madeAtImport, OnAnotherLoop onAnotherLoop, String source) {}

  /** Every line, by name. */
  public static List<Line> lines() {
    return LINES;
  }

  /** The line of exactly this name. */
  public static Optional<Line> line(String qualifiedName) {
    return Optional.ofNullable(BY_NAME.get(qualifiedName));
  }

  /** The line of this name, or of the closest module around it. */
  public static Optional<Line> lineAround(String qualifiedName) {
    for (int end = qualifiedName.length(); end > 0; end = qualifiedName.lastIndexOf('.', end - 1)) {
      Optional<Line> line = line(qualifiedName.substring(0, end));
      if (line.isPresent()) {
        return line;
      }
    }
    return Optional.empty();
  }
}
