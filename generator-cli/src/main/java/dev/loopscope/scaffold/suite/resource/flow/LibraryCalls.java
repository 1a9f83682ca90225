package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.suite.code.StandardLibrary;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.BoundWhen;
import dev.loopscope.scaffold.suite.resource.CatalogueLine;
import dev.loopscope.scaffold.suite.resource.KnownResources;
import dev.loopscope.scaffold.suite.resource.LoopCatalogue;
import dev.loopscope.scaffold.suite.resource.OnAnotherLoop;
import dev.loopscope.scaffold.suite.resource.Opening;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Thing;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what calls of functions outside the project give, by the catalogue. */
final class LibraryCalls {
  /** They run a coroutine to its end on a loop of their own. */
  private static final Set<String> DRIVING = Set.of("asyncio.run", "anyio.run");

  private static final Set<String> DRIVING_METHODS = Set.of("run_until_complete");

  /** What they give has to do with their arguments alone. */
  private static final Set<String> PASSING =
      Set.of(
          "asyncio.gather",
          "asyncio.shield",
          "asyncio.wait",
          "asyncio.wait_for",
          "asyncio.as_completed");

  /** What they make is kept by the library, for whoever uses it. */
  private static final Set<String> REGISTERING =
      Set.of(
          "beanie.init_beanie",
          "tortoise.Tortoise.init",
          "piccolo.engine.postgres.PostgresEngine.start_connection_pool");

  private static final Set<String> SERVERS =
      Set.of(
          "asyncio.start_server",
          "asyncio.start_unix_server",
          "aiohttp.test_utils.TestServer",
          "aiohttp.web.AppRunner",
          "asyncssh.create_server",
          "grpc.aio.server",
          "uvicorn.Server",
          "websockets.serve");

  /** Clients that run their application on a loop of their own. */
  private static final Set<String> PORTALS =
      Set.of(
          "starlette.testclient.TestClient",
          "fastapi.testclient.TestClient",
          "litestar.testing.TestClient",
          "litestar.testing.AsyncTestClient",
          "litestar.testing.create_test_client",
          "litestar.testing.create_async_test_client");

  /** They have the running loop wait for their arguments, whether they are awaited or not. */
  private static final Set<String> STARTING =
      Set.of("asyncio.create_task", "asyncio.ensure_future", "asyncio.gather", "asyncio.shield");

  /** They raise {@code RuntimeError: no running event loop}, in every version of Python. */
  private static final Set<String> NEEDING =
      Set.of(
          "asyncio.get_running_loop",
          "asyncio.events.get_running_loop",
          "asyncio.create_task",
          "asyncio.tasks.create_task");

  private static final Set<String> NEEDING_WITHOUT_ARGUMENT =
      Set.of("asyncio.current_task", "asyncio.all_tasks");

  /** Keywords that bring a loop with them. */
  private static final Set<String> GIVING_LOOPS = Set.of("loop", "connector", "session");

  /** Builtins that give a number, a text or nothing. */
  private static final Set<String> DULL =
      Set.of(
          "abs",
          "all",
          "any",
          "ascii",
          "bin",
          "bool",
          "bytes",
          "callable",
          "chr",
          "float",
          "format",
          "hash",
          "hex",
          "id",
          "input",
          "int",
          "isinstance",
          "issubclass",
          "len",
          "oct",
          "ord",
          "pow",
          "print",
          "range",
          "repr",
          "round",
          "str",
          "sum");

  /** They make another container of the elements that they are given. */
  private static final Set<String> COPYING =
      Set.of(
          "builtins.dict",
          "builtins.frozenset",
          "builtins.list",
          "builtins.reversed",
          "builtins.set",
          "builtins.sorted",
          "builtins.tuple",
          "collections.ChainMap",
          "collections.OrderedDict",
          "collections.UserDict",
          "collections.UserList",
          "collections.defaultdict",
          "collections.deque",
          "copy.copy",
          "copy.deepcopy");

  private final Resolver resolver;
  private final Frame frame;
  private final ValueReading values;
  private final KnownResources known;
  private final Routes routes;

  LibraryCalls(Resolver resolver, Frame frame, ValueReading values, Routes routes) {
    this.routes = routes;
    this.resolver = resolver;
    this.frame = frame;
    this.values = values;
    this.known = new KnownResources(resolver);
  }

  /** Whether nothing of a name's module is bound to a loop. */
  static boolean isHarmless(String qualifiedName) {
    return StandardLibrary.holds(qualifiedName)
        && !qualifiedName.startsWith("asyncio.")
        && LoopCatalogue.lines(qualifiedName).isEmpty();
  }

  /** Whether a call of this runs a loop by hand. */
  boolean drives(Attribute method) {
    return DRIVING_METHODS.contains(method.attr())
        || (method.attr().equals("run") && frame.runners.contains(frame.file.text(method.value())));
  }

