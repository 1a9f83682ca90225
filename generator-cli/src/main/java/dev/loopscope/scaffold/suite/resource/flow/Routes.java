package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.CallArgument;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Request;
import dev.loopscope.scaffold.suite.resource.value.RoutingKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what answers requests among the attributes of applications and routers: {@code route GET
 * /path} is a function, {@code router /prefix} a router, and {@code prefix /path} is there for its
 * name alone.
 */
public final class Routes {
  /** For a route of any method. */
  static final String ANY_VERB = "ANY";

  /** The methods of clients that send a request, and the decorators that answer one. */
  static final Set<String> VERBS =
      Set.of("get", "post", "put", "patch", "delete", "options", "head", "websocket_connect");

  private static final Set<String> ROUTING = Set.of("route", "api_route", "websocket");
  private static final Set<String> ADDING = Set.of("add_api_route", "add_route");
  private static final Set<String> INCLUDING = Set.of("include_router", "mount");
  private static final Set<String> STARTING = Set.of("startup");

  /** Decorators of what an application does when it is started. */
  private static final Set<String> BEFORE_SERVING = Set.of("before_serving");

  /** What runs the lifespan of an application as long as it is entered. */
  static final Set<String> RUNNING_LIFESPANS =
      Set.of("asgi_lifespan.LifespanManager", "asgi_lifespan._manager.LifespanManager");

  private static final Set<String> APPLICATIONS =
      Set.of(
          "fastapi.FastAPI",
          "fastapi.applications.FastAPI",
          "fastapi.APIRouter",
          "fastapi.routing.APIRouter",
          "starlette.applications.Starlette",
          "starlette.routing.Router");

  private static final Set<String> PLACED =
      Set.of(
          "starlette.routing.Route",
          "fastapi.routing.APIRoute",
          "starlette.routing.WebSocketRoute",
          "starlette.routing.Mount");

  private final SourceFile file;
  private final Resolver resolver;
  private final ValueReading values;
  private final AiohttpRoutes aiohttp;
  private final LitestarRoutes litestar;

  /** Of the code of a file. */
  Routes(SourceFile file, Resolver resolver, ValueReading values) {
    this.file = file;
    this.resolver = resolver;
    this.values = values;
    this.aiohttp = new AiohttpRoutes(file, resolver, values);
    this.litestar = new LitestarRoutes(resolver, values);
  }

  /** A client or a server with what answers for it. */
  static Content before(Content object, Content app) {
    return object.with(
        List.of(RoutingKeys.BEHIND), app.attributes().getOrDefault(RoutingKeys.BEHIND, app));
  }

  /** What answers for a client; itself, unless it stands before something else. */
  public static Content behind(Content client) {
    return client.attributes().getOrDefault(RoutingKeys.BEHIND, client);
  }

  /** The application that is started by entering what an expression gives. */
  Optional<Content> started(Expression context) {
    if (!(context instanceof Call call)) {
      return Optional.empty();
    }
    boolean manager =
        values.libraryName(call.function()).filter(RUNNING_LIFESPANS::contains).isPresent();
    if (call.function() instanceof Attribute method && method.attr().equals("test_app")) {
      return Optional.of(values.of(method.value()));
    }
    boolean lifespan =
        call.function() instanceof Attribute method && method.attr().equals("lifespan_context");
    return manager || lifespan
        ? new CallArgument("app", 0).in(call).map(values::of)
        : Optional.empty();
  }

  /** Something to be kept as an attribute. */
  record Entry(String key, Content value) {}

  /** What a decorated function is to the object whose method decorates it. */
  List<Entry> decorated(Expression decorator, FunctionDef function) {
    if (decorator instanceof Attribute method && BEFORE_SERVING.contains(method.attr())) {
      return List.of(new Entry(RoutingKeys.LIFESPAN, Content.of(new Part.Code(file, function))));
    }
    if (!(decorator instanceof Call call && call.function() instanceof Attribute method)) {
      return List.of();
    }
    Content handler = Content.of(new Part.Code(file, function));
    String name = method.attr();
    if (name.equals("on_event") && !call.arguments().isEmpty()) {
      String event = RoutePattern.of(file, call.arguments().get(0), resolver);
      return STARTING.contains(event)
          ? List.of(new Entry(RoutingKeys.LIFESPAN, handler))
          : List.of();
    }
    return VERBS.contains(name) || ROUTING.contains(name)
        ? routes(name, call, 0, handler)
        : List.of();
  }

