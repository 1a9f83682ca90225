package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call that drives an event loop, or gets one, in a function's own code.
 *
 * @param file where it stands
 * @param call the call
 * @param kind what it does
 * @param conditional whether a run may leave it out
 */
public record LoopCall(SourceFile file, Call call, Kind kind, boolean conditional) {
  private static final Set<String> LOOPS =
      Set.of(
          "asyncio.get_event_loop",
          "asyncio.get_running_loop",
          "asyncio.new_event_loop",
          "asyncio.events.get_event_loop",
          "asyncio.events.new_event_loop");

  private static final Set<String> RUNS = Set.of("run_until_complete", "run_forever");

  /** What a call does. */
  public enum Kind {
    /** {@code asyncio.run(...)}. */
    RUN,
    /** {@code loop.run_until_complete(...)} of a loop that asyncio gave. */
    RUN_LOOP,
    /** {@code asyncio.get_event_loop()}. */
    GET
  }

  /** Those of a function whose failure nothing expects, and whose name nothing in it patches. */
  public static List<LoopCall> of(SourceFile file, FunctionDef function, Resolver resolver) {
    List<LoopCall> found = new ArrayList<>();
    for (FunctionCode.Place place : FunctionCode.of(file, function).calls()) {
      Call call = (Call) place.node();
      Optional<Kind> kind = kind(file, call, resolver);
      if (kind.isPresent() && !place.guarded() && !isPatched(file, call)) {
        found.add(new LoopCall(file, call, kind.orElseThrow(), place.conditional()));
      }
    }
    return found;
  }

  /** The call as it is written, without its arguments. */
  public String text() {
    return file.text(call.function());
  }

  private static Optional<Kind> kind(SourceFile file, Call call, Resolver resolver) {
    Optional<String> name = resolver.qualifiedName(file, call.function());
    if (name.filter("asyncio.run"::equals).isPresent()) {
      return Optional.of(Kind.RUN);
    }
    if (name.filter("asyncio.get_event_loop"::equals).isPresent()) {
      return Optional.of(Kind.GET);
    }
    return call.function() instanceof Attribute method
            && RUNS.contains(method.attr())
            && resolver.calledName(file, method.value()).filter(LOOPS::contains).isPresent()
        ? Optional.of(Kind.RUN_LOOP)
        : Optional.empty();
  }

  /** Whether the file names the function in a string, as patches do. */
  private static boolean isPatched(SourceFile file, Call call) {
    String name = lastName(call.function());
    return file.lastWordsOfTexts().contains(name);
  }

  private static String lastName(Expression function) {
    return function instanceof Attribute attribute
        ? attribute.attr()
        : function instanceof Name name ? name.id() : "";
  }
}
