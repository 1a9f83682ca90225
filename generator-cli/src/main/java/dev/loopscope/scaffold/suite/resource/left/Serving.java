package dev.loopscope.scaffold.suite.resource.left;

import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.Display;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Subscript;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.resource.flow.Attributes;
import dev.loopscope.scaffold.suite.resource.flow.Frame;
import dev.loopscope.scaffold.suite.resource.flow.RoutePattern;
import dev.loopscope.scaffold.suite.resource.flow.Routes;
import dev.loopscope.scaffold.suite.resource.flow.Summaries;
import dev.loopscope.scaffold.suite.resource.flow.Surroundings;
import dev.loopscope.scaffold.suite.resource.flow.ValueReading;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.KeptOnce;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Request;
import dev.loopscope.scaffold.suite.resource.value.RoutingKeys;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows requests of a test to the functions that answer them, and their dependencies. */
final class Serving {
  /** Routers within routers, and dependencies of dependencies. */
  private static final int DEPTH = 6;

  private static final Set<String> DEPENDING =
      Set.of(
          "fastapi.Depends",
          "fastapi.Security",
          "fastapi.params.Depends",
          "fastapi.param_functions.Depends");

  /** The attribute of an application that is its router. */
  private static final String ROUTER_OF_APP = "router";

  private static final Set<String> REQUESTS = Set.of("request", "req", "websocket", "ws");

  private final Summaries.Query query;
  private final Surroundings surroundings;

  Serving(Summaries.Query query, Surroundings surroundings) {
    this.query = query;
    this.surroundings = surroundings;
  }

  /** What becomes of a request; empty if it is not known who answers it. */
  Optional<Served> of(Request request) {
    Content client =
        surroundings.bound(
            Routes.behind(surroundings.bound(surroundings.filled(request.client()))));
    List<Routes.Route> routes = new ArrayList<>();
    addRoutes(client, "", DEPTH, routes);
    List<Routes.Route> answering =
        routes.stream()
            .filter(it -> it.answers(request) && RoutePattern.fits(request.path(), it.path()))
            .toList();
    List<Routes.Route> exact =
        answering.stream().filter(it -> RoutePattern.isSame(request.path(), it.path())).toList();
    List<Routes.Route> possible = exact.isEmpty() ? answering : exact;
    List<Outcome> outcomes = possible.stream().map(it -> outcome(it, request, client)).toList();
    Optional<Set<Part>> waits = outcomes.stream().map(Outcome::waits).reduce(Serving::common);
    Optional<Outcome> one = outcomes.size() == 1 ? Optional.of(outcomes.get(0)) : Optional.empty();
    return waits.map(
        it ->
            new Served(
                request,
                portal(client, request),
                it,
                one.map(Outcome::guarded).orElse(Set.of()),
                one.map(Outcome::once).orElse(Set.of()),
                one.flatMap(unused -> plain(possible.get(0).handler()))));
  }

  /** The function that a handler is, if it is given no more than the request. */
  private static Optional<Part.Code> plain(Content handler) {
    return handler.parts().size() == 1
            && handler.attributes().isEmpty()
            && handler.parts().iterator().next() instanceof Part.Code code
            && code.function().parameters().stream().allMatch(it -> REQUESTS.contains(it.name()))
        ? Optional.of(code)
        : Optional.empty();
  }

  /** What is kept by the applications that the entered clients in a fixture's value start. */
  List<Started> started(Fixture fixture) {
    Content value = surroundings.bound(surroundings.given(fixture.name()));
    List<Started> found = new ArrayList<>();
    for (Part part : value.parts()) {
      if (part instanceof Part.Client client && client.entered()) {
        for (Summary.Store store : lifespan(query, value).stores()) {
          for (Part kept : store.value().reachable()) {
            if (store.place() instanceof Part.Shared place && kept instanceof Part.Made made) {
              found.add(new Started(client, fixture, place, made.thing()));
            }
          }
        }
      }
    }
    return found;
  }

