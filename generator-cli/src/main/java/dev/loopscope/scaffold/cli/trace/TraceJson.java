package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.text.JsonWriter;
import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.Held;
import dev.loopscope.scaffold.trace.Lie;
import dev.loopscope.scaffold.trace.Numbered;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TracedFixture;
import dev.loopscope.scaffold.trace.TracedLoop;
import dev.loopscope.scaffold.trace.TracedPlace;
import dev.loopscope.scaffold.trace.TracedSession;
import dev.loopscope.scaffold.trace.TracedTest;
import dev.loopscope.scaffold.trace.words.CrossingSentences;
import java.util.List;

/** A trace for programs. What it holds stands in docs/trace.schema.json. */
final class TraceJson {
  private static final int SCHEMA = 1;

  private final JsonWriter json = new JsonWriter();

  private TraceJson() {}

  static String of(TracedRun run) {
    return new TraceJson().written(run);
  }

  private String written(TracedRun run) {
    Trace trace = run.trace();
    json.open("{");
    json.key("schema").number(SCHEMA);
    text("scaffold", ScaffoldVersion.current());
    text("command", "trace");
    text("directory", run.directory());
    json.key("python").open("{");
    text("program", run.python().program());
    text("why", run.python().why());
    text("version", run.version());
    json.close("}");
    text("pytest", run.pytest());
    json.key("exit").number(run.exit());
    json.key("whole").bool(trace.whole());
    each("sessions", trace.sessions(), this::session);
    each("loops", trace.loops().values(), this::loop);
    each("fixtures", trace.fixtures().values(), this::fixture);
    each("tests", trace.tests(), this::test);
    each("crossings", run.causes(), it -> crossing(it, run.advice()));
    each("lies", trace.lies(), this::lie);
    each(
        "left-running",
        trace.leftRunning(),
        it -> {
          numbered("loop", it.loop());
          text("test", it.test());
        });
    each(
        "module-objects",
        trace.moduleObjects(),
        it -> {
          text("module", it.module());
          text("name", it.name());
          held(it.held());
          text("test", it.test());
        });
    json.key("files").open("{");
    trace.files().forEach(this::text);
    json.close("}");
    texts("failures", trace.failures());
    return json.close("}").text();
  }

  private void session(TracedSession it) {
    text("worker", it.worker());
    text("root", it.root());
    text("python", it.python());
    text("pytest", it.pytest());
    json.key("plugins").open("{");
    it.plugins().forEach(this::text);
    json.close("}");
  }

  private void loop(TracedLoop it) {
    numbered("id", it.id());
    text("backend", it.backend());
    text("type", it.type());
    text("kind", it.kind());
    text("by", it.by());
    place("made-at", it.at());
    text("fixture", it.fixture());
    text("scope", it.scope());
    text("test", it.test());
    text("thread", it.thread());
    json.key("made").number(it.made());
    it.closed().ifPresent(at -> json.key("closed").number(at));
    texts("pending", it.pending());
    texts("cancelled", it.cancelled());
  }

  private void fixture(TracedFixture it) {
    numbered("id", it.id());
    text("name", it.name());
    text("scope", it.scope());
    json.key("async").bool(it.async());
    place("defined-at", it.at());
    json.key("failed").bool(it.failed());
    numbers("set-up-on", it.on());
    numbers("torn-down-on", it.until());
    each("holds", it.holds(), this::held);
    texts("running", it.running());
    text("test", it.test());
    json.key("begun").number(it.begun());
    it.over().ifPresent(at -> json.key("over").number(at));
  }

  private void test(TracedTest it) {
    text("worker", it.worker());
    text("id", it.id());
    place("defined-at", it.at());
    json.key("async").bool(it.async());
    text("declared", it.declared());
    numbers("on", it.on());
    text("outcome", it.outcome());
    text("said", it.said());
    numbers("fixtures", it.fixtures());
    json.key("over").number(it.when());
  }

  private void crossing(CrossingCause it, Advice advice) {
    text("what", it.first().what());
    text("evidence", it.first().evidence());
    text("when", it.first().when());
    it.from().ifPresent(from -> numbered("loop", from.id()));
    it.on().stream().findFirst().ifPresent(on -> numbered("on", on.id()));
    it.fixture().ifPresent(fixture -> numbered("fixture", fixture.id()));
    text("module", it.first().module());
    text("name", it.first().name());
    text("object", it.first().type());
    text("reached", it.first().reached());
    text("message", it.first().message());
    place("at", it.first().at());
    texts("tests", it.tests());
    text("sentence", CrossingSentences.headline(it));
    text("rule", advice.rule(it).orElse(""));
    text("remedy", advice.remedy(it).orElse(""));
  }

  private void lie(Lie it) {
    text("what", it.what());
    text("test", it.test());
    text("fixture", it.fixture());
    text("says", it.says());
    text("is", it.is());
    place("at", it.at());
  }

  private void held(Held it) {
    numbered("loop", it.loop());
    text("object", it.type());
    text("reached", it.reached());
  }

  private void numbered(String key, Numbered it) {
    json.key(key).open("{");
    text("worker", it.worker());
    json.key("number").number(it.number());
    json.close("}");
  }

  private void place(String key, TracedPlace it) {
    json.key(key).open("{");
    text("path", it.path());
    json.key("line").number(it.line());
    json.close("}");
  }

  private void text(String key, String value) {
    json.key(key).string(value);
  }

  private void texts(String key, List<String> values) {
    json.key(key).open("[");
    values.forEach(json::string);
    json.close("]");
  }

  private void numbers(String key, List<Integer> values) {
    json.key(key).open("[");
    values.forEach(json::number);
    json.close("]");
  }

  private <T> void each(String key, Iterable<T> items, java.util.function.Consumer<T> written) {
    json.key(key).open("[");
    for (T item : items) {
      json.open("{");
      written.accept(item);
      json.close("}");
    }
    json.close("]");
  }
}
