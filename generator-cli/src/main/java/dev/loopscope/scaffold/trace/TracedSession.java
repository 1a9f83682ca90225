package dev.loopscope.scaffold.trace;

import java.util.Map;
import java.util.TreeMap;

/**
 * A process that ran tests.
 *
 * @param worker {@code main}, or a worker's name
 * @param root the directory that paths are relative to
 * @param python the version
 * @param pytest the version
 * @param plugins versions by distribution, in the order of their names
 */
public record TracedSession(
    String worker, String root, String python, String pytest, Map<String, String> plugins) {
  /** Keeps a copy, in order. */
  public TracedSession {
    plugins = java.util.Collections.unmodifiableMap(new TreeMap<>(plugins));
  }
}
