package dev.loopscope.scaffold.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.Scaffold;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.hostile.Judge.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * No tree, no configuration and no command line leads to a defect, to an endless run, to a change
 * outside of the project, or to one that was not asked for.
 *
 * <p>Runs for {@code -Dfuzz.seconds=60}, or through {@code -Dfuzz.cases} cases if that is given.
 * The cases follow from {@code -Dfuzz.seed}, one from another, so that {@code -Dfuzz.first=N
 * -Dfuzz.cases=1} repeats the one with the number N. What failed is kept below {@code
 * target/hostile}.
 */
@Execution(ExecutionMode.CONCURRENT)
class HostileInputIT {
  private static final long SEED = Long.getLong("fuzz.seed", 20261128L);
  private static final long FIRST = Long.getLong("fuzz.first", 0L);
  private static final long CASES = Long.getLong("fuzz.cases", Long.MAX_VALUE);
  private static final Duration LENGTH =
      CASES < Long.MAX_VALUE
          ? Duration.ofDays(7)
          : Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 60));

  private static final Duration LONGEST =
      Duration.ofSeconds(Integer.getInteger("fuzz.patience", 60));
  private static final int MOST_FAULTS = 40;
  private static final int MOST_HANGS = 3;

  /** Where what failed is kept. */
  private static final Path KEPT = Path.of("target/hostile").toAbsolutePath();

  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  private final Map<String, String> faults = new ConcurrentSkipListMap<>();
  private final Map<ExitCode, Integer> ends = new ConcurrentSkipListMap<>();
  private final Set<Thread> givenUp = ConcurrentHashMap.newKeySet();
  private final AtomicLong next = new AtomicLong();
  private final AtomicReference<Running> running =
      new AtomicReference<>(new Running(0, List.of(), System.nanoTime()));
  private volatile String slowest = "none";
  private volatile long slowestNanos;

  /** What is being run, and since when. */
  private record Running(long number, List<String> line, long start) {}

  @Test
  void nothingHostileDoesHarm() throws Exception {
    long start = System.nanoTime();
    Instant end = Instant.now().plus(LENGTH);
    next.set(FIRST);
    for (int hangs = 0; hangs < MOST_HANGS && goesOn(end); hangs++) {
      // After a run without an end, another thread goes on, elsewhere.
      Sandbox sandbox = Sandbox.in(folder.resolve("sandbox" + hangs));
      Thread thread = new Thread(() -> feed(sandbox, end), "hostile " + hangs);
      thread.setDaemon(true);
      thread.start();
      watch(thread, sandbox);
    }
    String summary =
        String.format(
            Locale.ROOT,
            "hostile input: seed %d, cases %d to %d in %d s, ends %s, slowest %s",
            SEED,
            FIRST,
            next.get() - 1,
            (System.nanoTime() - start) / 1_000_000_000,
            ends,
            slowest);
    Files.createDirectories(KEPT);
    Files.writeString(KEPT.resolve("summary-" + SEED + ".txt"), summary + "\n" + faults + "\n");
    System.err.println(summary);
    assertThat(faults).as(summary).isEmpty();
    assertThat(ends.keySet()).contains(ExitCode.DONE, ExitCode.FINDINGS, ExitCode.REFUSED);
  }

  private boolean goesOn(Instant end) {
    return next.get() - FIRST < CASES && Instant.now().isBefore(end) && faults.size() < MOST_FAULTS;
  }

  /** One case after the other, until this thread is given up. */
  private void feed(Sandbox sandbox, Instant end) {
    while (goesOn(end) && !givenUp.contains(Thread.currentThread())) {
      long number = next.getAndIncrement();
      try {
        one(sandbox, number);
      } catch (IOException | RuntimeException | Error e) {
        faults.putIfAbsent(
            "thrown in case " + number + ": " + e, Arrays.toString(e.getStackTrace()));
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Waits for a thread, unless one of its command lines takes too long. */
  private void watch(Thread thread, Sandbox sandbox) throws Exception {
    while (thread.isAlive()) {
      thread.join(1_000);
      Running now = Objects.requireNonNull(running.get());
      if (thread.isAlive() && System.nanoTime() - now.start() > LONGEST.toNanos()) {
        givenUp.add(thread);
        Run run = new Run(now.line(), ExitCode.DEFECT, "", "");
        note("no end: " + stacks(thread), now.number(), List.of(run), sandbox);
        return;
      }
    }
  }

  private void one(Sandbox sandbox, long number) throws IOException, InterruptedException {
    Random random = new Random(SEED * 1_000_003 + number);
    running.set(new Running(number, List.of(), System.nanoTime()));
    HostileTree tree = new HostileTree(random, sandbox);
    tree.fill();
    Judge judge = new Judge(sandbox);
    List<Run> before = new ArrayList<>();
    for (List<String> line : new HostileArguments(random, tree.names()).lines()) {
      SortedMap<String, String> state = sandbox.state();
      long start = System.nanoTime();
      running.set(new Running(number, line, start));
      Run run = run(sandbox.project(), line);
      noteTime(System.nanoTime() - start, number, line);
      before.add(run);
      ends.merge(run.end(), 1, Integer::sum);
      for (String fault : judge.faults(run, state, tree.staged())) {
        note(fault, number, before, sandbox);
      }
      if (run.end() == ExitCode.DONE && line.contains("--json")) {
        tree.keep(run.out());
      }
    }
  }

  private static Run run(Path project, List<String> line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(out, err, Terminal.none());
    ExitCode end = new Scaffold(console, project, true).run(line.toArray(String[]::new));
    return new Run(
        line, end, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void noteTime(long nanos, long number, List<String> line) {
    if (nanos > slowestNanos) {
      slowestNanos = nanos;
      slowest = nanos / 1_000_000 + " ms in case " + number + " " + shown(line);
    }
  }

  private void note(String fault, long number, List<Run> runs, Sandbox sandbox)
      throws IOException, InterruptedException {
    String kind = fault.length() > 160 ? fault.substring(0, 160) : fault;
    if (faults.putIfAbsent(kind, "case " + number + " " + shown(runs.get(runs.size() - 1).line()))
        != null) {
      return;
    }
    Path kept = Files.createDirectories(KEPT.resolve(SEED + "-" + number));
    StringBuilder report = new StringBuilder(fault).append("\n\n");
    for (Run run : runs) {
      report.append("$ scaffold ").append(shown(run.line())).append("\n[").append(run.end());
      report.append("]\n").append(run.out()).append("----\n").append(run.err()).append('\n');
    }
    Files.writeString(kept.resolve("report.txt"), report.toString().replace('\uD800', '?'));
    Sandbox.run("cp", "-a", "--sparse=always", sandbox.project().toString(), kept.toString());
  }

  private static String shown(List<String> line) {
    StringBuilder shown = new StringBuilder();
    for (String word : line) {
      String cut = word.length() > 80 ? word.substring(0, 80) + "..." : word;
      shown.append(shown.length() == 0 ? "" : " ").append('\'');
      cut.chars()
          .forEach(
              c -> {
                if (c >= ' ' && c < 127) {
                  shown.append((char) c);
                } else {
                  shown.append(String.format(Locale.ROOT, "\\u%04x", c));
                }
              });
      shown.append('\'');
    }
    return shown.toString();
  }

  private static String stacks(Thread hung) {
    StringBuilder all = new StringBuilder();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              if (thread.equals(hung) || thread.getName().startsWith("ForkJoin")) {
                all.append(thread.getName()).append('\n');
                for (StackTraceElement element : stack) {
                  all.append("  at ").append(element).append('\n');
                }
              }
            });
    return all.toString();
  }
}
