package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.check.edit.Conversion;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.source.ImportAddition;
import dev.loopscope.scaffold.check.edit.source.ParameterRemoval;
import dev.loopscope.scaffold.check.evidence.LoopFinalizer;
import dev.loopscope.scaffold.check.evidence.RequestedLoop;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.ParameterKind;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a function do on the loop that runs it what it did with the {@code event_loop} that it
 * requests: it awaits what it ran there, and asks for the running loop where it used the loop
 * itself. A function that was not async is one then.
 */
public final class AwaitInstead {
  private static final String UNWRITABLE =
      "is written in a way that no edit of a line or two makes async";

  private final SourceFile file;
  private final FunctionDef function;
  private final RequestedLoop loop;
  private final boolean fixture;
  private final Resolver resolver;
  private final List<Edit> edits = new ArrayList<>();
  private boolean tasks;

  private AwaitInstead(
      SourceFile file,
      FunctionDef function,
      RequestedLoop loop,
      boolean fixture,
      Resolver resolver) {
    this.file = file;
    this.fixture = fixture;
    this.resolver = resolver;
    this.function = function;
    this.loop = loop;
  }

  /**
   * The edits of a function, its decorators left out.
   *
   * @param fixture whether it may have a teardown
   */
  public static Conversion of(
      SourceFile file, FunctionDef function, boolean fixture, Resolver resolver) {
    RequestedLoop loop = RequestedLoop.of(file, function, fixture, resolver);
    if (loop.obstacle().isPresent()) {
      return new Conversion.Refused(loop.obstacle().orElseThrow());
    }
    return new AwaitInstead(file, function, loop, fixture, resolver)
        .edits()
        .<Conversion>map(Conversion.Made::new)
        .orElseGet(() -> new Conversion.Refused(UNWRITABLE));
  }

  private Optional<List<Edit>> edits() {
    Optional<Edit> removal =
        function.parameters().stream()
            .filter(it -> it.name().equals(RequestedLoop.NAME))
            .filter(it -> it.kind() == ParameterKind.POSITIONAL_OR_KEYWORD)
            .findFirst()
            .flatMap((Parameter it) -> ParameterRemoval.edit(file, function, it));
    if (removal.isEmpty()) {
      return Optional.empty();
    }
    edits.add(removal.orElseThrow());
    if (!function.async()) {
      edits.add(new Edit(file.path(), function.start(), function.start(), "async "));
    }
    awaitAll();
    boolean whole = loop.finalizer().isEmpty() || yieldInstead(loop.finalizer().orElseThrow());
    Optional<List<Edit>> imports = ImportAddition.of(file, "asyncio");
    if (tasks && imports.isEmpty()) {
      return Optional.empty();
    }
    if (tasks) {
      edits.addAll(0, imports.orElseThrow());
    }
    return whole && (!loop.otherwiseUsed() || askForTheLoop())
        ? Optional.of(edits)
        : Optional.empty();
  }

  private void awaitAll() {
    List<Expression> alone = new ArrayList<>();
    List<FunctionDef> functions = new ArrayList<>(List.of(function));
    loop.finalizer().flatMap(LoopFinalizer::inner).ifPresent(functions::add);
    for (FunctionDef one : functions) {
      for (FunctionCode.Place place : FunctionCode.of(file, one).places()) {
        if (place.node() instanceof ExpressionStatement it) {
          alone.add(it.value());
        } else if (place.node() instanceof Assign it) {
          alone.add(it.value());
        } else if (place.node() instanceof Return it) {
          it.value().ifPresent(alone::add);
        }
      }
    }
    for (Call call : loop.runs()) {
      boolean inLambda =
          loop.finalizer().filter(it -> it.inner().isEmpty()).stream()
              .anyMatch(it -> it.runs().contains(call));
      if (!inLambda) {
        boolean bare = alone.stream().anyMatch(it -> SameNode.is(it, call));
        Expression what = RequestedLoop.coroutine(call).orElseThrow();
        String text = "await " + (needsTask(call, what) ? task(what) : operand(what));
        edits.add(new Edit(file.path(), call.start(), call.end(), bare ? text : "(" + text + ")"));
      }
    }
  }

  /**
   * A loop that runs something to its end also runs what that left to be called soon; what is
   * awaited does not, if it never waits. A test may look at it then, behind a fixture nobody does.
   */
  private boolean needsTask(Call call, Expression what) {
    Statement last = function.body().get(function.body().size() - 1);
    boolean waits =
        what instanceof Call awaited
            && resolver
                .qualifiedName(file, awaited.function())
                .filter(it -> it.startsWith("asyncio."))
                .isPresent();
    return !fixture && call.start() < last.start() && !waits;
  }

  private String task(Expression what) {
    tasks = true;
    return "asyncio.ensure_future(" + file.text(what) + ")";
  }

  /** What may stand behind {@code await} as it is. */
  private String operand(Expression what) {
    String text = file.text(what);
    return what instanceof Primary && !(what instanceof Primary.Starred) ? text : "(" + text + ")";
  }

  private boolean yieldInstead(LoopFinalizer finalizer) {
    int start = finalizer.registration().start();
    int end = finalizer.registration().end();
    String text = file.source().text();
    String value = "";
    if (finalizer.returned().isPresent()) {
      Return returned = finalizer.returned().orElseThrow();
      if (!text.substring(end, returned.start()).isBlank()) {
        return false;
      }
      end = returned.end();
      value = returned.value().map(it -> " " + file.text(it)).orElse("");
    }
    Optional<String> indent = indent(start);
    if (indent.isEmpty()) {
      return false;
    }
    String behind = "\n" + indent.orElseThrow() + "await " + finalizer.awaited();
    edits.add(new Edit(file.path(), start, end, "yield" + value + behind));
    finalizer
        .inner()
        .ifPresent(it -> edits.add(new Edit(file.path(), it.start(), it.start(), "async ")));
    return true;
  }

  private Optional<String> indent(int start) {
    int lineStart = file.source().lineStart(file.source().lineAt(start));
    String indent = file.source().text().substring(lineStart, start);
    return indent.isBlank() && !indent.isEmpty() ? Optional.of(indent) : Optional.empty();
  }

  /** The loop has its old name, from the first statement on. */
  private boolean askForTheLoop() {
    Optional<List<Edit>> statement = RunningLoopInstead.binding(file, function, RequestedLoop.NAME);
    if (statement.isEmpty()) {
      return false;
    }
    for (Edit edit : statement.orElseThrow()) {
      if (edits.contains(edit)) {
        continue;
      }
      Optional<Edit> same = edits.stream().filter(it -> it.start() == edit.start()).findFirst();
      same.ifPresent(edits::remove);
      edits.add(
          same.map(
                  it ->
                      new Edit(
                          it.path(), it.start(), it.end(), edit.replacement() + it.replacement()))
              .orElse(edit));
    }
    return true;
  }
}