  /** What runs in a loop that is run by hand: it gives what the first argument gives. */
  Content driven(Call call) {
    boolean around = frame.driving;
    frame.driving = true;
    Content given =
        call.arguments().isEmpty() ? Content.NOTHING : values.run(call.arguments().get(0));
    Content all = arguments(call);
    frame.driving = around;
    if (call.arguments().isEmpty()) {
      return all;
    }
    if (!values.isFollowed(call.arguments().get(0))) {
      frame.waitFor(given);
    }
    return given;
  }

  /** What a call of a library's function gives. */
  Content of(String name, Call call, Opening.Manner manner) {
    if (DRIVING.contains(name)) {
      frame.drive(call);
      return driven(call);
    }
    if (name.equals("asyncio.get_event_loop")) {
      frame.ask(call);
    }
    if (name.equals("asyncio.Runner")) {
      frame.target.ifPresent(frame.runners::add);
    }
    needed(name, call).ifPresent(it -> frame.need(call, it));
    Content given = arguments(call);
    boolean starts = STARTING.contains(name);
    if (starts || manner == Opening.Manner.AWAITED || manner == Opening.Manner.ENTERED_ASYNC) {
      frame.waitFor(given);
    }
    if (PASSING.contains(name)) {
      return given;
    }
    if (PartialCalls.isWrapping(name) && !call.arguments().isEmpty()) {
      return PartialCalls.of(call, values);
    }
    if (name.equals("builtins.type") && call.arguments().size() == 1) {
      return Attributes.type(values.of(call.arguments().get(0)));
    }
    if (name.equals("builtins.setattr")) {
      return attributeSet(call);
    }
    if (COPYING.contains(name)) {
      return copied(call);
    }
    if (name.startsWith("builtins.")) {
      return DULL.contains(name.substring("builtins.".length())) ? Content.NOTHING : given;
    }
    Content object =
        ofCatalogue(call, manner)
            .orElseGet(() -> isHarmless(name) || isOfAsyncio(name) ? given : given.and(lost(name)));
    object = object.and(routes.constructed(name, call));
    if (Routes.RUNNING_LIFESPANS.contains(name)) {
      object = object.with(List.of("app"), given);
    }
    if (AiohttpRoutes.holds(name) && !call.arguments().isEmpty()) {
      object = Routes.before(object, values.of(call.arguments().get(0)));
    }
    boolean entered = manner == Opening.Manner.ENTERED || manner == Opening.Manner.ENTERED_ASYNC;
    return PORTALS.contains(name)
        ? object.and(Content.of(new Part.Client(frame.file, call, entered)))
        : object;
  }

  /** A container with all elements of those that a call is given. */
  private Content copied(Call call) {
    Content all = Content.NOTHING;
    for (Expression argument : call.arguments()) {
      all = all.and(values.of(argument instanceof Starred it ? it.value() : argument).copied());
    }
    for (Keyword keyword : call.keywords()) {
      Content value = values.of(keyword.value());
      all =
          keyword.name().isPresent()
              ? all.with(List.of("[" + keyword.name().orElseThrow() + "]"), value)
              : all.and(value.copied());
    }
    return all;
  }

  /** What of a call fails if no loop runs; empty if nothing does, or something gives it a loop. */
  private Optional<String> needed(String name, Call call) {
    boolean fails =
        NEEDING.contains(name)
            || (NEEDING_WITHOUT_ARGUMENT.contains(name) && call.arguments().isEmpty())
            || known.needsRunningLoop(frame.file, call);
    boolean given =
        call.keywords().stream()
            .anyMatch(it -> it.name().filter(key -> !GIVING_LOOPS.contains(key)).isEmpty());
    return fails && !given ? Optional.of(name) : Optional.empty();
  }

  /** What the catalogue says that a call gives; empty if it does not know it. */
  Optional<Content> ofCatalogue(Call call, Opening.Manner manner) {
    if (known.name(frame.file, call).isEmpty()) {
      return Optional.empty();
    }
    Opening opening = new Opening(manner, frame.methods());
    List<CatalogueLine> lines = known.lines(frame.file, call, opening);
    OnAnotherLoop fate = known.made(frame.file, call, opening);
    Optional<Expression> held = known.held(frame.file, call);
    if (held.isPresent()) {
      Content inside = values.of(held.orElseThrow());
      Content read = inside.map(it -> it instanceof Part.Unread ? List.of() : List.of(it));
      if (fate.isBound() && inside.reachable().stream().anyMatch(LibraryCalls::isBound)) {
        return Optional.of(inside);
      }
      // An app that is not read says nothing of its client.
      return Optional.of(
          fate == OnAnotherLoop.UNKNOWN
              ? inside.equals(Content.NOTHING) ? lost(frame.file.text(call.function())) : inside
              : made(call, fate, lines).and(read));
    }
    return Optional.of(fate == OnAnotherLoop.UNKNOWN ? notStarted(call) : made(call, fate, lines));
  }

  private static boolean isBound(Part part) {
    return part instanceof Part.Kept
        || (part instanceof Part.Made made
            && made.certain()
            && made.thing().onAnotherLoop().isBound());
  }

