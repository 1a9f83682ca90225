package dev.loopscope.scaffold.change.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files that somebody gave other names: of a file that is no more where it was, the one that holds
 * half of its lines or more. As for git, that is a guess; a file with less is taken to be another,
 * and the first one to be deleted.
 *
 * @param places where each file is that was found, by where it was
 * @param directories likewise those of which every file that was found went to the same one
 */
record Renames(Map<String, String> places, Map<String, String> directories) {
  private static final double ALIKE = 0.5;

  Renames {
    places = Map.copyOf(places);
    directories = Map.copyOf(directories);
  }

  /** None. */
  static Renames none() {
    return new Renames(Map.of(), Map.of());
  }

  private record Likeness(String was, String is, double share, int tail) {}

  /**
   * Finds them.
   *
   * @param missing the texts of files that are not where they were, by where that was
   * @param others the texts of files that stand where none was, by where they are
   * @param present the paths of files that are where they were
   */
  static Renames of(Map<String, String> missing, Map<String, String> others, Set<String> present) {
    List<Likeness> alike = new ArrayList<>();
    Map<String, Map<String, Integer>> lines = new HashMap<>();
    others.forEach((path, text) -> lines.put(path, lines(text)));
    new TreeMap<>(missing)
        .forEach(
            (was, text) -> {
              Map<String, Integer> its = lines(text);
              for (String is : new TreeMap<>(others).keySet()) {
                double share = share(its, lines.getOrDefault(is, Map.of()));
                if (share >= ALIKE && ending(was).equals(ending(is))) {
                  alike.add(new Likeness(was, is, share, tail(was, is)));
                }
              }
            });
    alike.sort(
        Comparator.comparingDouble(Likeness::share)
            .thenComparingInt(Likeness::tail)
            .reversed()
            .thenComparing(Likeness::was)
            .thenComparing(Likeness::is));
    Map<String, String> places = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Likeness pair : alike) {
      if (!places.containsKey(pair.was()) && taken.add(pair.is())) {
        places.put(pair.was(), pair.is());
      }
    }
    return new Renames(places, directories(places, present));
  }

  private static Map<String, String> directories(Map<String, String> places, Set<String> present) {
    Map<String, Set<String>> found = new HashMap<>();
    places.forEach(
        (was, is) -> {
          String old = was;
          String now = is;
          while (!old.isEmpty() && name(old).equals(name(now))) {
            old = above(old);
            now = above(now);
            found.computeIfAbsent(old, it -> new HashSet<>()).add(now);
          }
        });
    Map<String, String> directories = new HashMap<>();
    found.forEach(
        (old, now) -> {
          boolean left = present.stream().anyMatch(it -> it.startsWith(old + "/"));
          if (now.size() == 1 && !left && !old.isEmpty()) {
            directories.put(old, now.iterator().next());
          }
        });
    return directories;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Where the file is that was at a path; absent if it was not found elsewhere. */
  Optional<String> place(String was) {
    return Optional.ofNullable(places.get(was));
  }

  /** Where something belongs that templates put at {@code path}: its directory may be elsewhere. */
  String placeIn(String path) {
    for (String above = above(path); !above.isEmpty(); above = above(above)) {
      String now = directories.get(above);
      if (now != null) {
        return (now.isEmpty() ? "" : now + "/") + path.substring(above.length() + 1);
      }
    }
    return path;
  }

  private static String above(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** How many names at the end of two paths are the same. */
  private static int tail(String one, String other) {
    String[] first = one.split("/", -1);
    String[] second = other.split("/", -1);
    int same = 0;
    while (same < first.length
        && same < second.length
        && first[first.length - 1 - same].equals(second[second.length - 1 - same])) {
      same++;
    }
    return same;
  }

  private static Map<String, Integer> lines(String text) {
    Map<String, Integer> lines = new HashMap<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> lines.merge(line, 1, Integer::sum));
    return lines;
  }

  private static double share(Map<String, Integer> first, Map<String, Integer> second) {
    int common = 0;
    for (Map.Entry<String, Integer> line : first.entrySet()) {
      common += Math.min(line.getValue(), second.getOrDefault(line.getKey(), 0));
    }
    int larger = Math.max(count(first), count(second));
    return larger == 0 ? 0 : (double) common / larger;
  }

  private static int count(Map<String, Integer> lines) {
    return lines.values().stream().mapToInt(Integer::intValue).sum();
  }
}
