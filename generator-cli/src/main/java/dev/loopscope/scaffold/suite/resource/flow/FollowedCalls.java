package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.resource.CallArgument;
import dev.loopscope.scaffold.suite.resource.MadeOnce;
import dev.loopscope.scaffold.suite.resource.Opening;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Request;
import dev.loopscope.scaffold.suite.resource.value.RoutingKeys;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what calls give, and does in the frame what the called functions do. */
final class FollowedCalls {
  private static final Set<String> CLOSING =
      Set.of(
          "close",
          "aclose",
          "cancel",
          "disconnect",
          "terminate",
          "kill",
          "shutdown",
          "stop",
          "wait_closed",
          "dispose",
          "terminate_all",
          "close_all");

  private static final Set<String> ADDING =
      Set.of(
          "add",
          "append",
          "appendleft",
          "extend",
          "insert",
          "setdefault",
          "update",
          "put_nowait",
          "push");

  /** Decorators that call a function where it is called, or have it called there. */
  private static final Set<String> PLAIN =
      Set.of(
          "builtins.staticmethod",
          "builtins.classmethod",
          "functools.cache",
          "functools.lru_cache");

  /** Methods of bound things that give bound things. */
  private static final Set<String> OPENING =
      Set.of(
          "__aenter__",
          "__await__",
          "__enter__",
          "acquire",
          "begin",
          "begin_nested",
          "client",
          "channel",
          "connect",
          "create_channel",
          "cursor",
          "declare_exchange",
          "declare_queue",
          "get_collection",
          "get_connection",
          "get_database",
          "get_default_database",
          "open",
          "pubsub",
          "pipeline",
          "session",
          "start_session",
          "transaction",
          "ws_connect");

  private final Summaries.Query query;
  private final Frame frame;
  private final ValueReading values;
  private final Attributes attributes;
  private final LibraryCalls library;
  private final Routes routes;
  private final ContextVariables contextVariables;
  private final AsyncioCalls asyncio;
  private final LaterCalls later;

  FollowedCalls(Summaries.Query query, Frame frame, ValueReading values, Attributes attributes) {
    this.query = query;
    this.frame = frame;
    this.values = values;
    this.attributes = attributes;
    this.routes = new Routes(frame.file, query.resolver(), values);
    this.library = new LibraryCalls(query.resolver(), frame, values, routes);
    this.asyncio = new AsyncioCalls(query.resolver(), frame);
    this.later = new LaterCalls(frame, this, asyncio);
    this.contextVariables = new ContextVariables(frame.file, query.resolver(), attributes);
  }

  /** What a call gives. */
  Content of(Call call, Opening.Manner manner) {
    Expression callee = call.function();
    Optional<String> name = values.libraryName(callee).filter(it -> !isOfHeld(it));
    asyncio.note(call, name, manner);
    if (name.isPresent()) {
      return library.of(name.orElseThrow(), call, manner);
    }
    if (callee instanceof Name fixture
        && AiohttpRoutes.isFixture(fixture.id())
        && !call.arguments().isEmpty()) {
      return Routes.before(values.of(callee), values.of(call.arguments().get(0)));
    }
    if (!(callee instanceof Attribute method)) {
      return called(call, values.of(callee), Optional.empty(), manner);
    }
    if (library.drives(method)) {
      return library.driven(call);
    }
    Content receiver = values.of(method.value());
    Optional<Content> ofContext = contextVariables.called(method, call, receiver, values);
    if (ofContext.isPresent()) {
      return ofContext.orElseThrow();
    }
    routes
        .registered(method, call)
        .forEach(entry -> attributes.keep(method.value(), entry.key(), entry.value()));
    if (Routes.VERBS.contains(method.attr())) {
      send(method, call, receiver);
    }
    if (PartialCalls.isStarting(method.attr(), call)) {
      started(call, receiver);
    }
    if (method.attr().equals("create_task")) {
      frame.waitFor(arguments(call));
    }
    if (method.attr().equals("test_client") || method.attr().equals("test_app")) {
      return receiver;
    }
    if (ADDING.contains(method.attr())) {
      Content added = arguments(call);
      attributes.keep(method.value(), Content.ELEMENTS, added);
    }
    if (method.attr().equals("enter_async_context") || method.attr().equals("enter_context")) {
      return enteredByStack(method, call);
    }
    return called(call, values.of(callee), Optional.of(receiver), manner);
  }

