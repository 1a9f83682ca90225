package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Suspension.YieldFrom;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a synchronous function does with loops that it makes, or gets, and runs by hand.
 *
 * @param runs its calls that run one thing until it is done
 * @param handling its statements that are of no use without a loop of its own: they make it, make
 *     it current, or close it
 * @param obstacle why it cannot do the same as an async function, as a clause that goes on from its
 *     name; empty if it can
 */
public record OwnLoop(List<Call> runs, List<Statement> handling, Optional<String> obstacle) {
  private static final Set<String> LOOPS =
      Set.of("asyncio.new_event_loop", "asyncio.get_event_loop");
  private static final Set<String> OF_THE_END =
      Set.of("shutdown_asyncgens", "shutdown_default_executor");

  public OwnLoop {
    runs = List.copyOf(runs);
    handling = List.copyOf(handling);
  }

  /** Reads a function. */
  public static OwnLoop of(SourceFile file, FunctionDef function, Resolver resolver) {
    return new Reader(file, function, resolver).read();
  }

  /** Whether it runs anything on such a loop. */
  public boolean isThere() {
    return !runs.isEmpty();
  }

  private static final class Reader {
    private final SourceFile file;
    private final FunctionDef function;
    private final Resolver resolver;
    private final List<Call> runs = new ArrayList<>();
    private final List<Statement> handling = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Reader(SourceFile file, FunctionDef function, Resolver resolver) {
      this.file = file;
      this.function = function;
      this.resolver = resolver;
    }

    OwnLoop read() {
      List<Node> own = FunctionCode.of(file, function).nodes();
      for (Node node : own) {
        if (node instanceof Assign assign
            && assign.targets().size() == 1
            && assign.targets().get(0) instanceof Name name
            && isLoop(assign.value())) {
          names.add(name.id());
          handling.add(assign);
        }
      }
      for (Node node : own) {
        if (node instanceof ExpressionStatement statement
            && statement.value() instanceof Call call
            && isHandling(call)) {
          handling.add(statement);
        } else if (node instanceof Call call && isRun(call) && !isHandled(call)) {
          runs.add(call);
        }
      }
      return new OwnLoop(runs, handling, obstacle());
    }

    /** A call that gives a loop nobody runs yet. */
    private boolean isLoop(Expression value) {
      if (!(value instanceof Call call) || !call.arguments().isEmpty()) {
        return false;
      }
      boolean ofPolicy =
          call.function() instanceof Attribute method
              && method.attr().matches("(new|get)_event_loop")
              && resolver
                  .calledName(file, method.value())
                  .filter("asyncio.get_event_loop_policy"::equals)
                  .isPresent();
      return ofPolicy
          || resolver.qualifiedName(file, call.function()).filter(LOOPS::contains).isPresent();
    }

    private boolean isOwn(Expression loop) {
      return (loop instanceof Name name && names.contains(name.id())) || isLoop(loop);
    }

    private boolean isHandling(Call call) {
      boolean current =
          resolver
              .qualifiedName(file, call.function())
              .filter("asyncio.set_event_loop"::equals)
              .isPresent();
      if (current || !(call.function() instanceof Attribute method) || !isOwn(method.value())) {
        return current;
      }
      return (method.attr().equals("close") && call.arguments().isEmpty())
          || (method.attr().equals("run_until_complete")
              && call.arguments().size() == 1
              && call.arguments().get(0) instanceof Call inner
              && inner.function() instanceof Attribute end
              && OF_THE_END.contains(end.attr())
              && isOwn(end.value()));
    }

    private boolean isRun(Call call) {
      boolean one =
          call.arguments().size() == 1
              && call.keywords().isEmpty()
              && !(call.arguments().get(0) instanceof Starred);
      boolean ofLoop =
          call.function() instanceof Attribute method
              && method.attr().equals("run_until_complete")
              && isOwn(method.value());
      return one
          && (ofLoop
              || resolver
                  .qualifiedName(file, call.function())
                  .filter("asyncio.run"::equals)
                  .isPresent());
    }

    private boolean isHandled(Node call) {
      return handling.stream().anyMatch(it -> it.start() <= call.start() && call.end() <= it.end());
    }

    private Optional<String> obstacle() {
      List<Node> all = new ArrayList<>();
      function.body().forEach(it -> Walk.preOrder(it, all::add));
      for (Node node : all) {
        if (node instanceof YieldFrom) {
          return Optional.of("has a `yield from`, which no async function may have");
        }
        if (node instanceof Name name && names.contains(name.id()) && !isExplained(name)) {
          return Optional.of("uses its loop for more than to run things on it");
        }
        if (node instanceof Call call && !isHandled(call) && !isOfRuns(call)) {
          Optional<String> why = ofCall(call);
          if (why.isPresent()) {
            return why;
          }
        }
        if ((node instanceof FunctionDef inner && drives(file.text(inner)))
            || (node instanceof Lambda && drives(file.text(node)))) {
          return Optional.of("runs a loop in a function inside of it");
        }
      }
      return Optional.empty();
    }

    private boolean isExplained(Name name) {
      return isHandled(name)
          || runs.stream()
              .anyMatch(
                  it ->
                      it.function() instanceof Attribute method
                          && SameNode.is(method.value(), name));
    }

    private boolean isOfRuns(Call call) {
      return runs.stream()
          .anyMatch(
              it ->
                  SameNode.is(it, call)
                      || (it.function() instanceof Attribute method
                          && SameNode.is(method.value(), call)));
    }

    private Optional<String> ofCall(Call call) {
      String text = file.text(call.function());
      boolean drives =
          drives(text + "(") || isLoop(call) || RequestedLoop.drives(file, call, resolver);
      return drives
          ? Optional.of("calls `" + text + "`, which drives a loop itself")
          : Optional.empty();
    }

    private static boolean drives(String text) {
      return RequestedLoop.DRIVING.stream().anyMatch(text::contains);
    }
  }
}