  /** What a call keeps in the object whose method it calls. */
  List<Entry> registered(Attribute method, Call call) {
    String name = method.attr();
    List<Entry> ofAiohttp = aiohttp.registered(name, call);
    if (!ofAiohttp.isEmpty()) {
      return ofAiohttp;
    }
    if (ADDING.contains(name) && call.arguments().size() > 1) {
      return routes(name, call, 0, values.of(call.arguments().get(1)));
    }
    if (!INCLUDING.contains(name) || call.arguments().isEmpty()) {
      return List.of();
    }
    boolean mounts = name.equals("mount");
    Optional<Expression> router =
        new CallArgument(mounts ? "app" : "router", mounts ? 1 : 0).in(call);
    Optional<Expression> prefix =
        new CallArgument(mounts ? "path" : "prefix", mounts ? 0 : 9).in(call);
    return router
        .map(it -> new Entry(RoutingKeys.ROUTER + prefix.map(this::path).orElse(""), values.of(it)))
        .stream()
        .toList();
  }

  /** What a call of a library's class keeps in the object that it makes. */
  Content constructed(String name, Call call) {
    Content object = Content.NOTHING;
    if (PLACED.contains(name)) {
      return placed(name, call);
    }
    if (LitestarRoutes.isApplication(name)) {
      return litestar.constructed(file, name, call);
    }
    if (!APPLICATIONS.contains(name)) {
      return aiohttp.constructed(name, call);
    }
    for (Keyword keyword : call.keywords()) {
      String key = keyword.name().orElse("");
      if (key.equals("prefix")) {
        object = object.with(List.of(RoutingKeys.PREFIX + path(keyword.value())), Content.NOTHING);
      } else if (key.equals("lifespan")) {
        object = object.with(List.of(RoutingKeys.LIFESPAN), values.of(keyword.value()));
      } else if (key.equals("on_startup")) {
        object = object.with(List.of(RoutingKeys.LIFESPAN), values.of(keyword.value()).flat());
      } else if (key.equals("routes")) {
        object = object.and(elements(values.of(keyword.value())));
      }
    }
    return object;
  }

  private static Content elements(Content list) {
    Content all = Content.NOTHING;
    for (Part part : list.parts()) {
      all = all.with(List.of(RoutingKeys.ROUTER), Content.of(part));
    }
    return all.and(list.attributes().getOrDefault(Content.ELEMENTS, Content.NOTHING));
  }

  private Content placed(String name, Call call) {
    String path = call.arguments().isEmpty() ? "" : path(call.arguments().get(0));
    if (name.endsWith("Mount")) {
      Optional<Expression> routes = new CallArgument("routes", 2).in(call);
      Content inner =
          routes.isPresent()
              ? elements(values.of(routes.orElseThrow()))
              : new CallArgument("app", 1).in(call).map(values::of).orElse(Content.NOTHING);
      return Content.NOTHING.with(List.of(RoutingKeys.ROUTER + path), inner);
    }
    Optional<Expression> endpoint = new CallArgument("endpoint", 1).in(call);
    Content all = Content.NOTHING;
    for (Entry entry :
        endpoint.map(it -> routes("add_route", call, 0, values.of(it))).orElse(List.of())) {
      all = all.with(List.of(entry.key()), entry.value());
    }
    return all;
  }

  private List<Entry> routes(String name, Call call, int position, Content handler) {
    Optional<Expression> path = new CallArgument("path", position).in(call);
    if (path.isEmpty()) {
      return List.of();
    }
    List<String> verbs = new ArrayList<>();
    if (VERBS.contains(name)) {
      verbs.add(name.toUpperCase(Locale.ROOT));
    } else if (!name.equals("websocket")) {
      new CallArgument("methods", -1)
          .in(call)
          .flatMap(it -> resolver.strings(file, it).toOptional())
          .ifPresent(it -> it.forEach(verb -> verbs.add(verb.toUpperCase(Locale.ROOT))));
      verbs.addAll(verbs.isEmpty() ? List.of(ANY_VERB) : List.of());
    } else {
      verbs.add("WEBSOCKET_CONNECT");
    }
    String pattern = path(path.orElseThrow());
    return verbs.stream()
        .map(verb -> new Entry(RoutingKeys.ROUTE + verb + " " + pattern, handler))
        .toList();
  }

  private String path(Expression expression) {
    return RoutePattern.of(file, expression, resolver);
  }

  /**
   * Something that answers requests.
   *
   * @param verb the method that it answers
   * @param path its whole path
   */
  public record Route(String verb, String path, Content handler) {
    /** Whether it is the one for a request. */
    public boolean answers(Request request) {
      return verb.equals(request.verb()) || verb.equals(ANY_VERB);
    }

    /** Reads an attribute. */
    public static Optional<Route> of(String prefix, Map.Entry<String, Content> attribute) {
      if (!attribute.getKey().startsWith(RoutingKeys.ROUTE)) {
        return Optional.empty();
      }
      int space = attribute.getKey().indexOf(' ', RoutingKeys.ROUTE.length());
      return Optional.of(
          new Route(
              attribute.getKey().substring(RoutingKeys.ROUTE.length(), space),
              prefix + attribute.getKey().substring(space + 1),
              attribute.getValue()));
    }
  }
}
