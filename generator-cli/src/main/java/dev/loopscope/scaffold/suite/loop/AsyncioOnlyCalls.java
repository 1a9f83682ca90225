package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.code.Reach;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Finds calls that raise when trio runs them, whatever their arguments. Each was run with Python
 * 3.11, trio 0.35 and anyio 4.16.
 */
public final class AsyncioOnlyCalls {
  private static final Set<String> WHEN_CALLED =
      Set.of(
          "asyncio.create_task",
          "asyncio.get_running_loop",
          "asyncio.current_task",
          "asyncio.all_tasks",
          "aiohttp.ClientSession",
          "aiohttp.TCPConnector");

  private static final Set<String> WHEN_AWAITED =
      Set.of(
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

  /** How many functions of the project are followed into one another. */
  private static final int DEPTH = 50;

  private static final Set<String> PLAIN = Set.of("builtins.staticmethod", "builtins.classmethod");

  private static final String GATHER = "asyncio.gather";

  private final Resolver resolver;

  /** By function; by identity, as the equality of nodes compares whole subtrees. */
  private final IdentityHashMap<FunctionDef, Optional<Found>> found = new IdentityHashMap<>();

  private int open;

  /** A finder that follows names with {@code resolver}. */
  public AsyncioOnlyCalls(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * A call that raises.
   *
   * @param expression what the function itself has of it
   * @param name what is called, such as {@code asyncio.sleep}
   * @param file the file of the call that raises
   * @param raising that call: the expression, or one in a function that it leads to
   */
  public record Found(Expression expression, String name, SourceFile file, Expression raising) {}

  /**
   * The first such call that every run of a function reaches, there or in a function of the project
   * that it awaits; the expression is the function's own.
   */
  public Optional<Found> first(SourceFile file, FunctionDef function) {
    Optional<Found> known = found.get(function);
    if (known == null) {
      // Whoever calls on in a circle raises nothing by that.
      found.put(function, Optional.empty());
      known = find(file, function);
      found.put(function, known);
    }
    return known;
  }

  private Optional<Found> find(SourceFile file, FunctionDef function) {
    if (open == DEPTH) {
      return Optional.empty();
    }
    for (FunctionCode.Place place : FunctionCode.of(file, function).places()) {
      if (place.reach() == Reach.ALWAYS && !place.guarded()) {
        Optional<Found> found = found(file, place).or(() -> awaited(file, place));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** What a coroutine function of the project raises that is awaited here. */
  private Optional<Found> awaited(SourceFile file, FunctionCode.Place place) {
    if (!(place.node() instanceof Await await && await.value() instanceof Call call)
        || !(resolver.resolve(file, call.function()) instanceof Resolution.Function called)
        || !called.definition().decorators().stream().allMatch(it -> isPlain(called.file(), it))
        || FunctionKind.of(called.file(), called.definition()) != FunctionKind.COROUTINE
        || asksForBackend(called)
        || !place.blocks().stream().allMatch(with -> isTransparent(file, with))) {
      return Optional.empty();
    }
    open++;
    Optional<Found> inner = first(called.file(), called.definition());
    open--;
    return inner.map(it -> new Found(call, it.name(), it.file(), it.raising()));
  }

  private boolean isPlain(SourceFile file, Expression decorator) {
    return resolver.qualifiedName(file, decorator).filter(PLAIN::contains).isPresent();
  }

  /** Whether code looks which library runs it: it may have an answer for each. */
  private static boolean asksForBackend(Resolution.Function called) {
    String text = called.file().text(called.definition());
    return text.contains("trio") || text.contains("sniffio") || text.contains("backend");
  }

  private Optional<Found> found(SourceFile file, FunctionCode.Place place) {
    Optional<Found> found =
        place.node() instanceof With block && block.async()
            ? block.items().stream()
                .flatMap(it -> named(file, it.context(), WHEN_ENTERED).stream())
                .findFirst()
            : evaluated(file, place.node());
    return found.filter(it -> place.blocks().stream().allMatch(with -> isTransparent(file, with)));
  }

  private boolean isTransparent(SourceFile file, With block) {
    return block.items().stream()
        .allMatch(it -> named(file, it.context(), TRANSPARENT).isPresent());
  }

  private Optional<Found> evaluated(SourceFile file, Node node) {
    if (node instanceof Await await) {
      return named(file, await.value(), WHEN_AWAITED).or(() -> gathered(file, await.value()));
    }
    return node instanceof Call call ? named(file, call, WHEN_CALLED) : Optional.empty();
  }

  private Optional<Found> named(SourceFile file, Node node, Set<String> names) {
    return node instanceof Call call
        ? resolver
            .qualifiedName(file, call.function())
            .filter(names::contains)
            .map(it -> new Found(call, it, file, call))
        : Optional.empty();
  }

  /** Without anything to wait for, {@code gather} raises nothing. */
  private Optional<Found> gathered(SourceFile file, Node node) {
    return node instanceof Call call
            && call.arguments().stream().anyMatch(it -> !(it instanceof Starred))
        ? named(file, call, Set.of(GATHER))
        : Optional.empty();
  }
}
