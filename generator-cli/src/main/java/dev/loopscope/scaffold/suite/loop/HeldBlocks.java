package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.python.tree.Clause.WithItem;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.Given;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code with} blocks around a {@code yield} that are tied to the task that entered them. */
public final class HeldBlocks {
  /** How many context managers of the project are followed into one another. */
  private static final int DEPTH = 4;

  private static final Set<String> CONTEXT_MANAGERS =
      Set.of("contextlib.asynccontextmanager", "contextlib.contextmanager");

  private static final Map<String, Kind> KINDS =
      Map.of(
          "anyio.create_task_group", Kind.CANCEL_SCOPE,
          "anyio.CancelScope", Kind.CANCEL_SCOPE,
          "anyio.fail_after", Kind.CANCEL_SCOPE,
          "anyio.move_on_after", Kind.CANCEL_SCOPE,
          "asyncio.timeout", Kind.TIMEOUT,
          "asyncio.timeout_at", Kind.TIMEOUT,
          "asyncio.TaskGroup", Kind.TASK_GROUP);

  private static final Set<String> STACKS =
      Set.of("contextlib.AsyncExitStack", "contextlib.ExitStack");

  private static final List<String> ENTERED = List.of("__aenter__", "__enter__");

  private static final Set<String> ENTERING = Set.of("enter_async_context", "enter_context");

  private final Resolver resolver;

  /** A finder that follows names with {@code resolver}. */
  public HeldBlocks(Resolver resolver) {
    this.resolver = resolver;
  }

  /** What becomes of a block that is left in another task. */
  public enum Kind {
    CANCEL_SCOPE,
    TIMEOUT,
    TASK_GROUP
  }

  /**
   * A block of a function.
   *
   * @param name what is entered in the end, such as {@code anyio.create_task_group}
   * @param context the expression in the function's own {@code with} statement
   */
  public record Held(Kind kind, String name, Expression context) {}

  /** The blocks around the yields of a function. */
  public List<Held> of(SourceFile file, FunctionDef function) {
    return of(file, function, DEPTH);
  }

  private List<Held> of(SourceFile file, FunctionDef function, int depth) {
    List<Held> found = new ArrayList<>();
    for (Given.Value value : Given.of(file, function).values()) {
      if (value.place().node() instanceof Yield) {
        for (With block : value.place().blocks()) {
          for (WithItem item : block.items()) {
            held(file, item.context(), depth).ifPresent(found::add);
          }
        }
        found.addAll(enteredByStacks(file, function, value, depth));
      }
    }
    return found;
  }

  /** What an exit stack enters, unless the stack is left before the value is given. */
  private List<Held> enteredByStacks(
      SourceFile file, FunctionDef function, Given.Value value, int depth) {
    List<Held> found = new ArrayList<>();
    for (FunctionCode.Place place : FunctionCode.of(file, function).calls()) {
      Call call = (Call) place.node();
      boolean before = call.start() < value.place().node().end();
      if (before
          && call.function() instanceof Attribute method
          && ENTERING.contains(method.attr())
          && !call.arguments().isEmpty()
          && isOpen(file, method.value(), place, value)) {
        held(file, call.arguments().get(0), depth).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Whether something is a stack that the function has not left when it gives a value. */
  private boolean isOpen(
      SourceFile file, Expression stack, FunctionCode.Place place, Given.Value value) {
    boolean isStack =
        resolver.resolve(file, stack) instanceof Resolution.Entered entered
            ? isStack(entered.file(), entered.context())
            : resolver.resolve(file, stack) instanceof Resolution.Value it
                && isStack(it.file(), it.expression());
    List<With> left = new ArrayList<>(place.blocks());
    value.place().blocks().forEach(open -> left.removeIf(it -> SameNode.is(it, open)));
    String name = file.text(stack);
    return isStack
        && left.stream()
            .flatMap(block -> block.items().stream())
            .noneMatch(item -> item.target().filter(it -> file.text(it).equals(name)).isPresent());
  }

  private boolean isStack(SourceFile file, Expression made) {
    return made instanceof Call call
        && resolver.qualifiedName(file, call.function()).filter(STACKS::contains).isPresent();
  }

  private Optional<Held> held(SourceFile file, Expression context, int depth) {
    if (!(context instanceof Call call)) {
      return Optional.empty();
    }
    Optional<String> name = resolver.qualifiedName(file, call.function());
    Optional<Kind> kind = name.map(KINDS::get);
    if (kind.isPresent()) {
      return Optional.of(new Held(kind.orElseThrow(), name.orElseThrow(), context));
    }
    if (depth > 0
        && resolver.resolve(file, call.function()) instanceof Resolution.Function manager
        && isContextManager(manager)) {
      return of(manager.file(), manager.definition(), depth - 1).stream()
          .findFirst()
          .map(inner -> new Held(inner.kind(), inner.name(), context));
    }
    return resolver.resolve(file, call.function()) instanceof Resolution.Class it
        ? ofClass(it.reference(), context)
        : Optional.empty();
  }

  /** What entering an object of a class of the project enters by hand. */
  private Optional<Held> ofClass(ClassRef type, Expression context) {
    for (String name : ENTERED) {
      if (resolver.member(type, name) instanceof Resolution.Function enter) {
        for (FunctionCode.Place place : FunctionCode.of(enter.file(), enter.definition()).calls()) {
          Call call = (Call) place.node();
          if (!place.conditional()
              && call.function() instanceof Attribute method
              && ENTERED.contains(method.attr())) {
            Optional<Held> held = kept(type, enter, method.value(), context);
            if (held.isPresent()) {
              return held;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The block that an attribute holds, which is set where it is entered or made. */
  private Optional<Held> kept(
      ClassRef type, Resolution.Function enter, Expression attribute, Expression context) {
    String written = enter.file().text(attribute);
    List<Resolution> setting = new ArrayList<>(List.of(enter, resolver.member(type, "__init__")));
    List<Held> found = new ArrayList<>();
    for (Resolution one : setting) {
      if (one instanceof Resolution.Function it) {
        for (FunctionCode.Place place : FunctionCode.of(it.file(), it.definition()).places()) {
          if (place.node() instanceof Assign assign
              && assign.targets().stream().anyMatch(to -> it.file().text(to).equals(written))) {
            held(it.file(), assign.value(), 0)
                .ifPresent(held -> found.add(new Held(held.kind(), held.name(), context)));
          }
        }
      }
    }
    return found.stream().findFirst();
  }

  private boolean isContextManager(Resolution.Function manager) {
    List<Expression> decorators = manager.definition().decorators();
    return decorators.size() == 1
        && resolver
            .qualifiedName(manager.file(), decorators.get(0))
            .filter(CONTEXT_MANAGERS::contains)
            .isPresent();
  }
}
