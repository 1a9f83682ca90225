package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapOrigin;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TracedSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The map of a run: a panel for each process that ran tests. */
final class MapOfRun {
  private static final List<String> PLUGINS = List.of("pytest-asyncio", "anyio", "trio", "uvloop");

  private MapOfRun() {}

  /** The map, and if no test ran, one without a panel. */
  static LoopMap of(TracedRun run) {
    Trace trace = run.trace();
    List<MapPanel> panels =
        trace.sessions().stream()
            .map(TracedSession::worker)
            .distinct()
            .map(it -> WorkerPanel.of(run, it))
            .flatMap(Optional::stream)
            .toList();
    List<String> facts =
        Stream.concat(
                Stream.of("Python " + run.version(), "pytest " + run.pytest()),
                trace.sessions().stream().findFirst().stream()
                    .flatMap(it -> PLUGINS.stream().map(name -> plugin(name, it)))
                    .flatMap(Optional::stream))
            .toList();
    return new LoopMap(title(run), MapOrigin.RUN, facts, panels);
  }

  private static Optional<String> plugin(String name, TracedSession session) {
    return Optional.ofNullable(session.plugins().get(name)).map(it -> name + " " + it);
  }

  private static String title(TracedRun run) {
    String root = run.trace().sessions().stream().findFirst().map(TracedSession::root).orElse("");
    String name = root.substring(root.lastIndexOf('/') + 1);
    return name.isEmpty() ? run.directory() : name;
  }
}