  /** A method of what somebody set on {@code pytest} itself. */
  private static boolean isOfHeld(String name) {
    return name.startsWith("pytest.") && name.indexOf('.', "pytest.".length()) > 0;
  }

  /** The one function that calling something calls, with its object: itself, or its method. */
  Optional<Content> callable(Content called) {
    if (called.parts().size() == 1 && called.parts().iterator().next() instanceof Part.Code) {
      return Optional.of(called);
    }
    return type(called.parts())
        .filter(it -> called.parts().contains(new Part.Instance(it)))
        .filter(it -> called.parts().stream().noneMatch(Part.Code.class::isInstance))
        .flatMap(
            it ->
                query.resolver().member(it, "__call__") instanceof Resolution.Function method
                    ? Optional.of(attributes.method(method.file(), method.definition(), called))
                    : Optional.empty());
  }

  /** Calls the function that a task group is given, unless it is a method of the project. */
  private void started(Call call, Content receiver) {
    boolean own =
        receiver.parts().stream()
            .anyMatch(it -> it instanceof Part.Instance || it instanceof Part.Type);
    Content function = own ? Content.NOTHING : PartialCalls.of(call, values);
    for (Part part : function.parts()) {
      if (part instanceof Part.Code code && code.function().async()) {
        Arguments arguments = Arguments.given(code.function(), function, Map.of());
        arguments.fill(code.function());
        applied(summary(code, function), arguments);
      }
    }
    if (!own && isSoon(call) && function.parts().stream().noneMatch(Part.Code.class::isInstance)) {
      frame.waitFor(arguments(call));
    }
  }

  /** Methods of that name are all those of task groups. */
  private static boolean isSoon(Call call) {
    return call.function() instanceof Attribute method && method.attr().equals("start_soon");
  }

  /** Notes a request to an application, if that is what a call may be. */
  private void send(Attribute method, Call call, Content client) {
    Optional<Expression> url = new CallArgument("url", 0).in(call);
    String path = url.map(it -> RoutePattern.of(frame.file, it, query.resolver())).orElse("");
    if (RoutePattern.isPath(path)) {
      String verb = method.attr().toUpperCase(Locale.ROOT);
      frame.send(new Request(client, verb, path, frame.file, call, frame.isEntered(client)));
    }
  }

  private Content enteredByStack(Attribute method, Call call) {
    Optional<With> around = frame.entering;
    Optional<With> block =
        method.value() instanceof Name stack
            ? Optional.ofNullable(frame.stacks.get(stack.id()))
            : Optional.empty();
    frame.entering = block;
    Content entered = Content.NOTHING;
    for (Expression argument : call.arguments()) {
      entered = entered.and(values.entered(argument, method.attr().equals("enter_async_context")));
    }
    frame.entering = around;
    if (block.isEmpty()) {
      attributes.keep(method.value(), Content.ELEMENTS, entered);
    }
    return entered;
  }

  /** Keeps a decorated function in what decorates it, if that answers requests by it. */
  void decorated(Expression decorator, FunctionDef function) {
    List<Routes.Entry> entries = routes.decorated(decorator, function);
    Expression called = decorator instanceof Call call ? call.function() : decorator;
    if (!entries.isEmpty() && called instanceof Attribute method) {
      for (Routes.Entry entry : entries) {
        Content handler =
            frame.importing ? entry.value() : entry.value().and(values.closure(function));
        attributes.keep(method.value(), entry.key(), handler);
      }
    }
  }

