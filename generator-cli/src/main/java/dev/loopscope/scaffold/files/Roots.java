package dev.loopscope.scaffold.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was asked for, and so what links may lead to.
 *
 * @param named as it was asked for
 * @param places where that lies, without links
 */
record Roots(List<Path> named, List<Path> places) {
  Roots {
    named = List.copyOf(named);
    places = List.copyOf(places);
  }

  static Roots of(Collection<Path> asked) {
    Set<Path> places = new LinkedHashSet<>();
    for (Path path : asked) {
      try {
        places.add(path.toRealPath());
      } catch (IOException e) {
        // Nothing lies behind it, so no link can lead there.
      }
    }
    return new Roots(List.copyOf(asked), List.copyOf(places));
  }

  /** Whether a place without links was asked for, or lies in a directory that was. */
  boolean hold(Path real) {
    return places.stream().anyMatch(real::startsWith);
  }

  /** Whether a path is one that was asked for, or a directory on the way to it. */
  boolean lead(Path path) {
    return named.stream().anyMatch(it -> it.startsWith(path));
  }
}
