package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.Suspension.YieldFrom;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a function does with the {@code event_loop} that it requests.
 *
 * @param runs its calls of {@code event_loop.run_until_complete}, in its own code and in its
 *     finalizer
 * @param finalizer what it registers at its end, to be run behind the test
 * @param otherwiseUsed whether the loop is used for anything else
 * @param obstacle why it cannot do the same as an async function, as a clause that goes on from its
 *     name; empty if it can
 */
public record RequestedLoop(
    List<Call> runs,
    Optional<LoopFinalizer> finalizer,
    boolean otherwiseUsed,
    Optional<String> obstacle) {
  /** The name of the fixture that gives the loop. */
  public static final String NAME = "event_loop";

  private static final int DEPTH = 3;

  /** How code that drives a loop is spelled. */
  static final List<String> DRIVING =
      List.of("run_until_complete(", "run_forever(", "asyncio.run(");

  /** Calls that see another thing where a task runs the code. */
  private static final Set<String> OF_TASKS = Set.of("all_tasks", "current_task");

  /** Methods that only the owner of a loop may call, and functions that make a loop current. */
  private static final Set<String> OF_OWNERS =
      Set.of("run_forever", "close", "stop", "set_event_loop");

  public RequestedLoop {
    runs = List.copyOf(runs);
  }

  /** Reads a function that requests the loop. */
  public static RequestedLoop of(
      SourceFile file, FunctionDef function, boolean fixture, Resolver resolver) {
    Optional<LoopFinalizer> finalizer =
        fixture ? LoopFinalizer.of(file, function) : Optional.empty();
    List<Call> runs = new ArrayList<>();
    for (FunctionCode.Place place : FunctionCode.of(file, function).calls()) {
      Call call = (Call) place.node();
      if (coroutine(call).isPresent()) {
        runs.add(call);
      }
    }
    finalizer.ifPresent(it -> runs.addAll(it.runs()));
    List<Node> all = new ArrayList<>();
    function.body().forEach(it -> Walk.preOrder(it, all::add));
    long mentions = all.stream().filter(RequestedLoop::isLoop).count();
    return new RequestedLoop(
        runs, finalizer, mentions > runs.size(), obstacle(file, function, all, runs, resolver));
  }

  /** What a call runs on the loop, if it is such a call. */
  public static Optional<Expression> coroutine(Call call) {
    boolean runs =
        call.function() instanceof Attribute method
            && method.attr().equals("run_until_complete")
            && isLoop(method.value())
            && call.arguments().size() == 1
            && call.keywords().isEmpty();
    return runs ? Optional.of(call.arguments().get(0)) : Optional.empty();
  }

  private static boolean isLoop(Node node) {
    return node instanceof Name name && name.id().equals(NAME);
  }

  private static Optional<String> obstacle(
      SourceFile file, FunctionDef function, List<Node> all, List<Call> runs, Resolver resolver) {
    for (Node node : all) {
      if (node instanceof Assign it && it.targets().stream().anyMatch(RequestedLoop::isLoop)) {
        return Optional.of("gives the name `event_loop` to something else");
      }
      if (node instanceof YieldFrom && !function.async()) {
        return Optional.of("has a `yield from`, which no async function may have");
      }
      boolean other = node instanceof Call && runs.stream().noneMatch(it -> SameNode.is(it, node));
      if (other) {
        Optional<String> why = ofCall(file, function, (Call) node, resolver);
        if (why.isPresent()) {
          return why;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofCall(
      SourceFile file, FunctionDef function, Call call, Resolver resolver) {
    String text = file.text(call.function());
    if (call.function() instanceof Attribute method
        && (method.attr().equals("run_until_complete")
            || (OF_OWNERS.contains(method.attr())
                && (isLoop(method.value()) || !method.attr().matches("close|stop"))))) {
      return Optional.of("drives a loop itself, by `" + text + "`");
    }
    if (resolver.qualifiedName(file, call.function()).filter("asyncio.run"::equals).isPresent()) {
      return Optional.of("drives a loop itself, by `asyncio.run`");
    }
    if (function.async()) {
      return Optional.empty();
    }
    String name = text.substring(text.lastIndexOf('.') + 1);
    if (OF_TASKS.contains(name)) {
      return Optional.of(
          "looks at the loop's tasks, and would be one of them as an async function");
    }
    return drives(file, call, resolver)
        ? Optional.of("calls `" + text + "`, which drives a loop itself")
        : Optional.empty();
  }

  /** Whether a synchronous function of the project that is called runs a loop. */
  static boolean drives(SourceFile file, Call call, Resolver resolver) {
    return drives(file, call, resolver, DEPTH, new HashSet<>());
  }

  private static boolean drives(
      SourceFile file, Call call, Resolver resolver, int depth, Set<String> seen) {
    Resolution resolved = resolver.resolve(file, call.function());
    if (resolved instanceof Resolution.Class type) {
      String text = type.file().text(type.definition());
      return DRIVING.stream().anyMatch(text::contains);
    }
    if (!(resolved instanceof Resolution.Function called)
        || called.definition().async()
        || !seen.add(called.file().path() + ":" + called.definition().start())) {
      return false;
    }
    String text = called.file().text(called.definition());
    if (DRIVING.stream().anyMatch(text::contains)) {
      return true;
    }
    return depth > 0
        && FunctionCode.of(called.file(), called.definition()).calls().stream()
            .anyMatch(it -> drives(called.file(), (Call) it.node(), resolver, depth - 1, seen));
  }
}
