package dev.loopscope.scaffold.trace;

import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads the lines that the plugin wrote, of one process behind the other. */
public final class TraceReader {
  private final List<TracedSession> sessions = new ArrayList<>();
  private final Map<Numbered, Line> loops = new TreeMap<>();
  private final Map<Numbered, Line> ends = new HashMap<>();
  private final Map<Numbered, List<String>> cancelled = new HashMap<>();
  private final Map<Numbered, Line> fixtures = new TreeMap<>();
  private final Map<Numbered, Line> teardowns = new HashMap<>();
  private final List<TracedTest> tests = new ArrayList<>();
  private final List<Crossing> crossings = new ArrayList<>();
  private final List<Lie> lies = new ArrayList<>();
  private final List<LeftRunning> leftRunning = new ArrayList<>();
  private final List<ModuleObject> moduleObjects = new ArrayList<>();
  private final Map<String, String> files = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private String worker = "";
  private int ended;

  private TraceReader() {}

  /** Reads them. A line that is cut off, by the end of its process, is passed over. */
  public static Trace read(List<String> lines) {
    TraceReader reader = new TraceReader();
    for (String line : lines) {
      try {
        Object read = JsonReader.read(line);
        for (Object object : read instanceof List<?> list ? list : List.of(read)) {
          if (object instanceof Map<?, ?> members) {
            reader.take(members);
          }
        }
      } catch (JsonException e) {
        reader.ended--;
      }
    }
    return reader.trace();
  }

  private void take(Map<?, ?> members) {
    Line line = new Line(worker, members);
    switch (line.text("kind")) {
      case "session" -> begin(line);
      case "loop" -> loops.put(line.numbered("id"), line);
      case "closed" -> ends.put(line.numbered("id"), line);
      case "cancelled" -> cancelled.put(line.numbered("id"), line.texts("tasks"));
      case "fixture" -> fixtures.put(line.numbered("id"), line);
      case "torn-down" -> teardowns.put(line.numbered("fixture"), line);
      case "test" -> tests.add(test(line));
      case "crossing" -> crossings.add(crossing(line));
      case "lie" ->
          lies.add(
              new Lie(
                  line.text("what"),
                  line.text("test"),
                  line.text("fixture"),
                  line.text("says"),
                  line.text("is"),
                  line.place()));
      case "left-running" ->
          leftRunning.add(new LeftRunning(line.numbered("loop"), line.text("test")));
      case "module-object" ->
          moduleObjects.add(
              new ModuleObject(
                  line.text("path"), line.text("name"), held(line), line.text("test")));
      case "files" ->
          line.map("files")
              .forEach((path, digest) -> files.put(path.toString(), digest.toString()));
      case "failure" -> failures.add(line.text("text"));
      case "end" -> ended++;
      default -> {}
    }
  }

  private void begin(Line line) {
    worker = line.text("worker");
    Map<String, String> plugins = new TreeMap<>();
    line.map("plugins")
        .forEach((name, version) -> plugins.put(name.toString(), version.toString()));
    sessions.add(
        new TracedSession(
            worker, line.text("root"), line.text("python"), line.text("pytest"), plugins));
  }

  private static Held held(Line line) {
    return new Held(line.numbered("loop"), line.text("object"), line.text("reached"));
  }

  private static TracedTest test(Line line) {
    return new TracedTest(
        line.worker(),
        line.text("id"),
        line.place(),
        line.flag("async"),
        line.text("declared"),
        line.numbers("on"),
        line.text("outcome"),
        line.numbers("fixtures"),
        line.text("said"),
        line.number("at"));
  }

  private static Crossing crossing(Line line) {
    return new Crossing(
        line.text("what"),
        line.worker(),
        line.text("test"),
        line.numbers("on"),
        line.reference("loop"),
        line.text("evidence"),
        line.text("when"),
        line.reference("fixture"),
        line.text("module"),
        line.text("name"),
        line.text("object"),
        line.text("reached"),
        line.text("message"),
        line.place());
  }

  private TracedLoop loop(Numbered id, Line line) {
    Line end = ends.get(id);
    return new TracedLoop(
        id,
        line.text("backend"),
        line.text("type"),
        line.text("by"),
        line.place(),
        line.text("fixture"),
        line.text("scope"),
        line.text("test"),
        line.text("thread"),
        line.number("at"),
        end == null ? OptionalInt.empty() : OptionalInt.of(end.number("at")),
        end == null ? List.of() : end.texts("pending"),
        cancelled.getOrDefault(id, List.of()));
  }

  private TracedFixture fixture(Numbered id, Line line) {
    Line over = teardowns.get(id);
    return new TracedFixture(
        id,
        line.text("name"),
        line.text("scope"),
        line.flag("async"),
        line.place(),
        line.flag("failed"),
        line.numbers("on"),
        over == null ? List.of() : over.numbers("on"),
        line.lines("holds").stream().map(TraceReader::held).toList(),
        line.lines("running").stream().map(it -> it.text("task")).toList(),
        line.text("test"),
        line.number("at"),
        over == null ? OptionalInt.empty() : OptionalInt.of(over.number("at")));
  }

  private Trace trace() {
    Map<Numbered, TracedLoop> allLoops = new TreeMap<>();
    loops.forEach((id, line) -> allLoops.put(id, loop(id, line)));
    Map<Numbered, TracedFixture> allFixtures = new TreeMap<>();
    fixtures.forEach((id, line) -> allFixtures.put(id, fixture(id, line)));
    return new Trace(
        List.copyOf(sessions),
        allLoops,
        allFixtures,
        List.copyOf(tests),
        List.copyOf(crossings),
        List.copyOf(lies),
        List.copyOf(leftRunning),
        List.copyOf(moduleObjects),
        Collections.unmodifiableMap(files),
        List.copyOf(failures),
        ended == sessions.size());
  }
}
