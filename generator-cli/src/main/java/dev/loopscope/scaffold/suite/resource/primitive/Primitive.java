package dev.loopscope.scaffold.suite.resource.primitive;

/**
 * One of asyncio's synchronization primitives, or a queue, that tests share.
 *
 * @param kind what it is
 * @param size how many items fit into a queue, 0 for any number; how many may hold a semaphore
 * @param identity what it is told from others by
 */
public record Primitive(Kind kind, int size, Object identity) {
  /** What it is. */
  public enum Kind {
    QUEUE,
    LOCK,
    SEMAPHORE,
    EVENT,
    CONDITION
  }

  /** Something that is done to one. */
  public enum Operation {
    GET,
    GET_NOWAIT,
    PUT,
    PUT_NOWAIT,
    TASK_DONE,
    JOIN,
    ACQUIRE,
    RELEASE,
    SET,
    CLEAR,
    WAIT,
    NOTIFY,
    NOTIFY_ALL
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Primitive that && that.identity.equals(identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }
}
