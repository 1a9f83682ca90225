package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.source.StatementDeletion;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Awaits what code runs on an event loop by hand. */
public final class AwaitedRun {
  /** What an async function cannot do with the loop that runs it. */
  private static final List<String> OTHER_USES =
      List.of("set_event_loop", "new_event_loop", "run_forever", "loop.close(", "loop.stop(");

  private static final Set<String> LOOPS =
      Set.of("asyncio.get_event_loop", "asyncio.get_running_loop");

  private static final String RUN_LOOP = "run_until_complete";

  private AwaitedRun() {}

  /**
   * The edits of all calls of a function that run something until it is done; absent if it does
   * more with a loop, if an inner function runs something, or an argument says how.
   */
  public static Optional<List<Edit>> all(SourceFile file, FunctionDef function, Resolver resolver) {
    String text = file.text(function);
    if (OTHER_USES.stream().anyMatch(text::contains)) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    List<Call> runs = new ArrayList<>();
    for (FunctionCode.Place place : FunctionCode.of(file, function).calls()) {
      Call call = (Call) place.node();
      if (isRun(file, call, resolver)) {
        Optional<Edit> edit = edit(file, function, call);
        if (edit.isEmpty()) {
          return Optional.empty();
        }
        edits.add(edit.orElseThrow());
        runs.add(call);
      }
    }
    if (edits.size() != mentions(text)) {
      return Optional.empty();
    }
    edits.addAll(loopsWithoutUse(file, function, runs, resolver));
    return Optional.of(edits);
  }

  /**
   * The edits of one call in an async function, which leave no local name for the loop that nothing
   * uses; absent if it takes more than what it runs.
   */
  public static Optional<List<Edit>> one(
      SourceFile file, FunctionDef function, Call call, Resolver resolver) {
    return edit(file, function, call)
        .map(
            it -> {
              List<Edit> edits = new ArrayList<>(List.of(it));
              edits.addAll(loopsWithoutUse(file, function, List.of(call), resolver));
              return edits;
            });
  }

  /** What gives a loop to a name that only these calls use. */
  private static List<Edit> loopsWithoutUse(
      SourceFile file, FunctionDef function, List<Call> awaited, Resolver resolver) {
    List<Edit> edits = new ArrayList<>();
    for (FunctionCode.Place place : FunctionCode.of(file, function).places()) {
      if (place.node() instanceof Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Name name
          && assign.value() instanceof Call call
          && resolver.qualifiedName(file, call.function()).filter(LOOPS::contains).isPresent()
          && mentions(function, name.id()) == 1 + usedBy(awaited, name.id())) {
        edits.add(StatementDeletion.within(file, assign));
      }
    }
    return edits;
  }

  private static long usedBy(List<Call> awaited, String loop) {
    return awaited.stream()
        .filter(
            it ->
                it.function() instanceof Attribute method
                    && method.value() instanceof Name name
                    && name.id().equals(loop))
        .count();
  }

  private static long mentions(FunctionDef function, String name) {
    List<Name> names = new ArrayList<>();
    Walk.preOrder(
        function,
        node -> {
          if (node instanceof Name it && it.id().equals(name)) {
            names.add(it);
          }
        });
    return names.size();
  }

  /** The edit of one call in an async function; absent if it takes more than what it runs. */
  private static Optional<Edit> edit(SourceFile file, FunctionDef function, Call call) {
    boolean plain =
        call.arguments().size() == 1
            && call.keywords().isEmpty()
            && !(call.arguments().get(0) instanceof Starred);
    return plain
        ? Optional.of(edit(file, function, call, call.arguments().get(0)))
        : Optional.empty();
  }

  /** The edit that awaits {@code what} in place of a call, in brackets where it needs them. */
  public static Edit edit(SourceFile file, FunctionDef function, Call call, Expression what) {
    boolean bare =
        FunctionCode.of(file, function).places().stream().anyMatch(it -> isAlone(it.node(), call));
    String operand = file.text(what);
    String text = "await " + (what instanceof Primary ? operand : "(" + operand + ")");
    return new Edit(file.path(), call.start(), call.end(), bare ? text : "(" + text + ")");
  }

  private static boolean isAlone(Node node, Call call) {
    Optional<Expression> value = Optional.empty();
    if (node instanceof ExpressionStatement it) {
      value = Optional.of(it.value());
    } else if (node instanceof Assign it) {
      value = Optional.of(it.value());
    } else if (node instanceof Return it) {
      value = it.value();
    }
    return value.filter(it -> SameNode.is(it, call)).isPresent();
  }

  private static boolean isRun(SourceFile file, Call call, Resolver resolver) {
    return (call.function() instanceof Attribute method && method.attr().equals(RUN_LOOP))
        || resolver.qualifiedName(file, call.function()).filter("asyncio.run"::equals).isPresent();
  }

  private static int mentions(String text) {
    return count(text, RUN_LOOP + "(") + count(text, "asyncio.run(");
  }

  private static int count(String text, String word) {
    return text.split(Pattern.quote(word), -1).length - 1;
  }
}
