package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hooks of a host that rule async tests, the suite's as well: they run coroutines themselves, or
 * mark each async test once more.
 */
final class HookObstacles {
  private static final Set<String> OVER_ALL_ITEMS =
      Set.of("pytest_collection_modifyitems", "pytest_itemcollected", "pytest_pycollect_makeitem");

  private static final Pattern RUNS_COROUTINES =
      Pattern.compile(
          "asyncio\\.run|run_until_complete|iscoroutine|trio\\.run|anyio\\.run|\\.run_sync");

  private static final Pattern LOOP_MARK =
      Pattern.compile("mark\\.(?:asyncio|anyio|trio)\\b|['\"](?:asyncio|anyio|trio)['\"]");

  private static final Pattern ADDS =
      Pattern.compile("add_marker|own_markers|pytestmark|usefixtures");

  private final Host host;
  private final Guest guest;

  HookObstacles(Host host, Guest guest) {
    this.host = host;
    this.guest = guest;
  }

  List<Obstacle> find() {
    List<Obstacle> found = new ArrayList<>();
    for (SuiteModel model : host.models()) {
      for (SourceFile file : model.files()) {
        if (mayHoldHooks(file, model)) {
          for (Statement statement : file.tree().module().body()) {
            if (statement instanceof FunctionDef function) {
              obstacle(file, function).ifPresent(found::add);
            }
          }
        }
      }
    }
    return found.stream().distinct().toList();
  }

  /** A conftest, or a module that is loaded as a plugin; hooks in test modules are not called. */
  private static boolean mayHoldHooks(SourceFile file, SuiteModel model) {
    boolean tests = model.collected().stream().anyMatch(it -> it.collectedIn() == file);
    return !tests
        && file.source().text().contains("def pytest_")
        && !("/" + file.path()).contains("/site-packages/");
  }

  private Optional<Obstacle> obstacle(SourceFile file, FunctionDef hook) {
    String name = hook.name().id();
    String text = file.text(hook);
    if (name.equals("pytest_pyfunc_call")
        && reaches(file)
        && RUNS_COROUTINES.matcher(text).find()) {
      return Optional.of(
          obstacle(file, hook, "runs coroutines itself", "no other runner of async tests"));
    }
    if (OVER_ALL_ITEMS.contains(name)
        && LOOP_MARK.matcher(text).find()
        && ADDS.matcher(text).find()) {
      return Optional.of(
          obstacle(file, hook, "marks async tests once more", "its own marks and no others"));
    }
    return Optional.empty();
  }

  /** Whether pytest calls a conftest's hook for items of the suite. */
  private boolean reaches(SourceFile file) {
    return !file.path().endsWith("conftest.py")
        || file.directory().isEmpty()
        || (guest.path() + "/").startsWith(file.directory() + "/");
  }

  private static Obstacle obstacle(SourceFile file, FunctionDef hook, String does, String ours) {
    return new Obstacle(
        "the hook `" + hook.name().id() + "` " + does,
        List.of(file.location(hook.name())),
        "a hook over every async test",
        ours,
        "it would rule the suite's tests as well, and take them off the loop of their fixtures",
        Set.of(Way.ISOLATED));
  }
}
