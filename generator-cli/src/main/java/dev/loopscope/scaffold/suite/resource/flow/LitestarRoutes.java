package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Display.ListDisplay;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.CallArgument;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.RoutingKeys;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What answers requests in applications of litestar: functions that say so in their own decorators,
 * controllers with such methods, and routers of both.
 */
final class LitestarRoutes {
  private static final Set<String> APPLICATIONS =
      Set.of(
          "litestar.Litestar",
          "litestar.app.Litestar",
          "litestar.Router",
          "litestar.router.Router",
          "litestar.testing.create_test_client",
          "litestar.testing.create_async_test_client");

  private final Resolver resolver;
  private final ValueReading values;

  LitestarRoutes(Resolver resolver, ValueReading values) {
    this.resolver = resolver;
    this.values = values;
  }

  /** Whether a call of this makes an application, or a router. */
  static boolean isApplication(String name) {
    return APPLICATIONS.contains(name);
  }

  /** What an application or a router answers. */
  Content constructed(SourceFile file, String name, Call call) {
    boolean router = name.endsWith("Router");
    Optional<Expression> handlers = new CallArgument("route_handlers", router ? 1 : 0).in(call);
    Optional<Expression> prefix = router ? new CallArgument("path", 0).in(call) : Optional.empty();
    Content given = handlers.map(values::of).orElse(Content.NOTHING);
    Content all =
        handlers(given.and(given.attributes().getOrDefault(Content.ELEMENTS, Content.NOTHING)));
    return prefix
        .map(it -> RoutingKeys.ROUTER + joined(RoutePattern.of(file, it, resolver)))
        .map(it -> Content.NOTHING.with(List.of(it), all))
        .orElse(all);
  }

  private Content handlers(Content inner) {
    Content all = Content.NOTHING;
    for (Part part : inner.parts()) {
      if (part instanceof Part.Code code) {
        all = all.and(handled(code.file(), code.function(), "", Content.of(code).and(held(inner))));
      } else if (part instanceof Part.Type type) {
        all = all.and(controller(type.type()));
      } else if (part instanceof Part.Kept) {
        all = all.with(List.of(RoutingKeys.ROUTER), Content.of(part));
      }
    }
    for (Map.Entry<String, Content> attribute : inner.attributes().entrySet()) {
      if (RoutingKeys.isRouting(attribute.getKey())) {
        all = all.with(List.of(attribute.getKey()), attribute.getValue());
      }
    }
    return all;
  }

  /** What functions within a function use of it. */
  private static Content held(Content handlers) {
    Content all = Content.NOTHING;
    for (Map.Entry<String, Content> attribute : handlers.attributes().entrySet()) {
      if (!RoutingKeys.isRouting(attribute.getKey())
          && !attribute.getKey().equals(Content.ELEMENTS)) {
        all = all.with(List.of(attribute.getKey()), attribute.getValue());
      }
    }
    return all;
  }

  private Content controller(ClassRef type) {
    String prefix = "";
    Content all = Content.NOTHING;
    for (Statement statement : type.definition().body()) {
      Optional<Expression> path = path(statement);
      if (path.isPresent()) {
        prefix = joined(RoutePattern.of(type.file(), path.orElseThrow(), resolver));
      }
    }
    for (Statement statement : type.definition().body()) {
      if (statement instanceof FunctionDef method) {
        Content handler =
            Content.of(new Part.Code(type.file(), method))
                .with(List.of(Attributes.RECEIVER), Content.of(new Part.Instance(type)));
        all = all.and(handled(type.file(), method, prefix, handler));
      }
    }
    return all;
  }

  private static Optional<Expression> path(Statement statement) {
    if (statement instanceof Assign assign
        && assign.targets().get(0) instanceof Name name
        && name.id().equals("path")) {
      return Optional.of(assign.value());
    }
    return statement instanceof AnnAssign assign
            && assign.target() instanceof Name name
            && name.id().equals("path")
        ? assign.value()
        : Optional.empty();
  }

  private Content handled(SourceFile file, FunctionDef function, String prefix, Content handler) {
    Content all = Content.NOTHING;
    for (Expression decorator : function.decorators()) {
      if (decorator instanceof Call call) {
        String name = resolver.qualifiedName(file, call.function()).orElse("");
        String verb = name.substring(name.lastIndexOf('.') + 1);
        if (name.startsWith("litestar.") && (Routes.VERBS.contains(verb) || verb.equals("route"))) {
          String method = verb.equals("route") ? Routes.ANY_VERB : verb.toUpperCase(Locale.ROOT);
          for (String path : paths(file, call)) {
            boolean unknown = path.equals(String.valueOf(RoutePattern.ANY));
            String whole = unknown ? path : prefix + joined(path);
            all = all.with(List.of(RoutingKeys.ROUTE + method + " " + root(whole)), handler);
          }
        }
      }
    }
    return all;
  }

  /** One function may answer several paths. */
  private List<String> paths(SourceFile file, Call decorator) {
    Optional<Expression> path = new CallArgument("path", 0).in(decorator);
    if (path.isEmpty()) {
      return List.of("");
    }
    List<Expression> written =
        path.orElseThrow() instanceof ListDisplay list
            ? list.elements()
            : List.of(path.orElseThrow());
    return written.stream().map(it -> RoutePattern.of(file, it, resolver)).toList();
  }

  private static String root(String path) {
    return path.isEmpty() ? "/" : path;
  }

  /** A path as it stands behind another one. */
  private static String joined(String path) {
    String text = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    boolean starts = text.isEmpty() || text.charAt(0) == '/' || text.charAt(0) == RoutePattern.ANY;
    return starts ? text : "/" + text;
  }
}
