package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;

/** Calls of {@code request.getfixturevalue}. */
final class GetFixtureValue {
  private GetFixtureValue() {}

  /** The name of the fixture that a call requests; unknown for every other call. */
  static Reading<String> name(SourceFile file, Call call, Resolver resolver) {
    boolean requests =
        call.function() instanceof Attribute method
            && method.attr().equals("getfixturevalue")
            && method.value() instanceof Name name
            && name.id().equals("request");
    if (!requests) {
      return Reading.unknown("`" + file.text(call.function()) + "` requests no fixture");
    }
    if (call.arguments().size() == 1 && call.keywords().isEmpty()) {
      return resolver.string(file, call.arguments().get(0));
    }
    if (call.arguments().isEmpty() && call.keywords().size() == 1) {
      Expression only = call.keywords().get(0).value();
      return resolver.string(file, only);
    }
    return Reading.unknown("`" + file.text(call) + "` is not read");
  }
}
