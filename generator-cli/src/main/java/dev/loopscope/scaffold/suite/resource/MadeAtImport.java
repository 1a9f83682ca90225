package dev.loopscope.scaffold.suite.resource;

/** What becomes of an object that is made while a module is imported, where no loop runs. */
public enum MadeAtImport {
  /** It cannot be made: it needs a running loop. */
  NEEDS_RUNNING_LOOP,
  /** It is a loop, which none of the tests runs on. */
  LOOP,
  /** It belongs to a loop that none of the tests runs on. */
  FUTURE,
  /** It belongs to the loop on which a task first has to wait for it. */
  BINDS_WHEN_IT_WAITS,
  /** It belongs to the loop on which it is first used. */
  BINDS_AT_FIRST_USE,
  /** It is not made by the call alone, it belongs to no loop, or nothing was observed. */
  NOT_SAID
}
