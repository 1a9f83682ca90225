package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Clause.WithItem;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.Opening;
import dev.loopscope.scaffold.suite.resource.value.AsyncioNeed;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes calls that raise when trio runs them, whatever their arguments. Each was run with Python
 * 3.11, trio 0.35 and anyio 4.16.
 */
final class AsyncioCalls {
  private static final Set<String> WHEN_CALLED =
      Set.of(
          "asyncio.create_task",
          "asyncio.get_running_loop",
          "asyncio.current_task",
          "asyncio.all_tasks",
          "aiohttp.ClientSession",
          "aiohttp.TCPConnector");

  private static final String GATHER = "asyncio.gather";

  private static final Set<String> WHEN_AWAITED =
      Set.of(
          GATHER,
          "asyncio.sleep",
          "asyncio.wait_for",
          "asyncio.shield",
          "asyncio.to_thread",
          "asyncio.open_connection",
          "asyncio.start_server",
          "asyncio.open_unix_connection",
          "asyncio.start_unix_server",
          "asyncio.create_subprocess_exec",
          "asyncio.create_subprocess_shell",
          "aiosqlite.connect",
          "asyncpg.connect",
          "asyncpg.create_pool");

  private static final Set<String> WHEN_ENTERED =
      Set.of(
          "asyncio.timeout",
          "asyncio.timeout_at",
          "asyncio.TaskGroup",
          "aiosqlite.connect",
          "asyncpg.create_pool");

  /** Context managers that let exceptions through. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "anyio.create_task_group",
          "anyio.fail_after",
          "asyncio.TaskGroup",
          "asyncio.timeout",
          "aiohttp.ClientSession",
          "contextlib.aclosing",
          "contextlib.closing",
          "httpx.AsyncClient",
          "httpx.Client");

  /** The last words of all that raises, which are cheap to look at. */
  private static final Set<String> WORDS =
      Stream.of(WHEN_CALLED, WHEN_AWAITED, WHEN_ENTERED)
          .flatMap(Set::stream)
          .map(it -> it.substring(it.lastIndexOf('.') + 1))
          .collect(Collectors.toUnmodifiableSet());

  /** Of code that says one of these it is not known what it does on trio. */
  private static final Set<String> KNOWING_BACKENDS = Set.of("trio", "sniffio", "backend");

  private static final Set<String> STACKS =
      Set.of("contextlib.AsyncExitStack", "contextlib.ExitStack");

  private static final Set<String> ENTERING = Set.of("enter_context", "enter_async_context");

  private static final Set<String> EXPECTING = Set.of("suppress", "raises");

  private static final Set<String> PLAIN =
      Set.of(
          "builtins.property",
          "builtins.staticmethod",
          "builtins.classmethod",
          "functools.cached_property",
          "functools.cache",
          "functools.lru_cache");

  private static final Set<String> MANAGERS =
      Set.of("contextlib.asynccontextmanager", "contextlib.contextmanager");

  private final Resolver resolver;
  private final Frame frame;

  AsyncioCalls(Resolver resolver, Frame frame) {
    this.resolver = resolver;
    this.frame = frame;
  }

  /**
   * Notes a call with which something is done, if it is one of a library.
   *
   * @param called what it calls by a name of the module
   */
  void note(Call call, Optional<String> called, Opening.Manner manner) {
    String name =
        called
            .or(
                () ->
                    WORDS.contains(lastWord(call.function()))
                        ? resolver.qualifiedName(frame.file, call.function())
                        : Optional.empty())
            .orElse("");
    boolean raises =
        WHEN_CALLED.contains(name)
            || (manner == Opening.Manner.AWAITED && WHEN_AWAITED.contains(name))
            || (manner == Opening.Manner.ENTERED_ASYNC && WHEN_ENTERED.contains(name));
    // Without anything to wait for, `gather` raises nothing.
    boolean idle =
        name.equals(GATHER) && call.arguments().stream().allMatch(Starred.class::isInstance);
    if (raises && !idle) {
      add(new AsyncioNeed(call, name, frame.file, call));
    }
  }

