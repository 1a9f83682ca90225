package dev.loopscope.scaffold.witness;

import dev.loopscope.scaffold.trace.TracedPlace;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * From the paths of a trace to those of a check.
 *
 * @param root the directory that the paths of the trace are relative to, as the check names it;
 *     empty for the one that its own are relative to
 */
public record TracedPaths(String root) {
  /** A path of the trace as the check names it, without {@code .} and {@code ..}. */
  public String of(String traced) {
    if (traced.startsWith("/")) {
      return traced;
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (root + "/" + traced).split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  String of(TracedPlace place) {
    return of(place.path());
  }
}
