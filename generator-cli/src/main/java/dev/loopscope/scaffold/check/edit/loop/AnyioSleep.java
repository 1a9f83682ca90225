package dev.loopscope.scaffold.check.edit.loop;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.source.ImportAddition;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import dev.loopscope.scaffold.suite.resource.value.AsyncioNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sleeps with anyio, on every backend, in place of asyncio. */
public final class AnyioSleep {
  private AnyioSleep() {}

  /** The fix of a call that stands in the function itself, and says how long alone. */
  public static Optional<Fix> of(SourceFile file, AsyncioNeed found, Resolver resolver) {
    if (!(found.expression() instanceof Call call)
        || !resolver
            .qualifiedName(file, call.function())
            .filter("asyncio.sleep"::equals)
            .isPresent()
        || call.arguments().size() != 1
        || !call.keywords().isEmpty()) {
      return Optional.empty();
    }
    Expression name = call.function();
    return ImportAddition.of(file, "anyio")
        .map(
            imports -> {
              List<Edit> edits = new ArrayList<>(imports);
              edits.add(new Edit(file.path(), name.start(), name.end(), "anyio.sleep"));
              return new Fix(Safety.UNSAFE, "write `anyio.sleep`", edits);
            });
  }
}