  private Content called(
      Call call, Content callee, Optional<Content> receiver, Opening.Manner manner) {
    Content result = Content.NOTHING;
    boolean unknown = callee.parts().isEmpty();
    for (Part part : callee.parts()) {
      if (part instanceof Part.Code code) {
        result = result.and(applied(call, code, callee, manner));
      } else if (part instanceof Part.Type type) {
        result = result.and(constructed(call, type.type(), callee));
      } else if (part instanceof Part.Instance instance
          && query.resolver().member(instance.type(), "__call__")
              instanceof Resolution.Function it) {
        Content bound = attributes.method(it.file(), it.definition(), callee);
        result =
            result.and(applied(call, new Part.Code(it.file(), it.definition()), bound, manner));
      } else {
        unknown = true;
        // What an unread method gives is nothing unread if the catalogue lists it.
        result = part instanceof Part.Unread ? result : result.and(Content.of(part));
      }
    }
    if (!unknown) {
      return result;
    }
    if (receiver.isPresent() && isCopying(call)) {
      return receiver.orElseThrow().copied();
    }
    later.note(call, callee, manner);
    return result.and(unknown(call, callee, receiver, manner));
  }

  /** A method of something that is not the project's, or not known. */
  private Content unknown(
      Call call, Content callee, Optional<Content> receiver, Opening.Manner manner) {
    Content given = arguments(call);
    Optional<Content> listed = library.ofCatalogue(call, manner);
    if (listed.isPresent()) {
      return listed.orElseThrow();
    }
    Content unread = Content.NOTHING;
    for (Part part : callee.parts()) {
      if (part instanceof Part.Unread it) {
        frame.lose(it.reason());
        unread = unread.and(Content.of(it));
      }
    }
    if (receiver.isEmpty() || !(call.function() instanceof Attribute method)) {
      return callee.flat().and(given.flat());
    }
    Content owner = query.bound(receiver.orElseThrow());
    boolean ended =
        method.attr().equals("wait") && owner.parts().stream().allMatch(FollowedCalls::isProcess);
    if (CLOSING.contains(method.attr()) || ended) {
      frame.close(owner, call, method.value());
      return owner.flat().and(unread);
    }
    Content answer = OPENING.contains(method.attr()) ? owner.flat() : owner.asked();
    return answer.and(given.flat()).and(unread);
  }

  private static boolean isCopying(Call call) {
    return call.function() instanceof Attribute method
        && method.attr().equals("copy")
        && call.arguments().isEmpty();
  }

  private static boolean isProcess(Part part) {
    return part instanceof Part.Made made
        && made.thing().name().startsWith("asyncio.create_subprocess");
  }

  /** What the arguments of a call hold. */
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

  private Content applied(Call call, Part.Code code, Content callee, Opening.Manner manner) {
    Arguments arguments = Arguments.of(call, code.function(), callee, values);
    if (code.function().async()
        && FunctionKind.of(code.file(), code.function()) == FunctionKind.COROUTINE) {
      values.follow(call);
    }
    Summary summary = summary(code, callee);
    boolean sync = FunctionKind.of(code.file(), code.function()) == FunctionKind.SYNC;
    if (sync && !summary.asks().isEmpty() && !setsLoops(code)) {
      frame.ask(call);
    }
    // A decorator may call it where a loop runs.
    if (sync && code.function().decorators().stream().allMatch(it -> isPlain(code.file(), it))) {
      passNeeds(call, summary);
    }
    if (callee.parts().size() == 1) {
      asyncio.pass(call, code, summary, manner);
    }
    FunctionKind kind = FunctionKind.of(code.file(), code.function());
    if (kind == FunctionKind.SYNC || kind == FunctionKind.COROUTINE) {
      frame.kept(summary.stores());
    }
    if (manner == Opening.Manner.ENTERED || manner == Opening.Manner.ENTERED_ASYNC) {
      renew(query.whole(code.file(), code.function(), Optional.empty()), arguments);
    }
    Content given = applied(summary, arguments);
    later.resolve(call, summary, arguments, asyncio.runs(code, manner));
    if (code.function().decorators().stream()
        .anyMatch(it -> MadeOnce.isCaching(code.file(), it, query.resolver()))) {
      boolean once = frame.once;
      frame.once = true;
      Part.Shared place =
          new Part.Shared(code.file(), code.function().name().id() + "()", List.of());
      frame.keep(place, given);
      frame.once = once;
      return given.and(Content.of(place));
    }
    return given;
  }

