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
          "An ASGI app in the process of the tests, without a port: --app names it. The suite runs"
              + " its lifespan and gives the state of it to every request.",
          "httpx.AsyncClient on ASGITransport, one for each test: it is typed, runs on asyncio and"
              + " trio, is bound to no loop until it is used, and nothing of a test outlives it.",
          List.of());

  /** Keeps an unmodifiable copy. */
  public KindPage {
    measured = List.copyOf(measured);
  }
}
