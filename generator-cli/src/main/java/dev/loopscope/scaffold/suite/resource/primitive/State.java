package dev.loopscope.scaffold.suite.resource.primitive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a primitive stands. What each operation does was read in CPython's {@code asyncio.locks} and
 * {@code asyncio.queues}: one belongs to a loop from the first time on that a task has to wait.
 */
final class State {
  private final Primitive primitive;
  private final Deque<Task> waiting = new ArrayDeque<>();
  private final Deque<Task> putting = new ArrayDeque<>();

  /** For the end of a queue's work, or in a condition. */
  private final Deque<Task> inside = new ArrayDeque<>();

  private Optional<String> loop = Optional.empty();

  /** That of the event in a queue, or of the lock in a condition. */
  private Optional<String> innerLoop = Optional.empty();

  private boolean known = true;

  /** Whether it may have been bound while nothing was known of it. */
  private boolean mayBeBound;

  private boolean innerMayBeBound;

  private int free;
  private int items;
  private int unfinished;
  private boolean set;

  State(Primitive primitive) {
    this.primitive = primitive;
    this.free =
        switch (primitive.kind()) {
          case SEMAPHORE -> primitive.size();
          case LOCK, CONDITION -> 1;
          case QUEUE, EVENT -> 0;
        };
  }

  /** What came of an attempt. */
  enum Result {
    DONE,
    WAITS,
    FAILS,
    UNKNOWN
  }

  /** Nothing is known of it any more but the loop that it is bound to. */
  void lose() {
    known = false;
    mayBeBound |= loop.isEmpty();
    innerMayBeBound |= innerLoop.isEmpty();
    waiting.clear();
    putting.clear();
    inside.clear();
  }

  /** Does something for a task of a loop, or tries to. */
  Result attempt(Primitive.Operation operation, Task task, String current, Consumer<Task> wake) {
    if (!known && operation == Primitive.Operation.CLEAR) {
      known = true;
    }
    if (!known) {
      return Result.UNKNOWN;
    }
    boolean woken = task.woken;
    task.woken = false;
    task.leaveQueue();
    return switch (operation) {
      case GET, GET_NOWAIT, PUT, PUT_NOWAIT, TASK_DONE, JOIN ->
          woken && operation == Primitive.Operation.JOIN
              ? Result.DONE
              : ofQueue(operation, task, current, wake);
      case ACQUIRE -> acquire(task, woken, current);
      case RELEASE -> release(wake);
      case SET -> {
        set = true;
        wakeAll(waiting, wake);
        yield Result.DONE;
      }
      case CLEAR -> {
        set = false;
        yield Result.DONE;
      }
      case WAIT ->
          primitive.kind() == Primitive.Kind.EVENT
              ? woken || set ? Result.DONE : wait(waiting, task, current, false)
              : waitInside(task, woken, current, wake);
      case NOTIFY -> {
        wakeNext(inside, wake);
        yield Result.DONE;
      }
      case NOTIFY_ALL -> {
        wakeAll(inside, wake);
        yield Result.DONE;
      }
    };
  }

  private Result ofQueue(
      Primitive.Operation operation, Task task, String current, Consumer<Task> wake) {
    boolean full = primitive.size() > 0 && items >= primitive.size();
    switch (operation) {
      case GET -> {
        if (items == 0) {
          return wait(waiting, task, current, false);
        }
        items--;
        wakeNext(putting, wake);
      }
      case PUT -> {
        if (full) {
          return wait(putting, task, current, false);
        }
        put(wake);
      }
      case PUT_NOWAIT -> {
        if (full) {
          return Result.UNKNOWN;
        }
        put(wake);
      }
      case GET_NOWAIT -> {
        if (items == 0) {
          return Result.UNKNOWN;
        }
        items--;
        wakeNext(putting, wake);
      }
      case JOIN -> {
        if (unfinished > 0) {
          return wait(inside, task, current, true);
        }
      }
      default -> {
        if (unfinished == 0) {
          return Result.UNKNOWN;
        }
        unfinished--;
        if (unfinished == 0) {
          wakeAll(inside, wake);
        }
      }
    }
    return Result.DONE;
  }

  private void put(Consumer<Task> wake) {
    items++;
    unfinished++;
    wakeNext(waiting, wake);
  }

  private Result acquire(Task task, boolean woken, String current) {
    if (woken || (free > 0 && waiting.isEmpty())) {
      free--;
      return Result.DONE;
    }
    return wait(waiting, task, current, primitive.kind() == Primitive.Kind.CONDITION);
  }

  private Result release(Consumer<Task> wake) {
    if (free == 1 && primitive.kind() != Primitive.Kind.SEMAPHORE) {
      return Result.UNKNOWN;
    }
    free++;
    // It stays in the line until it has what it waits for, and nobody passes it.
    waiting.stream().filter(it -> !it.woken).findFirst().ifPresent(it -> waken(it, wake));
    return Result.DONE;
  }

  private Result waitInside(Task task, boolean woken, String current, Consumer<Task> wake) {
    if (task.reacquiring || woken) {
      Result result = acquire(task, task.reacquiring && woken, current);
      task.reacquiring = result == Result.WAITS;
      return result;
    }
    if (free > 0) {
      return Result.UNKNOWN;
    }
    Result result = wait(inside, task, current, false);
    if (result == Result.WAITS) {
      release(wake);
    }
    return result;
  }

  private Result wait(Deque<Task> line, Task task, String current, boolean inner) {
    Optional<String> bound = inner ? innerLoop : loop;
    if (bound.isPresent() && !bound.orElseThrow().equals(current)) {
      return (inner ? innerMayBeBound : mayBeBound) ? Result.UNKNOWN : Result.FAILS;
    }
    if (inner) {
      innerLoop = Optional.of(current);
    } else {
      loop = Optional.of(current);
    }
    line.add(task);
    task.waitingIn = Optional.of(line);
    return Result.WAITS;
  }

  private static void wakeNext(Deque<Task> line, Consumer<Task> wake) {
    line.stream().filter(it -> !it.woken).findFirst().ifPresent(it -> waken(it, wake));
  }

  private static void wakeAll(Deque<Task> line, Consumer<Task> wake) {
    line.stream().filter(it -> !it.woken).toList().forEach(it -> waken(it, wake));
  }

  private static void waken(Task task, Consumer<Task> wake) {
    task.woken = true;
    wake.accept(task);
  }
}
