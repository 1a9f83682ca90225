package dev.loopscope.scaffold.suite.resource.flow;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.resource.Opening;
import dev.loopscope.scaffold.suite.resource.value.Content;
import dev.loopscope.scaffold.suite.resource.value.LaterCall;
import dev.loopscope.scaffold.suite.resource.value.Part;
import dev.loopscope.scaffold.suite.resource.value.Summary;
import java.util.Optional;

/** Follows methods of what a function is given, once a caller says which objects these are. */
final class LaterCalls {
  /** Objects in objects whose methods call each other. What lies deeper is not followed. */
  private static final int DEPTH = 3;

  private final Frame frame;
  private final FollowedCalls calls;
  private final AsyncioCalls asyncio;
  private int depth;

  LaterCalls(Frame frame, FollowedCalls calls, AsyncioCalls asyncio) {
    this.frame = frame;
    this.calls = calls;
    this.asyncio = asyncio;
  }

  /** Notes a call if it is one of a method of what a parameter holds, and of nothing else. */
  void note(Call call, Content callee, Opening.Manner manner) {
    if (callee.parts().size() == 1
        && callee.parts().iterator().next() instanceof Part.Parameter place
        && call.function() instanceof Attribute method
        && place.path().size() > 0
        && place.path().get(place.path().size() - 1).equals(method.attr())) {
      frame.later(new LaterCall(place, manner, asyncio.isSure(call)));
    }
  }

  /**
   * Does what the methods do that a function calls of what it is given.
   *
   * @param written what calls the function
   * @param runs whether every run of that runs the function
   */
  void resolve(Expression written, Summary summary, Arguments arguments, boolean runs) {
    if (depth == DEPTH || summary.later().isEmpty()) {
      return;
    }
    depth++;
    for (LaterCall later : summary.later()) {
      boolean sure = runs && later.certain();
      Content method = calls.at(arguments.value(later.method().name()), later.method().path());
      Optional<Content> callable = calls.callable(method);
      if (callable.isPresent()) {
        Part.Code code = (Part.Code) callable.orElseThrow().parts().iterator().next();
        call(written, code, callable.orElseThrow(), later.manner(), sure);
      } else if (method.parts().size() == 1
          && method.parts().iterator().next() instanceof Part.Parameter place
          && !place.path().isEmpty()) {
        frame.later(new LaterCall(place, later.manner(), sure && asyncio.isSure(written)));
      }
    }
    depth--;
  }

  private void call(
      Expression written, Part.Code code, Content method, Opening.Manner manner, boolean sure) {
    Summary summary = calls.summary(code, method);
    if (sure) {
      asyncio.pass(written, code, summary, manner);
    }
    boolean conditional = frame.conditional;
    frame.conditional |= !sure;
    Arguments arguments = Arguments.of(code.function(), method);
    calls.applied(summary, arguments);
    resolve(written, summary, arguments, sure && asyncio.runs(code, manner));
    frame.conditional = conditional;
  }
}
