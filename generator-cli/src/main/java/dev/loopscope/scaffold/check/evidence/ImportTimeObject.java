package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a module or a class body binds to a name while it is imported, if that has to do with loops.
 *
 * @param file where it stands
 * @param name what it is bound to
 * @param call what makes it
 * @param made the qualified name of what is called
 * @param kind how it is tied to a loop
 * @param owner the class in whose body it stands; empty for the module
 */
public record ImportTimeObject(
    SourceFile file, String name, Call call, String made, Kind kind, Optional<ClassDef> owner) {
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("aiohttp.ClientSession", Kind.NEEDS_RUNNING_LOOP),
          Map.entry("aiohttp.TCPConnector", Kind.NEEDS_RUNNING_LOOP),
          Map.entry("asyncio.create_task", Kind.NEEDS_RUNNING_LOOP),
          Map.entry("asyncio.get_running_loop", Kind.NEEDS_RUNNING_LOOP),
          Map.entry("asyncio.get_event_loop", Kind.LOOP),
          Map.entry("asyncio.new_event_loop", Kind.LOOP),
          Map.entry("asyncio.Future", Kind.FUTURE),
          Map.entry("asyncio.ensure_future", Kind.FUTURE),
          Map.entry("asyncio.Queue", Kind.BINDS_WHEN_IT_WAITS),
          Map.entry("asyncio.LifoQueue", Kind.BINDS_WHEN_IT_WAITS),
          Map.entry("asyncio.PriorityQueue", Kind.BINDS_WHEN_IT_WAITS),
          Map.entry("asyncio.Event", Kind.BINDS_WHEN_IT_WAITS),
          Map.entry("asyncio.Condition", Kind.BINDS_WHEN_IT_WAITS),
          Map.entry("asyncio.Lock", Kind.BINDS_WHEN_IT_WAITS),
          Map.entry("asyncio.Semaphore", Kind.BINDS_WHEN_IT_WAITS),
          Map.entry("asyncio.BoundedSemaphore", Kind.BINDS_WHEN_IT_WAITS),
          Map.entry("asyncio.Barrier", Kind.BINDS_WHEN_IT_WAITS));

  /** How an object is tied to a loop. */
  public enum Kind {
    NEEDS_RUNNING_LOOP,
    LOOP,
    FUTURE,
    BINDS_WHEN_IT_WAITS
  }

  /** Those of a module's top level. */
  public static List<ImportTimeObject> ofModule(SourceFile file, SuiteModel model) {
    return of(file, file.tree().module().body(), Optional.empty(), model);
  }

  /** Those of a class body. */
  public static List<ImportTimeObject> ofClass(SourceFile file, ClassDef owner, SuiteModel model) {
    return of(file, owner.body(), Optional.of(owner), model);
  }

  private static List<ImportTimeObject> of(
      SourceFile file, List<Statement> body, Optional<ClassDef> owner, SuiteModel model) {
    List<ImportTimeObject> found = new ArrayList<>();
    for (Statement statement : body) {
      Optional<Name> target = target(statement);
      Optional<Call> call = value(statement);
      if (target.isPresent() && call.isPresent()) {
        Call made = call.orElseThrow();
        model
            .resolver()
            .qualifiedName(file, made.function())
            .filter(KINDS::containsKey)
            .filter(it -> !hasLoop(made))
            .ifPresent(
                it ->
                    found.add(
                        new ImportTimeObject(
                            file, target.orElseThrow().id(), made, it, kind(it), owner)));
      }
    }
    return found;
  }

  private static Kind kind(String made) {
    return KINDS.getOrDefault(made, Kind.BINDS_WHEN_IT_WAITS);
  }

  private static boolean hasLoop(Call call) {
    return call.keywords().stream()
        .anyMatch(it -> it.name().filter(name -> !name.equals("loop")).isEmpty());
  }

  private static Optional<Name> target(Statement statement) {
    if (statement instanceof Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Name name) {
      return Optional.of(name);
    }
    return statement instanceof AnnAssign assign && assign.target() instanceof Name name
        ? Optional.of(name)
        : Optional.empty();
  }

  private static Optional<Call> value(Statement statement) {
    Optional<Expression> value =
        statement instanceof Assign assign
            ? Optional.of(assign.value())
            : statement instanceof AnnAssign assign ? assign.value() : Optional.empty();
    return value.filter(Call.class::isInstance).map(Call.class::cast);
  }
}
