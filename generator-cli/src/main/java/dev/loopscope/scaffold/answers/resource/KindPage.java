package dev.loopscope.scaffold.answers.resource;

import java.util.List;

/**
 * What there is to tell of a kind of resource to one who chooses, in sentences.
 *
 * @param opens what a suite with such a resource opens
 * @param client which client the tests get, and why that one
 * @param measured what was seen in runs, a fact each
 */
public record KindPage(String opens, String client, List<String> measured) {
  /** The line service. */
  static final KindPage ECHO =
      new KindPage(
          "A TCP server that is written in the suite, on a free port, and a connection to it.",
          "A client of a few lines, on asyncio's streams, or on anyio's in multibackend. It needs"
              + " nothing installed, and is there to be replaced by what no other kind is for.",
          List.of(
              "Used on another loop than its own, the connection fails every time, so a test that"
                  + " uses it shows a broken loop contract by itself.",
              "In multibackend the listener closes after its task group: the other way round,"
                  + " closing fails with ClosedResourceError."));

  /** A client of HTTP on an ASGI app. */
  static final KindPage HTTP =
      new KindPage(
          "An ASGI app in the process of the tests, without a port. The suite runs its lifespan"
              + " and gives the state of it to every request.",
          "httpx.AsyncClient on ASGITransport, one for each test: it is typed, runs on asyncio and"
              + " trio, is bound to no loop until it is used, and nothing of a test outlives it.",
          List.of(
              "Client and app pass on a wrong loop, even with a lock in the state of the lifespan:"
                  + " a test that uses them proves nothing, so the contract tests compare loops.",
              "A lifespan that is entered in the task of a fixture and holds a task group fails to"
                  + " end under pytest-asyncio, which sets up and tears down in two tasks: so it"
                  + " has a task of its own.",
              "asgi-lifespan 2.1.0 hides what an app says in startup.failed behind a TimeoutError"
                  + " after 5 s, and hangs on trio if the start is slow: so the suite runs the"
                  + " lifespan itself, in some forty lines.",
              "uvicorn as a task does not run on trio; ASGITransport does. It hands a response over"
                  + " when the app has ended it, so a stream without an end never comes.",
              "Run with httpx 0.28.0 on Python 3.10 and 0.28.1 on Python 3.13; with FastAPI and"
                  + " Starlette 1.10."));

  /** A database of a Redis server. */
  static final KindPage REDIS =
      new KindPage(
          "A numbered database that was empty, on the server that REDIS_URL names or on a temporary"
              + " one: the installed redis-server on a Unix socket, which a process of its own"
              + " stops when pytest ends in any way.",
          "redis.asyncio; with trio coredis, which has anyio's cancel scopes and so is not for"
              + " pytest-asyncio: that closes a fixture in another task than the one that opened"
              + " it.",
          List.of(
              "On trio redis.asyncio raises `trio.run received unrecognized yield message`, or a"
                  + " ConnectionError that looks like a server that is down.",
              "With a session's connection and a loop for each test, asyncio fails in every second"
                  + " test and uvloop in all: the client drops the broken connection and tries"
                  + " again.",
              "Emptying a database takes 0.1 ms, starting a server 0.04 to 0.3 s, of 12 MB each.",
              "Publishing ignores the database's number: a message on 1 arrives on 2."));

  /** A database of a PostgreSQL server. */
  static final KindPage POSTGRES =
      new KindPage(
          "A new database with your schema, one for each worker of pytest-xdist, on the server that"
              + " DATABASE_URL names or on a temporary one: the installed PostgreSQL on a Unix"
              + " socket, which a process of its own stops when pytest ends in any way.",
          "psycopg 3 with its pool: typed, and one driver for asyncio, for uvloop and, in"
              + " migrations, without a loop. Each test gets a connection in a transaction.",
          List.of(
              "A pool of psycopg passes on a wrong loop, one of asyncpg fails every time, and"
                  + " SQLAlchemy with asyncpg hangs on uvloop: so the contract compares loops.",
              "asyncpg has no types of its own; with asyncpg-stubs of the same number mypy --strict"
                  + " is content, run with 0.30.2 and 0.32.0: so both are installed for"
                  + " asyncpg.",
              "Nothing of it runs on trio: `AsyncConnectionPool open with no running loop`.",
              "Rolling back takes 0.1 ms; deleting from 20 tables 0.7 ms, truncating them 17 ms, a"
                  + " database made from a template 50 ms.",
              "initdb takes 1.0 to 2.5 s, starting the server 0.05 to 0.8 s, of 55 MB each."));

  /** A client of a WebSocket server. */
  static final KindPage WEBSOCKET =
      new KindPage(
          "A WebSocket server on a free port, in the process of the tests, with a handler that is"
              + " yours to write, and a connection to it for each test.",
          "websockets: server and client for asyncio and for trio, typed, from one distribution. A"
              + " suite that runs on trio too sees of a connection what both have in common.",
          List.of(
              "Used on another loop than its own, a connection fails every time.",
              "httpx-ws, which would need no port, holds a task group over the yield of a fixture:"
                  + " its teardown fails under pytest-asyncio, in another task than its setup.",
              "websockets runs on trio since 17.0, and that needs Python 3.11; on asyncio and"
                  + " uvloop 15.0 is enough, run on Python 3.10.",
              "A connection for each test takes about 1 ms."));

  /** A server of the user's own. */
  static final KindPage SUBPROCESS =
      new KindPage(
          "The server that a command of yours starts, in a process of its own, on a free port or a"
              + " Unix socket. It is asked until it is ready, what it prints goes to a file and is"
              + " shown with tests that fail, and it is stopped, with all that it has started, also"
              + " when pytest is killed.",
          "Connections of asyncio, or of anyio in multibackend, that end with the test: nobody"
              + " knows what the server speaks. It needs nothing installed; the README of the suite"
              + " shows a client of HTTP.",
          List.of(
              "Tests that only connect to the server pass on a wrong loop; waiting for its process"
                  + " there fails every time: so the contract tests compare loops.",
              "On trio asyncio's subprocess raises `no running event loop`; anyio.open_process runs"
                  + " on asyncio, uvloop and trio.",
              "With 300 kB of output in a pipe that nobody reads the server does not end: anyio"
                  + " waited in vain, uvloop warned of an unclosed transport. So it goes to a"
                  + " file.",
              "The server that comes with the suite is ready after 0.1 to 0.5 s: two Pythons start,"
                  + " one of them to stop the other. With the scope function that is the price of"
                  + " each test.",
              "Of 1,000 ports that Linux called free one after the other, 75 had been named before:"
                  + " two workers could be given one, and one of them the server of the other. So"
                  + " the suite holds the number until its server listens."));

  /** Keeps an unmodifiable copy. */
  public KindPage {
    measured = List.copyOf(measured);
  }
}