  /** A task that is not awaited goes on; what is started by a method is bound by that. */
  private Content notStarted(Call call) {
    String name = known.name(frame.file, call).orElseThrow();
    List<CatalogueLine> all = LoopCatalogue.lines(name);
    if (kind(all.get(0).name()) == Thing.Kind.TASK) {
      return made(call, OnAnotherLoop.BREAKS, all);
    }
    Map<String, Call> starting = new LinkedHashMap<>();
    for (CatalogueLine line : all) {
      for (String way : line.made()) {
        if (way.startsWith(".") && way.endsWith("()")) {
          starting.put(way.substring(1, way.length() - 2), call);
        }
      }
    }
    Opening started = new Opening(Opening.Manner.AWAITED, starting);
    OnAnotherLoop fate = known.made(frame.file, call, started);
    Content object = made(call, new Made(fate, true), all);
    // It is one of the catalogue's, of which its arguments do not tell which.
    return fate == OnAnotherLoop.UNKNOWN
        ? object.and(lost(frame.file.text(call.function())))
        : object;
  }

  private record Made(OnAnotherLoop fate, boolean lazy) {}

  private Content made(Call call, OnAnotherLoop fate, List<CatalogueLine> lines) {
    return made(call, new Made(fate, isLazy(lines)), lines);
  }

  private Content made(Call call, Made how, List<CatalogueLine> lines) {
    OnAnotherLoop fate = frame.importing ? madeOutside(lines).orElse(how.fate()) : how.fate();
    String name = lines.isEmpty() ? frame.file.text(call.function()) : lines.get(0).name();
    Thing thing = new Thing(name, kind(name), fate, how.lazy(), frame.file, call);
    frame.made(thing);
    Part.Made made = new Part.Made(thing, true, frame.driving);
    if (thing.kind() != Thing.Kind.OBJECT && fate.isBound()) {
      frame.run(made);
    }
    return Content.of(made);
  }

  /** What becomes of what is made where no loop runs, if that is the same in all these lines. */
  private static Optional<OnAnotherLoop> madeOutside(List<CatalogueLine> lines) {
    Set<OnAnotherLoop> fates = EnumSet.noneOf(OnAnotherLoop.class);
    lines.forEach(it -> fates.add(it.outcomes().madeOutside()));
    return fates.size() == 1
        ? fates.stream().filter(it -> it != OnAnotherLoop.UNKNOWN).findFirst()
        : Optional.empty();
  }

  private static Thing.Kind kind(String name) {
    if (REGISTERING.contains(name)) {
      return Thing.Kind.REGISTERED;
    }
    if (SERVERS.contains(name)) {
      return Thing.Kind.SERVER;
    }
    return name.endsWith(".create_task") || name.endsWith(".ensure_future")
        ? Thing.Kind.TASK
        : Thing.Kind.OBJECT;
  }

  private static boolean isLazy(List<CatalogueLine> lines) {
    return !lines.isEmpty()
        && lines.stream()
            .allMatch(
                it ->
                    it.bound() == BoundWhen.FIRST_USE
                        || it.bound() == BoundWhen.FIRST_USE_HIDDEN
                        || it.bound() == BoundWhen.FIRST_WAIT);
  }

  private Content lost(String name) {
    String reason = "what `" + name + "` gives is not known";
    frame.lose(reason);
    return Content.unread(reason);
  }

  /** What asyncio gives that is not in the catalogue is no resource, unless it is a loop. */
  private static boolean isOfAsyncio(String name) {
    return name.startsWith("asyncio.") && !name.contains("loop") && !name.contains("uture");
  }

  private Content attributeSet(Call call) {
    if (call.arguments().size() == 3
        && call.arguments().get(1) instanceof StringLiteral attribute) {
      values.assign(
          new Attribute(call.start(), call.end(), call.arguments().get(0), attribute.value()),
          values.of(call.arguments().get(2)));
    }
    return Content.NOTHING;
  }

  /** What an object is by the classes of libraries that its class is derived from. */
  Content ofBases(ClassRef type, Call call) {
    Content all = Content.NOTHING;
    for (String base : resolver.mro(type).externalBases()) {
      List<CatalogueLine> lines = LoopCatalogue.lines(base);
      if (lines.isEmpty()) {
        boolean harmless = isHarmless(base) || base.startsWith("builtins.") || isOfAsyncio(base);
        all = harmless ? all : all.and(lost(base));
      } else if (lines.stream().allMatch(it -> it.onAnotherLoop().isCertain())) {
        all = all.and(made(call, lines.get(0).onAnotherLoop(), lines));
      }
    }
    return all;
  }

  private Content arguments(Call call) {
    Content all = Content.NOTHING;
    for (Expression argument : call.arguments()) {
      all = all.and(values.of(argument).flat());
    }
    for (Keyword keyword : call.keywords()) {
      all = all.and(values.of(keyword.value()).flat());
    }
    return all;
  }
}
