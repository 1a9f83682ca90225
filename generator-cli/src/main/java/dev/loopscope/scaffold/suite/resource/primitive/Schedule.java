package dev.loopscope.scaffold.suite.resource.primitive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;

/**
 * One test on its loop: its tasks take turns as asyncio has them do, first come, first served, and
 * time passes when all of them wait.
 */
final class Schedule {
  /** Nobody writes tests with more; what goes on for ever has more. */
  private static final int MOST_STEPS = 2_000;

  private final States states;
  private final String loop;

  /** Whether what has a limit runs in a task of its own, as before Python 3.12. */
  private final boolean limitedInTasks;

  private final Deque<Task> ready = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingDouble(Timer::time).thenComparingInt(Timer::number));
  private final Map<Integer, Task> tasks = new HashMap<>();
  private final List<Task> all = new ArrayList<>();
  private double now;
  private int steps;
  private int numbers;
  private boolean lost;

  Schedule(States states, String loop, boolean limitedInTasks) {
    this.states = states;
    this.loop = loop;
    this.limitedInTasks = limitedInTasks;
  }

  /**
   * Something that happens later.
   *
   * @param block the block that ends then, if it is the limit of one
   */
  private record Timer(double time, int number, Task task, Optional<Task.Block> block) {}

  /** Runs a test to its end; gives what it fails for, if it fails for sure. */
  Optional<Primitive> run(List<Step> body) {
    Task test = task(body);
    ready.add(test);
    while (!test.over && !lost && isGoingOn()) {
      Task next = ready.poll();
      if (next != null) {
        go(next);
      }
    }
    boolean alone = timers.isEmpty() && all.stream().allMatch(it -> it.over);
    if (!test.over || lost || !alone) {
      states.lose();
    }
    return lost ? Optional.empty() : test.failure;
  }

  private Task task(List<Step> body) {
    Task task = new Task(body);
    all.add(task);
    return task;
  }

  /** Lets time pass if nothing else can happen; says whether anything can. */
  private boolean isGoingOn() {
    if (!ready.isEmpty()) {
      return true;
    }
    Timer timer = timers.poll();
    if (timer == null) {
      return false;
    }
    if (timer.block().isEmpty()) {
      now = timer.time();
      ready.add(timer.task());
    } else if (timer.task().isIn(timer.block().orElseThrow())) {
      now = timer.time();
      end(timer.task(), timer.block());
    }
    return true;
  }

  private void go(Task task) {
    while (!task.over && !lost) {
      Task.Block block = task.blocks.peek();
      if (block == null) {
        finish(task);
      } else if (block.next == block.steps.size()) {
        leave(task, block);
      } else if (++steps > MOST_STEPS) {
        lost = true;
      } else if (!did(block.steps.get(block.next), task, block)) {
        return;
      }
    }
  }

  private void leave(Task task, Task.Block block) {
    if (block.of.filter(Step.Repeat.class::isInstance).isPresent() && !block.steps.isEmpty()) {
      block.next = 0;
      return;
    }
    task.blocks.pop();
    block.of.ifPresent(it -> release(it, task));
    timers.removeIf(it -> it.block().filter(limited -> limited == block).isPresent());
  }

  private void release(Step of, Task task) {
    if (of instanceof Step.Hold hold) {
      attempt(new Step.Do(hold.primitive(), Primitive.Operation.RELEASE), task);
    }
  }

  private void finish(Task task) {
    task.over = true;
    ready.addAll(task.joining);
    task.joining.clear();
  }

  /** Does a step, and says whether the task goes on at once. */
  private boolean did(Step step, Task task, Task.Block block) {
    if (step instanceof Step.Do it) {
      return after(attempt(it, task), task, block);
    }
    if (step instanceof Step.Hold it) {
      State.Result result = attempt(new Step.Do(it.primitive(), Primitive.Operation.ACQUIRE), task);
      boolean on = after(result, task, block);
      if (result == State.Result.DONE) {
        enter(task, it.body(), it);
      }
      return on;
    }
    if (step instanceof Step.Join it) {
      return joined(it, task, block);
    }
    block.next++;
    if (step instanceof Step.Start it) {
      Task started = task(it.body());
      tasks.put(it.task(), started);
      ready.add(started);
    } else if (step instanceof Step.Cancel it) {
      Optional.ofNullable(tasks.get(it.task())).ifPresent(this::cancel);
    } else if (step instanceof Step.Call it) {
      call(it);
    } else if (step instanceof Step.Guard it) {
      enter(task, it.body(), it);
    } else if (step instanceof Step.Repeat it) {
      enter(task, it.body(), it);
    } else if (step instanceof Step.Limit it) {
      limit(it, task);
    } else if (step instanceof Step.Sleep it) {
      return slept(it, task);
    } else {
      // A pause changes nothing where nobody else can act.
      boolean alone =
          timers.isEmpty() && all.stream().allMatch(other -> other.over || other == task);
      lost |= step instanceof Step.Unknown || !alone;
    }
    return true;
  }

  private boolean slept(Step.Sleep sleep, Task task) {
    if (sleep.seconds() > 0) {
      timers.add(new Timer(now + sleep.seconds(), numbers++, task, Optional.empty()));
    } else {
      ready.add(task);
    }
    return false;
  }

  private void call(Step.Call call) {
    Task callback = task(call.body());
    OptionalDouble seconds = call.seconds();
    if (seconds.isPresent()) {
      timers.add(new Timer(now + seconds.getAsDouble(), numbers++, callback, Optional.empty()));
    } else {
      ready.add(callback);
    }
  }

  private void limit(Step.Limit limit, Task task) {
    List<Step> body = limit.body();
    Optional<Task> inner = Optional.empty();
    if (limit.task() && limitedInTasks) {
      // Numbers below zero are nobody else's.
      int number = -1 - tasks.size();
      inner = Optional.of(task(body));
      tasks.put(number, inner.orElseThrow());
      ready.add(inner.orElseThrow());
      body = List.of(new Step.Join(List.of(number)));
    }
    Task.Block block = enter(task, body, limit);
    block.inner = inner;
    // Whoever does not say how long waits longer than all that is said.
    double time = limit.seconds().isPresent() ? now + limit.seconds().getAsDouble() : 1e9;
    timers.add(new Timer(time, numbers++, task, Optional.of(block)));
  }

  private static Task.Block enter(Task task, List<Step> body, Step of) {
    Task.Block block = new Task.Block(body, Optional.of(of));
    task.blocks.push(block);
    return block;
  }

  private State.Result attempt(Step.Do step, Task task) {
    State state = states.of(step.primitive());
    State.Result result = state.attempt(step.operation(), task, loop, ready::add);
    lost |= result == State.Result.UNKNOWN;
    if (result == State.Result.FAILS) {
      fail(task, step.primitive());
    }
    return result;
  }

  private boolean after(State.Result result, Task task, Task.Block block) {
    if (result == State.Result.DONE) {
      block.next++;
    }
    return result == State.Result.DONE && !task.over;
  }

  private boolean joined(Step.Join join, Task task, Task.Block block) {
    List<Task> others = join.tasks().stream().map(tasks::get).filter(it -> it != null).toList();
    for (Task other : others) {
      if (other.failure.isPresent()) {
        fail(task, other.failure.orElseThrow());
        return false;
      }
      if (other.over && other.cancelled) {
        end(task, Optional.empty());
        return false;
      }
    }
    List<Task> left = others.stream().filter(it -> !it.over).toList();
    if (left.isEmpty()) {
      block.next++;
      return true;
    }
    left.forEach(it -> it.joining.add(task));
    return false;
  }

  private void fail(Task task, Primitive primitive) {
    task.failure = Optional.of(primitive);
    while (!task.blocks.isEmpty()) {
      task.blocks.pop().of.ifPresent(it -> release(it, task));
    }
    finish(task);
  }

  private void cancel(Task task) {
    if (!task.over) {
      task.cancelled = true;
      end(task, Optional.empty());
    }
  }

  /**
   * Raises in a task what a guard takes: it goes on there, or ends.
   *
   * @param block the block whose limit is reached
   */
  private void end(Task task, Optional<Task.Block> block) {
    task.leaveQueue();
    task.woken = false;
    ready.remove(task);
    timers.removeIf(it -> it.task() == task && it.block().isEmpty());
    boolean outside = block.isEmpty();
    while (!task.blocks.isEmpty()) {
      Task.Block left = task.blocks.pop();
      left.of.ifPresent(it -> release(it, task));
      timers.removeIf(it -> it.block().filter(limited -> limited == left).isPresent());
      left.inner.ifPresent(this::cancel);
      outside |= block.filter(it -> it == left).isPresent();
      if (outside && left.of.orElse(new Step.Pause()) instanceof Step.Guard guard) {
        task.blocks.push(new Task.Block(guard.handler(), Optional.empty()));
        task.cancelled = false;
        ready.add(task);
        return;
      }
    }
    finish(task);
  }
}
