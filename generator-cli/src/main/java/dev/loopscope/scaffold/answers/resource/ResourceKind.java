package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import java.util.List;

/**
 * What a resource is: the names by which templates call the parts of it, and what it brings to a
 * suite. All that there is to say of a kind stands here and in the folder of its templates.
 *
 * @param word what a user writes, and the folder of the kind's templates
 * @param view the Python class of what the fixture lends to a test
 * @param type the Python class of what the tests share; in the order of letters behind {@code view}
 * @param module the Python module, in {@code tests/resources}, that opens it
 * @param stem what the classes of its tests are called after: {@code <stem>Suite}
 * @param handle what the functions of the module are called after: {@code open_<handle>}, {@code
 *     isolate_<handle>}, {@code try_<handle>}, {@code leave_in_<handle>}, {@code find_in_<handle>}
 * @param service what a test talks to through it, in words
 * @param undone what is brought back after each test, in words
 * @param limit on what it can run
 * @param files its files, in the order files are listed to users
 * @param identifiers those in its Python files that no other file of a suite has, with a {@code |}
 *     between them
 * @param page what there is to tell of it to one who chooses
 */
public record ResourceKind(
    String word,
    String view,
    String type,
    String module,
    String stem,
    String handle,
    String service,
    String undone,
    Limit limit,
    List<ResourceFile> files,
    String identifiers,
    KindPage page) {
  /** A client of a service that answers lines over TCP. */
  public static final ResourceKind ECHO =
      new ResourceKind(
          "echo",
          "LineClient",
          "LineService",
          "line_service",
          "LineService",
          "client",
          "line service",
          "what a test stores in it is forgotten after the test",
          Limit.NONE,
          List.of(
              ResourceFile.in("explicit-scope", "tests/resources/line_service.py"),
              ResourceFile.in("multibackend", "tests/resources/line_service.py"),
              ResourceFile.of("tests/test_entries.py")),
          "BufferedByteReceiveStream|HOST|KEYS|LONGEST_LINE|"
              + "SocketAttribute|SocketStream|VALUES|_ask|accept|asynccontextmanager|"
              + "checked|codec|conversations|converse|"
              + "exclude_characters|fullmatch|key|lines|listener|local_host|port|"
              + "r|reader|respond|serve|service|stream|suppress|"
              + "tasks|value|writer",
          KindPage.ECHO);

  /** A client of HTTP on an ASGI app. */
  public static final ResourceKind HTTP =
      new ResourceKind(
          "http",
          "AppClient",
          "RunningApp",
          "running_app",
          "App",
          "app",
          "ASGI app",
          "each test gets a new client, and `reset_app` brings the data of the app back",
          Limit.NONE,
          List.of(
              ResourceFile.of("tests/resources/app_under_test.py"),
              ResourceFile.of("tests/resources/running_app.py"),
              ResourceFile.of("tests/support/lifespan.py"),
              ResourceFile.of("tests/support/app.py").onlyIf("exampleApp"),
              ResourceFile.of("tests/test_running_app_contract.py"),
              ResourceFile.of("tests/test_requests.py")),
          "ASGIApp|ExpectedError|LifespanError|Message|Receive|Send|app_that|"
              + "app_that_never_starts|app_without_lifespan|body|caught|content|"
              + "fail_after_leaving_a_trace|fails_to|first|httpx|leave_the_only_trace|"
              + "lifespan|made|receive|"
              + "response|run_lifespan|running|says|second|send|stage|started|third",
          KindPage.HTTP);

  /** A database of a Redis server, with a client that fits the backends. */
  public static final ResourceKind REDIS =
      new ResourceKind(
          "redis",
          "Redis",
          "RedisDatabase",
          "redis_database",
          "Redis",
          "redis",
          "Redis database",
          "all keys of it are deleted after the test",
          Limit.NONE,
          List.of(
              ResourceFile.of("tests/resources/redis_database.py"),
              ResourceFile.of("tests/support/redis_server.py"),
              ResourceFile.of("tests/test_redis_contract.py"),
              ResourceFile.of("tests/test_redis_keys.py")),
          "add_option|another|divide_by_zero|lent|parser|redis_server|serve_redis|served|"
              + "shared",
          KindPage.REDIS);

  /** A database of a PostgreSQL server. */
  public static final ResourceKind POSTGRES =
      new ResourceKind(
          "postgres",
          "Session",
          "SharedDatabase",
          "postgres_database",
          "Database",
          "postgres",
          "PostgreSQL database",
          "what the test did is rolled back after it",
          new Limit(
              List.of(Backend.ASYNCIO, Backend.UVLOOP),
              "psycopg and asyncpg wait for asyncio alone, and of the clients that run on trio none"
                  + " is maintained for the Pythons promised"),
          List.of(
              ResourceFile.of("tests/resources/postgres_database.py"),
              ResourceFile.of("tests/resources/schema.py"),
              ResourceFile.of("tests/support/postgres_server.py"),
              ResourceFile.of("tests/support/no_other_database.py").onlyIf("http"),
              ResourceFile.of("tests/test_postgres_contract.py"),
              ResourceFile.of("tests/test_notes.py")),
          "BUY_MILK|IntegrityError|Note|ProgrammingError|Session|add_option|asyncpg|beside|called|"
              + "divide_by_zero|found|func|lent|os|parser|postgres_server|psycopg|row|select|"
              + "serve_postgres|served|sessions_on|shared|sqlalchemy|text|worker",
          KindPage.POSTGRES);

  /** A client of a WebSocket server. */
  public static final ResourceKind WEBSOCKET =
      new ResourceKind(
          "websocket",
          "SocketClient",
          "SocketServer",
          "socket_server",
          "Socket",
          "socket",
          "WebSocket server",
          "each test gets a new connection, and `reset_handler` brings the data back",
          Limit.of(
              new PythonNeed(
                  Backend.TRIO,
                  PythonFloor.PYTHON_3_11,
                  "websockets speaks trio since 17.0, which needs it")),
          List.of(
              ResourceFile.in("explicit-scope", "tests/resources/handler_under_test.py"),
              ResourceFile.in("multibackend", "tests/resources/handler_under_test.py"),
              ResourceFile.in("multibackend", "tests/resources/connection.py"),
              ResourceFile.in("explicit-scope", "tests/resources/socket_server.py"),
              ResourceFile.in("multibackend", "tests/resources/socket_server.py"),
              ResourceFile.of("tests/test_socket_contract.py"),
              ResourceFile.of("tests/test_messages.py")),
          "one",
          KindPage.WEBSOCKET);

  /** A server that a command starts, and connections to it. */
  public static final ResourceKind SUBPROCESS =
      new ResourceKind(
          "subprocess",
          "ServerClient",
          "ServerProcess",
          "server_process",
          "Server",
          "server",
          "server process",
          "connections of a test end with it, and `reset_server` brings the data back",
          Limit.NONE,
          List.of(
              ResourceFile.of("tests/resources/server_under_test.py"),
              ResourceFile.of("tests/resources/server_process.py"),
              ResourceFile.in("explicit-scope", "tests/support/processes.py"),
              ResourceFile.in("multibackend", "tests/support/processes.py"),
              ResourceFile.of("tests/support/process_keeper.py"),
              ResourceFile.of("tests/support/example_server.py").onlyIf("exampleCommand"),
              ResourceFile.of("tests/test_server_contract.py"),
              ResourceFile.of("tests/test_server.py")),
          "ENDS_AT_ONCE|LISTENING|NEVER_LISTENS|ON_A_UNIX_SOCKET|STARTS_ANOTHER|"
              + "ServerProcessError|accepts|command|has_ended|output|processes",
          KindPage.SUBPROCESS);

  /** Those that talk to a server of the environment or, if it names none, of the machine. */
  private static final List<String> SERVED = List.of(POSTGRES.word(), REDIS.word());

  /**
   * All kinds, in the order they are listed to users; a resource of no stated kind is the first.
   */
  public static final List<ResourceKind> ALL =
      List.of(ECHO, HTTP, POSTGRES, REDIS, WEBSOCKET, SUBPROCESS);

  /**
   * Keeps an unmodifiable copy.
   *
   * @throws IllegalArgumentException if the two classes would not stand in an import's order
   */
  public ResourceKind {
    files = List.copyOf(files);
    if (view.compareTo(type) >= 0) {
      throw new IllegalArgumentException(view + " does not stand before " + type);
    }
  }

  /** Those of {@code backends} that it can live on. */
  public List<Backend> allowed(List<Backend> backends) {
    return backends.stream().filter(limit::allows).toList();
  }

  /**
   * Whether its server is opened by a fixture of its own, whose URL {@code open_<handle>} takes.
   */
  public boolean isServed() {
    return SERVED.contains(word);
  }

  /** The Python class that tests of it inherit. */
  public String suite() {
    return stem + Resources.SUITE;
  }

  /**
   * The identifiers that a suite with such a resource has for it, with a {@code |} between them.
   */
  String taken() {
    String ofEveryKind =
        String.join(
            "|",
            view,
            type,
            suite(),
            "open_" + handle,
            "try_" + handle,
            "isolate_" + handle,
            "leave_in_" + handle,
            "find_in_" + handle);
    return identifiers.isEmpty() ? ofEveryKind : ofEveryKind + "|" + identifiers;
  }
}
