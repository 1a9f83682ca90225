package dev.loopscope.scaffold.suite.resource.step;

import dev.loopscope.scaffold.suite.resource.flow.Summaries;

/** What is the same for all functions that one test calls, and how many there were. */
public final class StepSurroundings {
  /** Functions of one test. Whoever calls more is not followed. */
  private static final int MOST_FUNCTIONS = 100;

  /** The question that their calls are followed for. */
  final Summaries.Query query;

  /** What is shared. */
  final SharedPrimitives primitives;

  private int tasks;
  private int functions;

  /** Of a test that shares these with others. */
  public StepSurroundings(Summaries.Query query, SharedPrimitives primitives) {
    this.query = query;
    this.primitives = primitives;
  }

  /** A number that no other task of the test has. */
  int nextTask() {
    return tasks++;
  }

  /** How many tasks there are. */
  int tasks() {
    return tasks;
  }

  /** Whether one function more can be gone through. */
  boolean mayFollow() {
    return functions++ < MOST_FUNCTIONS;
  }
}