  /** What calling a function comes to; of a method, for objects of their own class. */
  Summary summary(Part.Code code, Content callee) {
    Content receiver = callee.attributes().get(Attributes.RECEIVER);
    Optional<ClassRef> owner = receiver == null ? Optional.empty() : type(receiver.parts());
    return owner.isPresent()
        ? query.of(code.file(), code.function(), owner)
        : query.of(code.file(), code.function());
  }

  /** The class of an object, or the class that it is, if that is known. */
  private static Optional<ClassRef> type(Set<Part> parts) {
    Set<ClassRef> types = new LinkedHashSet<>();
    for (Part part : parts) {
      if (part instanceof Part.Instance it) {
        types.add(it.type());
      } else if (part instanceof Part.Type it) {
        types.add(it.type());
      }
    }
    return types.size() == 1 ? types.stream().findFirst() : Optional.empty();
  }

  private boolean isPlain(SourceFile file, Expression decorator) {
    return query.resolver().qualifiedName(file, decorator).filter(PLAIN::contains).isPresent();
  }

  /** What a synchronous function needs, its caller needs. */
  private void passNeeds(Call call, Summary summary) {
    summary.needs().stream().findFirst().ifPresent(it -> frame.need(call, it.what()));
    summary.drives().stream().findFirst().ifPresent(it -> frame.drive(call, it.what()));
  }

  private static boolean setsLoops(Part.Code code) {
    return code.file().source().text().contains("set_event_loop(");
  }

  /** What reading a property gives, and all that it does. */
  Content read(Attribute written, Part.Code property, Content callee) {
    Arguments arguments = Arguments.entering(written.value(), property.function(), callee);
    Summary summary = summary(property, callee);
    asyncio.pass(written, property, summary, Opening.Manner.CALLED);
    frame.kept(summary.stores());
    Content given = applied(summary, arguments);
    later.resolve(written, summary, arguments, true);
    return given;
  }

  /** Calls a function with these arguments, and gives what it gives. */
  Content applied(Part.Code code, Content callee, Map<String, Content> arguments) {
    return applied(summary(code, callee), Arguments.given(code.function(), callee, arguments));
  }

  /** Does what a summary says, and gives what it gives. */
  Content applied(Summary summary, Arguments arguments) {
    // All that one parameter is given at once: each addition makes a large object anew.
    Map<String, Content> added = new LinkedHashMap<>();
    for (Summary.Store store : summary.stores()) {
      boolean once = frame.once;
      frame.once |= store.once();
      Content value = replaced(store.value(), arguments);
      if (store.place() instanceof Part.Parameter to) {
        store(to, value, arguments, added);
      } else {
        frame.keep(store.place(), value);
        frame.made(value.reachable());
      }
      frame.once = once;
    }
    added.forEach(
        (name, value) -> {
          arguments.add(name, value);
          arguments
              .written(name)
              .ifPresent(written -> attributes.remember(written, List.of(), value));
        });
    for (Part.Made made : summary.running()) {
      Part.Made here = frame.driving ? made.onDrivenLoop() : made;
      frame.made(here.thing());
      frame.run(here);
    }
    for (Part part : summary.waits()) {
      frame.waitFor(replaced(Content.of(part), arguments));
    }
    boolean guarded = frame.guarded;
    frame.guarded = true;
    for (Part part : summary.guardedWaits()) {
      frame.waitFor(replaced(Content.of(part), arguments));
    }
    frame.guarded = guarded;
    for (Part.Kept place : summary.closed()) {
      frame.close(replaced(Content.of(place), arguments));
    }
    for (Request request : summary.requests()) {
      frame.send(request.by(replaced(request.client(), arguments)));
    }
    summary.unfollowed().ifPresent(frame::lose);
    Content given = replaced(summary.given(), arguments);
    frame.made(given.reachable());
    return given;
  }

