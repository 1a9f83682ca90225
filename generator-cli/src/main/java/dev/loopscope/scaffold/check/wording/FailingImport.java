package dev.loopscope.scaffold.check.wording;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.Optional;

/** An import that makes what needs a running loop, and so fails. */
public final class FailingImport {
  private FailingImport() {}

  /** What to say of the first call of a module that needs a loop: there the import stops. */
  public static Optional<Finding> of(Rule rule, SourceFile file, SuiteModel model) {
    return model.needs(file).stream()
        .findFirst()
        .flatMap(need -> of(rule, file, need.call(), need.what(), model));
  }

  /** The suite can make it in a fixture; code under test needs it without one. */
  private static String remedy(SourceFile file, SuiteModel model) {
    return model.files().contains(file)
        ? "make it in " + AsyncFixtureWords.one(model)
        : "make it where a loop runs: in the async function that uses it, or once for each loop, in a"
            + " function that keeps it by `asyncio.get_running_loop()`";
  }

  /**
   * What to say of a call.
   *
   * @param what the qualified name of what needs the loop
   */
  public static Optional<Finding> of(
      Rule rule, SourceFile file, Call call, String what, SuiteModel model) {
    return NeededLoop.of(what, model)
        .map(
            needed ->
                Finding.of(
                        rule,
                        needed.severity(),
                        file.location(call),
                        "`"
                            + what
                            + "` needs a running loop, and during the import there is none:"
                            + " the file is not collected",
                        remedy(file, model))
                    .forVersions(needed.versions()));
  }
}