  /** What starting an application does. */
  static Summary lifespan(Summaries.Query query, Content app) {
    Content lifespan =
        query.bound(app.attributes().getOrDefault(RoutingKeys.LIFESPAN, Content.NOTHING));
    Summary all = Summary.NOTHING;
    for (Part part : lifespan.parts()) {
      if (part instanceof Part.Code code) {
        Map<String, Content> arguments = new HashMap<>();
        code.function().parameters().forEach(it -> arguments.put(it.name(), app));
        Frame frame = Frame.ofCaller(code.file());
        new ValueReading(query, frame).applied(code, lifespan, arguments);
        all = frame.summary();
      }
    }
    return all;
  }

  private static Set<Part> common(Set<Part> one, Set<Part> other) {
    Set<Part> both = new LinkedHashSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static Optional<Part.Client> portal(Content client, Request request) {
    return client.parts().stream()
        .filter(Part.Client.class::isInstance)
        .map(it -> request.entered() ? ((Part.Client) it).entering() : (Part.Client) it)
        .findFirst();
  }

  private void addRoutes(Content router, String around, int depth, List<Routes.Route> routes) {
    Content here = surroundings.bound(router);
    String prefix =
        around
            + here.attributes().keySet().stream()
                .filter(it -> it.startsWith(RoutingKeys.PREFIX))
                .map(it -> it.substring(RoutingKeys.PREFIX.length()))
                .findFirst()
                .orElse("");
    for (Map.Entry<String, Content> attribute : here.attributes().entrySet()) {
      Routes.Route.of(prefix, attribute).ifPresent(routes::add);
      if (depth > 0 && attribute.getKey().startsWith(RoutingKeys.ROUTER)) {
        String inner = prefix + attribute.getKey().substring(RoutingKeys.ROUTER.length());
        addRoutes(attribute.getValue(), inner, depth - 1, routes);
      } else if (depth > 0
          && (attribute.getKey().equals(Content.ELEMENTS)
              || attribute.getKey().equals(ROUTER_OF_APP))) {
        addRoutes(attribute.getValue(), prefix, depth - 1, routes);
      }
    }
  }

  private Outcome outcome(Routes.Route route, Request request, Content app) {
    Content handler = surroundings.bound(route.handler());
    for (Part part : handler.parts()) {
      if (part instanceof Part.Type type) {
        handler = method(type, request, app);
      }
    }
    return called(handler, app, DEPTH);
  }

  /** The method by which an endpoint, of which each request has an object, answers one. */
  private Content method(Part.Type type, Request request, Content app) {
    String name = request.verb().toLowerCase(Locale.ROOT);
    if (!(query.resolver().member(type.type(), name) instanceof Resolution.Function method)) {
      return Content.NOTHING;
    }
    Content self = Content.of(new Part.Instance(type.type())).with(List.of("request", "app"), app);
    return Content.of(new Part.Code(method.file(), method.definition()))
        .with(List.of(Attributes.RECEIVER), self);
  }

  /** What a function waits for, makes once, and gives. */
  private record Outcome(Set<Part> waits, Set<Part> guarded, Set<KeptOnce> once, Content given) {
    static Outcome of(Content given) {
      return new Outcome(
          new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), given);
    }

    Outcome giving(Content value) {
      return new Outcome(waits, guarded, once, value);
    }

    void add(Outcome other) {
      waits.addAll(other.waits);
      guarded.addAll(other.guarded);
      once.addAll(other.once);
    }
  }