  private void store(
      Part.Parameter to, Content value, Arguments arguments, Map<String, Content> added) {
    frame.made(value.reachable());
    if (to.path().isEmpty()) {
      // A nonlocal variable: that of the function around, which is the one that calls, or lost.
      frame.variables.computeIfPresent(to.name(), (name, held) -> held.and(value));
      return;
    }
    Content before = arguments.value(to.name());
    Content owner = at(before, to.path().subList(0, to.path().size() - 1));
    for (Part part : owner.parts()) {
      Content there = attributes.kept(value, part, owner);
      if (part instanceof Part.Kept place) {
        frame.keep(place.attribute(to.path().get(to.path().size() - 1)), there);
      } else if (part instanceof Part.Type type
          && to.path().size() == 1
          && !Content.isElement(to.path().get(0))) {
        frame.keep(
            new Part.Shared(
                type.type().file(), type.type().name() + "." + to.path().get(0), List.of()),
            there);
      }
    }
    added.merge(to.name(), Content.NOTHING.with(to.path(), value), Content::and);
  }

  Content at(Content value, List<String> path) {
    Content here = value;
    for (String step : path) {
      here = attributes.of(here, step);
    }
    return here;
  }

  /** A content in terms of the caller. */
  private Content replaced(Content content, Arguments arguments) {
    if (!frame.driving && !content.hasParameters()) {
      return content;
    }
    return content.replaced(
        part -> {
          if (part instanceof Part.Parameter parameter) {
            return arguments.at(
                parameter, () -> at(arguments.value(parameter.name()), parameter.path()));
          }
          return Content.of(
              part instanceof Part.Made made && frame.driving ? made.onDrivenLoop() : part);
        });
  }

  private Content constructed(Call call, ClassRef type, Content callee) {
    boolean single = Singletons.is(type, query.resolver());
    if (!single && Constructors.mayMakeOthers(type, query.resolver())) {
      String reason = "what calling `" + type.name() + "` gives is made by the class itself";
      frame.lose(reason);
      return arguments(call).and(Content.unread(reason));
    }
    Content self = Content.of(new Part.Instance(type)).and(library.ofBases(type, call));
    if (single) {
      self = self.and(Content.of(Singletons.place(type)));
    }
    Resolution init = query.resolver().member(type, "__init__");
    if (init instanceof Resolution.Function it) {
      Content bound =
          Content.of(new Part.Code(it.file(), it.definition()))
              .with(List.of(Attributes.RECEIVER), self);
      Arguments arguments = Arguments.of(call, it.definition(), bound, values);
      Summary summary = query.of(it.file(), it.definition(), Optional.of(type));
      boolean initializes = Constructors.alwaysInitialize(type, query.resolver());
      if (initializes) {
        passNeeds(call, summary);
      }
      if (initializes && callee.parts().size() == 1) {
        asyncio.pass(
            call, new Part.Code(it.file(), it.definition()), summary, Opening.Manner.CALLED);
      }
      boolean once = frame.once;
      frame.once |= single;
      applied(summary, arguments);
      frame.once = once;
      later.resolve(call, summary, arguments, initializes);
      return arguments.first();
    }
    return withFields(self, call, type);
  }

  /** What a dataclass or its like keeps. */
  private Content withFields(Content object, Call call, ClassRef type) {
    Content self = object;
    List<String> fields = new ArrayList<>();
    for (Statement statement : type.definition().body()) {
      if (statement instanceof AnnAssign field && field.target() instanceof Name name) {
        fields.add(name.id());
        boolean given =
            fields.size() <= call.arguments().size()
                || call.keywords().stream()
                    .anyMatch(it -> it.name().filter(name.id()::equals).isPresent());
        if (!given) {
          self = self.with(List.of(name.id()), madeByDefault(type, field));
        }
      }
    }
    for (int at = 0; at < call.arguments().size(); at++) {
      String field = at < fields.size() ? fields.get(at) : Content.ELEMENTS;
      self = self.with(List.of(field), values.of(call.arguments().get(at)));
    }
    for (Keyword keyword : call.keywords()) {
      self =
          self.with(List.of(keyword.name().orElse(Content.ELEMENTS)), values.of(keyword.value()));
    }
    return self;
  }

