package dev.loopscope.scaffold.suite.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.CPython;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the catalogue's lines on asyncio against asyncio, and the catalogue against itself. */
class LoopCatalogueTest {
  /** Makes each object where no loop runs, lets a task wait for it on two loops, and on one. */
  private static final String OBSERVATION =
      """
      import asyncio, sys
      from asyncio import *

      async def lock(it):
          async with it:
              other = create_task(it.acquire())
              await sleep(0)
          await other
          it.release()
      async def event(it):
          other = create_task(it.wait())
          await sleep(0)
          it.set()
          await other
          it.clear()
      async def condition(it):
          async def waiter():
              async with it:
                  await it.wait()
          other = create_task(waiter())
          await sleep(0)
          async with it:
              it.notify_all()
          await other
      async def queue(it):
          other = create_task(it.get())
          await sleep(0)
          it.put_nowait(1)
          await other
      async def barrier(it):
          await gather(it.wait(), it.wait())
      async def free_lock(it):
          await it.acquire()
          it.release()
      async def free_event(it):
          it.set()
          await it.wait()
          it.clear()
      async def free_condition(it):
          async with it:
              it.notify_all()
      async def free_queue(it):
          it.put_nowait(1)
          await it.get()

      USES = {
          "Lock": (lock, free_lock), "Semaphore": (lock, free_lock),
          "BoundedSemaphore": (lock, free_lock), "Event": (event, free_event),
          "Condition": (condition, free_condition), "Queue": (queue, free_queue),
          "LifoQueue": (queue, free_queue), "PriorityQueue": (queue, free_queue),
          "Barrier": (barrier, barrier),
      }

      def fails(use, it):
          loop = new_event_loop()
          try:
              loop.run_until_complete(wait_for(use(it), 5))
          except RuntimeError as error:
              return "is bound to a different event loop" in str(error)
          finally:
              loop.close()
          return False

      for name, (waiting, free) in USES.items():
          if not hasattr(asyncio, name):
              continue
          it = getattr(asyncio, name)(*[2] * (name == "Barrier"))
          first = fails(waiting, it)
          kind = "BREAKS" if fails(free, it) else "BREAKS_LATER" if fails(waiting, it) else "TOLERATES"
          print(f"asyncio.{name}", "fails at once" if first else "BINDS_WHEN_IT_WAITS", kind)

      async def none(): pass
      for name, make in (("create_task", lambda it: create_task(it)),
                         ("get_running_loop", lambda it: get_running_loop())):
          it = none()
          try:
              make(it)
          except RuntimeError as error:
              print(f"asyncio.{name}", "NEEDS_RUNNING_LOOP" if "no running" in str(error) else "?")
          it.close()
      print("asyncio.new_event_loop", "LOOP" if isinstance(new_event_loop(), AbstractEventLoop) else "?")
      """;

  @Test
  void asyncioDoesWhatItsLinesSay() throws Exception {
    // Since 3.10, an object belongs to the loop on which a task first waits for it.
    List<CPython> pythons = CPython.all().stream().filter(it -> it.minor() >= 10).toList();
    assertThat(pythons).isNotEmpty();
    for (CPython python : pythons) {
      Map<String, String> seen = observe(python);
      assertThat(seen).as("Python " + python).hasSizeGreaterThan(10);
      seen.forEach(
          (name, words) ->
              assertThat(words).as(name + " in Python " + python).isEqualTo(said(name)));
    }
  }

  private static String said(String name) {
    CatalogueLine line = LoopCatalogue.lines(name).get(0);
    return line.made().contains("call") && line.outcomes().madeOutside().isBound()
        ? MadeAtImport.BINDS_WHEN_IT_WAITS + " " + line.onAnotherLoop()
        : line.madeAtImport().toString();
  }

  private static Map<String, String> observe(CPython python)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(python.executable().toString(), "-I", "-W", "ignore", "-c", OBSERVATION)
            .redirectErrorStream(true)
            .start();
    CPython.endAfter(Duration.ofMinutes(5), process);
    process.getOutputStream().close();
    try (InputStream printed = process.getInputStream()) {
      String text = new String(printed.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(text).isZero();
      return text.lines()
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toMap(it -> it[0], it -> it[1], (a, b) -> b, TreeMap::new));
    }
  }

  @Test
  void everyLineSaysWhatWasSeenOfWhatAndWithWhichVersion() {
    assertThat(LoopCatalogue.lines())
        .hasSizeGreaterThan(300)
        .allSatisfy(
            line -> {
              assertThat(line.library()).isNotEmpty();
              assertThat(line.version()).matches("(Python )?\\d+(\\.\\d+)+");
              assertThat(line.names()).isNotEmpty().doesNotContain("");
              assertThat(line.evidence()).matches("run( \\(.*\\))?|source");
            });
    assertThat(LoopCatalogue.lines())
        .extracting(line -> line.name() + line.circumstance() + line.library() + line.made())
        .doesNotHaveDuplicates();
  }

  @Test
  void twoLinesThatACallShowsAlikeSayTheSame() {
    Map<String, Set<OnAnotherLoop>> said = new TreeMap<>();
    for (CatalogueLine line : LoopCatalogue.lines()) {
      if (line.readable()) {
        for (String made : line.made()) {
          said.computeIfAbsent(line.name() + made + line.when(), unused -> new HashSet<>())
              .add(line.onAnotherLoop());
        }
      }
    }
    assertThat(said).allSatisfy((of, kinds) -> assertThat(kinds).as(of).hasSize(1));
  }

  @Test
  void whatNeverBindsIsSafeAndWhatBindsIsNot() {
    assertThat(LoopCatalogue.lines())
        .filteredOn(line -> line.bound() == BoundWhen.NEVER)
        .extracting(CatalogueLine::onAnotherLoop)
        .containsOnly(OnAnotherLoop.SAFE, OnAnotherLoop.TOLERATES);
    assertThat(LoopCatalogue.lines())
        .filteredOn(line -> line.bound() == BoundWhen.FIRST_USE && line.readable())
        .extracting(CatalogueLine::onAnotherLoop)
        .allMatch(OnAnotherLoop::isCertain);
  }

  @Test
  void anObjectIsFoundByEachOfItsNames() {
    List<CatalogueLine> redis = LoopCatalogue.lines("redis.asyncio.Redis");
    assertThat(redis.get(0).onAnotherLoop()).isEqualTo(OnAnotherLoop.BREAKS_EVERY_SECOND);
    assertThat(LoopCatalogue.lines("redis.asyncio.client.Redis")).isEqualTo(redis);
    assertThat(LoopCatalogue.lines("valkey.asyncio.Valkey.from_url"))
        .isEqualTo(LoopCatalogue.lines("valkey.asyncio.client.Valkey"))
        .isNotEmpty();
    assertThat(LoopCatalogue.lines("redis.asyncio")).isEmpty();
    assertThat(LoopCatalogue.lines("asyncio.sleep")).isEmpty();
  }
}
