package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an {@code event_loop} override does beside making, setting, yielding and closing a loop.
 *
 * @param changesTheLoop what it does to the loop that tests were meant to run on, such as another
 *     kind of loop or a debug mode; each a clause that goes on from "it"
 * @param cleansUp what it does when the loop ends; newer plugin versions do the first two
 *     themselves
 * @param other code that could not be told from either, as it is written
 */
public record EventLoopBody(
    List<String> changesTheLoop, List<String> cleansUp, List<String> other) {
  private static final Set<String> PLAIN =
      Set.of(
          "new_event_loop",
          "get_event_loop",
          "get_running_loop",
          "get_event_loop_policy",
          "set_event_loop",
          "run_until_complete",
          "close",
          "_close",
          "stop",
          "is_closed",
          "is_running");

  private static final Map<String, String> LOOP_CHANGES =
      Map.of(
          "set_event_loop_policy", "sets an event loop policy",
          "install", "installs another event loop policy",
          "set_debug", "sets the loop's debug mode",
          "set_exception_handler", "sets an exception handler",
          "set_task_factory", "sets a task factory",
          "set_default_executor", "sets an executor");

  private static final Map<String, String> CLEANING =
      Map.of(
          "cancel", "cancels the tasks that are left",
          "shutdown_asyncgens", "closes the async generators that are left",
          "shutdown_default_executor", "shuts the default executor down");

  /** What no version of the plugin does: it cancels. */
  private static final Map<String, String> WAITING =
      Map.of(
          "all_tasks", "looks at the tasks that are left",
          "gather", "waits for the tasks that are left",
          "wait", "waits for the tasks that are left",
          "run_forever", "runs the loop until it has nothing to do");

  public EventLoopBody {
    changesTheLoop = List.copyOf(changesTheLoop);
    cleansUp = List.copyOf(cleansUp);
    other = List.copyOf(other);
  }

  /** Reads the body of an override. */
  public static EventLoopBody of(Fixture override, Resolver resolver) {
    Lists found =
        new Lists(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (override.params().isPresent()) {
      found.changes.add("runs each test once for each of its params");
    }
    for (Parameter parameter : override.function().parameters()) {
      if (!Set.of("request", "self", "cls").contains(parameter.name())) {
        found.changes.add("depends on `" + parameter.name() + "`");
      }
    }
    for (Statement statement : override.function().body()) {
      Walk.preOrder(statement, node -> read(node, override, resolver, found));
    }
    return found.toBody();
  }

  /** What of it is lost with versions that cancel what is left on a loop, and close it. */
  public EventLoopBody wherePluginCancels() {
    return new EventLoopBody(
        changesTheLoop,
        cleansUp.stream().filter(it -> !CLEANING.containsValue(it)).toList(),
        other);
  }

  /** Whether nothing is lost when it goes. */
  public boolean isPlain() {
    return changesTheLoop.isEmpty() && cleansUp.isEmpty() && other.isEmpty();
  }

  /** Whether tests may run otherwise without it: a debug mode only watches them. */
  public boolean changesTheRun() {
    return changesTheLoop.stream().anyMatch(it -> !it.equals(LOOP_CHANGES.get("set_debug")));
  }

  /** Everything that would be lost, as clauses joined by commas. */
  public String lost() {
    List<String> all = new ArrayList<>(changesTheLoop);
    all.addAll(cleansUp);
    other.forEach(code -> all.add("runs `" + code + "`"));
    return String.join(", ", all);
  }

  private static void read(Node node, Fixture override, Resolver resolver, Lists found) {
    if (node instanceof Assign assign
        && assign.targets().stream()
            .anyMatch(it -> it instanceof Attribute target && !isClosing(target.attr()))) {
      found.changes.add("sets `" + override.file().text(assign.targets().get(0)) + "`");
    }
    if (node instanceof Call call) {
      readCall(call, override, resolver, found);
    }
  }

  /** A {@code close} that does nothing kept plugins from closing a loop that others run on. */
  private static boolean isClosing(String attribute) {
    return attribute.equals("close") || attribute.equals("_close");
  }

  private static void readCall(Call call, Fixture override, Resolver resolver, Lists found) {
    Optional<String> qualified = resolver.qualifiedName(override.file(), call.function());
    String name = lastName(call.function(), qualified);
    boolean loopClass = name.endsWith("EventLoop") || name.endsWith("EventLoopPolicy");
    boolean foreign = qualified.isPresent() && !qualified.get().startsWith("asyncio.");
    if (loopClass || (name.equals("new_event_loop") && foreign)) {
      found.changes.add("makes another kind of loop, `" + override.file().text(call) + "`");
    } else if (LOOP_CHANGES.containsKey(name)) {
      found.changes.add(LOOP_CHANGES.get(name));
    } else if (CLEANING.containsKey(name)) {
      found.cleaning.add(CLEANING.get(name));
    } else if (WAITING.containsKey(name)) {
      found.waiting.add(WAITING.get(name));
    } else if (!PLAIN.contains(name)) {
      found.other.add(override.file().text(call).lines().findFirst().orElse(name));
    }
  }

  private static String lastName(Expression function, Optional<String> qualified) {
    if (qualified.isPresent()) {
      return qualified.get().substring(qualified.get().lastIndexOf('.') + 1);
    }
    return function instanceof Attribute attribute ? attribute.attr() : "";
  }

  private record Lists(
      List<String> changes, List<String> cleaning, List<String> waiting, List<String> other) {
    EventLoopBody toBody() {
      // Who cancels tasks looks at them first, and waits until they are gone.
      if (!cleaning.contains(CLEANING.get("cancel"))) {
        cleaning.addAll(waiting);
      }
      return new EventLoopBody(
          changes.stream().distinct().toList(),
          cleaning.stream().distinct().toList(),
          other.stream().distinct().toList());
    }
  }
}