  private Outcome called(Content function, Content app, int depth) {
    Outcome all = Outcome.of(Content.NOTHING);
    Content given = Content.NOTHING;
    for (Part part : function.parts()) {
      if (part instanceof Part.Code code && depth > 0) {
        Map<String, Content> arguments = new HashMap<>();
        boolean bound = function.attributes().containsKey(Attributes.RECEIVER);
        for (Parameter parameter :
            code.function().parameters().stream().skip(bound ? 1 : 0).toList()) {
          arguments.put(parameter.name(), argument(code.file(), parameter, app, all, depth));
        }
        Frame frame = Frame.ofCaller(code.file());
        Content result = new ValueReading(query, frame).applied(code, function, arguments);
        given = given.and(result);
        Summary summary = frame.summary();
        addKnown(summary.waits(), all.waits());
        addKnown(summary.guardedWaits(), all.guarded());
        all.once().addAll(KeptOnce.in(summary.stores(), summary.waits()));
      }
    }
    boolean code = function.parts().stream().anyMatch(Part.Code.class::isInstance);
    // What an override gives that is no function of its own, such as a lambda.
    return all.giving(code ? given : function.flat());
  }

  /** What the handler makes itself is of its own loop. */
  private void addKnown(Set<Part> parts, Set<Part> waits) {
    for (Part part : parts) {
      if (part instanceof Part.Shared || part instanceof Part.OfFixture) {
        waits.add(part);
      }
      if (part instanceof Part.Shared place) {
        surroundings.kept(place).reachable().stream()
            .filter(Part.OfFixture.class::isInstance)
            .forEach(waits::add);
      }
    }
  }

  private Content argument(
      SourceFile file, Parameter parameter, Content app, Outcome all, int depth) {
    Optional<Content> dependency = dependency(file, parameter);
    if (dependency.isPresent()) {
      Content function = overridden(dependency.orElseThrow(), app);
      Outcome outcome = called(surroundings.bound(function), app, depth - 1);
      all.add(outcome);
      return outcome.given();
    }
    if (parameter.name().equals("state")) {
      return app.attribute("state").orElse(Content.NOTHING);
    }
    return REQUESTS.contains(parameter.name())
        ? Content.NOTHING.with(List.of("app"), app)
        : Content.NOTHING;
  }

  private Content overridden(Content function, Content app) {
    Content overrides =
        surroundings.bound(app.attribute("dependency_overrides").orElse(Content.NOTHING));
    for (Part part : function.parts()) {
      if (part instanceof Part.Code code) {
        Content other =
            overrides.attributes().getOrDefault(ValueReading.key(code), Content.NOTHING);
        if (!other.equals(Content.NOTHING)) {
          return other;
        }
      }
    }
    return function;
  }

  /** The function that FastAPI calls for a parameter. */
  private Optional<Content> dependency(SourceFile file, Parameter parameter) {
    Optional<Content> byDefault = parameter.defaultValue().flatMap(it -> dependency(file, it));
    return byDefault.isPresent()
        ? byDefault
        : parameter.annotation().flatMap(it -> annotated(file, it));
  }

  private Optional<Content> annotated(SourceFile file, Expression annotation) {
    Expression written = annotation;
    SourceFile there = file;
    if (query.resolver().resolve(file, annotation) instanceof Resolution.Value value) {
      written = value.expression();
      there = value.file();
    }
    if (!(written instanceof Subscript subscript)) {
      return Optional.empty();
    }
    List<Expression> found = new ArrayList<>();
    Expression slice = subscript.slice();
    if (slice instanceof Display display) {
      display.forEachChild(
          child -> {
            if (child instanceof Expression part) {
              found.add(part);
            }
          });
    }
    for (Expression part : found) {
      Optional<Content> dependency = dependency(there, part);
      if (dependency.isPresent()) {
        return dependency;
      }
    }
    return Optional.empty();
  }

  private Optional<Content> dependency(SourceFile file, Expression expression) {
    boolean depends =
        expression instanceof Call call
            && query
                .resolver()
                .qualifiedName(file, call.function())
                .filter(DEPENDING::contains)
                .isPresent()
            && !call.arguments().isEmpty();
    return depends
        ? Optional.of(
            new ValueReading(query, Frame.ofCaller(file))
                .of(((Call) expression).arguments().get(0)))
        : Optional.empty();
  }
}
