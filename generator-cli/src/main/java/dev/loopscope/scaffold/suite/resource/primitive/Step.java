package dev.loopscope.scaffold.suite.resource.primitive;

import java.util.List;
import java.util.OptionalDouble;

/** One of the things that code does to the primitives of a suite, in the order of a run. */
public sealed interface Step {
  /** Does something to a primitive. */
  record Do(Primitive primitive, Primitive.Operation operation) implements Step {}

  /** {@code async with}: acquires a primitive, and releases it at the end. */
  record Hold(Primitive primitive, List<Step> body) implements Step {
    /** Keeps an unmodifiable copy. */
    public Hold {
      body = List.copyOf(body);
    }
  }

  /**
   * Starts a task, which runs once the one that starts it waits.
   *
   * @param task by which number it is known in the test
   */
  record Start(int task, List<Step> body) implements Step {
    /** Keeps an unmodifiable copy. */
    public Start {
      body = List.copyOf(body);
    }
  }

  /** Waits for tasks. */
  record Join(List<Integer> tasks) implements Step {
    /** Keeps an unmodifiable copy. */
    public Join {
      tasks = List.copyOf(tasks);
    }
  }

  /** Cancels a task. */
  record Cancel(int task) implements Step {}

  /**
   * Has the loop call something.
   *
   * @param seconds after which it does; empty for as soon as it can
   */
  record Call(OptionalDouble seconds, List<Step> body) implements Step {
    /** Keeps an unmodifiable copy. */
    public Call {
      body = List.copyOf(body);
    }
  }

  /** Waits for a time. */
  record Sleep(double seconds) implements Step {}

  /** Waits for something that has nothing to do with primitives, for how long is not known. */
  record Pause() implements Step {}

  /**
   * Ends with a {@code TimeoutError} if it takes longer.
   *
   * @param seconds how long it may take; empty if that is not known
   * @param task whether releases of Python before 3.12 run it in a task of its own
   */
  record Limit(OptionalDouble seconds, boolean task, List<Step> body) implements Step {
    /** Keeps an unmodifiable copy. */
    public Limit {
      body = List.copyOf(body);
    }
  }

  /** Goes on with something else where a {@code TimeoutError} or a cancellation ends it. */
  record Guard(List<Step> body, List<Step> handler) implements Step {
    /** Keeps unmodifiable copies. */
    public Guard {
      body = List.copyOf(body);
      handler = List.copyOf(handler);
    }
  }

  /** Does something again and again. */
  record Repeat(List<Step> body) implements Step {
    /** Keeps an unmodifiable copy. */
    public Repeat {
      body = List.copyOf(body);
    }
  }

  /** Does what cannot be followed, to any of the primitives. */
  record Unknown() implements Step {}
}
