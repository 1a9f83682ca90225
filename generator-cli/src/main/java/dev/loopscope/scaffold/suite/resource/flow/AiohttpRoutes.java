package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.RoutingKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What answers requests in applications of aiohttp, on the loop that their server is started on:
 * functions that an application's router, or a table of routes, is given.
 */
final class AiohttpRoutes {
  private static final String ADDING = "add_";
  private static final String MAKING = "aiohttp.web.";

  /** Makers of servers and clients that answer what the application behind them answers. */
  private static final Set<String> HOLDING =
      Set.of(
          "aiohttp.test_utils.TestServer",
          "aiohttp.test_utils.TestClient",
          "aiohttp.web.AppRunner");

  /** The fixtures of pytest-aiohttp that are called with an application. */
  private static final Set<String> FIXTURES = Set.of("aiohttp_client", "aiohttp_server");

  private final SourceFile file;
  private final Resolver resolver;
  private final ValueReading values;

  AiohttpRoutes(SourceFile file, Resolver resolver, ValueReading values) {
    this.file = file;
    this.resolver = resolver;
    this.values = values;
  }

  /** Whether what a call of this makes answers what its first argument answers. */
  static boolean holds(String name) {
    return HOLDING.contains(name);
  }

  /** Whether a fixture of this name gives a client for what it is called with. */
  static boolean isFixture(String name) {
    return FIXTURES.contains(name);
  }

  /** What a method of a router or an application adds to it. */
  List<Routes.Entry> registered(String method, Call call) {
    List<Expression> arguments = call.arguments();
    if (method.equals("add_routes") && arguments.size() == 1) {
      return table(values.of(arguments.get(0)));
    }
    if (method.equals("add_subapp") && arguments.size() == 2) {
      String path = RoutePattern.of(file, arguments.get(0), resolver);
      return List.of(new Routes.Entry(RoutingKeys.ROUTER + path, values.of(arguments.get(1))));
    }
    return method.startsWith(ADDING) ? entries(method.substring(ADDING.length()), call) : List.of();
  }

  /** The routes of a list or of a table. */
  private static List<Routes.Entry> table(Content routes) {
    List<Routes.Entry> entries = new ArrayList<>();
    Content all = routes.and(routes.attributes().getOrDefault(Content.ELEMENTS, Content.NOTHING));
    all.attributes()
        .forEach(
            (name, value) -> {
              if (RoutingKeys.isRouting(name)) {
                entries.add(new Routes.Entry(name, value));
              }
            });
    Content tables = new Content(all.parts(), Map.of());
    if (tables.parts().stream().anyMatch(Part.Kept.class::isInstance)) {
      entries.add(new Routes.Entry(RoutingKeys.ROUTER, tables));
    }
    return entries;
  }

  /** What {@code web.get("/", index)} and its kin answer. */
  Content constructed(String name, Call call) {
    Content all = Content.NOTHING;
    if (name.startsWith(MAKING)) {
      for (Routes.Entry entry : entries(name.substring(MAKING.length()), call)) {
        all = all.with(List.of(entry.key()), entry.value());
      }
    }
    return all;
  }

  private List<Routes.Entry> entries(String word, Call call) {
    List<Expression> arguments = call.arguments();
    boolean any = word.equals("view");
    if ((any || Routes.VERBS.contains(word)) && arguments.size() > 1) {
      return List.of(
          entry(any ? Routes.ANY_VERB : word.toUpperCase(Locale.ROOT), arguments.subList(0, 2)));
    }
    List<Routes.Entry> entries = new ArrayList<>();
    if (word.equals("route") && arguments.size() > 2) {
      Optional<String> verb = resolver.string(file, arguments.get(0)).toOptional();
      String method =
          verb.filter(it -> !it.equals("*"))
              .map(it -> it.toUpperCase(Locale.ROOT))
              .orElse(Routes.ANY_VERB);
      entries.add(entry(method, arguments.subList(1, 3)));
    }
    return entries;
  }

  private Routes.Entry entry(String verb, List<Expression> pathAndHandler) {
    String path = RoutePattern.of(file, pathAndHandler.get(0), resolver);
    return new Routes.Entry(
        RoutingKeys.ROUTE + verb + " " + path, values.of(pathAndHandler.get(1)));
  }
}
