package dev.loopscope.scaffold.trace;

import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads what {@code scaffold trace --json} has printed. It tells each crossing once for all of its
 * tests; here there is one for each again.
 */
public final class TraceFile {
  private static final int SCHEMA = 1;
  private static final List<String> LISTS =
      List.of("sessions", "loops", "fixtures", "tests", "crossings", "lies", "failures");

  private TraceFile() {}

  /**
   * Reads it.
   *
   * @throws UnreadableTraceException if it is something else
   */
  public static Trace read(String text) throws UnreadableTraceException {
    Object read;
    try {
      read = JsonReader.read(text);
    } catch (JsonException e) {
      throw new UnreadableTraceException("is no JSON: " + e.getMessage());
    }
    if (!(read instanceof Map<?, ?> members) || !"trace".equals(members.get("command"))) {
      throw new UnreadableTraceException("is no trace");
    }
    Line file = new Line("", members);
    if (file.number("schema") != SCHEMA) {
      throw new UnreadableTraceException(
          "is written by another version of scaffold, which is " + file.text("scaffold"));
    }
    for (String list : LISTS) {
      if (!(members.get(list) instanceof List<?>)) {
        throw new UnreadableTraceException("is no whole trace: it has no list `" + list + "`");
      }
    }
    if (!(members.get("files") instanceof Map<?, ?>)) {
      throw new UnreadableTraceException("does not say what the files held");
    }
    return trace(file);
  }

  private static Trace trace(Line file) {
    Map<Numbered, TracedLoop> loops = new TreeMap<>();
    file.lines("loops").stream().map(TraceFile::loop).forEach(it -> loops.put(it.id(), it));
    Map<Numbered, TracedFixture> fixtures = new TreeMap<>();
    file.lines("fixtures").stream()
        .map(TraceFile::fixture)
        .forEach(it -> fixtures.put(it.id(), it));
    List<TracedTest> tests = file.lines("tests").stream().map(TraceFile::test).toList();
    Map<String, List<TracedTest>> byId =
        tests.stream().collect(Collectors.groupingBy(TracedTest::id));
    return new Trace(
        file.lines("sessions").stream().map(TraceFile::session).toList(),
        loops,
        fixtures,
        tests,
        file.lines("crossings").stream()
            .flatMap(it -> crossings(it, loops, byId).stream())
            .toList(),
        file.lines("lies").stream().map(TraceFile::lie).toList(),
        file.lines("left-running").stream()
            .map(it -> new LeftRunning(id(it, "loop"), it.text("test")))
            .toList(),
        file.lines("module-objects").stream().map(TraceFile::moduleObject).toList(),
        file.textsByName("files"),
        file.texts("failures"),
        file.flag("whole"));
  }

  private static Numbered id(Line line, String name) {
    Line numbered = line.part(name);
    return new Numbered(numbered.text("worker"), numbered.number("number"));
  }

  private static TracedPlace place(Line line, String name) {
    return line.part(name).place();
  }

  private static TracedSession session(Line it) {
    return new TracedSession(
        it.text("worker"),
        it.text("root"),
        it.text("python"),
        it.text("pytest"),
        it.textsByName("plugins"));
  }

  private static TracedLoop loop(Line it) {
    return new TracedLoop(
        id(it, "id"),
        it.text("backend"),
        it.text("type"),
        it.text("by"),
        place(it, "made-at"),
        it.text("fixture"),
        it.text("scope"),
        it.text("test"),
        it.text("thread"),
        it.number("made"),
        moment(it, "closed"),
        it.texts("pending"),
        it.texts("cancelled"));
  }

  private static OptionalInt moment(Line it, String name) {
    return it.has(name) ? OptionalInt.of(it.number(name)) : OptionalInt.empty();
  }

  private static TracedFixture fixture(Line it) {
    return new TracedFixture(
        id(it, "id"),
        it.text("name"),
        it.text("scope"),
        it.flag("async"),
        place(it, "defined-at"),
        it.flag("failed"),
        it.numbers("set-up-on"),
        it.numbers("torn-down-on"),
        it.lines("holds").stream().map(TraceFile::held).toList(),
        it.texts("running"),
        it.text("test"),
        it.number("begun"),
        moment(it, "over"));
  }

  private static Held held(Line it) {
    return new Held(id(it, "loop"), it.text("object"), it.text("reached"));
  }

  private static TracedTest test(Line it) {
    return new TracedTest(
        it.text("worker"),
        it.text("id"),
        place(it, "defined-at"),
        it.flag("async"),
        it.text("declared"),
        it.numbers("on"),
        it.text("outcome"),
        it.numbers("fixtures"),
        it.text("said"),
        it.number("over"));
  }

  /**
   * One for each test, on the loop that it ran on; the first one's stands in the file, and those of
   * all others are of its kind, because else they would stand as another crossing.
   */
  private static List<Crossing> crossings(
      Line it, Map<Numbered, TracedLoop> loops, Map<String, List<TracedTest>> byId) {
    if (!it.has("on")) {
      return it.texts("tests").stream().map(id -> crossing(it, id, Optional.empty())).toList();
    }
    Numbered first = id(it, "on");
    List<Crossing> all = new ArrayList<>();
    for (String test : it.texts("tests")) {
      Optional<Numbered> own =
          all.isEmpty()
              ? Optional.empty()
              : byId.getOrDefault(test, List.of()).stream()
                  .flatMap(of -> of.on().stream().map(on -> new Numbered(of.worker(), on)))
                  .filter(on -> kind(on, loops).equals(kind(first, loops)))
                  .findFirst();
      all.add(crossing(it, test, own.or(() -> Optional.of(first))));
    }
    return all;
  }

  private static Optional<String> kind(Numbered loop, Map<Numbered, TracedLoop> loops) {
    return Optional.ofNullable(loops.get(loop)).map(TracedLoop::kind);
  }

  private static Crossing crossing(Line it, String test, Optional<Numbered> on) {
    return new Crossing(
        it.text("what"),
        on.map(Numbered::worker).orElse(""),
        test,
        on.map(of -> List.of(of.number())).orElse(List.of()),
        it.referred("loop"),
        it.text("evidence"),
        it.text("when"),
        it.referred("fixture"),
        it.text("module"),
        it.text("name"),
        it.text("object"),
        it.text("reached"),
        it.text("message"),
        place(it, "at"));
  }

  private static Lie lie(Line it) {
    return new Lie(
        it.text("what"),
        it.text("test"),
        it.text("fixture"),
        it.text("says"),
        it.text("is"),
        place(it, "at"));
  }

  private static ModuleObject moduleObject(Line it) {
    return new ModuleObject(it.text("module"), it.text("name"), held(it), it.text("test"));
  }
}