  /**
   * What a function of the project raises, its caller raises, if the call runs it.
   *
   * @param expression what calls it
   */
  void pass(Expression expression, Part.Code code, Summary summary, Opening.Manner manner) {
    if (!summary.asyncio().isEmpty() && runs(code, manner)) {
      AsyncioNeed inner = summary.asyncio().get(0);
      add(new AsyncioNeed(expression, inner.what(), inner.file(), inner.raising()));
    }
  }

  /** Whether a call in this manner runs a function, whatever runs the loop. */
  boolean runs(Part.Code code, Opening.Manner manner) {
    return isRun(code, manner) && !knowsBackends(code.file(), code.function());
  }

  /** Whether a call in this manner runs a function. */
  private boolean isRun(Part.Code code, Opening.Manner manner) {
    return switch (FunctionKind.of(code.file(), code.function())) {
      case SYNC -> isDecorated(code, PLAIN);
      case COROUTINE -> manner != Opening.Manner.CALLED && isDecorated(code, PLAIN);
      case GENERATOR -> manner == Opening.Manner.ENTERED && isManager(code);
      case ASYNC_GENERATOR -> manner == Opening.Manner.ENTERED_ASYNC && isManager(code);
    };
  }

  private boolean isManager(Part.Code code) {
    return !code.function().decorators().isEmpty() && isDecorated(code, MANAGERS);
  }

  private boolean isDecorated(Part.Code code, Set<String> these) {
    return code.function().decorators().stream()
        .allMatch(
            it -> resolver.qualifiedName(code.file(), it).filter(these::contains).isPresent());
  }

  private static boolean knowsBackends(SourceFile file, FunctionDef function) {
    return KNOWING_BACKENDS.stream().anyMatch(it -> file.mayHold(function, it));
  }

  private void add(AsyncioNeed need) {
    if (isSure(need.expression())) {
      frame.needAsyncio(need);
    }
  }

  /** Whether every run reaches an expression, and what it raises goes on to the caller. */
  boolean isSure(Expression expression) {
    return frame
        .sure(expression)
        .filter(place -> place.blocks().stream().allMatch(this::isTransparent))
        .isPresent();
  }

  private boolean isTransparent(With block) {
    return EXPECTING.stream().noneMatch(it -> frame.file.mayHold(block, it))
        && block.items().stream().allMatch(it -> isTransparent(block, it));
  }

  private boolean isTransparent(With block, WithItem item) {
    return isNamed(item.context(), TRANSPARENT)
        || (isNamed(item.context(), STACKS)
            && item.target().map(it -> entersTransparent(block, it)).orElse(true));
  }

  /** A stack lets pass what everything that it enters lets pass, if nobody else enters anything. */
  private boolean entersTransparent(With block, Expression stack) {
    if (!(stack instanceof Name name)) {
      return false;
    }
    Set<Node> entering = Collections.newSetFromMap(new IdentityHashMap<>());
    boolean[] transparent = {true};
    for (Statement statement : block.body()) {
      Walk.preOrder(
          statement,
          node -> {
            if (node instanceof Call call
                && call.function() instanceof Attribute method
                && ENTERING.contains(method.attr())
                && call.arguments().size() == 1
                && (isNamed(call.arguments().get(0), TRANSPARENT)
                    || isNamed(call.arguments().get(0), WHEN_ENTERED))) {
              entering.add(method.value());
            } else if (node instanceof Name it
                && it.id().equals(name.id())
                && !entering.contains(it)) {
              transparent[0] = false;
            }
          });
    }
    return transparent[0];
  }

  private boolean isNamed(Expression context, Set<String> names) {
    return context instanceof Call call
        && resolver.qualifiedName(frame.file, call.function()).filter(names::contains).isPresent();
  }

  private static String lastWord(Expression function) {
    return function instanceof Attribute attribute
        ? attribute.attr()
        : function instanceof Name bare ? bare.id() : "";
  }
}