  /** What the {@code default_factory} of a field makes. */
  private Content madeByDefault(ClassRef type, AnnAssign field) {
    Optional<Expression> factory =
        field
            .value()
            .filter(Call.class::isInstance)
            .flatMap(it -> new CallArgument("default_factory", -1).in((Call) it));
    if (factory.isEmpty() || !(factory.orElseThrow() instanceof Lambda lambda)) {
      return Content.NOTHING;
    }
    ValueReading module = new ValueReading(query, Frame.ofModule(type.file(), List.of()));
    Content made = query.once(lambda.body(), () -> module.of(lambda.body()));
    frame.made(made.reachable());
    return made;
  }

  /** What entering a context manager binds. */
  Content entered(Expression written, Content manager, boolean async) {
    if (async) {
      routes.started(written).ifPresent(this::start);
    }
    Content entered = special(async ? "__aenter__" : "__enter__", written, manager).orElse(manager);
    leave(async ? "__aexit__" : "__exit__", manager);
    return entered;
  }

  /** What leaving an object lets go, entering it makes anew: the next block does not find it. */
  private void leave(String name, Content manager) {
    Content held = query.bound(manager);
    for (Part part : held.parts()) {
      if (part instanceof Part.Instance instance
          && query.resolver().member(instance.type(), name) instanceof Resolution.Function it) {
        Part.Code code = new Part.Code(it.file(), it.definition());
        Content bound = Content.of(code).with(List.of(Attributes.RECEIVER), held);
        Arguments arguments = Arguments.of(it.definition(), bound);
        renew(summary(code, bound), arguments);
      }
    }
  }

  /** What a function closes or puts something else into, is not found there later. */
  private void renew(Summary summary, Arguments arguments) {
    summary.closed().forEach(place -> renew(place, arguments));
    summary.stores().stream()
        .filter(store -> !store.once())
        .forEach(store -> renew(store.place(), arguments));
  }

  private void renew(Part.Kept place, Arguments arguments) {
    for (Part part : replaced(Content.of(place), arguments).parts()) {
      if (part instanceof Part.Kept kept) {
        frame.renew(kept);
      }
    }
  }

  /** Does what an application does when it is started. */
  private void start(Content app) {
    Content lifespan =
        query.bound(
            query.bound(app).attributes().getOrDefault(RoutingKeys.LIFESPAN, Content.NOTHING));
    for (Part part : lifespan.parts()) {
      if (part instanceof Part.Code code) {
        Map<String, Content> arguments = new LinkedHashMap<>();
        code.function().parameters().forEach(it -> arguments.put(it.name(), app));
        applied(code, lifespan, arguments);
      }
    }
  }

  /** What awaiting an object of the project gives; empty if it has no such method. */
  Optional<Content> awaited(Expression written, Content object) {
    return special("__await__", written, object);
  }

  /** Calls a method without arguments that Python calls by itself. */
  private Optional<Content> special(String name, Expression written, Content object) {
    Content held = query.bound(object);
    Optional<Content> result = Optional.empty();
    for (Part part : held.parts()) {
      if (part instanceof Part.Instance instance
          && query.resolver().member(instance.type(), name) instanceof Resolution.Function it) {
        Part.Code code = new Part.Code(it.file(), it.definition());
        Content bound = Content.of(code).with(List.of(Attributes.RECEIVER), held);
        Arguments arguments = Arguments.entering(written, it.definition(), bound);
        Summary summary = summary(code, bound);
        if (held.parts().stream().allMatch(instance::equals)) {
          asyncio.pass(written, code, summary, Opening.Manner.AWAITED);
        }
        result = Optional.of(applied(summary, arguments));
        later.resolve(
            written, summary, arguments, held.parts().stream().allMatch(instance::equals));
      }
    }
    return result;
  }

  /** What a property gives. */
  static Content givenBy(Summaries.Query query, Content property) {
    Content result = Content.NOTHING;
    for (Part part : property.parts()) {
      if (part instanceof Part.Code code) {
        Set<Part> self = new LinkedHashSet<>();
        Content receiver = property.attributes().getOrDefault(Attributes.RECEIVER, Content.NOTHING);
        self.addAll(receiver.reachable());
        result =
            result.and(
                query
                    .of(code.file(), code.function())
                    .given()
                    .replaced(
                        it ->
                            it instanceof Part.Parameter
                                ? new Content(self, Map.of())
                                : Content.of(it)));
      }
    }
    return result;
  }
}
