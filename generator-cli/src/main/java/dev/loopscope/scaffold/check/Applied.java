package dev.loopscope.scaffold.check;

import java.util.List;

/**
 * The fixes that were written.
 *
 * @param findings how many findings they took away
 * @param paths the files they changed, in order
 */
public record Applied(int findings, List<String> paths) {
  /** No fix. */
  public static final Applied NONE = new Applied(0, List.of());

  /** Keeps an unmodifiable copy. */
  public Applied {
    paths = List.copyOf(paths);
  }
}
