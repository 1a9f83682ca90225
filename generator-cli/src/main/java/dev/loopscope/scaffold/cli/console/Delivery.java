package dev.loopscope.scaffold.cli.console;

/** How much of a result reached whoever reads it. */
public enum Delivery {
  /** All of it. */
  WHOLE,

  /** As much as was wanted: the reader of a pipe, such as {@code head}, went away. */
  WANTED,

  /** Less than that: the disk is full, or the stream is closed. */
  BROKEN
}
